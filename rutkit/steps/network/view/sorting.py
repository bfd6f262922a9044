"""Step 7 on the screen: how you know those who were brought in, a click each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

import ipywidgets as widgets

from rutkit.formatting import counted
from rutkit.steps.network.overview import Overview
from rutkit.steps.network.records import Contact, Relation
from rutkit.steps.network.sorting import Colleagues
from rutkit.steps.network.view.all_people import AllPeople
from rutkit.widgets import shared
from rutkit.widgets.card import card, folded_list
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.view import View

SORT, SORT_ALL, LATER = "network-sort", "network-sort-all", "network-sort-later"
SHOWN = 4
SHOWN_COMPANIES = 12
RELATIONS: tuple[Relation, ...] = get_args(Relation)


class SortingCard:
    """A few people at a time of whom it is not said how the person knows them; gone when there are none."""

    def __init__(self, view: View, everybody: AllPeople) -> None:
        self._view = view
        self._workbook = view.workbook
        self._put_off: set[str] = set()
        self._shown: Mapping[str, Colleagues] = {}
        self._people = block()
        self._companies = everybody.text(self._of_companies)
        self.card = card(
            "How do you know them?",
            self._people,
            self._companies,
            hint="A click each, with an undo. How often to be in touch, and the map below, go by it.",
            wide=True,
        )
        self.card.add_class("rutkit-sorting")

    def cards(self) -> Sequence[widgets.Widget]:
        """The one card."""
        view = self._view
        view.on_action(SORT, self._sort)
        view.on_action(SORT_ALL, self._sort_all)
        view.on_action(LATER, self._later)
        view.follow(self._draw, Contact)
        return [self.card]

    def _draw(self) -> None:
        """The newest first: who was just brought in is still in mind."""
        found = self._workbook.page(
            Contact,
            order_by="created_at",
            descending=True,
            limit=SHOWN + len(self._put_off),
            relation=None,
        )
        people = [each for each in found.records if each.id not in self._put_off][:SHOWN]
        shared.show(self.card, bool(people))
        more = found.total - len(people)
        put(
            self._people,
            html('<ul class="rutkit-words">{rows}</ul>', rows=joined(map(_person, people)))
            + (
                html(
                    '<p class="rutkit-hint">{more}</p>',
                    more=f"And {counted(more, 'more person', 'more people')}. You need not sort everybody.",
                )
                if more
                else ""
            ),
        )

    def _of_companies(self, found: Overview) -> Markup:
        shown = found.unsorted[:SHOWN_COMPANIES]
        self._shown = {each.key: each for each in shown}
        return folded_list("All of one company at once", [_company(each) for each in shown])

    def _sort(self, sent: Mapping[str, str]) -> None:
        contact = self._workbook.get(Contact, sent["id"])
        if contact:
            self._workbook.update(
                contact.model_copy(update={"relation": _relation(sent)}),
                label=f"noted how you know {contact.called}",
            )
            self._go_on()

    def _sort_all(self, sent: Mapping[str, str]) -> None:
        """Everybody of a company who is not sorted yet, as one change."""
        company = self._shown.get(sent["company"])
        people = [self._workbook.get(Contact, record_id) for record_id in (company.ids if company else ())]
        unsorted = [each for each in people if each and each.relation is None]
        label = f"noted how you know {counted(len(unsorted), 'person', 'people')}"
        with self._workbook.batch(label):
            for contact in unsorted:
                self._workbook.update(contact.model_copy(update={"relation": _relation(sent)}), label=label)
        self._go_on()

    def _later(self, sent: Mapping[str, str]) -> None:
        self._put_off.add(sent["id"])
        self._draw()
        self._view.page.bridge.focus(".rutkit-sorting .rutkit-chip")

    def _go_on(self) -> None:
        self._view.page.status.saved()
        self._draw()
        self._view.page.bridge.focus(".rutkit-sorting .rutkit-chip")


def _relation(sent: Mapping[str, str]) -> Relation:
    return next(each for each in RELATIONS if each == sent["relation"])


def _person(contact: Contact) -> Markup:
    return html(
        '<li><b>{name}</b> <span class="rutkit-hint">{at_work}</span>{chips}</li>',
        name=contact.called,
        at_work=contact.at_work,
        chips=_chips(SORT, contact.called, html('data-id="{id}"', id=contact.id), later=contact.id),
    )


def _company(each: Colleagues) -> Markup:
    return html(
        "<b>{company}</b>: {people}{chips}",
        company=each.company,
        people=counted(len(each.ids), "person", "people"),
        chips=_chips(SORT_ALL, f"everybody at {each.company}", html('data-company="{key}"', key=each.key)),
    )


def _chips(action: str, who: str, data: Markup, *, later: str = "") -> Markup:
    """A button for each way of knowing people; the data say whom it is for."""
    chips = joined(
        html(
            '<button type="button" class="rutkit-chip" data-action="{action}" data-relation="{relation}" {data} '
            'aria-label="{who}: {relation}">{relation}</button>',
            action=action,
            relation=relation,
            data=data,
            who=who,
        )
        for relation in RELATIONS
    )
    skip = (
        html(
            '<button type="button" class="rutkit-link" data-action="{action}" data-id="{id}" '
            'aria-label="Later: {who}">Later</button>',
            action=LATER,
            id=later,
            who=who,
        )
        if later
        else ""
    )
    return html('<div class="rutkit-chips">{chips}{skip}</div>', chips=chips, skip=skip)
