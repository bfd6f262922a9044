"""What was said beside what came: the calibration picture."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, whiskers
from rutkit.formatting import format_share, format_share_interval
from rutkit.home.forecasts.scoring import MINIMUM, MINIMUM_OF_A_GROUP, Group, TrackRecord

SOURCE = (
    "The Brier score is the mean squared distance between what was said and what came (Brier, Monthly Weather Review "
    "78, 1950). Whiskers are 95\u00a0% Wilson intervals; on the dotted line as much came as was said. A group of fewer "
    f"than {MINIMUM_OF_A_GROUP} is not drawn, but stands in the numbers."
)


def calibration(records: Sequence[TrackRecord], palette: Palette) -> Chart:
    """For each forecaster and each group of like probabilities, the share that happened."""
    shown = [record for record in records if record.is_enough]
    if not shown:
        most = max(record.n for record in records)
        return empty_chart(
            "Does what is called likely come as often?",
            f"Not enough yet: {most} of {MINIMUM} settled predictions. Each one that is settled counts.",
        )
    figure = go.Figure()
    figure.add_scatter(
        x=[0, 1],
        y=[0, 1],
        mode="lines",
        line={"color": palette.soft, "dash": "dot", "width": 1.5},
        hoverinfo="skip",
        showlegend=False,
    )
    for record, color, symbol in zip(shown, palette.series, ("circle", "diamond"), strict=False):
        groups = [group for group in record.groups if group.n >= MINIMUM_OF_A_GROUP]
        shares = [group.share for group in groups]
        figure.add_scatter(
            x=[group.mean_said for group in groups],
            y=shares,
            mode="markers+lines",
            name=_name(record),
            marker={"color": color, "size": 11, "symbol": symbol},
            line={"color": color, "width": 1.5},
            error_y=whiskers(shares, [group.interval for group in groups], color),
            customdata=[[group.n] for group in groups],
            hovertemplate="said %{x:.0%}, came %{y:.0%}, n = %{customdata[0]}<extra></extra>",
        )
    figure.update_xaxes(title="What was said", range=[-0.03, 1.03], tickformat=".0%")
    figure.update_yaxes(title="What came", range=[-0.03, 1.03], tickformat=".0%")
    rows = [(record, group) for record in shown for group in record.groups]
    return Chart(
        title="; ".join(record.finding for record in shown),
        summary=" ".join(_in_words(record) for record in shown),
        figure=dress(figure, palette, height=340),
        numbers=pd.DataFrame(
            {
                "Whose": [_name(record) for record, _ in rows],
                "Said (%)": [f"{group.low} to {group.high}" for _, group in rows],
                "Mean said": [format_share(group.mean_said) for _, group in rows],
                "Came": [f"{group.happened} of {group.n}" for _, group in rows],
                "95 % interval": [_interval(group) for _, group in rows],
            }
        ),
        note=f"{' '.join(record.sentence for record in shown)} {SOURCE}",
    )


def _name(record: TrackRecord) -> str:
    return "You" if record.made_by == "me" else "rutkit"


def _interval(group: Group) -> str:
    return format_share_interval(group.interval.low, group.interval.high)


def _in_words(record: TrackRecord) -> str:
    parts = [
        f"of what was called {group.low} to {group.high}\u00a0% likely, {group.happened} of {group.n} happened"
        for group in record.groups
    ]
    return f"{_name(record)}: {'; '.join(parts)}."
