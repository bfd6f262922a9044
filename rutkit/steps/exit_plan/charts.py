"""The charts of step 2: from a result to a `Chart` whose title is the finding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from math import ceil
from textwrap import shorten
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart
from rutkit.dates import add_months
from rutkit.formatting import format_date, format_money, format_month, format_share
from rutkit.steps.exit_plan.drawing import (
    mark_leaving,
    moment,
    money_axis,
    month_axis,
    time_span,
    translucent,
)
from rutkit.steps.exit_plan.records import ExitPlan, Milestone
from rutkit.steps.exit_plan.runway import (
    Runway,
    down_to_zero,
    how_long,
    months_shown,
    runway_sentence,
    runway_title,
)
from rutkit.steps.exit_plan.schedule import has_window, milestone_name, milestones_sentence, milestones_title
from rutkit.steps.exit_plan.simulation import (
    BalanceFan,
    RiskByMonth,
    fan_note,
    fan_sentence,
    fan_title,
    risk_note,
    risk_sentence,
    risk_title,
)
from rutkit.steps.exit_plan.urges import UrgeSummary, lately_sentence, spacing_sentence

_RUNWAY_NOTE = (
    "Counted from your own amounts, month by month, with no new job. Until you leave you live as now. Taxes, "
    "interest and rising prices are not in it unless you entered them."
)
_URGES_NOTE = "Weeks begin on Monday. Only what you logged: a calm week and an unlogged urge look the same."
_FEWEST_WEEKS, _MOST_WEEKS = 8, 52
_DAY = 24 * 60 * 60 * 1000
"""In milliseconds, as plotly counts time."""

_DASHES = ("solid", "solid", "dash")
_LONGEST_LABEL = 40
"""Characters of a milestone's name that fit across a phone."""


def runway_chart(runway: Runway, palette: Palette, currency: str) -> Chart:
    """The balance after leaving for three ways of living, each line down to where the money runs out."""
    shown = months_shown(runway)
    highest = max(1.0, *(max(line.balances[: shown + 1]) for line in runway.lines))
    figure = go.Figure()
    figure.add_hline(y=0, line={"color": palette.soft, "width": 1})
    for position, line in enumerate(runway.lines):
        times, balances = down_to_zero(runway, line, shown)
        days = [moment(runway.days, time) for time in times]
        figure.add_scatter(
            x=days,
            y=balances,
            mode="lines",
            line={"color": palette.series[position], "width": 2.5, "dash": _DASHES[position]},
            customdata=[format_money(balance, currency, decimals=0) for balance in balances],
            hovertemplate=f"{line.spending.name}, %{{x|%b %Y}}: %{{customdata}}<extra></extra>",
            showlegend=False,
        )
        figure.add_annotation(
            x=days[-1],
            y=balances[-1],
            text=f"{line.spending.name}: {how_long(line.months)}",
            font={"color": palette.series[position]},
            arrowcolor=palette.series[position],
            **_below_the_axis(runway, position, shown),
        )
    money_axis(figure, highest, currency, room_below=0.55)
    month_axis(figure, runway.days[0], runway.days[shown])
    mark_leaving(figure, runway.leaving, palette)
    return Chart(
        title=runway_title(runway),
        summary=runway_sentence(runway),
        figure=dress(figure, palette, height=340),
        numbers=pd.DataFrame(
            {
                "Start of month": [format_month(day) for day in runway.days[: shown + 1]],
                **{
                    f"{line.spending.name} ({currency})": [
                        round(value) for value in line.balances[: shown + 1]
                    ]
                    for line in runway.lines
                },
            }
        ),
        note=_RUNWAY_NOTE,
    )


def fan_chart(fan: BalanceFan, palette: Palette, currency: str) -> Chart:
    """Where the balance may stand: the middle run, half of the runs and nine in ten of them."""
    figure = go.Figure()
    color = palette.series[0]
    for low, high, name, opacity in ((5, 95, "9 of 10 runs", 0.16), (25, 75, "half of the runs", 0.34)):
        figure.add_scatter(
            x=[*fan.days, *reversed(fan.days)],
            y=[*fan.percentiles[high], *reversed(fan.percentiles[low])],
            fill="toself",
            mode="lines",
            line={"width": 0},
            fillcolor=translucent(color, opacity),
            name=name,
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=fan.days,
        y=fan.percentiles[50],
        mode="lines",
        line={"color": color, "width": 2.5},
        name="middle run",
        customdata=[
            [
                format_money(fan.percentiles[percentile][index], currency, decimals=0)
                for percentile in (5, 50, 95)
            ]
            for index in range(len(fan.days))
        ],
        hovertemplate="%{x|%b %Y}: %{customdata[1]} (%{customdata[0]} to %{customdata[2]})<extra></extra>",
    )
    figure.add_hline(y=0, line={"color": palette.ink, "width": 1.5})
    lowest, highest = min(fan.percentiles[5]), max(fan.percentiles[95])
    money_axis(figure, highest, currency, lowest=lowest)
    month_axis(figure, fan.days[0], fan.days[-1])
    mark_leaving(figure, fan.leaving, palette)
    return Chart(
        title=fan_title(fan),
        summary=fan_sentence(fan, currency),
        figure=dress(figure, palette, height=340),
        numbers=pd.DataFrame(
            {
                "Start of month": [format_month(day) for day in fan.days],
                **{
                    f"{percentile} % of runs have less than ({currency})": [
                        round(value) for value in balances
                    ]
                    for percentile, balances in fan.percentiles.items()
                },
            }
        ),
        note=fan_note(fan),
    )


