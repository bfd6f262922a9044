"""What several of step 5's charts draw alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from rutkit.chart import Palette, dress, plot_text
from rutkit.formatting import counted

SAMPLE = "The intervals hold as far as your postings are a fair sample of all; they know nothing of where you looked."
"""What every share of postings has to say."""

LONGEST_LABEL = 26
"""Characters that fit beside a chart on a phone."""

ROW = 30
"""Pixels from one bar to the next."""


def rows_of_bars(figure: go.Figure, labels: Sequence[str], axis: str, palette: Palette) -> go.Figure:
    """Lay a figure of horizontal bars out: the first at the top, shares in percent along the bottom."""
    figure.update_layout(barmode="stack", bargap=0.35)
    figure.update_xaxes(title=axis, rangemode="tozero", nticks=5, ticksuffix=" %", tickangle=0)
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=[plot_text(label, LONGEST_LABEL) for label in labels],
        range=[len(labels) - 0.4, -0.6],
        showgrid=False,
        zeroline=False,
    )
    return dress(figure, palette, height=90 + ROW * len(labels))


def in_how_many(named: Iterable[tuple[str, int]], n: int) -> str:
    """What too few postings say, without shares: "SQL in 3, Excel in 1"; of a single one: "SQL, Excel"."""
    return ", ".join(f"{name} in {count}" if n > 1 else name for name, count in named)


def of_postings(count: int) -> str:
    """What all shares are shares of: "of 36 postings, repeats counted once"."""
    return f"of {counted(count, 'posting')}, repeats counted once"
