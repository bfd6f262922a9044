"""The charts of step 9 about its rhythm: this week day by day, and the weeks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart
from rutkit.dates import WEEKDAYS
from rutkit.formatting import format_date, format_short_date
from rutkit.steps.job_search.rhythm.weeks import Day, SearchWeek, week_finding, week_sentence, weeks_finding

_PLAN_NOW = "The plan is today’s; earlier plans are not kept."


def week_chart(week: SearchWeek, today: date, palette: Palette) -> Chart:
    """The minutes of each day of a week, planned and done; days of rest are named."""
    if not week.of_plan and not week.done:
        return empty_chart("Your week", "Add a first session to your plan, a short one, and a day of rest.")
    names = [name[:3] for name in WEEKDAYS]
    figure = go.Figure()
    figure.add_bar(
        x=names,
        y=[day.planned_minutes for day in week.days],
        name="planned",
        marker={"color": palette.card, "line": {"color": palette.soft, "width": 1.5}},
        hovertemplate="%{x}: %{y} minutes planned<extra></extra>",
    )
    figure.add_bar(
        x=names,
        y=[day.done_minutes for day in week.days],
        name="done",
        marker_color=palette.accent,
        hovertemplate="%{x}: %{y} minutes done<extra></extra>",
    )
    for name, day in zip(names, week.days, strict=True):
        if day.rested:
            figure.add_annotation(
                x=name, y=0, text="rest", showarrow=False, yanchor="bottom", font_color=palette.soft
            )
    figure.update_layout(barmode="group", bargap=0.3, showlegend=True)
    figure.update_xaxes(title="Day", showgrid=False)
    figure.update_yaxes(title="Minutes", rangemode="tozero", nticks=5)
    return Chart(
        title=week_finding(week, today),
        summary=week_sentence(week),
        figure=dress(figure, palette, height=240),
        numbers=pd.DataFrame(
            {
                "Day": [format_date(day.day) for day in week.days],
                "Planned (minutes)": [day.planned_minutes for day in week.days],
                "Done (minutes)": [day.done_minutes for day in week.days],
                "Rest": [_rest(day, today) for day in week.days],
            }
        ),
        note="A session counts for its week, whatever the day; from half of its planned minutes up it is kept, with "
        "fewer it is begun. A planned day of rest is kept if no "
        "session took place on it, whether or not you wrote it down.",
    )


def _rest(day: Day, today: date) -> str:
    if not day.rest_planned:
        return ""
    if day.day > today:
        return "planned"
    return "kept" if day.rested else "not this time"


def weeks_chart(weeks: Sequence[SearchWeek], today: date, palette: Palette) -> Chart:
    """The hours of each of the last weeks beside today's plan."""
    if not any(week.done for week in weeks):
        return empty_chart(
            "Your weeks", "Note your first session; a week later there is something to see here."
        )
    names = [format_short_date(week.monday, today) for week in weeks]
    planned = weeks[-1].planned_minutes / 60
    figure = go.Figure(
        go.Bar(
            x=names,
            y=[week.done_minutes / 60 for week in weeks],
            marker_color=palette.accent,
            customdata=[f"{week.done} sessions, {week.looks} looks" for week in weeks],
            hovertemplate="Week from %{x}: %{y:.1f} hours, %{customdata}<extra></extra>",
        )
    )
    if planned:
        figure.add_hline(
            y=planned,
            line={"color": palette.warm, "dash": "dash", "width": 2},
            annotation={"text": "plan", "font": {"color": palette.warm}, "bgcolor": palette.card},
            annotation_position="top left",
        )
    figure.update_xaxes(title="Week from", showgrid=False, type="category", nticks=6)
    figure.update_yaxes(title="Hours", rangemode="tozero", nticks=5)
    return Chart(
        title=weeks_finding(weeks),
        summary="Hours a week, oldest first: "
        + ", ".join(f"{week.done_minutes / 60:.1f}" for week in weeks)
        + f"; planned are {planned:.1f}.",
        figure=dress(figure, palette, height=240),
        numbers=pd.DataFrame(
            {
                "Week from": [format_date(week.monday) for week in weeks],
                "Sessions": [week.done for week in weeks],
                "Sessions planned": [week.planned for week in weeks],
                "Hours": [round(week.done_minutes / 60, 1) for week in weeks],
                "Hours planned": [round(week.planned_minutes / 60, 1) for week in weeks],
                "Days of rest kept": [f"{week.rest_kept} of {week.rest_planned}" for week in weeks],
                "Looks at boards": [week.looks for week in weeks],
                "Looks at most": [week.most_looks for week in weeks],
            }
        ),
        note=f"{_PLAN_NOW} This week, the last, is not over. Sessions and days of rest count alike for what was kept.",
    )
