"""The charts of step 3 that set one group of days against another: workdays and days off, and the tags."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, plot_text, whiskers
from rutkit.formatting import counted, format_interval, format_number
from rutkit.steps.emotions.comparisons import (
    MINIMUM_DAYS,
    MINIMUM_TAG_DAYS,
    Difference,
    tags_finding,
    tags_that_come_with,
    workdays_against_days_off,
    workdays_finding,
)
from rutkit.steps.emotions.drawing import FEW_DAYS, INTERVALS, LONGEST_LABEL, TOLL


def workdays_and_days_off(frame: pd.DataFrame, today: date, palette: Palette) -> Chart:
    """How much more, or less, workdays weigh than days off: the toll and each feeling."""
    differences = workdays_against_days_off(frame, today)
    known = [difference for difference in differences if difference.interval]
    toll = differences[0]
    if not known:
        return empty_chart(
            "Workdays against days off",
            f"Not enough yet: {toll.n} of {MINIMUM_DAYS} workdays, {toll.other_n} of {MINIMUM_DAYS} days "
            "off. Check in on both, and say for each whether you worked.",
        )
    return Chart(
        title=workdays_finding(differences),
        summary="Workdays minus days off, in points of the scale from 0 to 4: "
        + "; ".join(map(_in_words, known))
        + ".",
        figure=_difference_plot(known, [each.of.capitalize() for each in known], palette),
        numbers=_difference_table(differences, "Feeling", "workdays", "days off"),
        note=f"The last year: {toll.n} workdays, {toll.other_n} days off. {TOLL} {INTERVALS} {FEW_DAYS}",
    )


def tags(frame: pd.DataFrame, today: date, palette: Palette) -> Chart:
    """What comes with the toll: days with each tag against days without it."""
    comparison = tags_that_come_with(frame, today)
    if not comparison.shown:
        return empty_chart(
            "What comes with it",
            f"Not enough yet: {comparison.nearest} of {MINIMUM_TAG_DAYS} days with the same tag, and as many "
            "without it. Add a word or two under “What happened”.",
        )
    return Chart(
        title=tags_finding(comparison.shown),
        summary="Mean toll on days with a tag minus days without it, in points of the scale from 0 to 4: "
        + "; ".join(map(_in_words, comparison.shown))
        + ".",
        figure=_difference_plot(
            comparison.shown,
            [f"{plot_text(each.of, LONGEST_LABEL)}<br>{counted(each.n, 'day')}" for each in comparison.shown],
            palette,
            row_height=44,
        ),
        numbers=_difference_table(comparison.shown, "Tag", "days with it", "days without"),
        note=f"The last year; {len(comparison.shown)} of {counted(comparison.compared, 'tag')} on at least "
        f"{MINIMUM_TAG_DAYS} days, those that differ most. It shows what goes together, not what causes "
        f"what; among many tags some differ by chance. {TOLL} {INTERVALS}",
    )


def _difference_plot(
    differences: Sequence[Difference],
    labels: Sequence[str],
    palette: Palette,
    row_height: int = 32,
) -> go.Figure:
    """Dots with intervals, one row each, on both sides of zero: heavier to the right, hollow if unclear."""
    values = [each.difference for each in differences]
    rows = list(range(len(values)))
    figure = go.Figure()
    for clear, color in ((True, palette.accent), (False, palette.soft)):
        mine = [row for row in rows if differences[row].is_clear == clear]
        figure.add_scatter(
            x=[values[row] for row in mine],
            y=mine,
            error_x=whiskers(
                [values[row] for row in mine], [differences[row].interval for row in mine], color
            ),
            mode="markers",
            marker={"color": color, "size": 10, "symbol": "circle" if clear else "circle-open"},
            customdata=[
                f"{escape(_in_words(each), quote=False)}, {each.n} against {counted(each.other_n, 'day')}"
                for each in (differences[row] for row in mine)
            ],
            hovertemplate="%{customdata}<extra></extra>",
            showlegend=False,
        )
    figure.add_vline(x=0, line={"color": palette.soft, "width": 1})
    figure.update_xaxes(title="Difference (points)", zeroline=False, nticks=5, tickangle=0)
    figure.update_yaxes(
        tickvals=rows, ticktext=list(labels), range=[len(rows) - 0.5, -0.5], showgrid=False, zeroline=False
    )
    return dress(figure, palette, height=80 + row_height * len(rows))


def _in_words(difference: Difference) -> str:
    """As in a list: "deadline +1.1 (0.9 to 1.2)"."""
    points = format_number(difference.difference, decimals=1)
    sign = "+" if difference.difference >= 0.05 else ""
    interval = difference.interval
    sure = f" ({format_interval(interval.low, interval.high)})" if interval else ""
    return f"{difference.of} {sign}{points}{sure}"


def _difference_table(
    differences: Sequence[Difference], first_column: str, group: str, other_group: str
) -> pd.DataFrame:
    """The numbers behind a plot of differences; only counts where there are too few days to compare."""
    columns = (
        first_column,
        f"Mean on {group} (0–4)",
        f"Mean on {other_group} (0–4)",
        "Difference",
        "95 % interval",
        f"Number of {group}",
        f"Number of {other_group}",
    )
    rows = [
        (
            each.of,
            *(
                (
                    round(each.mean, 2),
                    round(each.other_mean, 2),
                    round(each.difference, 2),
                    format_interval(each.interval.low, each.interval.high, decimals=2),
                )
                if each.interval
                else (None, None, None, "not enough yet")
            ),
            each.n,
            each.other_n,
        )
        for each in differences
    ]
    return pd.DataFrame(rows, columns=list(columns))
