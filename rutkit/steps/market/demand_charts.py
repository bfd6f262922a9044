"""The charts of step 5 about skills: how often each is asked for, and which go together."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, empty_chart, plot_text, whiskers
from rutkit.formatting import counted, format_share, format_share_interval, join_words
from rutkit.steps.market import demand as demands
from rutkit.steps.market import together
from rutkit.steps.market.demand import Demand
from rutkit.steps.market.drawing import LONGEST_LABEL, SAMPLE, in_how_many, of_postings, rows_of_bars
from rutkit.steps.market.market import FEWEST_FOR_A_FINDING, Market
from rutkit.steps.market.together import Together

SHOWN_SKILLS = 15
NAMED_SKILLS = 3
"""In the title."""
SHOWN_PAIRS = 10
_GROUPS = (("required", "required"), ("preferred", "preferred"), ("unstated", "not said which"))


def skills_chart(market: Market, palette: Palette, *, action: str) -> Chart:
    """The most wanted skills, required and preferred apart. A click on a bar sends `action` with the skill's name."""
    asked = demands.demand(market)
    if not asked:
        return empty_chart(
            "What employers ask for",
            f"No skill was found in {counted(market.n, 'posting')}. Read one of them above: what does it ask for?"
            if market.n
            else "Bring in some postings above; this then shows how many of them ask for each skill.",
        )
    shown = asked[:SHOWN_SKILLS]
    if market.n < FEWEST_FOR_A_FINDING:
        return empty_chart(
            f"Not enough yet to say what is asked for most: {market.n} of {FEWEST_FOR_A_FINDING} postings",
            f"Asked for so far: {in_how_many(((each.name, each.asked) for each in shown), market.n)}"
            f"{' and others' if len(asked) > len(shown) else ''}. "
            f"With {FEWEST_FOR_A_FINDING - market.n} more, shares can be shown.",
        )
    return Chart(
        title=_skills_finding(asked),
        summary=f"Share {of_postings(market.n)}: " + "; ".join(map(_in_words, shown)) + ".",
        figure=_skill_bars(shown, palette, action),
        numbers=pd.DataFrame(
            {
                "skill": [each.name for each in asked],
                "kind": [each.kind.value for each in asked],
                "postings": [each.asked for each in asked],
                "share": [format_share(each.share) for each in asked],
                "95 % interval": [_interval(each) for each in asked],
                "required": [each.required for each in asked],
                "preferred": [each.preferred for each in asked],
                "not said which": [each.unstated for each in asked],
            }
        ),
        note=f"n = {counted(market.n, 'posting')}, repeats counted once; lines are 95 % intervals (Wilson). {SAMPLE}",
    )


def pairs_chart(market: Market, palette: Palette) -> Chart:
    """Skills that go together more often than chance would have it."""
    if market.n < together.FEWEST_POSTINGS:
        return empty_chart(
            "What goes together",
            f"Not enough yet: {market.n} of {together.FEWEST_POSTINGS} postings. Then this shows which skills are "
            "asked for in one breath.",
        )
    pairs = together.pairs(market, most=SHOWN_PAIRS)
    if not pairs:
        return empty_chart(
            "No two skills clearly go together",
            f"Among {counted(market.n, 'posting')}, no pair stands in at least {together.FEWEST_TOGETHER} and more "
            "often than either alone would have it.",
        )
    first = pairs[0]
    return Chart(
        title=f"Who asks for {first.skill} often asks for {first.other} as well",
        summary="Of the postings that ask for the first, those that ask for the second: "
        + "; ".join(map(_pair_in_words, pairs))
        + ".",
        figure=_pair_dots(pairs, palette),
        numbers=pd.DataFrame(
            {
                "skill": [pair.skill for pair in pairs],
                "goes with": [pair.other for pair in pairs],
                "both": [pair.both for pair in pairs],
                "of postings with the skill": [pair.with_skill for pair in pairs],
                "share": [format_share(pair.share) for pair in pairs],
                "95 % interval": [_pair_interval(pair) for pair in pairs],
                "share in the other postings": [format_share(pair.share_elsewhere) for pair in pairs],
            }
        ),
        note=f"n = {counted(market.n, 'posting')}; pairs in at least {together.FEWEST_TOGETHER} of them. Hollow dots: "
        "the postings that do not ask for the first skill. Among many pairs some go together by chance. "
        + SAMPLE,
    )


