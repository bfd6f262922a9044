"""Predictions, the person's and rutkit's own, and how good they turned out."""
