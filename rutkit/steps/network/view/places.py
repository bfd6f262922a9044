"""Step 7 on the screen: who works where, and everybody on a map."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.formatting import counted
from rutkit.steps.network.companies import Known
from rutkit.steps.network.overview import Overview
from rutkit.steps.network.view.all_people import AllPeople
from rutkit.steps.network.view.somebody import SHOW, who_button
from rutkit.widgets.card import Rank, card
from rutkit.widgets.markup import Markup, html, joined

SHOWN_COMPANIES = 7
SHOWN_PEOPLE = 4


class PlaceCards:
    """The companies that count, and the map."""

    def __init__(self, everybody: AllPeople) -> None:
        self._everybody = everybody

    def cards(self) -> Sequence[widgets.Widget]:
        """The companies that count, whom one knows there, and the map."""
        everybody = self._everybody
        return [
            card("Whom you know where you want to work", everybody.chart("target-companies", _companies)),
            card(
                "Who works there",
                everybody.text(_who),
                hint="From the open postings of step 5 and the applications of step 9 that run.",
            ),
            card("The people you know", everybody.chart("people-map", _map), wide=True),
        ]


def _who(found: Overview) -> Markup:
    there = [each for each in found.companies if each.people]
    if not there:
        text = (
            "Nobody noted there yet. The company of the people you know may be missing, or not be up to date."
            if found.companies
            else "No company counts yet: read postings in step 5, or note an application in step 9."
        )
        return html('<p class="rutkit-empty">{text}</p>', text=text)
    more = len(there) - SHOWN_COMPANIES
    return html(
        '<ul class="rutkit-words">{rows}</ul>{more}',
        rows=joined(_company(each) for each in there[:SHOWN_COMPANIES]),
        more=html(
            '<p class="rutkit-hint">And {count}.</p>', count=counted(more, "more company", "more companies")
        )
        if more > 0
        else "",
    )


def _company(known: Known) -> Markup:
    people = joined(
        html(
            '<li>{who} <span class="rutkit-hint">{position}</span></li>',
            who=who_button(SHOW, each.called, each, Rank.QUIET),
            position=each.position,
        )
        for each in known.people[:SHOWN_PEOPLE]
    )
    more = len(known.people) - SHOWN_PEOPLE
    return html(
        '<li><b>{name}</b> <span class="rutkit-hint">{what}</span>'
        '<ul class="rutkit-conditions">{people}{more}</ul></li>',
        name=known.target.name,
        what=known.target.in_words,
        people=people,
        more=html('<li class="rutkit-hint">and {count} more</li>', count=f"{more:,}") if more > 0 else "",
    )


def _companies(found: Overview, palette: Palette) -> Chart:
    from rutkit.steps.network import charts

    return charts.companies_chart(found.companies, palette)


def _map(found: Overview, palette: Palette) -> Chart:
    from rutkit.steps.network import charts

    return charts.map_chart(found.tiles, palette)
