"""The way so far: what was done when, and how a few things moved."""
