"""The charts of step 9 about what becomes of applications: stage by stage, and by the way they went out."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, empty_chart
from rutkit.formatting import counted, format_share_interval
from rutkit.steps.job_search.drawing import add_dots, rows
from rutkit.steps.job_search.outcomes.funnel import MINIMUM, Conversion, Funnel

_LINES = "The lines show how far off chance may have put it (95 % intervals)."
_METHOD = "Intervals: Beta–binomial with Jeffreys’ prior."


def stages_chart(funnel: Funnel, palette: Palette) -> Chart:
    """The share that gets from each stage to the next, with its interval."""
    shown = [step for step in funnel.steps if step.n]
    if not shown:
        return empty_chart(
            "How far applications get",
            f"No application is old enough yet: each counts from {funnel.step_days} days on, whatever came of it."
            if funnel.applications
            else "Note your first application, and each stage that it reaches.",
        )
    figure = go.Figure()
    _add_shares(figure, shown, palette)
    rows(figure, [f"to {step.goal}" for step in shown], "Share that gets there (%)", palette)
    bottleneck = funnel.bottleneck
    return Chart(
        title=funnel.finding,
        summary="; ".join(f"{step.start} to {step.goal}: {step.label}" for step in shown) + ".",
        figure=figure,
        numbers=pd.DataFrame(
            {
                "From": [step.start for step in funnel.steps],
                "To": [step.goal for step in funnel.steps],
                "Got there": [step.passed for step in funnel.steps],
                "Of": [step.n for step in funnel.steps],
                "95 % interval": [_interval(step) for step in funnel.steps],
                "Reached so far, young ones too": [count for _, count in funnel.reached[1:]],
            }
        ),
        note=f"{bottleneck.reason if bottleneck else funnel.not_enough} n = "
        f"{counted(funnel.applications, 'application')}. {_LINES} Hollow: fewer than {MINIMUM}, not compared.",
        method=f"Each application counts once it has stood at a stage for {funnel.step_days} days (a stage whose day "
        "is not known: since it was written down here), whatever came of it; skipped stages count as passed; withdrawn "
        f"ones say nothing of the step at which they stopped. {_METHOD}",
    )


def channels_chart(funnel: Funnel, palette: Palette) -> Chart:
    """For each way, the share of applications that led to an interview."""
    shown = [each for each in funnel.channels if each.to_interview.n]
    if not shown:
        return empty_chart(
            "Which way leads to interviews",
            f"No application is old enough yet: each counts from {funnel.interview_days} days on."
            if funnel.applications
            else "Say for each application by which way it went out.",
        )
    figure = go.Figure()
    _add_shares(figure, [each.to_interview for each in shown], palette)
    rows(figure, [each.name for each in shown], "Share that leads to an interview (%)", palette)
    steps = [step for each in funnel.channels for step in (*each.steps, each.to_interview)]
    names = [each.name for each in funnel.channels for _ in range(len(each.steps) + 1)]
    return Chart(
        title=funnel.channels_finding,
        summary="Led to an interview: "
        + "; ".join(f"{each.name} {each.to_interview.label}" for each in shown)
        + ".",
        figure=figure,
        numbers=pd.DataFrame(
            {
                "Way": names,
                "From": [step.start for step in steps],
                "To": [step.goal for step in steps],
                "Got there": [step.passed for step in steps],
                "Of": [step.n for step in steps],
                "95 % interval": [_interval(step) for step in steps],
            }
        ),
        note=f"{_LINES} Hollow: fewer than {MINIMUM}, not compared. It does not say why: who is referred may fit "
        "better anyway. Given an interview, a referral raised the odds of a match by 2.6–6.6 % "
        "(Glassdoor, 440,000 interview reviews, 2015).",
        method=f"Applications count from {funnel.interview_days} days on; those whose day of sending is not known, "
        "from the day they were written down here. Each way is compared with all others together, so carefully that in "
        f"95 of 100 cases none differs by chance. {_METHOD}",
    )


def _add_shares(figure: go.Figure, shown: list[Conversion], palette: Palette) -> None:
    """A dot for each share, hollow where there are too few to compare."""
    for enough in (True, False):
        mine = [row for row, each in enumerate(shown) if each.is_enough == enough]
        add_dots(
            figure,
            mine,
            [shown[row].share for row in mine],
            [shown[row].interval for row in mine],
            [shown[row].label for row in mine],
            palette.accent if enough else palette.soft,
            scale=100,
            hollow=not enough,
        )
    figure.update_xaxes(ticksuffix=" %")


def _interval(step: Conversion) -> str:
    return format_share_interval(step.interval.low, step.interval.high) if step.n else "none old enough yet"
