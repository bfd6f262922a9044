"""The charts of the way so far."""

from __future__ import annotations

from math import sqrt

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart
from rutkit.formatting import counted
from rutkit.home.so_far.measures import Measure
from rutkit.home.so_far.timeline import Timeline, timeline_finding, timeline_sentence

LANE = 34
"""Pixels from one step to the next."""
SMALLEST, LARGEST = 7.0, 20.0
"""Diameters in pixels of a dot for one entry, and for `MANY` of them."""
MANY = 25


def timeline_chart(found: Timeline, palette: Palette) -> Chart:
    """A dot for every week in which a step has entries."""
    rows = [
        (lane.name, monday, count) for lane in found.lanes for monday, count in sorted(lane.entries.items())
    ]
    if not rows:
        return empty_chart(
            "All steps, week by week", "The first thing that you save in a step begins this picture."
        )
    frame = pd.DataFrame(rows, columns=["Step", "Week from Monday", "Entries"])
    figure = go.Figure()
    figure.add_scatter(
        x=frame["Week from Monday"],
        y=frame["Step"],
        mode="markers",
        marker={
            "color": palette.accent,
            "opacity": 0.85,
            "size": [_diameter(count) for count in frame["Entries"]],
        },
        customdata=[counted(count, "entry") for count in frame["Entries"]],
        hovertemplate="%{y}, week of %{x|%d %b %Y}: %{customdata}<extra></extra>",
    )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=[lane.name for lane in reversed(found.lanes)],
        range=[-0.6, len(found.lanes) - 0.4],
        fixedrange=True,
    )
    figure.update_xaxes(title_text="Week", type="date", nticks=4, tickformat="%b %Y", tickangle=0)
    return Chart(
        title=timeline_finding(found),
        summary=timeline_sentence(found),
        figure=dress(figure, palette, height=LANE * len(found.lanes) + 60),
        numbers=frame,
        note="A dot is a week in which the step has entries, by the days that they name; a larger dot means more of "
        "them. It says when you were here, not what it was worth.",
    )


def measure_chart(measure: Measure, palette: Palette) -> Chart:
    """One small multiple: the readings of a measure over the last year."""
    kind, readings = measure.kind, measure.readings
    if not readings:
        return empty_chart(kind.title, kind.empty)
    newest = readings[-1]
    figure = go.Figure()
    figure.add_scatter(
        x=[each.day for each in readings],
        y=[each.value for each in readings],
        mode="lines+markers" if len(readings) < 15 else "lines",
        line={"color": palette.accent, "width": 2.5},
        marker={"size": 6},
        hovertemplate="%{x|%d %b %Y}: %{y:.1f}<extra></extra>",
    )
    figure.add_scatter(
        x=[newest.day],
        y=[newest.value],
        mode="markers",
        marker={"color": palette.accent, "size": 9},
        hoverinfo="skip",
    )
    figure.update_layout(showlegend=False)
    figure.update_yaxes(
        title_text=kind.axis, range=[0, kind.top] if kind.top else None, rangemode="tozero", nticks=4
    )
    figure.update_xaxes(title_text="", type="date", nticks=3, tickformat="%b %Y", tickangle=0)
    return Chart(
        title=f"{kind.title}: {kind.written(newest.value)}",
        summary=f"{counted(len(readings), 'reading')}, the newest of {kind.dated(newest.day)}; the lowest "
        f"{kind.written(min(each.value for each in readings))}, the highest "
        f"{kind.written(max(each.value for each in readings))}.",
        figure=dress(figure, palette, height=190),
        numbers=pd.DataFrame(
            [(each.day, each.value, each.n) for each in readings],
            columns=["Day", kind.scale, "From how many (n)"],
        ),
        note=kind.how,
    )


def _diameter(count: int) -> float:
    """Areas grow with what they count."""
    return SMALLEST + (LARGEST - SMALLEST) * (sqrt(min(count, MANY)) - 1) / (sqrt(MANY) - 1)
