"""Job boards: how often looking at them is worth it."""
