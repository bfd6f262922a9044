"""What several of step 9's charts draw alike."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from rutkit.chart import Palette, dress, plot_text, whiskers
from rutkit.statistics import Interval

LONGEST_LABEL = 22
"""Characters that fit beside a chart on a phone."""

ROW_HEIGHT = 40
"""Pixels from one row to the next."""


def rows(figure: go.Figure, labels: Sequence[str], axis: str, palette: Palette) -> go.Figure:
    """Lay a figure of horizontal rows out: the first at the top, `labels` beside them, `axis` along the bottom."""
    figure.update_xaxes(title=axis, rangemode="tozero", nticks=5, tickangle=0)
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=[plot_text(label, LONGEST_LABEL) for label in labels],
        range=[len(labels) - 0.5, -0.5],
        ticklabelstandoff=8,
        showgrid=False,
        zeroline=False,
    )
    return dress(figure, palette, height=90 + ROW_HEIGHT * len(labels))


def add_dots(
    figure: go.Figure,
    row_numbers: Sequence[int],
    values: Sequence[float],
    intervals: Sequence[Interval | None],
    hover: Sequence[str],
    color: str,
    *,
    scale: float = 1,
    hollow: bool = False,
) -> None:
    """Draw a dot with its interval on each row. `hover` is plain text of ours, with nobody's own words in it."""
    figure.add_scatter(
        x=[scale * value for value in values],
        y=list(row_numbers),
        error_x=whiskers(values, intervals, color, scale=scale),
        mode="markers",
        marker={"color": color, "size": 10, "symbol": "circle-open" if hollow else "circle"},
        customdata=list(hover),
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
        showlegend=False,
    )
