"""The pictures of step 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from rutkit.chart import Chart, Palette, dress, empty_chart
from rutkit.formatting import format_date, format_share, format_share_interval, format_short_date, join_words
from rutkit.statistics import Interval
from rutkit.steps.acknowledge import analysis
from rutkit.steps.acknowledge.norms import intention_groups
from rutkit.steps.acknowledge.records import QUESTIONS, REASONS, RutCheck, StayReason

_ROW = 42
"""Height of one horizontal bar with its label and its air, in pixels."""


def rut_intention(score: analysis.RutScore | analysis.Unfinished, palette: Palette) -> Chart:
    """The share of US workers very likely to look for a new job, by number of unfavorable answers."""
    if isinstance(score, analysis.Unfinished):
        return empty_chart(
            "What people with as many unfavorable answers meant to do",
            f"{score.finding}. Answer the others to see this.",
        )
    groups = intention_groups()
    yours = [group == score.group for group in groups]
    figure = go.Figure(
        go.Scatter(
            x=[group.label for group in groups],
            y=[group.share * 100 for group in groups],
            error_y={
                "type": "data",
                "symmetric": False,
                "array": [(group.interval.high - group.share) * 100 for group in groups],
                "arrayminus": [(group.share - group.interval.low) * 100 for group in groups],
                "color": palette.soft,
                "thickness": 1.5,
                "width": 4,
            },
            mode="markers",
            marker={
                "color": [palette.accent if is_yours else palette.soft for is_yours in yours],
                "symbol": ["diamond" if is_yours else "circle" for is_yours in yours],
                "size": [16 if is_yours else 9 for is_yours in yours],
                "opacity": 1,
            },
            text=[f"{format_share(group.share)}, n = {group.workers}" for group in groups],
            hovertemplate="%{x} unfavorable: %{text}<extra></extra>",
        )
    )
    figure.add_annotation(
        x=score.group.label,
        y=score.group.interval.high * 100,
        text=_bold(format_share(score.group.share)),
        showarrow=False,
        yanchor="bottom",
        yshift=4,
        font={"color": palette.accent},
    )
    # A share of others, said above the points: beside the mark alone it reads as one's own chance.
    figure.add_annotation(
        xref="paper",
        yref="paper",
        x=0,
        y=1,
        text=f"◆ {format_share(score.group.share)} of those with {score.group.label}<br>were very likely to look",
        align="left",
        showarrow=False,
        xanchor="left",
        yanchor="top",
        font={"color": palette.accent},
    )
    figure.update_xaxes(title="Unfavorable answers of seven", type="category", showgrid=False)
    figure.update_yaxes(title="Very likely to look (%)", range=[0, 100], dtick=20)
    return Chart(
        title=score.intention_finding,
        summary=score.intention_sentence,
        figure=dress(figure, palette),
        numbers=pd.DataFrame(
            {
                "unfavorable answers": [group.label for group in groups],
                "US workers": [group.workers for group in groups],
                "very likely to look": [group.very_likely for group in groups],
                "share": [format_share(group.share) for group in groups],
                "95 % interval": [_interval(group.interval) for group in groups],
                "yours": ["yes" if is_yours else "" for is_yours in yours],
            }
        ),
        note=score.source,
    )


def rut_history(checks: Iterable[RutCheck], palette: Palette) -> Chart:
    """How many answers were unfavorable in each finished rut check, oldest first."""
    history = analysis.count_history(checks)
    if not history:
        return empty_chart(
            "Your rut checks over time", "Answer all seven questions to see your first one here."
        )
    if len(history) == 1:
        only = history[0]
        return empty_chart(
            "Your rut checks over time",
            f"The first, on {format_date(only.day)}: {only.count} of {len(QUESTIONS)} unfavorable. "
            "Take it again in about three months to see whether anything moves.",
        )
    days = [point.day for point in history]
    counts = [point.count for point in history]
    figure = go.Figure(
        go.Scatter(
            x=[day.isoformat() for day in days],
            y=counts,
            mode="lines+markers",
            line={"color": palette.accent, "width": 3},
            marker={"size": 9},
            text=[format_date(day) for day in days],
            hovertemplate="%{text}: %{y} unfavorable<extra></extra>",
        )
    )
    _label_last(figure, days[-1], counts[-1], palette.accent)
    figure.update_xaxes(**_day_axis(days), title="Day")
    figure.update_yaxes(title="Unfavorable answers of seven", range=[-0.3, 7.9], dtick=1)
    return Chart(
        title=analysis.history_finding(history),
        summary=(
            f"In {len(history)} rut checks from {format_date(days[0])} to {format_date(days[-1])}, "
            f"unfavorable answers went from {counts[0]} to {counts[-1]} of {len(QUESTIONS)}; "
            f"the least was {min(counts)}, the most {max(counts)}."
        ),
        figure=dress(figure, palette),
        numbers=pd.DataFrame({"day": pd.to_datetime(days), "unfavorable answers": counts}),
        note=f"n = {len(history)} finished rut checks. A difference of one answer may be a mood of the day.",
    )


def stay_reasons(reasons: Iterable[StayReason], palette: Palette) -> Chart:
    """Fear, comfort and effort: side by side for one day, over time for several."""
    entries = analysis.rated(reasons)
    if not entries:
        return empty_chart("Why you have stayed", "Rate fear, comfort and effort to see them side by side.")
    figure = (
        _reasons_of_one_day(entries[0], palette)
        if len(entries) == 1
        else _reasons_over_time(entries, palette)
    )
    newest = analysis.weights(entries[-1])
    told = join_words([f"{analysis.reason_title(name).lower()} {weight}" for name, weight in newest.items()])
    return Chart(
        title=analysis.reasons_finding(entries),
        summary=f"On {format_date(entries[-1].day)}, from 0 to 10: {told}.",
        figure=figure,
        numbers=pd.DataFrame(
            {"day": pd.to_datetime([entry.day for entry in entries])}
            | {
                f"{analysis.reason_title(name).lower()} (0–10)": [getattr(entry, name) for entry in entries]
                for name in REASONS
            }
        ),
        note="Your own ratings, 0 (not at all) to 10 (very much); there is no norm to compare them with.",
    )


def _reasons_of_one_day(entry: StayReason, palette: Palette) -> go.Figure:
    return _labeled_bars(
        {
            f"{analysis.reason_title(name)}: {weight}": weight
            for name, weight in analysis.weights(entry).items()
        },
        colors=palette.series[: len(REASONS)],
        axis={"title": "How much it weighs (0–10)", "range": [0, 10.4], "tickvals": [0, 5, 10]},
        palette=palette,
    )


def _reasons_over_time(entries: Sequence[StayReason], palette: Palette) -> go.Figure:
    """One small panel for each reason: three lines in one would cross, and need a legend."""
    days = [entry.day for entry in entries]
    figure = make_subplots(
        rows=len(REASONS),
        shared_xaxes=True,
        vertical_spacing=0.14,
        subplot_titles=[_bold(analysis.reason_title(name)) for name in REASONS],
    )
    for row, name in enumerate(REASONS, start=1):
        weights = [getattr(entry, name) for entry in entries]
        figure.add_scatter(
            row=row,
            col=1,
            x=[day.isoformat() for day in days],
            y=weights,
            mode="lines+markers",
            line={"color": palette.series[row - 1], "width": 3},
            marker={"size": 8},
            text=[format_date(day) for day in days],
            hovertemplate="%{text}: %{y} of 10<extra></extra>",
        )
        _label_last(figure, days[-1], weights[-1], palette.series[row - 1], row=row)
    figure.update_annotations(selector={"xref": "paper"}, x=0, xanchor="left", font_size=13)
    figure.update_layout(height=400, showlegend=False)
    figure.update_xaxes(**_day_axis(days))
    figure.update_xaxes(title="Day", row=len(REASONS))
    figure.update_yaxes(range=[-1, 11], tickvals=[0, 5, 10])
    figure.update_yaxes(title="How much it weighs (0–10)", row=2)
    dress(figure, palette)
    # The heading of the first panel stands above the plot.
    figure.update_layout(margin_t=28)
    return figure


def _labeled_bars(
    bars: Mapping[str, float], *, colors: Sequence[str], axis: Mapping[str, object], palette: Palette
) -> go.Figure:
    """Thin horizontal bars, each with its label above it, so that no label is too long for a phone."""
    rows = list(range(len(bars)))
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=list(bars.values()),
            y=rows,
            width=0.34,
            marker={"color": list(colors), "line": {"color": palette.soft, "width": 1}},
            hoverinfo="skip",
        )
    )
    for row, label in zip(rows, bars, strict=True):
        figure.add_annotation(
            x=0,
            y=row - 0.2,
            text=label,
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            font_color=palette.ink,
        )
    figure.update_layout(height=_ROW * len(bars) + 48, showlegend=False)
    figure.update_xaxes(showgrid=False, **axis)
    figure.update_yaxes(range=[len(bars) - 0.7, -0.8], visible=False)
    return dress(figure, palette)


def _label_last(figure: go.Figure, day: date, value: int, color: str, *, row: int | None = None) -> None:
    """Write the newest value beside its point, so that nobody has to read it off the axis."""
    figure.add_annotation(
        x=day.isoformat(),
        y=value,
        text=_bold(str(value)),
        showarrow=False,
        xanchor="left",
        xshift=8,
        font={"color": color},
        row=row,
        col=None if row is None else 1,
    )


def _day_axis(days: Sequence[date]) -> dict[str, object]:
    """A date axis that names the first and the last day and, if there is room, the one in the middle."""
    first, last = days[0], days[-1]
    span = last - first
    margin = max(span * 0.08, timedelta(days=1))
    named = [first, first + span / 2, last] if span.days >= 60 else [first, last]
    return {
        "type": "date",
        "range": [(first - margin).isoformat(), (last + margin).isoformat()],
        "tickvals": [day.isoformat() for day in named],
        # On two lines, and never left out for want of room: a phone is narrow.
        "ticktext": [f"{format_short_date(day, today=day)}<br>{day.year}" for day in named],
        "ticklabeloverflow": "allow",
        "showgrid": False,
    }


def _interval(interval: Interval) -> str:
    return format_share_interval(interval.low, interval.high)


def _bold(text: str) -> str:
    return f"<b>{text}</b>"
