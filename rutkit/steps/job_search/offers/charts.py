"""The charts of step 9 about choosing: the options by their totals, and how far each weight can move."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, add_diamond, add_range, empty_chart, plot_text
from rutkit.formatting import format_share
from rutkit.steps.job_search.drawing import LONGEST_LABEL, rows
from rutkit.steps.job_search.offers.comparison import MOST_WEIGHT, Comparison

_NO_NAME = "without a name"


def totals_chart(comparison: Comparison, palette: Palette) -> Chart:
    """Each option as a bar, put together from what each criterion brings it."""
    if comparison.not_enough:
        return empty_chart("Offers, and staying, beside each other", comparison.not_enough)
    names = [each.option.name or _NO_NAME for each in comparison.totals]
    criteria = [criterion for criterion, _, _ in comparison.totals[0].parts]
    figure = go.Figure()
    for place, criterion in enumerate(criteria):
        figure.add_bar(
            orientation="h",
            x=[float(each.parts[place][2]) for each in comparison.totals],
            y=list(range(len(names))),
            name=plot_text(criterion.name, LONGEST_LABEL),
            marker={
                "color": palette.series[place % len(palette.series)],
                "line": {"color": palette.card, "width": 1},
            },
            customdata=[each.parts[place][1] for each in comparison.totals],
            hovertemplate=f"{plot_text(criterion.name, LONGEST_LABEL)}: %{{customdata}} of 10, brings %{{x:.1f}}"
            "<extra></extra>",
        )
    figure.update_layout(barmode="stack", bargap=0.35, showlegend=True, legend_traceorder="normal")
    rows(figure, names, "Total (0–10)", palette)
    figure.update_xaxes(range=[0, 10])
    return Chart(
        title=comparison.finding,
        summary="; ".join(
            f"{name} {float(each.total):.1f} of 10"
            for name, each in zip(names, comparison.totals, strict=True)
        )
        + ".",
        figure=figure,
        numbers=pd.DataFrame(
            {"Option": names, "Total (0–10)": [round(float(each.total), 2) for each in comparison.totals]}
            | {
                f"{criterion.name} (of 10)": [each.parts[place][1] for each in comparison.totals]
                for place, criterion in enumerate(criteria)
            }
        ),
        note="A total is the mean of your own ratings, each by its criterion’s share of all weights. It "
        "orders what you said; it does not decide. " + _left_out(comparison),
    )


def weights_chart(comparison: Comparison, palette: Palette) -> Chart:
    """For each criterion, its weight and how far it can move before the order changes."""
    if comparison.not_enough or not comparison.ranges:
        return empty_chart(
            "What the order depends on", comparison.not_enough or "Rate all options by a criterion."
        )
    figure = go.Figure()
    for row, each in enumerate(comparison.ranges):
        low, high = float(each.low), float(each.high)
        add_range(figure, row, (low, high), palette.accent, f"{low:.1f} to {high:.1f}")
        add_diamond(figure, row, each.criterion.weight, palette, "Its weight: %{x}")
    names = [each.criterion.name for each in comparison.ranges]
    rows(figure, names, f"Weight (0–{MOST_WEIGHT})", palette)
    figure.update_xaxes(range=[-0.4, MOST_WEIGHT + 0.4])
    return Chart(
        title="How far each weight can move before the order changes",
        summary="; ".join(
            f"{name}: {each.label}" for name, each in zip(names, comparison.ranges, strict=True)
        )
        + ".",
        figure=figure,
        numbers=pd.DataFrame(
            {
                "Criterion": names,
                f"Weight (0–{MOST_WEIGHT})": [each.criterion.weight for each in comparison.ranges],
                "Share of all weights": [format_share(float(each.share)) for each in comparison.ranges],
                "The order holds": [each.label for each in comparison.ranges],
            }
        ),
        note="Bars: the order of all options stays the same while this one weight lies in it and the "
        "others stay as they are; worked out exactly (Triantaphyllou and Sánchez, 1997). Diamonds: the "
        "weights that you gave.",
    )


def _left_out(comparison: Comparison) -> str:
    if not comparison.missing:
        return "All options are rated throughout."
    names = ", ".join(option.name or _NO_NAME for option, _ in comparison.missing)
    return f"Left out, since not rated throughout: {names}."