def risk_chart(risks: RiskByMonth, palette: Palette) -> Chart:
    """The chance that the money runs out before a new job starts, by the month of leaving."""
    months = [risk.month for risk in risks.months]
    shares = [100 * risk.share for risk in risks.months]
    figure = go.Figure()
    figure.add_scatter(
        x=months,
        y=shares,
        mode="lines+markers",
        line={"color": palette.series[0], "width": 2},
        marker={"size": 5},
        customdata=[
            [format_share(bound, decimals=1) for bound in (risk.share, risk.interval.low, risk.interval.high)]
            for risk in risks.months
        ],
        hovertemplate=(
            "Leaving at the end of %{x|%b %Y}: %{customdata[0]} (%{customdata[1]} to %{customdata[2]})"
            "<extra></extra>"
        ),
        showlegend=False,
    )
    limit = 100 * risks.accepted
    top = max(1.2 * max(shares), 1.6 * limit)
    _draw_limit(figure, risks, top, palette)
    if risks.earliest is not None:
        _mark_earliest(figure, risks, palette)
    figure.update_yaxes(title_text="Risk of running out", ticksuffix=" %", range=[0, top])
    air = timedelta(days=12)
    month_axis(figure, months[0] - air, months[-1] + air)
    figure.update_xaxes(title_text="Leaving at the end of")
    return Chart(
        title=risk_title(risks),
        summary=risk_sentence(risks),
        figure=dress(figure, palette, height=320),
        numbers=pd.DataFrame(
            {
                "Leaving at the end of": [format_month(month) for month in months],
                "Risk (%)": [round(share, 1) for share in shares],
                "95 % interval, from (%)": [round(100 * risk.interval.low, 1) for risk in risks.months],
                "to (%)": [round(100 * risk.interval.high, 1) for risk in risks.months],
            }
        ),
        note=risk_note(risks),
    )


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
    first, last = time_span([milestone.by for milestone in rows], plan, today)
    month_axis(figure, first, last)
    figure.update_yaxes(visible=False, range=[len(rows) - 0.6, -1.2])
    _mark_today_and_window(figure, plan, today, palette)
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


def _below_the_axis(runway: Runway, position: int, shown: int) -> dict[str, Any]:
    """Where a line's label stands: below its end, in a row of its own, so that no leader crosses a label.

    Labels of lines that end in the right half run to the left, the earliest end on top; the others run to the
    right, the latest end on top.
    """
    half = shown / 2 - runway.months_of_pay
    ends = [shown if line.months is None else line.months for line in runway.lines]
    to_the_left = sorted((end, index) for index, end in enumerate(ends) if end >= half)
    to_the_right = sorted(((end, index) for index, end in enumerate(ends) if end < half), reverse=True)
    rows = [index for _, index in to_the_left + to_the_right]
    runs_left = ends[position] >= half
    return {
        "xanchor": "right" if runs_left else "left",
        "ax": -4 if runs_left else 4,
        "ay": 24 + 22 * rows.index(position),
        "arrowwidth": 1,
        "arrowhead": 0,
    }


def _draw_limit(figure: go.Figure, risks: RiskByMonth, top: float, palette: Palette) -> None:
    """The accepted risk, labelled below the line at the left as long as the curve stays clear of it there."""
    limit = 100 * risks.accepted
    early = risks.months[: len(risks.months) // 2 + 1]
    below = limit > 0.08 * top and all(risk.share > risks.accepted for risk in early)
    figure.add_hline(y=limit, line={"color": palette.series[1], "width": 1.5, "dash": "dash"})
    figure.add_annotation(
        xref="paper",
        x=0 if below else 1,
        y=limit,
        text=f"your limit: {format_share(risks.accepted)}",
        font={"color": palette.series[1]},
        showarrow=False,
        xanchor="left" if below else "right",
        yanchor="top" if below else "bottom",
        xshift=4 if below else 0,
    )


def _mark_earliest(figure: go.Figure, risks: RiskByMonth, palette: Palette) -> None:
    assert risks.earliest is not None
    month, share = risks.earliest.month, 100 * risks.earliest.share
    in_left_half = risks.months.index(risks.earliest) < len(risks.months) / 2
    figure.add_scatter(
        x=[month],
        y=[share],
        mode="markers",
        marker={"size": 13, "color": palette.card, "line": {"width": 3, "color": palette.accent}},
        hoverinfo="skip",
        showlegend=False,
    )
    figure.add_annotation(
        x=month,
        y=share,
        text=f"earliest: {format_month(month)}",
        font={"color": palette.accent},
        xanchor="left" if in_left_half else "right",
        ax=14 if in_left_half else -14,
        ay=-46,
        arrowcolor=palette.accent,
        arrowwidth=1,
        arrowhead=0,
        standoff=8,
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


def _mark_today_and_window(figure: go.Figure, plan: ExitPlan | None, today: date, palette: Palette) -> None:
    figure.add_vline(x=today, line={"color": palette.soft, "width": 1, "dash": "dot"})
    figure.add_annotation(
        x=today, y=1, yref="paper", yanchor="top", text="today", bgcolor=palette.card, showarrow=False
    )
    if plan and plan.earliest and plan.latest and has_window(plan):
        end = add_months(plan.latest, 1)
        figure.add_vrect(
            x0=plan.earliest, x1=end, fillcolor=palette.accent, opacity=0.12, line_width=0, layer="below"
        )
        middle = plan.earliest + (end - plan.earliest) / 2
        figure.add_annotation(
            x=middle,
            y=1,
            yref="paper",
            yanchor="top",
            text="window",
            font={"color": palette.accent},
            showarrow=False,
        )
