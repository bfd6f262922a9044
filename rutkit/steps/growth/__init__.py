"""Step 4: whether a person still learns, is challenged, and keeps up with their field."""
