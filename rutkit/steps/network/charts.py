"""The charts of step 7: from what is noted to a `Chart` whose title is the finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from html import escape
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from rutkit.chart import Chart, Palette, dress, empty_chart, plot_text
from rutkit.dates import monday_of
from rutkit.formatting import counted, format_date, join_words
from rutkit.steps.network.companies import OPEN_DAYS, Known
from rutkit.steps.network.giving import Balance, in_times
from rutkit.steps.network.records import Touch
from rutkit.steps.network.tiles import COMPANIES_A_GROUP, OTHERS, UNSAID, Tile

SHOWN_WEEKS = 26
LATELY_WEEKS = 4
SHOWN_PEOPLE = 12
SHOWN_COMPANIES = 15
LONGEST_LABEL = 26
LONGEST_LINE = 14
"""Characters of a line in a tile of the map."""
ROW = 30
"""Pixels from one bar to the next."""
WELL_KNOWN = 3
"""The step of `Closeness` called “know each other well”."""
_DAY = 24 * 60 * 60 * 1000
"""In milliseconds, as plotly counts time."""


def weeks_chart(touches: Sequence[Touch], today: date, palette: Palette) -> Chart:
    """Times in touch in each of the last 26 weeks."""
    last = monday_of(today)
    mondays = [last - timedelta(weeks=ago) for ago in reversed(range(SHOWN_WEEKS))]
    inside = [touch for touch in touches if mondays[0] <= touch.day <= today]
    if not inside:
        return empty_chart(
            "When you were in touch, week by week",
            "Note once that you were in touch with somebody: each week of the last half year then has its bar here.",
        )
    counts = Counter(monday_of(touch.day) for touch in inside)
    people = Counter(monday for monday, _ in {(monday_of(touch.day), touch.contact) for touch in inside})
    lately = [touch for touch in inside if touch.day > today - timedelta(weeks=LATELY_WEEKS)]
    with_people = len({touch.contact for touch in lately})
    quiet = sum(not counts[monday] for monday in mondays)
    figure = go.Figure()
    figure.add_bar(
        x=mondays,
        y=[counts[monday] for monday in mondays],
        width=6 * _DAY,
        offset=0.5 * _DAY,
        marker_color=palette.accent,
        hovertemplate="week of %{x|%d %b %Y}: %{y}<extra></extra>",
    )
    figure.update_xaxes(
        title_text="Week from Monday", type="date", nticks=5, tickformat="%-d %b", tickangle=0
    )
    figure.update_yaxes(title_text="Times in touch", rangemode="tozero", tickformat="d", nticks=5)
    return Chart(
        title=f"{counted(len(lately), 'time')} in touch with {counted(with_people, 'person', 'people')} "
        "in the last four weeks",
        summary=f"{counted(len(inside), 'time')} in touch in the last {SHOWN_WEEKS} weeks, the most in one week "
        f"{max(counts.values())}; {counted(quiet, 'week')} with none.",
        figure=dress(figure, palette, height=260),
        numbers=pd.DataFrame(
            {
                "week of": [format_date(monday) for monday in mondays],
                "times in touch": [counts[monday] for monday in mondays],
                "people": [people[monday] for monday in mondays],
            }
        ),
        note=f"n = {counted(len(inside), 'time')} in touch that you noted. "
        f"The week of {format_date(last)} is not over.",
    )


def giving_chart(balances: Mapping[str, Balance], names: Mapping[str, str], palette: Palette) -> Chart:
    """For each person, how often the own part was giving and how often asking; `names` by the person's id."""
    counted_ones = {key: each for key, each in balances.items() if each.gave or each.asked}
    if not counted_ones:
        return empty_chart(
            "What you gave, beside what you asked",
            "When you note that you were in touch, say whether you gave something or asked for something.",
        )
    order = sorted(counted_ones, key=lambda key: (-counted_ones[key].gave - counted_ones[key].asked, key))
    shown = [(names.get(key, "Somebody removed"), counted_ones[key]) for key in order[:SHOWN_PEOPLE]]
    gave = sum(each.gave for each in counted_ones.values())
    asked = sum(each.asked for each in counted_ones.values())
    only_asked = sum(not each.gave for each in counted_ones.values())
    figure = go.Figure()
    for name, values, color, pattern in (
        ("you gave", [each.gave for _, each in shown], palette.accent, ""),
        ("you asked", [-each.asked for _, each in shown], palette.warm, "/"),
    ):
        figure.add_bar(
            orientation="h",
            name=name,
            y=list(range(len(shown))),
            x=values,
            marker={
                "color": color,
                "pattern": {"shape": pattern, "bgcolor": color, "fgcolor": palette.card, "size": 6},
            },
            hovertemplate=[
                f"{escape(who)}: {name} {abs(value)}<extra></extra>"
                for (who, _), value in zip(shown, values, strict=True)
            ],
        )
    most = max(max(each.gave, each.asked) for _, each in shown)
    step = max(1, -(-most // 3))
    ticks = [tick for tick in range(-most - step, most + step + 1) if tick % step == 0]
    figure.update_layout(barmode="relative", bargap=0.4)
    figure.update_xaxes(title_text="Times", tickvals=ticks, ticktext=[str(abs(t)) for t in ticks])
    _name_rows(figure, [name for name, _ in shown])
    return Chart(
        title=f"You gave {in_times(gave)} and asked {in_times(asked)}",
        summary="; ".join(f"{name}: gave {each.gave}, asked {each.asked}" for name, each in shown) + ".",
        figure=dress(figure, palette, height=110 + ROW * len(shown)),
        numbers=pd.DataFrame(
            {
                "person": [names.get(key, "Somebody removed") for key in order],
                "you gave": [counted_ones[key].gave for key in order],
                "you asked": [counted_ones[key].asked for key in order],
                "times in touch": [counted_ones[key].touches for key in order],
            }
        ),
        note=f"n = {counted(len(counted_ones), 'person', 'people')} with something given or asked"
        + (f", the {len(shown)} with most shown" if len(shown) < len(counted_ones) else "")
        + f"; {counted(only_asked, 'person', 'people')} with nothing given yet. "
        "It counts times, not what they were worth.",
    )


def companies_chart(known: Sequence[Known], palette: Palette) -> Chart:
    """How many people are known at each company where a wanted role is open or an application runs."""
    if not known:
        return empty_chart(
            "Whom you know where you want to work",
            "Read postings in step 5, or note applications in step 9; each of their companies then stands here.",
        )
    covered = [each for each in known if each.people]
    shown = sorted(known, key=lambda each: -len(each.people))[:SHOWN_COMPANIES]
    most = max(len(each.people) for each in shown)
    figure = go.Figure()
    for name, counts, color in (
        ("know well, or close", [_well_known(each) for each in shown], palette.accent),
        ("know less", [len(each.people) - _well_known(each) for each in shown], palette.ramp[2]),
    ):
        figure.add_bar(
            orientation="h",
            name=name,
            y=list(range(len(shown))),
            x=counts,
            marker_color=color,
            hovertemplate=[
                f"{escape(each.target.name)}: {name}, {count}; {each.target.in_words}<extra></extra>"
                for each, count in zip(shown, counts, strict=True)
            ],
        )
    figure.add_scatter(
        mode="text",
        y=list(range(len(shown))),
        x=[len(each.people) for each in shown],
        text=[f" {len(each.people) or 'nobody yet'}" for each in shown],
        textposition="middle right",
        textfont={"color": palette.ink},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
    figure.update_layout(barmode="stack", bargap=0.4)
    figure.update_xaxes(title_text="People", range=[0, most * 1.15 + 1], tickformat="d", nticks=4)
    _name_rows(figure, [each.target.name for each in shown])
    return Chart(
        title=f"You know somebody at {len(covered)} of {counted(len(known), 'company')} where you want to work",
        summary="; ".join(f"{each.target.name}: {_people(each)}, {each.target.in_words}" for each in shown)
        + ".",
        figure=dress(figure, palette, height=130 + ROW * len(shown)),
        numbers=pd.DataFrame(
            {
                "company": [each.target.name for each in known],
                "open roles": [len(each.target.open_roles) for each in known],
                "your applications": [len(each.target.applications) for each in known],
                "people you know": [len(each.people) for each in known],
                "who": [join_words([one.name for one in each.people[:5]]) for each in known],
            }
        ),
        note=f"n = {counted(len(known), 'company')}: those of open postings in step 5 (up to {OPEN_DAYS} days old, if "
        "they name no last day) and of applications that run. Names are compared without legal forms: “Acme Ltd.” "
        "is “ACME”.",
    )


def map_chart(tiles: Sequence[Tile], palette: Palette) -> Chart:
    """Everybody, by how the person knows them and where they work: a tile's area is a number of people."""
    groups = [tile for tile in tiles if not tile.parent]
    if not groups:
        return empty_chart(
            "The people you know, by group and company",
            "Add people above, with how you know them and where they work.",
        )
    total = sum(tile.people for tile in groups)
    shades = {tile.key: palette.ramp[number % 2] for number, tile in enumerate(groups)}
    figure = go.Figure(
        go.Treemap(
            ids=[tile.key for tile in tiles],
            parents=[tile.parent for tile in tiles],
            labels=[
                _in_lines(tile.name) if tile.parent else plot_text(tile.name, LONGEST_LABEL) for tile in tiles
            ],
            values=[tile.people for tile in tiles],
            branchvalues="total",
            marker={
                "colors": [shades[tile.parent or tile.key] for tile in tiles],
                "line": {"color": palette.card, "width": 2},
            },
            texttemplate="%{label}<br>%{value}",
            textfont={"color": palette.ink},
            hovertemplate=[
                f"{escape(tile.name)}: {counted(tile.people, 'person', 'people')}<extra></extra>"
                for tile in tiles
            ],
            pathbar={"visible": False},
            tiling={"pad": 2},
        )
    )
    # Smaller letters nobody reads; the numbers name what does not fit.
    figure.update_layout(uniformtext={"minsize": 11, "mode": "hide"})
    names = {tile.key: tile.name for tile in groups}
    return Chart(
        title=f"You know {counted(total, 'person', 'people')}; {_largest_group(groups)}",
        summary="; ".join(f"{tile.name}: {counted(tile.people, 'person', 'people')}" for tile in groups)
        + ".",
        figure=dress(figure, palette, height=420),
        numbers=pd.DataFrame(
            {
                "group": [names[tile.parent] for tile in tiles if tile.parent],
                "company": [tile.name for tile in tiles if tile.parent],
                "people": [tile.people for tile in tiles if tile.parent],
            }
        ),
        note=f"n = {counted(total, 'person', 'people')}. Of each group the {COMPANIES_A_GROUP} largest companies are "
        f"shown; “{OTHERS}” are the rest.",
    )


def _largest_group(groups: Sequence[Tile]) -> str:
    said = [tile for tile in groups if tile.name != UNSAID]
    if not said:
        return "how you know them is not noted yet"
    return f"the largest group is “{max(said, key=lambda tile: tile.people).name}”"


def _name_rows(figure: go.Figure, names: Sequence[str]) -> None:
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[plot_text(name, LONGEST_LABEL) for name in names],
        range=[len(names) - 0.4, -0.6],
        showgrid=False,
        zeroline=False,
    )


def _in_lines(name: str) -> str:
    """A name for a tile, which is often narrow."""
    return "<br>".join(plot_text(line, LONGEST_LINE) for line in wrap(name, LONGEST_LINE)[:3])


def _well_known(known: Known) -> int:
    return sum((person.closeness or 0) >= WELL_KNOWN for person in known.people)


def _people(known: Known) -> str:
    return counted(len(known.people), "person", "people") if known.people else "nobody yet"
