"""The charts of step 2 about money: how long it lasts, and what it risks to leave in which month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil, floor, log10
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress
from rutkit.dates import add_months
from rutkit.formatting import format_money, format_month, format_share
from rutkit.steps.exit_plan.drawing import month_axis, translucent
from rutkit.steps.exit_plan.runway import (
    Runway,
    down_to_zero,
    how_long,
    months_shown,
    runway_sentence,
    runway_title,
)
from rutkit.steps.exit_plan.simulation import (
    BalanceFan,
    LeavingRisk,
    RiskByMonth,
    fan_note,
    fan_sentence,
    fan_title,
    risk_note,
    risk_sentence,
    risk_title,
)

_RUNWAY_NOTE = (
    "Counted from your own amounts, month by month, with no new job. Until you leave you live as now. Taxes, "
    "interest and rising prices are not in it unless you entered them."
)
_DASHES = ("solid", "solid", "dash")


def runway_chart(runway: Runway, palette: Palette, currency: str) -> Chart:
    """The balance after leaving for three ways of living, each line down to where the money runs out."""
    shown = months_shown(runway)
    highest = max(1.0, *(max(line.balances[: shown + 1]) for line in runway.lines))
    figure = go.Figure()
    figure.add_hline(y=0, line={"color": palette.soft, "width": 1})
    for position, line in enumerate(runway.lines):
        times, balances = down_to_zero(runway, line, shown)
        days = [_moment(runway.days, time) for time in times]
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
    _money_axis(figure, highest, currency, room_below=0.55)
    month_axis(figure, runway.days[0], runway.days[shown])
    _mark_leaving(figure, runway.leaving, palette)
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
    """Where the balance may stand: its middle, half of the runs and nine in ten of them."""
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
        name="half above, half below",
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
    _money_axis(figure, highest, currency, lowest=lowest)
    month_axis(figure, fan.days[0], fan.days[-1])
    _mark_leaving(figure, fan.leaving, palette)
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
    if risks.earliest:
        _mark_earliest(figure, risks.earliest, months, palette)
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


def _mark_earliest(
    figure: go.Figure, earliest: LeavingRisk, months: Sequence[date], palette: Palette
) -> None:
    month, share = earliest.month, 100 * earliest.share
    in_left_half = months.index(month) < len(months) / 2
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


def _money_axis(
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


def _round_step(step: float) -> float:
    """The next of 1, 2, 5, 10, 20, … that is not below `step`, and at least 1."""
    power = 10.0 ** floor(log10(max(step, 1.0)))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= step)


def _mark_leaving(figure: go.Figure, leaving: date, palette: Palette) -> None:
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


def _moment(days: Sequence[date], time: float) -> pd.Timestamp:
    """The moment `time` months after the first of `days`."""
    month = min(floor(time), len(days) - 2)
    whole = pd.Timestamp(days[month])
    return whole + (time - month) * (pd.Timestamp(days[month + 1]) - whole)
