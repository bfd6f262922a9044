"""The check-in's form and one chart in Streamlit: `streamlit run streamlit_app.py`."""

# mypy: ignore-errors
# It runs in an environment of its own, which this project does not depend on.

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

FEELINGS = ("Stressed", "Angry", "Inadequate", "Fearful", "Resentful")
STEPS = ("not at all", "a little", "some", "a lot", "extremely")

st.title("Check in")
answers = [st.radio(feeling, STEPS, index=None, horizontal=True) for feeling in FEELINGS]
st.text_input("What happened")
st.text_area("Note")
st.write("Saved")
values = [STEPS.index(answer) if answer else 0 for answer in answers]
st.plotly_chart(go.Figure(go.Bar(x=FEELINGS, y=values), {"yaxis_range": [0, 4]}), height=300)
