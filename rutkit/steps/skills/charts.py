"""The charts of step 6: from a result to a `Chart` whose title is the finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from html import escape
from math import ceil

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, whiskers
from rutkit.dates import monday_of
from rutkit.formatting import (
    counted,
    counted_hours,
    format_date,
    format_money,
    format_number,
    format_share,
    format_share_interval,
)
from rutkit.steps.skills.curves import CurvePoint
from rutkit.steps.skills.demand import FULL_LEVEL, HAVE_FROM
from rutkit.steps.skills.drawing import ROW_HEIGHT, label_row
from rutkit.steps.skills.gaps import LEVELS, Gap, Gaps

SHOWN_SKILLS = 15
COVERAGE_NOTE = (
    f"Each skill counts by its share of postings, and as far as your level meets “{LEVELS[FULL_LEVEL]}”. "
    "What is planned counts at your odds of finishing it. It is a sum over skills, not your chance of a job."
)
_DAY = 24 * 60 * 60 * 1000
"""In milliseconds, as plotly counts time."""


def gap_chart(gaps: Gaps, palette: Palette) -> Chart:
    """The skills most asked for, each with its share of postings and the own level."""
    if not gaps.all:
        return empty_chart(
            "What is asked for, beside what you have",
            "Read some postings in step 5 first; each skill they ask for then stands here beside your level.",
        )
    shown = gaps.all[:SHOWN_SKILLS]
    looks = {
        "have it and can show it": (gaps.shown, palette.accent, ""),
        "have it, nothing shows it": (gaps.unshown, palette.series[2], "/"),
        "do not have it": (gaps.not_had, palette.warm, "."),
        "not said": (gaps.unsaid, palette.line, ""),
    }
    figure = go.Figure()
    for name, (group, color, pattern) in looks.items():
        rows = [row for row, gap in enumerate(shown) if gap in group]
        figure.add_bar(
            orientation="h",
            name=name,
            y=rows,
            x=[shown[row].demand.share for row in rows],
            width=0.34,
            marker={
                "color": color,
                "pattern": {"shape": pattern, "bgcolor": color, "fgcolor": palette.card, "size": 6},
            },
            error_x=whiskers(
                [shown[row].demand.share for row in rows],
                [shown[row].demand.interval for row in rows],
                palette.soft,
            ),
            hovertemplate=[f"{escape(_in_words(shown[row]))}<extra></extra>" for row in rows],
        )
    for row, gap in enumerate(shown):
        label_row(figure, row, gap.demand.name, _level_words(gap), palette)
    figure.update_yaxes(visible=False, range=[len(shown) - 0.6, -0.9])
    figure.update_xaxes(title_text="Share of postings that ask for it", tickformat=".0%", rangemode="tozero")
    figure.update_layout(barmode="overlay")
    n = shown[0].demand.n
    return Chart(
        title=_gap_finding(gaps),
        summary=f"{gaps.sentence} " + "; ".join(_in_words(gap) for gap in shown) + ".",
        figure=dress(figure, palette, height=110 + ROW_HEIGHT * len(shown)),
        numbers=pd.DataFrame(
            {
                "skill": [gap.demand.name for gap in gaps.all],
                "share of postings": [format_share(gap.demand.share) for gap in gaps.all],
                "95 % interval": [_interval(gap) for gap in gaps.all],
                "required": [format_share(gap.demand.required_share) for gap in gaps.all],
                "your level": [_level_words(gap) for gap in gaps.all],
                "something shows it": ["yes" if gap.has_evidence else "no" for gap in gaps.all],
            }
        ),
        note=f"n = {counted(n, 'posting')}; lines are 95 % intervals (Wilson). You have a skill from "
        f"“{LEVELS[HAVE_FROM]}” up. Your levels are your own judgment.",
    )


def timeline_chart(
    hours: Mapping[str, Mapping[date, float]],
    hours_a_week: float | None,
    today: date,
    palette: Palette,
    *,
    what: str,
) -> Chart:
    """Which resource in which week, and all hours of each week against the limit.

    Args:
        hours: for each resource's name, its hours by the Monday of the week.
        hours_a_week: the limit; None if there is none any more.
        today: marked, if it lies within.
        palette: the colors.
        what: what is drawn, for the title: "The plan you took".
    """
    rows = sorted((name for name in hours if hours[name]), key=lambda name: (min(hours[name]), name))
    if not rows:
        return empty_chart(
            "Your plan on a line of time",
            "Make a plan and take it; each week then stands here with its hours.",
        )
    first = min(min(hours[name]) for name in rows)
    last = max(max(hours[name]) for name in rows)
    mondays = [first + timedelta(weeks=week) for week in range((last - first).days // 7 + 1)]
    totals = [sum(hours[name].get(monday, 0.0) for name in rows) for monday in mondays]
    most = max([*totals, hours_a_week or 0.0])
    figure = go.Figure()
    for row, name in enumerate(rows):
        weeks = sorted(hours[name])
        figure.add_bar(
            orientation="h",
            y=[row] * len(weeks),
            base=weeks,
            x=[6.6 * _DAY] * len(weeks),
            width=0.34,
            marker={"color": palette.series[row % len(palette.series)]},
            hovertemplate=[
                f"{escape(name)}<br>week of {format_date(week)}: {counted_hours(hours[name][week])}<extra></extra>"
                for week in weeks
            ],
            showlegend=False,
        )
        label_row(figure, row, name, f"{counted_hours(sum(hours[name].values()))}", palette)
    figure.add_bar(
        x=mondays,
        y=totals,
        width=6 * _DAY,
        offset=0.3 * _DAY,
        yaxis="y2",
        marker_color=palette.ramp[2],
        hovertemplate="week of %{x|%d %b %Y}: %{y:.1f} hours<extra></extra>",
        showlegend=False,
    )
    plan_height = ROW_HEIGHT * len(rows) + 20
    height = plan_height + 190
    share = 110 / height
    figure.update_layout(
        barmode="overlay",
        yaxis={"visible": False, "range": [len(rows) - 0.6, -0.9], "domain": [share + 0.06, 1]},
        yaxis2={
            "title": {"text": "Hours"},
            "domain": [0, share],
            "range": [0, most * 1.15],
            "anchor": "x",
            "nticks": 4,
        },
    )
    end = last + timedelta(weeks=1)
    weeks_a_tick = max(1, ceil((end - first) / timedelta(weeks=5)))
    figure.update_xaxes(
        type="date",
        anchor="y2",
        title_text="Week from Monday",
        range=[first, end],
        tick0=first,
        dtick=weeks_a_tick * 7 * _DAY,
        tickformat="%-d %b",
        tickangle=0,
    )
    if hours_a_week:
        figure.add_shape(
            type="line",
            xref="paper",
            x0=0,
            x1=1,
            yref="y2",
            y0=hours_a_week,
            y1=hours_a_week,
            line={"color": palette.warm, "dash": "dash", "width": 1.5},
        )
    if first <= monday_of(today) <= last:
        figure.add_vline(x=today, line={"color": palette.soft, "width": 1, "dash": "dot"})
    limit = f"; the dashed line is your limit of {counted_hours(hours_a_week)}" if hours_a_week else ""
    return Chart(
        title=f"{what}: {counted(len(rows), 'resource')} until {format_date(end - timedelta(days=1))}",
        summary="; ".join(_row_in_words(name, hours[name]) for name in rows)
        + f". At most {counted_hours(max(totals))} in a week.",
        figure=dress(figure, palette, height=height),
        numbers=pd.DataFrame(
            {
                "week of": [format_date(monday) for monday in mondays],
                **{name: [round(hours[name].get(monday, 0.0), 1) for monday in mondays] for name in rows},
                "all hours": [round(total, 1) for total in totals],
            }
        ),
        note=f"Below, the hours of each week{limit}.",
    )


def budget_chart(points: Sequence[CurvePoint], currency: str, palette: Palette) -> Chart:
    """Coverage against the budget."""
    return _curve(
        points,
        palette,
        axis=f"Budget ({currency})",
        words=lambda limit: format_money(round(limit, 2), currency),
        what="money",
    )


def hours_chart(points: Sequence[CurvePoint], palette: Palette) -> Chart:
    """Coverage against the hours a week."""
    return _curve(
        points,
        palette,
        axis="Hours a week",
        words=lambda limit: f"{format_number(round(limit, 1))} h a week",
        what="time",
    )


def not_drawn_yet(what: str) -> Chart:
    """The empty state of both curves."""
    return empty_chart(f"What more {what} would buy", "Make a plan; this is worked out right after it.")


def _curve(
    points: Sequence[CurvePoint], palette: Palette, *, axis: str, words: Callable[[float], str], what: str
) -> Chart:
    known = [(point, point.coverage) for point in points if point.coverage is not None]
    if not known:
        return not_drawn_yet(what)
    figure = go.Figure()
    figure.add_scatter(
        x=[point.limit for point, _ in known],
        y=[covered for _, covered in known],
        mode="lines+markers",
        line={"color": palette.series[0]},
        hovertemplate=[
            f"{escape(words(point.limit))}: {format_share(covered)}<extra></extra>"
            for point, covered in known
        ],
        showlegend=False,
    )
    chosen = [(point, covered) for point, covered in known if point.is_set]
    figure.add_scatter(
        x=[point.limit for point, _ in chosen],
        y=[covered for _, covered in chosen],
        mode="markers+text",
        marker={"size": 14, "symbol": "diamond", "color": palette.warm},
        text=["yours"] * len(chosen),
        textposition="bottom center",
        textfont={"color": palette.ink},
        hoverinfo="skip",
        showlegend=False,
    )
    low, high = min(covered for _, covered in known), max(covered for _, covered in known)
    air = max(0.02, (high - low) * 0.25)
    figure.update_yaxes(
        title_text="Covered", tickformat=".0%", range=[max(0.0, low - air), min(1.02, high + air)], nticks=5
    )
    figure.update_xaxes(title_text=axis, nticks=6, rangemode="tozero")
    return Chart(
        title=_curve_finding(known, words, what),
        summary="; ".join(f"{words(point.limit)}: {format_share(covered)}" for point, covered in known) + ".",
        figure=dress(figure, palette, height=260),
        numbers=pd.DataFrame(
            {
                axis: [point.limit for point in points],
                "covered": [
                    "does not fit" if p.coverage is None else format_share(p.coverage, decimals=1)
                    for p in points
                ],
                "yours": ["yes" if point.is_set else "" for point in points],
            }
        ),
        note=f"Everything else as you set it; each point is the best plan for its limit, to within 1 % of its gain. "
        f"{COVERAGE_NOTE}",
    )


def _curve_finding(
    known: Sequence[tuple[CurvePoint, float]], words: Callable[[float], str], what: str
) -> str:
    chosen = next((covered for point, covered in known if point.is_set), None)
    most_point, most = known[-1]
    if chosen is None:
        return f"With {words(most_point.limit)} a plan covers {format_share(most)}"
    if most - chosen < 0.005:
        return f"More {what} would buy next to nothing"
    return f"{words(most_point.limit)} would cover {format_share(most)} instead of {format_share(chosen)}"


def _gap_finding(gaps: Gaps) -> str:
    have = len(gaps.shown) + len(gaps.unshown)
    return f"You have {have} of {counted(len(gaps.all), 'skill')} asked for, and can show {len(gaps.shown)}"


def _in_words(gap: Gap) -> str:
    return f"{gap.demand.name}: {gap.demand.in_words}, you: {_level_words(gap)}"


def _level_words(gap: Gap) -> str:
    return "not said" if gap.level is None else LEVELS[gap.level]


def _interval(gap: Gap) -> str:
    return format_share_interval(gap.demand.interval.low, gap.demand.interval.high)


def _row_in_words(name: str, weeks: Mapping[date, float]) -> str:
    first, last = format_date(min(weeks)), format_date(max(weeks))
    when = f"in the week of {first}" if first == last else f"from the week of {first} to that of {last}"
    return f"{name}: {counted_hours(sum(weeks.values()))} {when}"
