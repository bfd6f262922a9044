"""Step 1: acknowledge that you're stuck."""
