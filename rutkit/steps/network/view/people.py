"""Step 7 on the screen: bringing people in, and the list of them."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.records import Record
from rutkit.steps.network.records import Contact, DifferentPeople, MessageDraft, Touch
from rutkit.steps.network.view.all_people import AllPeople
from rutkit.steps.network.view.merging import Merging
from rutkit.steps.network.view.people_files import PeopleImport
from rutkit.steps.network.view.people_table import PeopleTable
from rutkit.steps.network.view.somebody import SHOW
from rutkit.steps.network.view.sorting import SortingCard
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.view import View

COLUMNS = ("name", "company", "position", "relation")
EMPTY = "Nobody yet. Begin with five people whom you would like to hear from."


class PeopleCards:
    """Files of people, entries that may be one person, and everybody."""

    def __init__(self, view: View, everybody: AllPeople) -> None:
        self._view = view
        self._everybody = everybody

    def cards(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        view = self._view
        listed = view.keep(
            Collection(
                view.page,
                Contact,
                columns=COLUMNS,
                add_label="Add somebody",
                empty=EMPTY,
                order_by="name",
                belongings=self._belongings,
                table_import=PeopleTable,
                opens=SHOW,
            )
        )
        files = view.keep(PeopleImport(view))
        return [
            card(
                "Bring people in",
                files.widget,
                hint="LinkedIn’s export (the zip, or Connections.csv in it), vCards from your phone or mail program "
                "(one by one or in a zip), or a table. It is read here and goes nowhere else. Nothing is "
                "added before you say so.",
                wide=True,
            ),
            view.keep(Merging(view, self._everybody)).card,
            *SortingCard(view, self._everybody).cards(),
            card("Everybody", listed.widget, wide=True),
        ]

    def _belongings(self, contact: Contact) -> Sequence[Record]:
        """What is noted with somebody, and means nothing without them."""
        naming = (
            (Touch, "contact"),
            (MessageDraft, "contact"),
            (DifferentPeople, "one"),
            (DifferentPeople, "other"),
        )
        return [
            record
            for record_type, name in naming
            for record in self._view.page.all_in_parts(record_type, **{name: contact.id})
        ]
