"""The charts of step 3: from a frame or a result to a `Chart` whose title is the finding.

What follows time is drawn in `trend_charts`, what compares in `difference_charts`; both are found here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, whiskers
from rutkit.dates import WEEKDAYS
from rutkit.formatting import (
    EMPTY,
    counted,
    format_date,
    format_month,
    format_number,
    format_share_interval,
)
from rutkit.records import field_spec
from rutkit.steps.emotions.analysis import MINIMUM_WORKDAYS, WINDOW_DAYS, Consistency, consistency_finding
from rutkit.steps.emotions.burnout import BurnoutScore, burnout_finding
from rutkit.steps.emotions.days import calendar_days
from rutkit.steps.emotions.difference_charts import tags, workdays_and_days_off
from rutkit.steps.emotions.drawing import TOLL, stepped
from rutkit.steps.emotions.records import FEELINGS, CheckIn
from rutkit.steps.emotions.trend_charts import weekdays, weekly_trend

__all__ = [
    "burnout_over_time",
    "calendar",
    "consistency_bars",
    "tags",
    "weekdays",
    "weekly_trend",
    "workdays_and_days_off",
]

STRENGTHS = field_spec(CheckIn, FEELINGS[0]).choices
"""What 0 to 4 are called."""

STRONG = 3


def consistency_bars(results: Sequence[Consistency], palette: Palette) -> Chart:
    """For each feeling, the share of the workdays in the last 14 days on which it was “some” or more."""
    title = consistency_finding(results)
    if all(result.missing for result in results):
        return empty_chart(
            title,
            f"Check in on {MINIMUM_WORKDAYS} workdays within {WINDOW_DAYS} days to see which feelings keep "
            "coming back.",
        )
    names = [result.feeling.capitalize() for result in results]
    shares = [0 if result.missing else result.share for result in results]
    intervals = [result.interval for result in results]
    bar = {"y": names, "orientation": "h", "width": 0.4, "showlegend": False}
    figure = go.Figure()
    figure.add_bar(x=[1] * len(names), marker_color=palette.line, hoverinfo="skip", **bar)
    figure.add_bar(
        x=shares,
        marker_color=palette.series[: len(names)],
        error_x=whiskers(shares, intervals, palette.ink),
        customdata=[result.label for result in results],
        hovertemplate="%{y}: %{customdata}<extra></extra>",
        **bar,
    )
    for name, result in zip(names, results, strict=True):
        place = {"x": 0.02} if result.missing else {"xref": "paper", "x": 1, "xshift": 10}
        figure.add_annotation(
            y=name,
            text=result.label.replace(" · ", "<br>"),
            align="left",
            xanchor="left",
            showarrow=False,
            font={"size": 11, "color": palette.ink},
            **place,
        )
    figure.add_vline(x=0.5, line={"color": palette.soft, "width": 1, "dash": "dot"})
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(
        title="Share of workdays",
        range=[0, 1],
        tickvals=[0, 0.5, 1],
        ticktext=["0 %", "half", "100 %"],
        showgrid=False,
    )
    figure.update_yaxes(autorange="reversed")
    return Chart(
        title=title,
        summary="Share of your workdays in the last 14 days at “some” or more: "
        + "; ".join(f"{result.feeling} {result.label}" for result in results)
        + ".",
        figure=dress(figure, palette, height=240).update_layout(margin_r=80),
        numbers=pd.DataFrame(
            {
                "Feeling": names,
                "Workdays at “some” or more": [result.days_felt for result in results],
                "Workdays answered": [result.n for result in results],
                "95 % interval": [
                    format_share_interval(result.interval.low, result.interval.high)
                    if result.interval
                    else result.label
                    for result in results
                ],
            }
        ),
        note=f"Workdays of the last {WINDOW_DAYS} days. “Consistent” means on half or more of at "
        f"least {MINIMUM_WORKDAYS}. Thin lines are 95 % intervals (Wilson): the fewer days, the wider.",
    )


def calendar(frame: pd.DataFrame, today: date, palette: Palette, weeks: int = 26) -> Chart:
    """The strongest feeling of each day, a column a week; half a year can be read on a phone, too."""
    days = calendar_days(frame, today, weeks)
    answered = days.dropna(subset="strongest")
    if answered.empty:
        return empty_chart("Your days at a glance", "Check in for today: each day then gets its square here.")
    figure = go.Figure()
    figure.add_heatmap(
        z=days.pivot(index="weekday", columns="week", values="strongest").to_numpy(),
        text=days.assign(text=_in_words(days))
        .pivot(index="weekday", columns="week", values="text")
        .to_numpy(),
        hovertemplate="%{text}<extra></extra>",
        hoverongaps=False,
        xgap=2,
        ygap=2,
        zmin=-0.5,
        zmax=len(STRENGTHS) - 0.5,
        colorscale=stepped(palette.ramp),
        colorbar={
            "orientation": "h",
            "thickness": 8,
            "len": 1,
            "y": 0,
            "yanchor": "top",
            "ypad": 26,
            "outlinewidth": 0,
            "tickvals": list(range(len(STRENGTHS))),
            "ticktext": STRENGTHS,
            "tickfont": {"size": 11},
        },
    )
    unanswered = days[days["strongest"].isna()]
    figure.add_scatter(
        x=unanswered["week"],
        y=unanswered["weekday"],
        mode="markers",
        marker={"size": 2, "color": palette.soft},
        hoverinfo="skip",
        showlegend=False,
    )
    month_starts = days[[day.day == 1 for day in days.index]]
    bare = {"showgrid": False, "zeroline": False, "showline": False, "ticks": "", "constrain": "domain"}
    figure.update_xaxes(
        tickvals=month_starts["week"],
        ticktext=[format_month(day).split()[0] for day in month_starts.index],
        tickangle=0,
        range=[-0.5, weeks - 0.5],
        **bare,
    )
    figure.update_yaxes(
        tickvals=[0, 2, 4, 6],
        ticktext=[WEEKDAYS[weekday][:3] for weekday in (0, 2, 4, 6)],
        range=[6.5, -0.5],
        scaleanchor="x",
        **bare,
    )
    strong = int((answered["strongest"] >= STRONG).sum())
    return Chart(
        title=f"A feeling was strong or extreme on {strong} of {counted(len(answered), 'day')}",
        summary="One square a day, shaded by its strongest feeling, from "
        f"{format_date(answered.index[0])} to {format_date(answered.index[-1])}.",
        figure=dress(figure, palette, height=200),
        numbers=pd.DataFrame(
            {
                "Day": [day.date() for day in answered.index],
                "Strongest feeling (0–4)": answered["strongest"].astype(int).to_list(),
                "Toll (0–4)": answered["toll"].round(2).to_list(),
            }
        ),
        note=f"A square shows the strongest feeling of its day; a dot is a day without a check-in. {TOLL}",
    )


def _in_words(days: pd.DataFrame) -> list[str]:
    """The rows of `calendar_days` for the pointer: "4 Nov 2026: strong, toll 2.2", or nothing."""
    return [
        ""
        if pd.isna(strongest)
        else f"{format_date(day)}: {STRENGTHS[int(strongest)]}, toll {format_number(toll, decimals=1)}"
        for day, strongest, toll in zip(days.index, days["strongest"], days["toll"], strict=True)
    ]


def burnout_over_time(history: Sequence[BurnoutScore], palette: Palette) -> Chart:
    """Both scales of the Copenhagen Burnout Inventory each time that they were valid, 0 to 100."""
    valid = [score for score in history if score.personal.mean is not None or score.work.mean is not None]
    if not valid:
        return empty_chart(
            "Burnout over time",
            "Answer at least three of the six personal and four of the seven questions about work, and again "
            "every four weeks.",
        )
    days = [score.day for score in valid]
    personal = [score.personal.mean for score in valid]
    work = [score.work.mean for score in valid]
    figure = go.Figure()
    for name, means, color, symbol, dash in (
        ("Personal", personal, palette.series[0], "circle", "solid"),
        ("Work-related", work, palette.series[1], "square", "dash"),
    ):
        figure.add_scatter(
            x=days,
            y=means,
            name=name,
            mode="lines+markers",
            connectgaps=True,
            line={"color": color, "width": 2, "dash": dash},
            marker={"color": color, "size": 9, "symbol": symbol},
            customdata=[format_date(day) for day in days],
            hovertemplate=f"{name}, %{{customdata}}: %{{y:.0f}}<extra></extra>",
        )
    labelled = days[:: -(1 + len(days) // 4)]
    figure.update_xaxes(
        title="Day",
        type="date",
        tickvals=labelled,
        ticktext=[f"{day.day} {format_month(day).replace(' ', '<br>')}" for day in labelled],
        showgrid=False,
    )
    figure.update_yaxes(
        title="Score, from 0 (least) to 100", range=[-4, 104], tickvals=[0, 25, 50, 75, 100], zeroline=False
    )
    return Chart(
        title=burnout_finding(valid),
        summary=f"{counted(len(valid), 'inventory')}, the last on {format_date(days[-1])}: personal burnout "
        f"{_score(personal[-1])}, work-related {_score(work[-1])}, each from 0 to 100.",
        figure=dress(figure, palette, height=300),
        numbers=pd.DataFrame(
            {
                "Day": days,
                "Personal burnout (0–100)": [_score(mean) for mean in personal],
                "Answers of 6": [score.personal.answered for score in valid],
                "Work-related burnout (0–100)": [_score(mean) for mean in work],
                "Answers of 7": [score.work.answered for score in valid],
            }
        ),
        note="Copenhagen Burnout Inventory (Kristensen et al. 2005, Work & Stress 19(3)), scored as "
        "published. There is no line between healthy and ill: its authors find fixed cut-off points "
        "problematic. One answer moved by one step moves a score by about 4 points.",
    )


def _score(mean: float | None) -> str:
    return EMPTY if mean is None else format_number(mean, decimals=0)
