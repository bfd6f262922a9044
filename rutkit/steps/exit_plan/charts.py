"""The charts of step 2: from a result to a `Chart` whose title is the finding.

What is about money is drawn in `money_charts`, and found here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from math import ceil
from textwrap import shorten

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart
from rutkit.dates import add_months
from rutkit.formatting import format_date
from rutkit.steps.exit_plan.drawing import month_axis, translucent
from rutkit.steps.exit_plan.money_charts import fan_chart, risk_chart, runway_chart
from rutkit.steps.exit_plan.records import ExitPlan, Milestone
from rutkit.steps.exit_plan.schedule import milestone_name, milestones_sentence, milestones_title, window
from rutkit.steps.exit_plan.urges import UrgeSummary, lately_sentence, spacing_sentence

__all__ = ["fan_chart", "milestones_chart", "risk_chart", "runway_chart", "urges_chart"]

_URGES_NOTE = "Weeks begin on Monday. Only what you logged: a calm week and an unlogged urge look the same."
_FEWEST_WEEKS, _MOST_WEEKS = 8, 52
_DAY = 24 * 60 * 60 * 1000
"""In milliseconds, as plotly counts time."""

_LONGEST_LABEL = 40
"""Characters of a milestone's name that fit across a phone."""


def urges_chart(summary: UrgeSummary, palette: Palette) -> Chart:
    """How many urges were logged in each of the last 52 weeks."""
    if not summary.count:
        return empty_chart(
            "Urges to quit, week by week", "Log an urge when it comes; this then shows how often they do."
        )
    weeks = summary.weeks[-_MOST_WEEKS:]
    figure = go.Figure()
    figure.add_bar(
        x=[week.monday for week in weeks],
        y=[week.count for week in weeks],
        width=6 * _DAY,
        offset=0.5 * _DAY,
        marker_color=palette.series[0],
        customdata=[_strength(week.strongest) for week in weeks],
        hovertemplate="Week of %{x|%d %b %Y}: %{y}, strongest %{customdata}<extra></extra>",
        showlegend=False,
    )
    most = max(week.count for week in weeks)
    figure.update_yaxes(title_text="Urges a week", range=[0, most + 0.5], dtick=ceil(most / 5))
    end = weeks[-1].monday + timedelta(weeks=1)
    begin = min(weeks[0].monday, end - timedelta(weeks=_FEWEST_WEEKS))
    weeks_a_tick = ceil((end - begin) / timedelta(weeks=5))
    figure.update_xaxes(
        title_text="Week from Monday",
        range=[begin, end],
        tick0=begin,
        dtick=weeks_a_tick * 7 * _DAY,
        tickformat="%-d %b",
        tickangle=0,
    )
    return Chart(
        title=spacing_sentence(summary).rstrip("."),
        summary=lately_sentence(summary) or spacing_sentence(summary),
        figure=dress(figure, palette, height=240),
        numbers=pd.DataFrame(
            {
                "Week of": [format_date(week.monday) for week in weeks],
                "Urges": [week.count for week in weeks],
                "Strongest (0 to 10)": [_strength(week.strongest) for week in weeks],
            }
        ),
        note=_URGES_NOTE,
    )


def milestones_chart(
    milestones: Sequence[Milestone], plan: ExitPlan | None, today: date, palette: Palette
) -> Chart:
    """The milestones on a line of time, one row each, with today and the window to leave in."""
    if not milestones:
        return empty_chart(
            "Your way out, on a line of time",
            "Set a first milestone; it then stands here between today and the end.",
        )
    rows = sorted(milestones, key=lambda milestone: (milestone.by, milestone.what))
    figure = go.Figure()
    for row, milestone in enumerate(rows):
        color, symbol, state = _milestone_look(milestone, today, palette)
        name = shorten(milestone_name(milestone), _LONGEST_LABEL, placeholder=" …")
        figure.add_scatter(
            x=[milestone.by],
            y=[row],
            mode="markers",
            marker={"size": 13, "symbol": symbol, "color": color, "line": {"width": 2, "color": color}},
            hovertemplate=f"{escape(name)}: {format_date(milestone.by)}, {state}<extra></extra>",
            showlegend=False,
        )
        figure.add_annotation(
            xref="paper",
            x=0,
            y=row - 0.22,
            text=f"<b>{escape(name)}</b><br>{format_date(milestone.by)}, {state}",
            align="left",
            font={"color": palette.ink, "size": 12},
            bgcolor=translucent(palette.card, 0.85),
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
        )
    window_days = _window_days(plan)
    first, last = _time_span([*(milestone.by for milestone in rows), today, *window_days])
    month_axis(figure, first, last)
    figure.update_yaxes(visible=False, range=[len(rows) - 0.6, -1.2])
    _mark_today(figure, today, palette)
    if window_days:
        _mark_window(figure, *window_days, palette)
    return Chart(
        title=milestones_title(milestones, today),
        summary=milestones_sentence(milestones, today),
        figure=dress(figure, palette, height=90 + 64 * len(rows)),
        numbers=pd.DataFrame(
            {
                "Milestone": [milestone_name(milestone) for milestone in rows],
                "By": [format_date(milestone.by) for milestone in rows],
                "State": [_milestone_look(milestone, today, palette)[2] for milestone in rows],
            }
        ),
    )


def _strength(strongest: int | None) -> str:
    return "not rated" if strongest is None else f"{strongest}"


def _milestone_look(milestone: Milestone, today: date, palette: Palette) -> tuple[str, str, str]:
    """Color, symbol and word: never the color alone."""
    if milestone.done:
        return palette.accent, "circle", "done"
    if milestone.by < today:
        return palette.warm, "diamond", "overdue"
    return palette.series[0], "circle-open", "to come"


def _window_days(plan: ExitPlan | None) -> tuple[date, date] | tuple[()]:
    """The first day of the window and the day after its last; nothing if there is none."""
    months = window(plan)
    return (months[0], add_months(months[1], 1)) if months else ()


def _time_span(days: Sequence[date]) -> tuple[date, date]:
    """From the first to the last of these days, with some air at both ends."""
    air = max(timedelta(days=10), (max(days) - min(days)) * 0.06)
    return min(days) - air, max(days) + air


def _mark_today(figure: go.Figure, today: date, palette: Palette) -> None:
    figure.add_vline(x=today, line={"color": palette.soft, "width": 1, "dash": "dot"})
    figure.add_annotation(
        x=today, y=1, yref="paper", yanchor="top", text="today", bgcolor=palette.card, showarrow=False
    )


def _mark_window(figure: go.Figure, begin: date, end: date, palette: Palette) -> None:
    figure.add_vrect(x0=begin, x1=end, fillcolor=palette.accent, opacity=0.12, line_width=0, layer="below")
    figure.add_annotation(
        x=begin + (end - begin) / 2,
        y=1,
        yref="paper",
        yanchor="top",
        text="window",
        font={"color": palette.accent},
        showarrow=False,
    )
