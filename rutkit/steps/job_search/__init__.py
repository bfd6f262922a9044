"""Step 9: a search with a rhythm, and what honestly comes of it."""
