"""The check-in's form and one chart in Dash: `python dash_app.py PORT`."""

# mypy: ignore-errors
# It runs in an environment of its own, which this project does not depend on.

from __future__ import annotations

import sys

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

FEELINGS = ("Stressed", "Angry", "Inadequate", "Fearful", "Resentful")
STEPS = ("not at all", "a little", "some", "a lot", "extremely")

app = Dash(title="Check in")
app.layout = html.Div(
    [
        html.H1("Check in"),
        *(
            html.Div([html.Label(feeling), dcc.RadioItems(dict(enumerate(STEPS)), inline=True, id=feeling)])
            for feeling in FEELINGS
        ),
        html.Label("What happened"),
        dcc.Input(id="tags", type="text"),
        html.Label("Note"),
        dcc.Textarea(id="note"),
        html.P(id="saved"),
        dcc.Graph(id="chart", style={"height": 300}),
    ]
)


@app.callback(Output("chart", "figure"), [Input(feeling, "value") for feeling in FEELINGS])
def draw(*values: str | None) -> go.Figure:
    """The five feelings as bars."""
    return go.Figure(go.Bar(x=FEELINGS, y=[int(value or 0) for value in values]), {"yaxis_range": [0, 4]})


@app.callback(Output("saved", "children"), Input("tags", "value"), Input("note", "value"))
def save(tags: str | None, note: str | None) -> str:
    """Say that it was saved."""
    return "Saved"


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]))
