"""What several of step 2's charts draw alike: axes, and marks on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil, floor, log10

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Palette
from rutkit.dates import add_months
from rutkit.formatting import format_money
from rutkit.steps.exit_plan.records import ExitPlan
from rutkit.steps.exit_plan.schedule import has_window


def money_axis(
    figure: go.Figure, highest: float, currency: str, *, lowest: float = 0.0, room_below: float = 0.0
) -> None:
    """Money up the side: round ticks, written as everywhere; `room_below` zero stays without ticks."""
    lowest = min(lowest, 0.0)
    step = _round_step((highest - lowest) / 5)
    ticks = [step * count for count in range(ceil(lowest / step), floor(highest / step) + 1)]
    span = highest - lowest
    figure.update_yaxes(
        title_text=f"Balance ({currency})",
        range=[lowest - max(room_below, 0.05) * span, highest + 0.12 * span],
        tickvals=ticks,
        ticktext=[format_money(tick, currency, decimals=0) for tick in ticks],
        zeroline=False,
    )


def month_axis(figure: go.Figure, first: date, last: date) -> None:
    """Time along the bottom, labelled so that it can be read across a phone."""
    figure.update_xaxes(title_text="Month", range=[first, last], nticks=5, tickformat="%b<br>%Y", tickangle=0)


def _round_step(step: float) -> float:
    """The next of 1, 2, 5, 10, 20, … that is not below `step`, and at least 1."""
    power = 10.0 ** floor(log10(max(step, 1.0)))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= step)


def mark_leaving(figure: go.Figure, leaving: date, palette: Palette) -> None:
    """A line where the pay stops; none if that is where the axis begins."""
    last_pay = add_months(leaving, 1)
    first, last = (pd.Timestamp(end) for end in figure.layout.xaxis.range)
    if not first < pd.Timestamp(last_pay) < last:
        return
    figure.add_vline(x=last_pay, line={"color": palette.soft, "width": 1, "dash": "dot"})
    figure.add_annotation(
        x=last_pay,
        y=1,
        yref="paper",
        text="you leave",
        showarrow=False,
        xanchor="left",
        yanchor="top",
        xshift=4,
    )


def translucent(color: str, opacity: float) -> str:
    """A palette’s color, seen through: `translucent("#0072b2", 0.2)` is "rgba(0,114,178,0.2)"."""
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def moment(days: Sequence[date], time: float) -> pd.Timestamp:
    """The moment `time` months after the first of `days`."""
    month = min(floor(time), len(days) - 2)
    whole = pd.Timestamp(days[month])
    return whole + (time - month) * (pd.Timestamp(days[month + 1]) - whole)


def time_span(days: Sequence[date], plan: ExitPlan | None, today: date) -> tuple[date, date]:
    """From the first to the last of the milestones, today and the window, with some air at both ends."""
    marks = [*days, today]
    if plan and plan.earliest and plan.latest and has_window(plan):
        marks += [plan.earliest, add_months(plan.latest, 1)]
    air = max(timedelta(days=10), (max(marks) - min(marks)) * 0.06)
    return min(marks) - air, max(marks) + air
