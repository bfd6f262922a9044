"""The charts of step 3 that follow time: week by week, and by the day of the week."""

from __future__ import annotations

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, whiskers
from rutkit.dates import WEEKDAYS
from rutkit.formatting import counted, format_interval, format_number
from rutkit.steps.emotions.comparisons import MINIMUM_DAYS, RECENT_DAYS, changes_finding, recent_changes
from rutkit.steps.emotions.days import (
    MINIMUM_ROLLING_DAYS,
    MINIMUM_WEEKDAYS,
    rolling_means,
    weekday_finding,
    weekday_tolls,
    weekly_means,
)
from rutkit.steps.emotions.drawing import FEW_DAYS, INTERVALS, TOLL
from rutkit.steps.emotions.records import FEELINGS


def weekly_trend(frame: pd.DataFrame, today: date, palette: Palette) -> Chart:
    """The five feelings over the last year, one above the other: a dot a week, and the mean of seven days."""
    weeks = weekly_means(frame, today)
    if len(weeks) < 2:
        return empty_chart(
            "Your feelings week by week",
            f"Not enough yet: {len(weeks)} of 2 weeks with a check-in.",
        )
    changes = recent_changes(frame, today)
    means = [f"{change.of} {format_number(change.mean, decimals=1)}" for change in changes if change.n]
    return Chart(
        title=changes_finding(changes),
        summary=f"Five lines over {counted(len(weeks), 'week')}, one for each feeling, from 0 to 4. "
        f"Means of the last four weeks: {', '.join(means) or 'none'}.",
        figure=_panels(weeks, rolling_means(frame, today), palette),
        numbers=pd.DataFrame(
            {
                "Week from": [monday.date() for monday in weeks.index],
                **{f"{name.capitalize()} (0–4)": weeks[name].round(2).to_list() for name in FEELINGS},
                "Days answered": weeks["n"].to_list(),
            }
        ),
        note="Dots are the means of weeks from Monday to Sunday, lines the mean of seven days; both from "
        f"{MINIMUM_ROLLING_DAYS} answered days up. “Rose” and “fell” set the last {RECENT_DAYS} days "
        f"against the {RECENT_DAYS} before, at least {MINIMUM_DAYS} days each, and only where the 95 % "
        "interval leaves out no change; among five feelings one may do so by chance.",
    )


def _panels(weeks: pd.DataFrame, rolling: pd.DataFrame, palette: Palette) -> go.Figure:
    """A small plot for each feeling, one above the other, on one axis of days."""
    weeks = weeks[weeks["n"] >= MINIMUM_ROLLING_DAYS]
    height = 1 / len(FEELINGS)
    traces, axes, names = [], {}, []
    for position, feeling in enumerate(FEELINGS):
        number = str(position + 1) if position else ""
        name, color = feeling.capitalize(), palette.series[position]
        shared = {"yaxis": f"y{number}", "showlegend": False}
        traces.append(
            go.Scatter(
                x=rolling.index,
                y=rolling[feeling],
                mode="lines",
                line={"color": color, "width": 2},
                hovertemplate=f"{name}, mean of 7 days: %{{y:.1f}}<extra></extra>",
                **shared,
            )
        )
        traces.append(
            go.Scatter(
                x=weeks.index,
                y=weeks[feeling],
                mode="markers",
                marker={"color": color, "size": 5},
                customdata=weeks["n"],
                hovertemplate=f"{name}, this week: %{{y:.1f}} (%{{customdata}} days)<extra></extra>",
                **shared,
            )
        )
        top = 1 - position * height
        axes[f"yaxis{number}"] = {
            "domain": [top - 0.68 * height, top],
            "range": [-0.2, 4.2],
            "tickvals": [0, 2, 4],
            "zeroline": False,
        }
        names.append(
            {
                "text": name,
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "y": top,
                "yref": "paper",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"color": palette.ink},
            }
        )
    axes["yaxis3"]["title"] = "Strength, from 0 (none) to 4 (extreme)"
    axes["xaxis"] = {
        "title": "Day",
        "type": "date",
        "tickformat": "%b\n%Y",
        "anchor": f"y{len(FEELINGS)}",
        "showgrid": False,
    }
    figure = go.Figure(traces, {**axes, "annotations": names})
    return dress(figure, palette, height=500).update_layout(margin_t=28)


def weekdays(frame: pd.DataFrame, today: date, palette: Palette) -> Chart:
    """The toll of each day of the week over the last year, with its interval."""
    tolls = weekday_tolls(frame, today)
    known = [toll for toll in tolls if toll.interval]
    if len(known) < 2:
        second_most = sorted(toll.n for toll in tolls)[-2]
        return empty_chart(
            "Which day of the week weighs most",
            f"Not enough yet: to be compared, two days of the week need {MINIMUM_WEEKDAYS} check-ins each; "
            f"the second-fullest has {second_most}.",
        )
    means = [toll.mean for toll in known]
    figure = go.Figure()
    figure.add_scatter(
        x=[WEEKDAYS[toll.weekday][:3] for toll in known],
        y=means,
        error_y=whiskers(means, [toll.interval for toll in known], palette.accent),
        mode="markers",
        marker={"color": palette.accent, "size": 10},
        customdata=[counted(toll.n, "day") for toll in known],
        hovertemplate="%{x}: %{y:.1f}, %{customdata}<extra></extra>",
        showlegend=False,
    )
    figure.update_xaxes(
        title="Day of the week",
        type="category",
        categoryarray=[weekday[:3] for weekday in WEEKDAYS],
        range=[-0.5, 6.5],
        showgrid=False,
    )
    figure.update_yaxes(title="Toll (0–4)", range=[0, 4.1], dtick=1)
    return Chart(
        title=weekday_finding(tolls),
        summary="Mean toll, from 0 to 4: "
        + ", ".join(
            f"{WEEKDAYS[toll.weekday]} {format_number(toll.mean, decimals=1)} ({counted(toll.n, 'day')})"
            for toll in known
        )
        + ".",
        figure=dress(figure, palette, height=260),
        numbers=pd.DataFrame(
            {
                "Day of the week": [WEEKDAYS[toll.weekday] for toll in tolls],
                "Mean toll (0–4)": [round(toll.mean, 2) if toll.interval else None for toll in tolls],
                "95 % interval": [
                    format_interval(toll.interval.low, toll.interval.high, decimals=2)
                    if toll.interval
                    else f"not enough yet: {toll.n} of {MINIMUM_WEEKDAYS}"
                    for toll in tolls
                ],
                "Days": [toll.n for toll in tolls],
            }
        ),
        note=f"The last year; each day of the week from {MINIMUM_WEEKDAYS} check-ins up. "
        f"{TOLL} {INTERVALS} {FEW_DAYS}",
    )
