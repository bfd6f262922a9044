"""Step 3: assess the emotional toll."""
