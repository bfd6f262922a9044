"""Step 7 on the screen: how often to be in touch with whom, whose turn it is, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.formatting import counted, format_day
from rutkit.steps.network.cadence import NextStep, Standing, Turn
from rutkit.steps.network.overview import Overview
from rutkit.steps.network.records import Cadence, Contact, Relation, Touch
from rutkit.steps.network.view.all_people import AllPeople
from rutkit.steps.network.view.somebody import SHOW, who_button
from rutkit.widgets.card import Rank, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.download import export_links
from rutkit.widgets.folded import Folded
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.view import View

SHOWN = 6


class KeepingCards:
    """Cadences of groups, whose turn it is, and next steps."""

    def __init__(self, view: View, everybody: AllPeople) -> None:
        self._view = view
        self._everybody = everybody

    def promised(self) -> Sequence[widgets.Widget]:
        """What you said you would do, and the weeks."""
        everybody = self._everybody
        return [
            card("What you said you would do", everybody.text(self._steps)),
            card("When you were in touch, week by week", everybody.chart("touches-weekly", _weeks)),
        ]

    def cards(self) -> Sequence[widgets.Widget]:
        """Whose turn it is, the cadences, give and ask, and all of it as a file."""
        view = self._view
        cadences = view.keep(
            Collection(
                view.page,
                Cadence,
                columns=("group", "ideal_days", "longest_days"),
                add_label="Add a cadence",
                empty="None yet. Whom would you be sorry to lose touch with?",
                order_by="group",
                suggestions=_groups,
            )
        )
        how_often = card(
            "How often",
            cadences.widget,
            hint="For a way you know people, or one of your own words. It counts from the last time you were "
            "in touch. For one person you choose it in their entry above.",
        )
        along = view.keep(
            Folded(view.page, "Take all times in touch along", self._build_along, on_open=self._draw_along)
        )
        return [
            card("Whose turn it is", self._everybody.text(self._turns)),
            how_often,
            card(
                "What you gave, beside what you asked",
                self._everybody.chart("give-and-ask", _giving),
                wide=True,
            ),
            card(
                "As a file",
                along.widget,
                hint="Every time in touch that you noted, with whom it was.",
                wide=True,
            ),
        ]

    def _build_along(self) -> widgets.Widget:
        self._along = block()
        return self._along

    def _draw_along(self) -> None:
        """As it is when it is opened; with names in the place of ids, which mean nothing elsewhere."""
        workbook = self._view.workbook
        names = {each.id: each.called for each in workbook.all(Contact)}
        touches = [
            each.model_copy(update={"contact": names.get(each.contact, "Somebody removed")})
            for each in workbook.all(Touch, order_by="day")
        ]
        put(self._along, export_links(Touch, touches) or _empty("No time in touch is noted yet."))

    def _turns(self, found: Overview) -> Markup:
        if not found.with_cadence and self._view.workbook.count(Cadence):
            return _empty(
                "Nobody you know is in those groups yet. Say in people’s entries how you know them, or give them the "
                "group as a word."
            )
        if not found.with_cadence:
            return _empty("Choose how often for one group; then those whose time has come stand here.")
        if not found.turns:
            people = counted(found.with_cadence, "person", "people")
            return _empty(f"Nobody: you are in touch with all {people} as often as you wanted.")
        long = sum(each.turn is Turn.LONG for each in found.turns)
        said = (
            f"It is time for {len(found.turns):,} of {counted(found.with_cadence, 'person', 'people')} with a cadence"
            + (f"; for {long:,} of them it has been longer than you wanted." if long else ".")
            + " There is no need to catch up with everybody: a few each week are enough."
        )
        return html(
            '<p>{said}</p><ul class="rutkit-words">{rows}</ul>',
            said=said,
            rows=joined(_turn(each) for each in found.turns[:SHOWN]),
        )

    def _steps(self, found: Overview) -> Markup:
        if not found.steps:
            return _empty("Nothing open. When you note that you were in touch, you can say what comes next.")
        rows = joined(self._step(each) for each in found.steps[:SHOWN])
        more = len(found.steps) - SHOWN
        return html(
            '<ul class="rutkit-words">{rows}</ul>{more}',
            rows=rows,
            more=html('<p class="rutkit-hint">And {count} more.</p>', count=f"{more:,}") if more > 0 else "",
        )

    def _step(self, each: NextStep) -> Markup:
        day = each.touch.next_on
        return html(
            "<li>{who}: {step}{day}</li>",
            who=who_button(SHOW, each.contact.called, each.contact, Rank.QUIET),
            step=each.touch.next_step.strip() or "be in touch again",
            day=html(' <span class="rutkit-hint">{day}</span>', day=format_day(day, self._view.page.today()))
            if day
            else "",
        )


def _turn(each: Standing) -> Markup:
    return html(
        '<li>{who}<p class="rutkit-hint">{sentence}</p></li>',
        who=who_button(SHOW, each.contact.called, each.contact, Rank.QUIET),
        sentence=each.sentence,
    )


def _groups() -> Mapping[str, Sequence[str]]:
    return {"group": get_args(Relation)}


def _empty(text: str) -> Markup:
    return html('<p class="rutkit-empty">{text}</p>', text=text)


def _weeks(found: Overview, palette: Palette) -> Chart:
    from rutkit.steps.network import charts

    return charts.weeks_chart(found.touches, found.today, palette)


def _giving(found: Overview, palette: Palette) -> Chart:
    from rutkit.steps.network import charts

    return charts.giving_chart(found.balances, found.names, palette)
