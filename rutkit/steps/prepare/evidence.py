"""What research says about preparing and waiting, as this step quotes it: with the source, and what it does not say."""

from __future__ import annotations

WRITING = (
    "In an experiment, 41 people who had been laid off wrote for 20 minutes on five days in a row. Of those who wrote "
    "about their feelings, 53 % had full-time work eight months later; of those who wrote about their plans for the "
    "day, 24 % (Spera, Buhrfeind and Pennebaker, Academy of Management Journal, 1994). That is very few people, and "
    "they had lost their jobs; it promises you nothing."
)
"""Shown beside the letters."""
