"""The dashboard: shell and navigation, progress, what to do this week."""
