"""Step 7: relationships that are kept up, and whom to write to this week."""
