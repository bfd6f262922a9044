"""The weekly review: five minutes through what is due, one small screen at a time."""
