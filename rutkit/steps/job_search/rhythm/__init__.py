"""The rhythm of the search: the plan of a week, its sessions, and what was kept of it."""
