"""The check-in's form and one chart in Panel: `panel serve panel_app.py`."""

# mypy: ignore-errors
# It runs in an environment of its own, which this project does not depend on.

from __future__ import annotations

import panel as pn
import plotly.graph_objects as go

FEELINGS = ("Stressed", "Angry", "Inadequate", "Fearful", "Resentful")
STEPS = {"not at all": 0, "a little": 1, "some": 2, "a lot": 3, "extremely": 4}

pn.extension("plotly")


def draw(*values: int | None) -> go.Figure:
    """The five feelings as bars."""
    return go.Figure(go.Bar(x=FEELINGS, y=[value or 0 for value in values]), {"yaxis_range": [0, 4]})


scales = [
    pn.widgets.RadioBoxGroup(name=feeling, options=STEPS, value=None, inline=True) for feeling in FEELINGS
]
tags = pn.widgets.TextInput(name="What happened")
note = pn.widgets.TextAreaInput(name="Note")
saved = pn.pane.Markdown(pn.bind(lambda *_: "Saved", *scales, tags, note))
chart = pn.pane.Plotly(pn.bind(draw, *scales), height=300)

labelled = [part for scale in scales for part in (pn.pane.Markdown(scale.name), scale)]
pn.Column("# Check in", *labelled, tags, note, saved, chart).servable(title="Check in")
