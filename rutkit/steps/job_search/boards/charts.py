"""The chart of step 9 about job boards: how long until three new postings, and how often the person looks."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, empty_chart
from rutkit.formatting import format_interval
from rutkit.steps.job_search.boards.arrivals import (
    MINIMUM_DAYS,
    MINIMUM_LOOKS,
    WINDOW_DAYS,
    Arrivals,
    arrivals_finding,
)
from rutkit.steps.job_search.drawing import add_dots, rows

MOST_SHOWN = 12
"""Boards that are drawn; the numbers hold all."""


def arrivals_chart(found: Sequence[Arrivals], palette: Palette) -> Chart:
    """For each board, after how many days three new postings can be expected, and the days between two looks."""
    known = [each for each in found if each.days_for_three is not None]
    if not known:
        closest = f"{found[0].board} has {found[0].looks}. " if found else ""
        return empty_chart(
            "How often looking is worth it",
            f"Not enough yet: a board needs {MINIMUM_LOOKS} looks after the first, over at least "
            f"{MINIMUM_DAYS} days. {closest}Note each look with what was new and suitable, also when "
            "nothing was.",
        )
    shown = known[:MOST_SHOWN]
    numbers = list(range(len(shown)))
    figure = go.Figure()
    add_dots(
        figure,
        numbers,
        [each.days_for_three or 0 for each in shown],
        [each.interval_of_days for each in shown],
        [f"Three new ones {each.label}" for each in shown],
        palette.accent,
    )
    figure.add_scatter(
        x=[each.days_between_looks for each in shown],
        y=numbers,
        mode="markers",
        marker={"color": palette.warm, "size": 12, "symbol": "line-ns-open", "line": {"width": 3}},
        hovertemplate="You look every %{x:.1f} days<extra></extra>",
        showlegend=False,
    )
    rows(figure, [each.board for each in shown], "Days", palette)
    return Chart(
        title=arrivals_finding(found),
        summary="Three new postings: "
        + "; ".join(f"{each.board} {each.label}, looked at every {_between(each)} days" for each in shown)
        + ".",
        figure=figure,
        numbers=pd.DataFrame(
            {
                "Board": [each.board for each in found],
                "Looks": [each.looks for each in found],
                "Days watched": [each.days for each in found],
                "New and suitable": [each.postings for each in found],
                "A week (80 % interval)": [
                    format_interval(each.a_week.low, each.a_week.high) if each.a_week else each.not_enough
                    for each in found
                ],
                "Three new ones (80 % interval)": [each.label for each in found],
                "Days between two looks": [
                    None if each.days_between_looks is None else round(each.days_between_looks, 1)
                    for each in found
                ],
            }
        ),
        note="Dots: after how many days three new and suitable postings can be expected, with the 80 % "
        f"interval; upright marks: how often you look. Looks of the last {WINDOW_DAYS} days. Postings that "
        "come in bursts make it less sure. Being early matters too: 41 % of applications on DHI’s boards "
        "arrive within 48 hours (about 80 million applications; St. Louis Fed), so an alert by mail may "
        "stand in for a look.",
        method="Arrivals per day: gamma–Poisson with Jeffreys’ prior, which counts as half a posting in no time.",
    )


def _between(each: Arrivals) -> str:
    return f"{each.days_between_looks or 0:.1f}"
