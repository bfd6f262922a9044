"""The chart of step 9 about waiting: how long silence lasts, and from when on it likely means no."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart
from rutkit.formatting import counted, format_share_interval
from rutkit.steps.job_search.outcomes.silence import FEW, MINIMUM_WATCHED, Silence


def silence_chart(silence: Silence, palette: Palette) -> Chart:
    """The share of applications still without an answer, by days since they went out."""
    if not silence.curve:
        return empty_chart(
            "How long an answer takes",
            " ".join(
                part
                for part in (
                    silence.not_enough,
                    "Note the day of each first answer, a rejection too.",
                    silence.undated.sentence,
                )
                if part
            ),
        )
    days = [point.day for point in silence.curve]
    figure = go.Figure()
    for end, fill in (("high", None), ("low", "tonexty")):
        figure.add_scatter(
            x=days,
            y=[100 * getattr(point.interval, end) for point in silence.curve],
            mode="lines",
            line={"width": 0, "shape": "hv"},
            fill=fill,
            fillcolor=palette.ramp[1],
            opacity=0.5,
            hoverinfo="skip",
            showlegend=False,
        )
    figure.add_scatter(
        x=days,
        y=[100 * point.silent for point in silence.curve],
        mode="lines",
        line={"color": palette.accent, "width": 3, "shape": "hv"},
        customdata=[point.watched for point in silence.curve],
        hovertemplate="Day %{x}: %{y:.0f} % silent, %{customdata} watched<extra></extra>",
        showlegend=False,
    )
    if silence.means_no:
        figure.add_vline(
            x=silence.means_no.day,
            line={"color": palette.warm, "dash": "dash", "width": 2},
            annotation={"text": f"day {silence.means_no.day}", "font": {"color": palette.warm}},
            annotation_position="top right",
        )
    figure.update_xaxes(title="Days since the application went out", rangemode="tozero", showgrid=False)
    figure.update_yaxes(title="Still without an answer (%)", range=[0, 104], nticks=6)
    weekly = silence.curve[::7]
    return Chart(
        title=silence.sentence.rstrip("."),
        summary=silence.details,
        figure=dress(figure, palette, height=280),
        numbers=pd.DataFrame(
            {
                "Days": [point.day for point in weekly],
                "Still without an answer (%)": [round(100 * point.silent) for point in weekly],
                "95 % interval": [
                    format_share_interval(point.interval.low, point.interval.high) for point in weekly
                ],
                "Watched": [point.watched for point in weekly],
            }
        ),
        note=_note(silence),
        method="Kaplan–Meier, with Greenwood’s variance on the log-minus-log scale for the band, down to "
        f"{MINIMUM_WATCHED} watched.",
    )


def _note(silence: Silence) -> str:
    undated = f" {silence.undated.sentence}" if silence.undated.sentence else ""
    return (
        f"n = {counted(silence.n, 'application')}, {silence.replies} answered; those still waiting count "
        f"for as long as they have waited. Band: 95 % interval.{undated} “Likely no”: at least "
        f"{round(100 * (1 - FEW))} % of the answers that come have come, "
        f"and fewer than {round(100 * FEW)} % of those silent until then "
        "hear anything later. You need not wait that long to move on."
    )
