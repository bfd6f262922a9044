"""The weekly brief: where somebody is, three things to do and one to stop."""
