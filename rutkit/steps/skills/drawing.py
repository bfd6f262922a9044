"""What step 6's charts draw alike."""

from __future__ import annotations

import plotly.graph_objects as go

from rutkit.chart import Palette, plot_text

LONGEST_LABEL = 28
"""Characters of a name that fit across a phone, with a few words beside it."""

ROW_HEIGHT = 46
"""Pixels of a bar with its label above it."""


def label_row(
    figure: go.Figure, row: int, name: str, rest: str, palette: Palette, *, yref: str = "y"
) -> None:
    """Write a row's name, and what there is to say of it, above its bar: beside it there is no room on a phone."""
    figure.add_annotation(
        xref="paper",
        x=0,
        yref=yref,
        y=row - 0.24,
        text=f"<b>{plot_text(name, LONGEST_LABEL)}</b> {plot_text(rest, LONGEST_LABEL)}",
        align="left",
        font={"color": palette.ink, "size": 12},
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
    )