def _skills_finding(asked: Sequence[Demand]) -> str:
    """The first skills by name, as far as no other is asked for as often as the last of them."""
    share = format_share(asked[0].share)
    leading = [each.name for each in asked if each.asked == asked[0].asked]
    if len(leading) > NAMED_SKILLS:
        others = len(leading) - NAMED_SKILLS + 1
        named = join_words([*leading[: NAMED_SKILLS - 1], f"{others} more"])
        return f"{named} are asked for equally often, each in {share} of your postings"
    following = asked[NAMED_SKILLS].asked if len(asked) > NAMED_SKILLS else 0
    names = [each.name for each in asked[:NAMED_SKILLS] if each.asked > following]
    if len(names) == 1:
        return f"{names[0]} is asked for most, in {share} of your postings"
    if len(names) == len(leading):
        return f"{join_words(names)} are asked for most, each in {share} of your postings"
    return f"{join_words(names)} are asked for most, {join_words(leading)} in {share} of your postings"


def _in_words(each: Demand) -> str:
    return f"{each.name} {format_share(each.share)} ({_interval(each)}), required in {each.required}"


def _interval(each: Demand) -> str:
    return format_share_interval(each.interval.low, each.interval.high)


def _skill_bars(shown: Sequence[Demand], palette: Palette, action: str) -> go.Figure:
    looks = (
        (palette.accent, "", "required"),
        (palette.ramp[2], "/", "preferred"),
        (palette.line, "", "unstated"),
    )
    figure = go.Figure()
    for (group, label), (color, pattern, _) in zip(_GROUPS, looks, strict=True):
        figure.add_bar(
            orientation="h",
            name=label,
            x=[100 * getattr(each, group) / each.n for each in shown],
            y=list(range(len(shown))),
            marker={
                "color": color,
                "pattern": {"shape": pattern, "fgcolor": palette.card, "bgcolor": color, "size": 6},
                "line": {"color": palette.soft, "width": 1},
            },
            customdata=[each.name for each in shown],
            meta={"action": action},
            hovertext=[escape(each.name, quote=False) for each in shown],
            hovertemplate=f"%{{hovertext}}, {label}: %{{x:.0f}} %<extra></extra>",
        )
    figure.add_scatter(
        x=[100 * each.share for each in shown],
        y=list(range(len(shown))),
        mode="markers",
        marker={"size": 1, "color": palette.ink},
        error_x=whiskers(
            [each.share for each in shown], [each.interval for each in shown], palette.ink, scale=100
        ),
        hoverinfo="skip",
        showlegend=False,
    )
    rows_of_bars(figure, [each.name for each in shown], "Share of postings", palette)
    figure.update_layout(legend_traceorder="normal", margin_t=36)
    return figure


def _pair_dots(pairs: Sequence[Together], palette: Palette) -> go.Figure:
    rows = list(range(len(pairs)))
    figure = go.Figure()
    figure.add_scatter(
        name="with the first skill",
        x=[100 * pair.share for pair in pairs],
        y=rows,
        mode="markers",
        marker={"color": palette.accent, "size": 11},
        error_x=whiskers(
            [pair.share for pair in pairs], [pair.interval for pair in pairs], palette.ink, scale=100
        ),
        hovertemplate="%{x:.0f} %<extra></extra>",
    )
    figure.add_scatter(
        name="without it",
        x=[100 * pair.share_elsewhere for pair in pairs],
        y=rows,
        mode="markers",
        marker={"color": palette.soft, "size": 11, "symbol": "circle-open", "line": {"width": 2}},
        hovertemplate="%{x:.0f} % of the others<extra></extra>",
    )
    rows_of_bars(figure, ["" for _ in pairs], "Share asking for the second", palette)
    figure.update_yaxes(
        ticktext=[
            f"{plot_text(pair.skill, LONGEST_LABEL)}<br>→ {plot_text(pair.other, LONGEST_LABEL)}"
            for pair in pairs
        ],
    )
    figure.update_xaxes(range=[-3, 107], tickvals=[0, 25, 50, 75, 100])
    figure.update_layout(height=100 + 44 * len(pairs), margin_t=36)
    return figure


def _pair_in_words(pair: Together) -> str:
    return (
        f"{pair.skill} and {pair.other} {format_share(pair.share)} ({_pair_interval(pair)}), "
        f"elsewhere {format_share(pair.share_elsewhere)}"
    )


def _pair_interval(pair: Together) -> str:
    return format_share_interval(pair.interval.low, pair.interval.high)
