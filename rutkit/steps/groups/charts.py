"""The pictures of step 8."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, plot_text, whiskers
from rutkit.dates import add_months, months_between
from rutkit.formatting import counted, counted_hours, format_month
from rutkit.steps.groups.records import Group, Visit
from rutkit.steps.groups.trials import called
from rutkit.steps.groups.worth import (
    FEWEST_TO_COMPARE,
    FEWEST_VISITS,
    PER_HOURS,
    PER_MONEY,
    Rate,
    Worth,
    cost_finding,
    worth_finding,
)

_ROW = 52
_LONGEST_NAME = 32
MONTHS_SHOWN = 12
_CHANCE = (
    "The interval is for 95 %, as if one met people one by one by chance; after a few visits it is wide. A tie is new "
    "where a name is first met. One group is named beside another only from "
    f"{FEWEST_TO_COMPARE} visits to each up, and if they lie apart even by intervals so wide that all of them hold in "
    "95 of 100 cases."
)


def ties_per_hour(worths: Sequence[Worth], palette: Palette) -> Chart:
    """New ties in ten hours, for each group that was visited often enough."""
    return _rates(
        worths,
        palette,
        rate_of=lambda each: each.per_hour,
        finding=worth_finding(worths),
        axis=f"New ties in {PER_HOURS} hours",
        empty=("What the hours bring", "Note for two visits to a group how long they took and whom you met."),
        note=f"Hours with the way there, from {FEWEST_VISITS} visits up. {_CHANCE}",
    )


def ties_per_cost(worths: Sequence[Worth], palette: Palette, currency: str) -> Chart:
    """New ties for a hundred of the currency, for each group that was visited often enough and cost something."""
    return _rates(
        worths,
        palette,
        rate_of=lambda each: each.per_cost,
        finding=cost_finding(worths),
        axis=f"New ties for {PER_MONEY} {currency}",
        empty=(
            "What the money brings",
            "Note what visits and memberships cost; from two visits up it is shown.",
        ),
        note=f"Cost of the visits and of every year of membership that has begun. {_CHANCE}",
    )


def _rates(
    worths: Sequence[Worth],
    palette: Palette,
    *,
    rate_of: Callable[[Worth], Rate],
    finding: str,
    axis: str,
    empty: tuple[str, str],
    note: str,
) -> Chart:
    rates = [(each.name, rate_of(each)) for each in worths]
    known = [(name, rate) for name, rate in rates if rate.is_enough]
    known.sort(key=lambda each: -each[1].value)
    labels = "; ".join(f"{name}: {rate.label}, n = {rate.visits}" for name, rate in rates)
    if not known:
        said = f" So far: {labels}." if labels else ""
        return empty_chart(empty[0], f"{empty[1]}{said}")
    figure = go.Figure()
    figure.add_scatter(
        x=[rate.value for _, rate in known],
        y=list(range(len(known))),
        mode="markers",
        marker={"color": palette.accent, "size": 11},
        error_x=whiskers([r.value for _, r in known], [r.interval for _, r in known], palette.soft),
        text=[plot_text(f"{name}: {rate.label}", 60) for name, rate in known],
        hovertemplate="%{text}<extra></extra>",
    )
    for row, (name, rate) in enumerate(known):
        figure.add_annotation(
            xref="paper",
            x=0,
            y=row - 0.22,
            text=f"<b>{plot_text(name, _LONGEST_NAME)}</b> {counted(rate.visits, 'visit')}",
            font={"color": palette.ink, "size": 12},
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
        )
    figure.update_xaxes(title=axis, rangemode="tozero", nticks=6)
    figure.update_yaxes(range=[len(known) - 0.5, -0.8], visible=False)
    return Chart(
        title=finding,
        summary=f"{axis}: {labels}.",
        figure=dress(figure, palette, height=90 + _ROW * len(known)),
        numbers=pd.DataFrame(
            {
                "Group": [name for name, _ in rates],
                "Visits": [rate.visits for _, rate in rates],
                "New ties": [rate.ties for _, rate in rates],
                axis: [rate.value if rate.is_enough else None for _, rate in rates],
                "From": [rate.interval.low if rate.is_enough else None for _, rate in rates],
                "To": [rate.interval.high if rate.is_enough else None for _, rate in rates],
            }
        ),
        note=f"{note} {labels}.",
    )


def hours_by_month(groups: Sequence[Group], visits: Sequence[Visit], today: date, palette: Palette) -> Chart:
    """The hours that each group took in the last twelve months."""
    months = [add_months(today, offset) for offset in range(1 - MONTHS_SHOWN, 1)]
    hours = _hours(groups, visits, months)
    if not hours:
        return empty_chart(
            "Where your evenings went", "Note how long a visit took; then the hours of each month stand here."
        )
    figure = go.Figure()
    for number, (name, by_month) in enumerate(hours.items()):
        figure.add_bar(
            x=months,
            y=by_month,
            name=plot_text(name, _LONGEST_NAME),
            marker={"color": palette.series[number % len(palette.series)]},
            text=[format_month(month) for month in months],
            textposition="none",
            hovertemplate=plot_text(name, _LONGEST_NAME) + ", %{text}: %{y} hours<extra></extra>",
        )
    shown = months[::3]
    figure.update_layout(barmode="stack", bargap=0.3, showlegend=len(hours) > 1)
    figure.update_xaxes(
        type="date",
        title="Month",
        tickvals=shown,
        ticktext=[format_month(month).replace(" ", "<br>") for month in shown],
        tickangle=0,
        showgrid=False,
    )
    figure.update_yaxes(title="Hours", rangemode="tozero", nticks=5)
    total = sum(map(sum, hours.values()))
    most = max(hours, key=lambda name: sum(hours[name]))
    n = sum(1 for visit in visits if visit.hours and 0 <= months_between(months[0], visit.day) < MONTHS_SHOWN)
    share = f", {counted_hours(sum(hours[most]))} of them in {most}" if len(hours) > 1 else f" in {most}"
    return Chart(
        title=f"{counted_hours(total)} in twelve months{share}",
        summary=f"{counted_hours(total)} in {counted(len(hours), 'group')}, from {counted(n, 'visit')}{share}.",
        figure=dress(figure, palette),
        numbers=pd.DataFrame(
            {"Month": [format_month(month) for month in months]}
            | {f"{name} (hours)": by_month for name, by_month in hours.items()}
        ),
        note=f"Your own notes of n = {n} visits with their hours, the way there included.",
    )


def _hours(
    groups: Sequence[Group], visits: Sequence[Visit], months: Sequence[date]
) -> dict[str, list[float]]:
    """The hours of each month by the group's name, of those that took any; most hours first."""
    names = {group.id: called(group) for group in groups}
    found: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(months))
    for visit in visits:
        place = months_between(months[0], visit.day)
        if visit.hours and visit.group in names and 0 <= place < len(months):
            found[names[visit.group]][place] += visit.hours
    return dict(sorted(found.items(), key=lambda each: -sum(each[1])))
