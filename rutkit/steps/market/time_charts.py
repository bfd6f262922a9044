"""The charts of step 5 about time: what rises and falls, how old the postings are, and whether more would tell more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart
from rutkit.formatting import (
    counted,
    format_date,
    format_interval,
    format_number,
    format_share,
    format_share_interval,
)
from rutkit.steps.market import saturation as saturations
from rutkit.steps.market.ages import Ages, ages
from rutkit.steps.market.changes import FEWEST_ASKED, Change, Changes, Period, changes
from rutkit.steps.market.drawing import SAMPLE, rows_of_bars
from rutkit.steps.market.market import Market
from rutkit.steps.market.saturation import Saturation, saturation

SHOWN_CHANGES = 12


def saturation_chart(market: Market, palette: Palette) -> Chart:
    """How many different requirements are known after how many postings."""
    found = saturation(market)
    if found.enough is None:
        return empty_chart(
            "Have you seen enough?",
            f"{found.sentence} Then this shows whether more would still tell you anything new.",
        )
    return Chart(
        title=found.sentence.rstrip("."),
        summary=(
            f"{counted(found.n, 'posting')} name {counted(found.seen, 'different skill')}; the last "
            f"{saturations.LAST} added {format_number(found.last_added, decimals=1)} of them on average."
        ),
        figure=_saturation_curve(found, palette),
        numbers=pd.DataFrame(
            {
                "postings": [count for count, _ in found.curve],
                "different skills on average": [round(known, 1) for _, known in found.curve],
            }
        ),
        note=f"Averaged over every order in which the postings could have been read. “Enough” is when no more than "
        f"{format_share(saturations.LITTLE_NEWS)} of what the last {saturations.LAST} ask for is new: a choice, not a "
        "law.",
    )


def changes_chart(market: Market, palette: Palette) -> Chart:
    """What is asked for more, or less, in the later half of the postings."""
    found = changes(market)
    if not market.n:
        return empty_chart("What is rising, what is falling", "Bring in some postings above to see it.")
    if found.not_enough or not found.skills:
        return empty_chart("What is rising, what is falling", found.not_enough or _too_few(found))
    shown = _shown(found.skills)
    return Chart(
        title=_changes_finding(found.skills),
        summary="Later share minus earlier share, in percentage points: "
        + "; ".join(map(_change_in_words, shown))
        + ".",
        figure=_change_dots(shown, palette),
        numbers=pd.DataFrame(
            {
                "skill": [each.skill for each in found.skills],
                "earlier": [f"{each.earlier} of {each.earlier_n}" for each in found.skills],
                "later": [f"{each.later} of {each.later_n}" for each in found.skills],
                "difference (points)": [round(100 * each.difference) for each in found.skills],
                "interval": [_change_interval(each) for each in found.skills],
                "what can be said": [each.verdict for each in found.skills],
            }
        ),
        note=f"{_period(found.earlier)} against {_period(found.later)}. Skills in at least {FEWEST_ASKED} postings. "
        f"The lines are so wide that in 95 of 100 cases none of all {len(found.skills)} seems to move by chance. "
        + SAMPLE,
    )


def ages_chart(market: Market, today: date, palette: Palette) -> Chart:
    """How old the postings are, and how many say again what another said."""
    found = ages(market, today)
    if not found.dated:
        return empty_chart(
            "How old your postings are",
            "None of your postings says when it was posted."
            if found.n
            else "Bring in some postings above to see it.",
        )
    return Chart(
        title=_ages_finding(found),
        summary=", ".join(f"{label}: {count}" for label, count in found.groups) + f". {_repeats(found)}",
        figure=_age_bars(found, palette),
        numbers=pd.DataFrame(
            {
                "age": [label for label, _ in found.groups],
                "postings": [count for _, count in found.groups],
            }
        ),
        note=f"n = {counted(found.dated, 'posting')} with a date, of {found.n}, repeats among them. {_repeats(found)}"
        + (f" {found.closed} had closed by today." if found.closed else ""),
    )


def _saturation_curve(found: Saturation, palette: Palette) -> go.Figure:
    figure = go.Figure(
        go.Scatter(
            x=[count for count, _ in found.curve],
            y=[known for _, known in found.curve],
            mode="lines",
            line={"color": palette.accent, "width": 3},
            hovertemplate="%{x} postings: %{y:.0f} skills<extra></extra>",
        )
    )
    figure.add_vrect(
        x0=found.n - saturations.LAST,
        x1=found.n,
        fillcolor=palette.accent,
        opacity=0.12,
        line_width=0,
        layer="below",
        annotation={"text": "the last ten", "font": {"color": palette.accent}, "y": 0, "yanchor": "bottom"},
        annotation_position="bottom left",
    )
    figure.update_xaxes(title="Postings read", rangemode="tozero", showgrid=False)
    figure.update_yaxes(title="Different skills known", rangemode="tozero")
    return dress(figure, palette, height=280)


def _too_few(found: Changes) -> str:
    return f"Not enough yet: no skill stands in {FEWEST_ASKED} of the postings with a date."


def _shown(skills: Sequence[Change]) -> list[Change]:
    """Those that moved most, either way, from the greatest rise to the greatest fall."""
    most = sorted(skills, key=lambda each: -abs(each.difference))[:SHOWN_CHANGES]
    return sorted(most, key=lambda each: -each.difference)


def _changes_finding(skills: Sequence[Change]) -> str:
    rising = [each.skill for each in skills if each.verdict == "rising"]
    falling = [each.skill for each in reversed(skills) if each.verdict == "falling"]
    if not rising and not falling:
        return "Nothing clearly rises or falls"
    parts = [f"{_some(names)} {verb}" for names, verb in ((rising, "rising"), (falling, "falling")) if names]
    return "; ".join(parts)


def _some(names: Sequence[str]) -> str:
    is_are = "is" if len(names) == 1 else "are"
    if len(names) > 2:
        return f"{names[0]}, {names[1]} and {len(names) - 2} more {is_are}"
    return f"{' and '.join(names)} {is_are}"


def _change_dots(shown: Sequence[Change], palette: Palette) -> go.Figure:
    figure = go.Figure()
    looks = (
        ("rising", palette.accent, "circle"),
        ("falling", palette.warm, "diamond"),
        ("not clear", palette.soft, "circle-open"),
    )
    for verdict, color, symbol in looks:
        mine = [row for row, each in enumerate(shown) if each.verdict == verdict]
        figure.add_scatter(
            name=verdict,
            x=[100 * shown[row].difference for row in mine],
            y=mine,
            mode="markers",
            marker={"color": color, "size": 11, "symbol": symbol},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [100 * (shown[row].interval.high - shown[row].difference) for row in mine],
                "arrayminus": [100 * (shown[row].difference - shown[row].interval.low) for row in mine],
                "color": color,
                "thickness": 1.5,
                "width": 4,
            },
            customdata=[escape(_change_in_words(shown[row]), quote=False) for row in mine],
            hovertemplate="%{customdata}<extra></extra>",
        )
    figure.add_vline(x=0, line={"color": palette.soft, "width": 1})
    rows_of_bars(figure, [each.skill for each in shown], "Change (percentage points)", palette)
    figure.update_xaxes(ticksuffix="", rangemode="normal", zeroline=False)
    return figure.update_layout(margin_t=36)


def _change_in_words(each: Change) -> str:
    sign = "+" if each.difference > 0 else ""
    points = format_number(100 * each.difference, decimals=0)
    counts = f"{each.earlier} of {each.earlier_n}, then {each.later} of {each.later_n}"
    return f"{each.skill} {sign}{points} ({counts})"


def _change_interval(each: Change) -> str:
    return format_interval(100 * each.interval.low, 100 * each.interval.high, decimals=0)


def _period(period: Period | None) -> str:
    if period is None:
        return "no postings"
    return f"{counted(period.n, 'posting')} from {format_date(period.first)} to {format_date(period.last)}"


def _ages_finding(found: Ages) -> str:
    days = counted(round(found.median_days or 0), "day")
    return f"Half of your postings are {days} old or older"


def _repeats(found: Ages) -> str:
    interval = found.interval_of_repeats
    if not found.repeats or interval is None:
        return "None repeats another."
    return (
        f"{found.repeats} of {found.n} repeat another ({format_share(found.share_of_repeats)}, 95 % interval "
        f"{format_share_interval(interval.low, interval.high)})."
    )


def _age_bars(found: Ages, palette: Palette) -> go.Figure:
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=[count for _, count in found.groups],
            y=list(range(len(found.groups))),
            marker={"color": palette.ramp[2], "line": {"color": palette.soft, "width": 1}},
            hovertemplate="%{x}<extra></extra>",
        )
    )
    rows_of_bars(figure, [label for label, _ in found.groups], "Postings", palette)
    return figure.update_xaxes(ticksuffix="", tickformat="d")
