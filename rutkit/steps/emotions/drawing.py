"""What several of step 3's charts draw alike."""

from __future__ import annotations

from collections.abc import Sequence

TOLL = "The toll of a day is the mean of the feelings answered that day, from 0 (none) to 4 (extreme)."
INTERVALS = (
    "Lines are 95 % intervals from resampling the days; days in a row are alike, so the truth is a little "
    "less sure than they look."
)
FEW_DAYS = "From as few as five days a line is somewhat too short."
"""Where each group is resampled by itself: see `rutkit.statistics.bootstrap_mean`."""

LONGEST_LABEL = 22
"""Characters that fit beside a chart on a phone."""


def stepped(colors: Sequence[str]) -> list[tuple[float, str]]:
    """A Plotly color scale of even steps, without blends in between."""
    ends = [(position / len(colors), (position + 1) / len(colors)) for position in range(len(colors))]
    return [(end, color) for both, color in zip(ends, colors, strict=True) for end in both]
