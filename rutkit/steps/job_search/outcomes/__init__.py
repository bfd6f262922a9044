"""What honestly comes of the applications: the funnel, the silence, and a forecast."""
