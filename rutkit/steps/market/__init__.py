"""Step 5: what employers ask for today."""
