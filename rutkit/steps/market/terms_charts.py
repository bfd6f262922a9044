"""The charts of step 5 about what is asked for beside skills, and what is offered: years, education, pay, place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, whiskers
from rutkit.formatting import counted, format_share, format_share_interval, join_words
from rutkit.steps.market import terms
from rutkit.steps.market.drawing import in_how_many, rows_of_bars
from rutkit.steps.market.extract.salary import HOURS_A_WEEK, WEEKS_A_YEAR
from rutkit.steps.market.in_words import amount_in_words
from rutkit.steps.market.market import FEWEST_FOR_A_FINDING, Market
from rutkit.steps.market.terms import Distribution, Part, Salaries

FULL_YEAR = (
    f"Pay by the hour, day, week or month is counted for a full year of {WEEKS_A_YEAR} paid weeks of {HOURS_A_WEEK} "
    "hours, which is an assumption: where full time is shorter, or weeks are unpaid, a year brings less."
)
_BINS = 12


def years_chart(market: Market, palette: Palette) -> Chart:
    """How many years of experience are asked for."""
    return _bars(
        terms.years(market),
        palette,
        about="Years of experience",
        most=lambda labels: (
            f"Most often {join_words(labels)} {'year is' if labels == ['1'] else 'years are'} asked for"
        ),
        unsaid="name no number of years",
        unit=" years",
        note="Of several numbers in a posting the highest counts; “up to 3” asks for none, so it counts as under 1.",
    )


def education_chart(market: Market, palette: Palette) -> Chart:
    """The least education that gets one in."""
    instead = terms.experience_instead(market)
    note = "Of several levels in a posting the lowest counts."
    if instead:
        note += f" {instead.count} of {instead.n} that name a level take experience instead."
    return _bars(
        terms.education(market),
        palette,
        about="Education",
        most=_levels_named,
        unsaid="name no level",
        note=note,
    )


def workplaces_chart(market: Market, palette: Palette) -> Chart:
    """Remote, hybrid or on site."""
    return _bars(
        terms.workplaces(market),
        palette,
        about="Place of work",
        most=_most_frequent,
        unsaid="do not say",
    )


def seniorities_chart(market: Market, palette: Palette) -> Chart:
    """At what level the jobs are."""
    return _bars(
        terms.seniorities(market),
        palette,
        about="Seniority",
        most=_levels_named,
        unsaid="do not say",
    )


def employments_chart(market: Market, palette: Palette) -> Chart:
    """On what terms people are employed."""
    return _bars(
        terms.employments(market),
        palette,
        about="Employment",
        most=_most_frequent,
        unsaid="do not say",
    )


def salaries_chart(market: Market, palette: Palette) -> Chart:
    """What is paid a year, in the currency that most postings name."""
    spreads = terms.salaries(market)
    if not spreads:
        return empty_chart(
            "Pay",
            "No posting names its pay yet."
            if market.n
            else "Bring in postings that name their pay; many do not, and that is worth knowing too.",
        )
    first, others = spreads[0], spreads[1:]
    middle = amount_in_words(round(first.middle), first.currency)
    unsaid = market.n - sum(spread.count for spread in spreads)
    elsewhere = "".join(
        f" In {other.currency or 'no named currency'}: {_others_pay(other)}." for other in others
    )
    note = (
        f"n = {first.count}; {unsaid} of {counted(market.n, 'posting')} name no pay. Of a range its "
        f"middle counts, of “from” or “up to” the sum that is named. {FULL_YEAR}"
    )
    if first.interval is None:
        return Chart(
            title=f"Not enough yet: {first.count} of {terms.FEWEST_SALARIES} postings that name their pay",
            summary=f"Named so far, a year: {_each_pay(first)}.{elsewhere} "
            f"With {terms.FEWEST_SALARIES - first.count} more, the median can be shown.",
            note=note,
        )
    return Chart(
        title=f"Half of those that say so pay {middle} a year or more",
        summary=(
            f"Yearly pay in {counted(first.count, 'posting')}: median {middle} (95 % interval "
            f"{amount_in_words(round(first.interval.low), first.currency)} to "
            f"{amount_in_words(round(first.interval.high), first.currency)}); the middle half lies from "
            f"{amount_in_words(round(first.low), first.currency)} to "
            f"{amount_in_words(round(first.high), first.currency)}.{elsewhere}"
        ),
        figure=_salary_bars(first, palette),
        numbers=pd.DataFrame(
            {
                "currency": [spread.currency for spread in spreads],
                "postings": [spread.count for spread in spreads],
                "a quarter pays less than": [round(spread.low) for spread in spreads],
                "median a year": [round(spread.middle) for spread in spreads],
                "a quarter pays more than": [round(spread.high) for spread in spreads],
            }
        ),
        note=f"{note} The band is the 95 % interval of the median.{elsewhere}",
    )


def _bars(
    found: Distribution,
    palette: Palette,
    *,
    about: str,
    most: Callable[[Sequence[str]], str],
    unsaid: str,
    unit: str = "",
    note: str = "",
) -> Chart:
    """A bar for each answer; `most` words the finding from the most frequent ones, `unsaid` what the rest do."""
    if not found.said:
        return empty_chart(
            about,
            f"None of {counted(found.n, 'posting')} says anything of it."
            if found.n
            else "Bring in some postings above to see it.",
        )
    parts = [part for part in found.parts if part.count]
    if found.said < FEWEST_FOR_A_FINDING:
        return empty_chart(
            f"{about}: not enough yet, {found.said} of {FEWEST_FOR_A_FINDING} postings that say so",
            f"Named so far: {in_how_many(((part.label + unit, part.count) for part in parts), found.n)}. "
            f"With {FEWEST_FOR_A_FINDING - found.said} more that say so, shares can be shown.",
        )
    highest = max(part.count for part in parts)
    first = [part.label for part in parts if part.count == highest]
    small = (
        f"n = {counted(found.n, 'posting')}, repeats counted once; {found.unsaid} {unsaid}. "
        "Lines are 95 % intervals (Wilson)."
    )
    return Chart(
        title=most(first) + (", equally often" if len(first) > 1 else ""),
        summary="Share of all postings: " + "; ".join(map(_part_in_words, parts)) + ".",
        figure=_part_bars(parts, unit, palette),
        numbers=pd.DataFrame(
            {
                about: [part.label for part in parts],
                "postings": [part.count for part in parts],
                "share of all": [format_share(part.share) for part in parts],
                "95 % interval": [
                    format_share_interval(part.interval.low, part.interval.high) for part in parts
                ],
            }
        ),
        note=f"{small} {note}".rstrip(),
    )


def _levels_named(labels: Sequence[str]) -> str:
    return f"The {'level' if len(labels) == 1 else 'levels'} named most often: {join_words(labels)}"


def _most_frequent(labels: Sequence[str]) -> str:
    return f"{join_words(labels).capitalize()} {'is' if len(labels) == 1 else 'are'} the most frequent"


def _part_bars(parts: Sequence[Part], unit: str, palette: Palette) -> go.Figure:
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=[100 * part.share for part in parts],
            y=list(range(len(parts))),
            marker={"color": palette.ramp[2], "line": {"color": palette.soft, "width": 1}},
            error_x=whiskers(
                [part.share for part in parts], [part.interval for part in parts], palette.ink, scale=100
            ),
            customdata=[f"{part.label}: {counted(part.count, 'posting')}" for part in parts],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    return rows_of_bars(figure, [f"{part.label}{unit}" for part in parts], "Share of all postings", palette)


def _part_in_words(part: Part) -> str:
    interval = format_share_interval(part.interval.low, part.interval.high)
    return f"{part.label} {format_share(part.share)} ({interval})"


def _salary_bars(spread: Salaries, palette: Palette) -> go.Figure:
    counts, edges = np.histogram(spread.all, bins=min(_BINS, max(1, len(set(spread.all)))))
    figure = go.Figure(
        go.Bar(
            x=(edges[:-1] + edges[1:]) / 2,
            y=counts,
            width=np.diff(edges) * 0.92,
            marker={"color": palette.ramp[2], "line": {"color": palette.soft, "width": 1}},
            customdata=[
                f"{amount_in_words(round(low), spread.currency)} to {amount_in_words(round(high), spread.currency)}"
                for low, high in pairwise(edges)
            ],
            hovertemplate="%{customdata}: %{y}<extra></extra>",
        )
    )
    if spread.interval:
        figure.add_vrect(
            x0=spread.interval.low,
            x1=spread.interval.high,
            fillcolor=palette.accent,
            opacity=0.16,
            line_width=0,
            layer="below",
        )
    figure.add_vline(x=spread.middle, line={"color": palette.accent, "width": 2})
    figure.add_annotation(
        x=spread.middle,
        y=1,
        yref="paper",
        yanchor="bottom",
        text=f"<b>median {amount_in_words(round(spread.middle), spread.currency)}</b>",
        font={"color": palette.accent},
        showarrow=False,
    )
    figure.update_xaxes(
        title=f"Pay a year ({spread.currency or 'as written'})", nticks=5, tickangle=0, showgrid=False
    )
    figure.update_yaxes(title="Postings", rangemode="tozero", nticks=5, tickformat="d")
    dress(figure, palette, height=280)
    return figure.update_layout(margin_t=32)


def _others_pay(spread: Salaries) -> str:
    """Of another currency than the most frequent one."""
    postings = counted(spread.count, "posting")
    if spread.interval is None:
        return f"{postings}, {_each_pay(spread)}"
    return f"{postings}, median {amount_in_words(round(spread.middle), spread.currency)}"


def _each_pay(spread: Salaries) -> str:
    return join_words([amount_in_words(round(pay), spread.currency) for pay in spread.all])
