"""The chart of step 9 about what lies ahead: the weeks to an interview and to an offer."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, log10

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, add_diamond, add_range, empty_chart
from rutkit.formatting import counted, format_number
from rutkit.steps.job_search.drawing import rows
from rutkit.steps.job_search.outcomes.forecast import FARTHEST_WEEKS, Wait, forecast_finding

_NEAREST_WEEKS = 0.5
"""Where the axis begins."""


def forecast_chart(waits: Sequence[Wait], palette: Palette) -> Chart:
    """A bar for each range, with its middle."""
    shown = [(wait, wait.range) for wait in waits if wait.range]
    if not shown:
        return empty_chart(
            "How long it may take",
            f"{waits[0].not_enough} Then this shows the weeks to an interview and to an offer, as a range. "
            f"{waits[0].left_out}".rstrip(),
        )
    figure = go.Figure()
    for row, (wait, range_of_weeks) in enumerate(shown):
        ends = (_on_axis(range_of_weeks.low), _on_axis(range_of_weeks.high))
        add_range(figure, row, ends, palette.accent, wait.label)
        if isfinite(wait.middle):
            middle = f"In the middle: {_weeks(wait.middle)} weeks"
            add_diamond(figure, row, _on_axis(wait.middle), palette, middle)
    rows(figure, [wait.name for wait, _ in shown], "Weeks (each step doubles)", palette)
    # On an even axis an offer years away would leave no room for an interview weeks away.
    figure.update_xaxes(
        type="log",
        range=[log10(_NEAREST_WEEKS * 0.9), log10(FARTHEST_WEEKS * 1.1)],
        tickvals=[1, 2, 4, 8, 16, 32, 64],
    )
    return Chart(
        title=forecast_finding(waits),
        summary="; ".join(f"{wait.name}: {wait.label}" for wait, _ in shown) + ".",
        figure=figure,
        numbers=pd.DataFrame(
            {
                "Until": [wait.name for wait, _ in shown],
                "80 % range": [wait.label for wait, _ in shown],
                "In the middle (weeks)": [_weeks(wait.middle) for wait, _ in shown],
                "Applications": [wait.applications for wait, _ in shown],
                "Got there so far": [wait.so_far for wait, _ in shown],
                "Still running": [wait.running for wait, _ in shown],
                "Applications a week": [round(wait.a_week, 1) for wait, _ in shown],
            }
        ),
        note=f"{shown[0][0].assumption} Bars hold 80 of 100 simulated searches, diamonds the middle; n = "
        f"{counted(shown[0][0].applications, 'application')}. It is a range of waits, not a date, and it "
        f"knows nothing of the market. {shown[0][0].rests_on_a_guess} {shown[0][0].left_out}".rstrip(),
    )


def _on_axis(weeks: float) -> float:
    return min(max(weeks, _NEAREST_WEEKS), FARTHEST_WEEKS)


def _weeks(weeks: float) -> str:
    return format_number(max(1, round(weeks))) if isfinite(weeks) else "more than two years"
