"""What every step is built from. Knows no step."""
