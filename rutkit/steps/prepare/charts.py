"""The pictures of step 10."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from rutkit.chart import Chart, Palette, dress, empty_chart
from rutkit.dates import monday_of
from rutkit.formatting import counted, format_date, format_share, format_share_interval
from rutkit.statistics import wilson_interval
from rutkit.steps.job_search.outcomes.silence import Silence
from rutkit.steps.prepare.patience import EFFORTS, OUTCOMES, EffortWeek, patience_finding
from rutkit.steps.prepare.practice import RECALLS
from rutkit.steps.prepare.records import Rehearsal

PRACTICE_WEEKS = 12

FEWEST_REHEARSALS = 10
"""Below this many, the share that went well is chance, and is not said."""

_DAY = 24 * 60 * 60 * 1000
"""In milliseconds, as plotly counts time."""


def practice_by_week(rehearsals: Sequence[Rehearsal], today: date, palette: Palette) -> Chart:
    """How many answers were said aloud in each week, and how they went."""
    first = monday_of(today) - timedelta(weeks=PRACTICE_WEEKS - 1)
    counts: dict[date, Counter[str]] = {}
    for rehearsal in rehearsals:
        day = rehearsal.at.date()
        if first <= day <= today:
            counts.setdefault(monday_of(day), Counter())[rehearsal.recall] += 1
    if not counts:
        return empty_chart(
            "How your answers went, week by week",
            "Say one answer aloud and rate it; each week’s rehearsals then stand here.",
        )
    span = (monday_of(today) - min(counts)).days // 7
    mondays = [min(counts) + timedelta(weeks=week) for week in range(span + 1)]
    figure = go.Figure()
    colors = (palette.warm, palette.series[2], palette.series[0], palette.accent)
    for recall, color, pattern in zip(RECALLS, colors, ("x", "/", "", "."), strict=True):
        figure.add_bar(
            x=mondays,
            y=[counts.get(monday, Counter())[recall] for monday in mondays],
            name=recall,
            width=5 * _DAY,
            marker={
                "color": color,
                "pattern": {"shape": pattern, "bgcolor": color, "fgcolor": palette.card, "size": 6},
            },
            customdata=[format_date(monday) for monday in mondays],
            hovertemplate=f"Week of %{{customdata}}: %{{y}} {recall}<extra></extra>",
        )
    figure.update_layout(barmode="stack", showlegend=True)
    figure.update_xaxes(title="Week", type="date", showgrid=False, **_week_ticks(mondays))
    most = max(counter.total() for counter in counts.values())
    figure.update_yaxes(title="Answers said aloud", **_counting(most))
    totals: Counter[str] = sum(counts.values(), Counter())
    return Chart(
        title=_practice_finding(totals, len(mondays)),
        summary="Answers said aloud, by how they went: "
        + "; ".join(f"{totals[recall]} {recall}" for recall in RECALLS)
        + ".",
        figure=dress(figure, palette, height=260),
        numbers=pd.DataFrame(
            {"Week of": [format_date(monday) for monday in mondays]}
            | {
                recall.capitalize(): [counts.get(monday, Counter())[recall] for monday in mondays]
                for recall in RECALLS
            }
        ),
        note=f"n = {counted(totals.total(), 'rehearsal')} of the last {PRACTICE_WEEKS} weeks, as you rated them.",
        method="When a question comes back is worked out by FSRS, a scheduler for spaced repetition, with its own "
        "default weights; they were made from flash cards, not from interviews. Share: Wilson’s 95 % interval.",
    )


def _practice_finding(totals: Counter[str], weeks: int) -> str:
    n = totals.total()
    said = f"{counted(n, 'answer')} said aloud in {counted(weeks, 'week')}"
    if n < FEWEST_REHEARSALS:
        return said
    well = totals["well"] + totals["easily"]
    interval = wilson_interval(well, n)
    share = f"{format_share(well / n)} ({format_share_interval(interval.low, interval.high)})"
    return f"{said}; {share} went well or easily"


def patience_by_week(weeks: Sequence[EffortWeek], palette: Palette) -> Chart:
    """Above what was done in each week, below what came from others, each on its own scale."""
    if not weeks:
        return empty_chart(
            "What you did, and what came of it",
            "What you note in steps 4, 7, 9 and here is counted together: being in touch, applications, sessions, "
            "learning, rehearsals.",
        )
    anything_came = any(week.outcomes for week in weeks)
    figure = make_subplots(
        rows=2 if anything_came else 1,
        shared_xaxes=True,
        vertical_spacing=0.2,
        row_heights=[0.66, 0.34] if anything_came else None,
        subplot_titles=["<b>What you did</b>", "<b>What came from others</b>"][: 1 + anything_came],
    )
    mondays = [week.monday for week in weeks]
    names = [format_date(monday) for monday in mondays]
    rows = [
        (1, kind, palette.series[place], [week.done.get(kind, 0) for week in weeks])
        for place, kind in enumerate(EFFORTS)
    ] + [
        (2, kind, palette.ramp[1 + place], [week.came.get(kind, 0) for week in weeks])
        for place, kind in enumerate(OUTCOMES)
    ]
    for row, kind, color, counts in rows:
        if any(counts):
            figure.add_bar(
                row=row,
                col=1,
                x=mondays,
                y=counts,
                name=kind,
                width=5 * _DAY,
                marker_color=color,
                customdata=names,
                hovertemplate=f"Week of %{{customdata}}, {kind}: %{{y}}<extra></extra>",
            )
    figure.update_annotations(x=0, xanchor="left", font={"size": 13, "color": palette.ink})
    figure.update_layout(barmode="stack", showlegend=True)
    figure.update_xaxes(type="date", showgrid=False, **_week_ticks(mondays))
    figure.update_xaxes(title="Week", row=1 + anything_came)
    figure.update_yaxes(title="How often", row=1, **_counting(max(week.efforts for week in weeks)))
    if anything_came:
        figure.update_yaxes(row=2, **_counting(max(week.outcomes for week in weeks)))
    dress(figure, palette, height=520 if anything_came else 320)
    below = {"yanchor": "top", "y": -0.24 if anything_came else -0.3}
    return Chart(
        title=patience_finding(weeks),
        summary="; ".join(f"{kind}: {sum(counts)}" for _, kind, _, counts in rows if any(counts)) + ".",
        figure=figure.update_layout(legend=below, margin_t=28),
        numbers=pd.DataFrame({"Week of": names} | {kind.capitalize(): counts for _, kind, _, counts in rows}),
        note=f"n = {counted(len(weeks), 'week')}, the last one not over. What you did is yours to decide; what comes "
        "is decided by others, and later: the two are not set against each other. "
        + ("" if anything_came else "That nothing came yet is no verdict. ")
        + "Rejections are left out here.",
    )


def waiting(found: Silence, waits: Sequence[int], palette: Palette) -> Chart:
    """By which day how many had an answer, and where the applications that still wait stand on that curve.

    `waits` are the days for which they have waited.
    """
    if not found.curve or found.half_of_replies is None:
        return empty_chart(
            "How long answers take, and where yours stand",
            f"{found.not_enough} Note your applications and what became of them in step 9; how long answers take is "
            "then drawn from your own, with those that still wait counted as waiting.",
        )
    days = [point.day for point in found.curve]
    answered = [1 - point.silent for point in found.curve]
    figure = go.Figure()
    figure.add_scatter(
        x=days + days[::-1],
        y=[1 - point.interval.low for point in found.curve]
        + [1 - point.interval.high for point in reversed(found.curve)],
        fill="toself",
        fillcolor=palette.ramp[1],
        opacity=0.6,
        line={"width": 0},
        name="95 % interval",
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=days,
        y=answered,
        mode="lines",
        line={"color": palette.accent, "width": 2, "shape": "hv"},
        name="answered by then",
        hovertemplate="By day %{x}: %{y:.0%}<extra></extra>",
    )
    placed = sorted(wait for wait in waits if wait <= days[-1])
    if placed:
        figure.add_scatter(
            x=placed,
            y=[answered[wait] for wait in placed],
            mode="markers",
            marker={
                "color": palette.card,
                "size": 10,
                "symbol": "diamond",
                "line": {"color": palette.warm, "width": 2},
            },
            name="still waiting",
            hovertemplate="One of yours, day %{x}<extra></extra>",
        )
    figure.update_layout(showlegend=True)
    figure.update_xaxes(title="Days since it went out", rangemode="tozero", showgrid=False)
    figure.update_yaxes(title="Applications answered", tickformat=".0%", rangemode="tozero")
    last, longer = days[-1], len(waits) - len(placed)
    return Chart(
        title=f"Of the answers that came, half came by day {found.half_of_replies}",
        summary=f"{found.details} {counted(len(waits), 'application')} of yours still wait.",
        figure=dress(figure, palette, height=300),
        numbers=pd.DataFrame(
            {
                "Day": days,
                "Answered": [format_share(share) for share in answered],
                "95 % interval": [
                    format_share_interval(1 - point.interval.high, 1 - point.interval.low)
                    for point in found.curve
                ],
                "Still watched": [point.watched for point in found.curve],
            }
        ),
        note=f"n = {counted(found.n, 'application')} of yours, {found.replies} answered, rejections too; those that "
        f"wait count as waiting. {found.details} "
        + (f"Waiting longer than day {last}: {longer}. " if longer else "")
        + "A wait is a range of days, not a date: no day on it is the one on which you must hear.",
        method="Kaplan–Meier, with the interval on the log-minus-log scale.",
    )


def _counting(most: int) -> dict[str, object]:
    """An axis of whole numbers up to `most`."""
    return {"rangemode": "tozero", "tick0": 0, "dtick": max(1, -(-most // 5))}


def _week_ticks(mondays: Sequence[date]) -> dict[str, object]:
    """At most five dates below the axis: more do not fit across a phone."""
    every = -(-len(mondays) // 5)
    shown = list(mondays)[::-1][::every][::-1]
    return {
        "tickvals": shown,
        "ticktext": [format_date(monday).rsplit(" ", 1)[0] for monday in shown],
        "range": [mondays[0] - timedelta(days=4), mondays[-1] + timedelta(days=4)],
    }
