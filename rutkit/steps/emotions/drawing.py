"""What several of step 3's charts draw alike."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import shorten
from typing import Any

from rutkit.statistics import Interval

TOLL = "The toll of a day is the mean of the feelings answered that day, from 0 (none) to 4 (extreme)."
INTERVALS = (
    "Lines are 95 % intervals from resampling the days; days in a row are alike, so the truth is a little "
    "less sure than they look."
)
FEW_DAYS = "From as few as five days a line is somewhat too short."
"""Where each group is resampled by itself: see `rutkit.statistics.bootstrap_mean`."""

LONGEST_LABEL = 22
"""Characters that fit beside a chart on a phone."""


def whiskers(values: Sequence[float], intervals: Sequence[Interval | None], color: str) -> dict[str, Any]:
    """Plotly's error bars from each value to the ends of its interval; none where there is no interval."""
    pairs = list(zip(values, intervals, strict=True))
    return {
        "type": "data",
        "symmetric": False,
        "array": [interval.high - value if interval else None for value, interval in pairs],
        "arrayminus": [value - interval.low if interval else None for value, interval in pairs],
        "color": color,
        "thickness": 1.5,
        "width": 4,
    }


def plot_text(words: str) -> str:
    """A person's own words for a chart: short, and none of it read as markup.

    >>> plot_text("<b>the weekly meeting about meetings")
    '&lt;b&gt;the weekly meeting…'
    """
    return escape(shorten(words, LONGEST_LABEL, placeholder="…"), quote=False)


def stepped(colors: Sequence[str]) -> list[tuple[float, str]]:
    """A Plotly color scale of even steps, without blends in between."""
    ends = [(position / len(colors), (position + 1) / len(colors)) for position in range(len(colors))]
    return [(end, color) for both, color in zip(ends, colors, strict=True) for end in both]
