"""What several of step 2's charts draw alike."""

from __future__ import annotations

from datetime import date

import plotly.graph_objects as go


def month_axis(figure: go.Figure, first: date, last: date) -> None:
    """Time along the bottom, labelled so that it can be read across a phone."""
    figure.update_xaxes(title_text="Month", range=[first, last], nticks=5, tickformat="%b<br>%Y", tickangle=0)


def translucent(color: str, opacity: float) -> str:
    """A palette’s color, seen through: `translucent("#0072b2", 0.2)` is "rgba(0,114,178,0.2)"."""
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"
