"""When what happened to each application."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, plot_text
from rutkit.formatting import counted, format_date
from rutkit.steps.job_search.applications.candidacy import (
    DAY_NOT_KNOWN,
    STAGES,
    Candidacy,
    called,
    day_in_words,
    newest_first,
    stage_name,
)
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


def timeline_chart(candidacies: Sequence[Candidacy], today: date, palette: Palette) -> Chart:
    """A line for each application from the day it was sent, a mark for each stage; the newest news on top."""
    sent = newest_first(one for one in candidacies if any(event.day for event in one.stages))
    undated = sum(any(event.day is None for event in one.stages) for one in candidacies)
    if not sent:
        return empty_chart(
            "When what happened",
            f"Add the day on which you sent an application; its line begins there. {_undated(undated)}".rstrip(),
        )
    shown = sent[:SHOWN]
    running = sum(one.is_running for one in sent)
    figure = go.Figure()
    names = _names(shown)
    for candidacy, name in zip(shown, names, strict=True):
        days = [event.day for event in candidacy.stages if event.day]
        end = today if candidacy.is_running else days[-1]
        figure.add_scatter(
            x=[days[0], max(end, days[-1])],
            y=[name, name],
            mode="lines",
            line={"color": palette.accent if candidacy.is_running else palette.line, "width": 3},
            hoverinfo="skip",
            showlegend=False,
        )
    for position, stage in enumerate(STAGES):
        events = [
            (event, name)
            for candidacy, name in zip(shown, names, strict=True)
            for event in candidacy.stages
            if event.stage == stage and event.day
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
                text=[f"{stage_name(event)}, {day_in_words(event)}" for event, _ in events],
                hovertemplate="%{text}<extra>%{y}</extra>",
            )
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(title="Day")
    rest = len(sent) - len(shown)
    return Chart(
        title=f"{counted(running, 'application')} of {len(sent):,} still {'runs' if running == 1 else 'run'}",
        summary=_newest_news(sent[0]),
        figure=dress(figure, palette, height=120 + 26 * len(shown)),
        numbers=_numbers(newest_first(one for one in candidacies if one.stages)),
        note=" ".join(
            part
            for part in (
                f"The {len(shown)} with the newest news; {rest:,} more are in the numbers."
                if rest > 0
                else "",
                _undated(undated),
            )
            if part
        ),
    )


def _newest_news(candidacy: Candidacy) -> str:
    if candidacy.moved_on is None:
        return ""
    name = called(candidacy.application)
    return f"The newest news is from {format_date(candidacy.moved_on)}: {name}, {candidacy.in_words}."


def _undated(count: int) -> str:
    if not count:
        return ""
    return (
        f"Of {counted(count, 'application')} a day is not known, and is not drawn. Open "
        f"{'it' if count == 1 else 'them'} and add it."
    )


def _names(shown: Sequence[Candidacy]) -> list[str]:
    """A name for each that no other has: the axis would put two of one name on one line."""
    names: list[str] = []
    for candidacy in shown:
        # The company first: it tells more, and the end may be cut.
        parts = (candidacy.application.company.strip(), candidacy.application.title.strip())
        words = ", ".join(filter(None, parts)) or called(candidacy.application)
        name = wanted = plot_text(words, LONGEST_NAME)
        count = 2
        while name in names:
            name = f"{wanted} ({count})"
            count += 1
        names.append(name)
    return names


def _numbers(sent: Sequence[Candidacy]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Application": called(candidacy.application),
                "Day": event.day or DAY_NOT_KNOWN,
                "What happened": "end" if event.stage == "closed" else stage_name(event),
                "Stands": candidacy.in_words,
            }
            for candidacy in sent
            for event in candidacy.stages
        ]
    )
