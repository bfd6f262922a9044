"""The weight of the search: its hours beside the days of step 3."""
