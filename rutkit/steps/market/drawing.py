"""What several of step 5's charts draw alike."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import shorten
from typing import Any

import plotly.graph_objects as go

from rutkit.chart import Palette, dress
from rutkit.formatting import counted
from rutkit.statistics import Interval

SAMPLE = "The intervals hold as far as your postings are a fair sample of all; they know nothing of where you looked."
"""What every share of postings has to say."""

LONGEST_LABEL = 26
"""Characters that fit beside a chart on a phone."""

ROW = 30
"""Pixels from one bar to the next."""


def plot_text(words: str) -> str:
    """A name for a chart: short, and none of it read as markup.

    >>> plot_text("<b>Good manufacturing practice")
    '&lt;b&gt;Good manufacturing…'
    """
    return escape(shorten(words, LONGEST_LABEL, placeholder="…"), quote=False)


def whiskers(shares: Sequence[float], intervals: Sequence[Interval], palette: Palette) -> dict[str, Any]:
    """Plotly's error bars, in percent, from each share to the ends of its interval."""
    pairs = list(zip(shares, intervals, strict=True))
    return {
        "type": "data",
        "symmetric": False,
        "array": [100 * (interval.high - share) for share, interval in pairs],
        "arrayminus": [100 * (share - interval.low) for share, interval in pairs],
        "color": palette.ink,
        "thickness": 1.5,
        "width": 4,
    }


def rows_of_bars(figure: go.Figure, labels: Sequence[str], axis: str, palette: Palette) -> go.Figure:
    """Lay a figure of horizontal bars out: the first at the top, shares in percent along the bottom."""
    figure.update_layout(barmode="stack", bargap=0.35)
    figure.update_xaxes(title=axis, rangemode="tozero", nticks=5, ticksuffix=" %", tickangle=0)
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=[plot_text(label) for label in labels],
        range=[len(labels) - 0.4, -0.6],
        showgrid=False,
        zeroline=False,
    )
    return dress(figure, palette, height=90 + ROW * len(labels))


def of_postings(count: int) -> str:
    """What all shares are shares of: "of 36 postings, repeats counted once"."""
    return f"of {counted(count, 'posting')}, repeats counted once"
