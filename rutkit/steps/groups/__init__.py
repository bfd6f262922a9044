"""Step 8: groups that are tried before they are joined, and what takes place in them."""
