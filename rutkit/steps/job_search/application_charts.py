"""When what happened to each application."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, plot_text
from rutkit.formatting import counted, format_date
from rutkit.steps.job_search.applications import STAGES, Standing, called, stage_name
from rutkit.steps.job_search.records import Stage

SHOWN = 25
"""Applications in the figure: more lines than this nobody reads."""

LONGEST_NAME = 34

SYMBOLS: dict[Stage, str] = {
    "applied": "circle",
    "recruiter screen": "square",
    "assessment": "diamond",
    "interview": "triangle-up",
    "onsite": "star",
    "offer": "hexagram",
    "closed": "x",
}
"""So that stages differ by more than color."""


def timeline_chart(standings: Sequence[Standing], today: date, palette: Palette) -> Chart:
    """A line for each application from the day it was sent, a mark for each stage; the newest news on top."""
    sent = sorted((one for one in standings if one.stages), key=lambda one: one.moved_on, reverse=True)
    if not sent:
        return empty_chart(
            "When what happened", "Add the day on which you sent an application; its line begins there."
        )
    shown = sent[:SHOWN]
    running = sum(one.is_running for one in sent)
    figure = go.Figure()
    names = _names(shown)
    for standing, name in zip(shown, names, strict=True):
        end = today if standing.is_running else standing.moved_on
        figure.add_scatter(
            x=[standing.stages[0].day, max(end, standing.moved_on)],
            y=[name, name],
            mode="lines",
            line={"color": palette.accent if standing.is_running else palette.line, "width": 3},
            hoverinfo="skip",
            showlegend=False,
        )
    for position, stage in enumerate(STAGES):
        events = [
            (event, name)
            for standing, name in zip(shown, names, strict=True)
            for event in standing.stages
            if event.stage == stage
        ]
        if events:
            figure.add_scatter(
                x=[event.day for event, _ in events],
                y=[name for _, name in events],
                mode="markers",
                name="end" if stage == "closed" else stage,
                marker={
                    "symbol": SYMBOLS[stage],
                    "size": 11,
                    "color": palette.series[position % len(palette.series)],
                    "line": {"width": 1, "color": palette.card},
                },
                text=[f"{stage_name(event)}, {format_date(event.day)}" for event, _ in events],
                hovertemplate="%{text}<extra>%{y}</extra>",
            )
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(title="Day")
    rest = len(sent) - len(shown)
    return Chart(
        title=f"{counted(running, 'application')} of {len(sent):,} still {'runs' if running == 1 else 'run'}",
        summary=f"The newest news is from {format_date(sent[0].moved_on)}: {called(sent[0].application)}, "
        f"{sent[0].in_words}.",
        figure=dress(figure, palette, height=120 + 26 * len(shown)),
        numbers=_numbers(sent),
        note=f"The {len(shown)} with the newest news; {rest:,} more are in the numbers." if rest > 0 else "",
    )


def _names(shown: Sequence[Standing]) -> list[str]:
    """A name for each that no other has: the axis would put two of one name on one line."""
    names: list[str] = []
    for standing in shown:
        # The company first: it tells more, and the end may be cut.
        parts = (standing.application.company.strip(), standing.application.title.strip())
        words = ", ".join(filter(None, parts)) or called(standing.application)
        name = wanted = plot_text(words, LONGEST_NAME)
        count = 2
        while name in names:
            name = f"{wanted} ({count})"
            count += 1
        names.append(name)
    return names


def _numbers(sent: Sequence[Standing]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Application": called(standing.application),
                "Day": event.day,
                "What happened": "end" if event.stage == "closed" else stage_name(event),
                "Stands": standing.in_words,
            }
            for standing in sent
            for event in standing.stages
        ]
    )
