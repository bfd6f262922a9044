"""The chart of step 9 about its weight: the hours of the search beside the toll of the days."""

from __future__ import annotations

from datetime import date

import pandas as pd
from plotly.subplots import make_subplots

from rutkit.chart import Chart, Palette, dress, empty_chart
from rutkit.formatting import format_date, format_short_date
from rutkit.steps.job_search.load.strain import (
    MINIMUM_DAYS,
    MINIMUM_EACH,
    MINIMUM_PERIOD_DAYS,
    AfterSearching,
    Strain,
)
from rutkit.steps.job_search.records import SearchLimits


def load_chart(
    weeks: pd.DataFrame,
    after: AfterSearching,
    strain: Strain,
    limits: SearchLimits | None,
    today: date,
    palette: Palette,
) -> Chart:
    """Hours of search and mean toll, week by week, one above the other. `weeks` is what `weekly_load` returns."""
    if not weeks["hours"].any() or not weeks["n"].any():
        return empty_chart(
            "The search beside your days",
            "Note your sessions here and check in with step 3; then this shows both, week by week.",
        )
    names = [format_short_date(monday.date(), today) for monday in weeks.index]
    figure = make_subplots(rows=2, shared_xaxes=True, vertical_spacing=0.12)
    figure.add_bar(
        row=1,
        col=1,
        x=names,
        y=weeks["hours"].to_list(),
        marker_color=palette.series[0],
        hovertemplate="Week from %{x}: %{y:.1f} hours<extra></extra>",
    )
    figure.add_scatter(
        row=2,
        col=1,
        x=names,
        y=weeks["toll"].to_list(),
        mode="lines+markers",
        line={"color": palette.series[1], "width": 2},
        marker={"size": 8},
        customdata=weeks["n"].to_list(),
        hovertemplate="Week from %{x}: toll %{y:.1f} on %{customdata} days<extra></extra>",
    )
    figure.update_layout(showlegend=False)
    figure.update_xaxes(type="category", showgrid=False, nticks=6)
    figure.update_xaxes(title="Week from", row=2)
    figure.update_yaxes(title="Hours", rangemode="tozero", nticks=4, row=1)
    figure.update_yaxes(title="Toll (0–4)", range=[-0.2, 4.2], tickvals=[0, 2, 4], zeroline=False, row=2)
    return Chart(
        title=after.finding,
        summary=strain.sentence(limits),
        figure=dress(figure, palette, height=340),
        numbers=pd.DataFrame(
            {
                "Week from": [format_date(monday.date()) for monday in weeks.index],
                "Hours of search": weeks["hours"].round(1).to_list(),
                "Mean toll (0–4)": weeks["toll"].round(2).to_list(),
                "Check-ins": weeks["n"].to_list(),
            }
        ),
        note=f"The day after a session: {after.label.rstrip('.')}. n = {after.n} days, {after.after_search} of them "
        f"after a session. It shows what goes together, not what causes what: search and distress feed "
        "each other (“Daily job search and psychological distress: Evidence from China”, diaries of 100 people out of "
        "work there).",
        method=f"The day after a session is set beside other days from {MINIMUM_DAYS} days on, {MINIMUM_EACH} of "
        "either kind; the 95 % interval is drawn from blocks of seven days in a row. Strain needs "
        f"{MINIMUM_PERIOD_DAYS} check-ins in each four weeks.",
    )
