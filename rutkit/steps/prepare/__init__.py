"""Step 10: resume, stories, practice and patience."""
