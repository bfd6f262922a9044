"""The pictures of step 4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from rutkit.chart import Chart, Palette, add_diamond, add_range, dress, empty_chart
from rutkit.dates import add_months, months_between
from rutkit.formatting import (
    counted,
    counted_hours,
    format_date,
    format_month,
    format_number,
    format_share,
    join_words,
)
from rutkit.records import field_spec
from rutkit.steps.growth.clock import Hand, clock_finding
from rutkit.steps.growth.learning import LearningMonth, learning_finding
from rutkit.steps.growth.records import GrowthCheck
from rutkit.steps.growth.tasks import EFFECTS, WHOLE_WEEK, JobLook, shares_sentence, tasks_finding
from rutkit.steps.growth.trend import (
    HIGHEST,
    MINIMUM_MONTHS,
    MINIMUM_MONTHS_AHEAD,
    WINDOW_MONTHS,
    Trend,
    YearAhead,
    trends_finding,
    year_ahead_finding,
)

_ROW = 52
"""Height of one labeled row, in pixels."""


def monthly_answers(trends: Sequence[Trend], palette: Palette) -> Chart:
    """The three questions, one above the other: a dot a month, and the line through them."""
    months = sorted({answer.month for trend in trends for answer in trend.answers})
    if len(months) < 2:
        return empty_chart(
            "The three questions, month by month",
            f"Not enough yet: {len(months)} of 2 months to draw, and of {MINIMUM_MONTHS} to speak of a trend.",
        )
    figure = make_subplots(
        rows=len(trends),
        shared_xaxes=True,
        vertical_spacing=0.14,
        subplot_titles=[f"<b>{trend.name.capitalize()}</b>" for trend in trends],
    )
    for row, trend in enumerate(trends, start=1):
        _draw_trend(figure, trend, palette.series[row - 1], row)
    figure.update_annotations(x=0, xanchor="left", font={"size": 13, "color": palette.ink})
    figure.update_layout(showlegend=False)
    figure.update_xaxes(type="date", showgrid=False, **_month_ticks(months))
    figure.update_xaxes(title="Month", row=len(trends))
    figure.update_yaxes(range=[-1, HIGHEST + 1], tickvals=[0, 5, HIGHEST], zeroline=False)
    figure.update_yaxes(title="Answer (0–10)", row=2)
    return Chart(
        title=trends_finding(trends),
        summary="; ".join(f"{trend.name.capitalize()}: {_last(trend)}, {trend.label}" for trend in trends)
        + ".",
        figure=dress(figure, palette, height=420).update_layout(margin_t=28),
        numbers=pd.DataFrame(
            {"Month": [format_month(month) for month in months]}
            | {f"{trend.name.capitalize()} (0–10)": _column(trend, months) for trend in trends}
        ),
        note=f"Your own answers of the last {WINDOW_MONTHS} months; dashed, the straight line through them from "
        f"{MINIMUM_MONTHS} months up (least squares). “Rises” and “falls” only where the 95 % interval around its "
        "change leaves out no change; among three questions one may do so by chance. "
        + " ".join(f"{trend.name.capitalize()}: {trend.label}, n = {trend.n}." for trend in trends),
    )


def _draw_trend(figure: go.Figure, trend: Trend, color: str, row: int) -> None:
    days = [answer.month for answer in trend.answers]
    figure.add_scatter(
        row=row,
        col=1,
        x=days,
        y=[answer.value for answer in trend.answers],
        mode="markers",
        marker={"color": color, "size": 8},
        text=[format_month(day) for day in days],
        hovertemplate="%{text}: %{y} of 10<extra></extra>",
    )
    line = trend.line
    if line:
        figure.add_scatter(
            row=row,
            col=1,
            x=[days[0], days[-1]],
            y=[line.at(days[0]), line.at(days[-1])],
            mode="lines",
            line={"color": color, "width": 2, "dash": "dash"},
            hoverinfo="skip",
        )


def _column(trend: Trend, months: Sequence[date]) -> list[int | None]:
    values = {answer.month: answer.value for answer in trend.answers}
    return [values.get(month) for month in months]


def _last(trend: Trend) -> str:
    if not trend.answers:
        return "no answer"
    newest = trend.answers[-1]
    return f"{newest.value} of 10 in {format_month(newest.month)}"


def _title(trend: Trend) -> str:
    return field_spec(GrowthCheck, trend.question).title


def growth_ahead(ahead: Sequence[YearAhead], palette: Palette) -> Chart:
    """Where each question would stand in a year if its line went on: the range, and the last answer."""
    if all(each.range is None for each in ahead):
        return empty_chart(
            "The next year, if nothing changes",
            f"{year_ahead_finding(ahead)}. Answer the three questions once a month; then the line through your "
            "answers says where it leads.",
        )
    figure = go.Figure()
    for row, each in enumerate(ahead):
        color = palette.series[row]
        if each.range:
            add_range(figure, row, (each.range.low, each.range.high), color, each.label)
        if each.newest:
            answer = f"Your answer in {format_month(each.newest.month)}: %{{x}}"
            add_diamond(figure, row, each.newest.value, palette, answer)
    _label_rows(figure, [f"{each.trend.name.capitalize()}: {each.label}" for each in ahead], palette)
    figure.update_xaxes(
        title="Answer (0–10)", range=[-0.4, HIGHEST + 0.4], tickvals=[0, 5, HIGHEST], zeroline=False
    )
    month = format_month(ahead[0].month)
    return Chart(
        title=year_ahead_finding(ahead),
        summary=f"In {month}, from 0 to 10: "
        + "; ".join(f"{each.trend.name} {each.label}" for each in ahead)
        + ".",
        figure=dress(figure, palette, height=_ROW * len(ahead) + 56),
        numbers=pd.DataFrame(
            {
                "Question": [_title(each.trend) for each in ahead],
                "Last answer (0–10)": [each.newest.value if each.newest else None for each in ahead],
                f"Range in {month}": [each.label for each in ahead],
                "Months answered": [each.trend.n for each in ahead],
            }
        ),
        note=f"Bars hold the answer in {month} in 80 of 100 cases, if the straight line through your answers goes on "
        "and months scatter around it as they did, each for itself; a line that leaves the scale is taken to go "
        f"along its end. Diamonds are your last answers. From {MINIMUM_MONTHS_AHEAD} months up. It is where the past "
        "leads, not what will happen.",
    )


def learning_by_month(months: Sequence[LearningMonth], without_hours: int, palette: Palette) -> Chart:
    """The hours of each month, at work and in the person’s own time.

    `without_hours` is how many entries say nothing of their hours.
    """
    if not months:
        return empty_chart(
            "What you learned, month by month", "Note the last thing that you learned; a line is enough."
        )
    names = [format_month(month.month) for month in months]
    figure = go.Figure()
    for name, hours, color in (
        ("at work", [month.at_work for month in months], palette.series[0]),
        ("own time", [month.own_time for month in months], palette.series[1]),
        ("not said", [month.not_said for month in months], palette.soft),
    ):
        if any(hours):
            figure.add_bar(
                x=[month.month for month in months],
                y=hours,
                name=name,
                width=20 * _MILLISECONDS_A_DAY,
                marker_color=color,
                customdata=names,
                hovertemplate=f"%{{customdata}}, {name}: %{{y}} hours<extra></extra>",
            )
    days = [month.month for month in months]
    figure.update_layout(barmode="stack", showlegend=True)
    figure.update_xaxes(title="Month", type="date", showgrid=False, **_month_ticks(days))
    figure.update_yaxes(title="Hours", rangemode="tozero", nticks=5)
    entries = sum(month.entries for month in months)
    quiet = sum(not month.entries for month in months)
    note = f"n = {counted(entries, 'entry')} of your log in {counted(len(months), 'month')}."
    if quiet:
        note += f" {counted(quiet, 'month')} without any."
    if without_hours:
        note += f" {counted(without_hours, 'entry')} without hours, counted as none."
    return Chart(
        title=learning_finding(months),
        summary=f"Hours a month from {names[0]} to {names[-1]}; the most were "
        f"{counted_hours(max(month.hours for month in months))}, in the last month "
        f"{counted_hours(months[-1].hours)}.",
        figure=dress(figure, palette, height=260),
        numbers=pd.DataFrame(
            {
                "Month": names,
                "At work (hours)": [month.at_work for month in months],
                "Own time (hours)": [month.own_time for month in months],
                "Not said (hours)": [month.not_said for month in months],
                "Entries": [month.entries for month in months],
            }
        ),
        note=note,
    )


_MILLISECONDS_A_DAY = 86_400_000


def tasks_then_and_now(looks: tuple[JobLook, ...], palette: Palette) -> Chart:
    """For each effect, the share of the week that has it: at the first look at the job and at the newest."""
    if not any(look.total for look in looks):
        return empty_chart(
            "How much of your week teaches, and how much repeats",
            "Add your main tasks with their shares, and say what each does for you.",
        )
    now = looks[-1]
    drawn = [(now, palette.accent, "now")]
    if len(looks) > 1:
        drawn.insert(0, (looks[0], palette.soft, "then"))
    figure = go.Figure()
    for look, color, name in drawn:
        shares = [look.share_that(effect) for effect in EFFECTS]
        figure.add_bar(
            orientation="h",
            x=shares,
            y=EFFECTS,
            name=f"{name} ({format_date(look.day)})",
            marker_color=color,
            text=[format_share(share / WHOLE_WEEK) for share in shares],
            textposition="outside",
            textfont={"color": palette.ink},
            cliponaxis=False,
            hovertemplate="%{y}: %{x} %<extra></extra>",
        )
    figure.update_layout(barmode="group", bargap=0.3, legend_traceorder="normal", showlegend=True)
    largest = max(share for trace in figure.data for share in trace.x)
    figure.update_xaxes(title="Share of your time (%)", range=[0, max(largest * 1.2, 50)], nticks=5)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return Chart(
        title=tasks_finding(looks),
        summary="; ".join(
            f"{format_date(look.day)}: "
            + join_words(
                [f"{effect} {format_share(look.share_that(effect) / WHOLE_WEEK)}" for effect in EFFECTS]
            )
            for look, _, _ in drawn
        )
        + ".",
        figure=dress(figure, palette, height=60 + 60 * len(EFFECTS)),
        numbers=_task_numbers([look for look, _, _ in drawn]),
        note=f"Your own estimate of {counted(len(now.tasks), 'task')}, on {counted(len(looks), 'day')} in all; a task "
        f"may do several things, so the bars overlap. {shares_sentence(now)} Nothing is scaled to fit.",
    )


def _task_numbers(looks: Sequence[JobLook]) -> pd.DataFrame:
    rows = [
        {
            "As of": format_date(look.day),
            "Task": task.name,
            "Share (%)": task.share,
            "What it does": ", ".join(task.effects),
        }
        for look in looks
        for task in look.tasks
    ]
    return pd.DataFrame(rows).astype({"Share (%)": "Int64"})


def growth_clock(hands: Sequence[Hand], palette: Palette) -> Chart:
    """How many months each hand has gone."""
    if all(hand.months is None for hand in hands):
        return empty_chart(
            "How long it has been", "Say in step 1 since when you have your role, or enter a date here."
        )
    months = [hand.months or 0 for hand in hands]
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=months,
            y=list(range(len(hands))),
            width=0.26,
            marker_color=[palette.accent, *[palette.series[0]] * (len(hands) - 1)],
            hoverinfo="skip",
        )
    )
    _label_rows(figure, [f"{hand.name}: {hand.label}" for hand in hands], palette)
    longest = max(months)
    figure.update_xaxes(
        title="Years" if longest > 24 else "Months",
        range=[0, max(longest, 1) * 1.04],
        showgrid=True,
        **_year_ticks(longest),
    )
    return Chart(
        title=clock_finding(hands),
        summary="; ".join(f"{hand.name}: {hand.label}" for hand in hands) + ".",
        figure=dress(figure, palette, height=_ROW * len(hands) + 56),
        numbers=pd.DataFrame(
            {
                "Hand": [hand.name for hand in hands],
                "Since": [format_month(hand.since) if hand.since else hand.label for hand in hands],
                "Months": pd.array([hand.months for hand in hands], dtype="Int64"),
            }
        ),
        note="Counted in calendar months. The role comes from step 1, the skill from your learning log: the first "
        "day on which it turned up there. What was never written down is not in it.",
    )


def _year_ticks(longest: int) -> dict[str, object]:
    """Whole years where there are several, otherwise months."""
    if longest <= 24:
        return {"nticks": 5}
    step = 12 * max(1, round(longest / 12 / 5))
    ticks = list(range(0, longest + 1, step))
    return {"tickvals": ticks, "ticktext": [format_number(tick // 12) for tick in ticks]}


def _label_rows(figure: go.Figure, labels: Sequence[str], palette: Palette) -> None:
    """Write each row’s label above it, so that none is too long for a phone."""
    for row, label in enumerate(labels):
        figure.add_annotation(
            xref="paper",
            x=0,
            y=row - 0.2,
            text=label,
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            font_color=palette.ink,
        )
    figure.update_layout(showlegend=False)
    figure.update_yaxes(range=[len(labels) - 0.6, -0.9], visible=False)


def _month_ticks(months: Sequence[date]) -> dict[str, object]:
    """A date axis that names the first and the last month and, if there is room, the one in the middle."""
    first, last = months[0], months[-1]
    between = months_between(first, last)
    named = (
        [first, add_months(first, between // 2), last] if between >= 4 else list(dict.fromkeys((first, last)))
    )
    margin = timedelta(days=20)
    return {
        "range": [first - margin, last + margin],
        "tickvals": named,
        "ticktext": [format_month(month).replace(" ", "<br>") for month in named],
        "ticklabeloverflow": "allow",
    }
