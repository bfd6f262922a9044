"""Step 2: don't quit impulsively; make an exit plan."""
