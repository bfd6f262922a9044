"""The applications: where each stands, how far it came, what is due for it, and those of other trackers."""
