"""Step 7 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.network.records import Cadence
from rutkit.steps.network.view.all_people import AllPeople
from rutkit.steps.network.view.keeping import KeepingCards
from rutkit.steps.network.view.people import PeopleCards
from rutkit.steps.network.view.person import PersonCard
from rutkit.steps.network.view.places import PlaceCards
from rutkit.steps.network.view.somebody import Somebody
from rutkit.steps.network.view.templates import TemplateCard
from rutkit.steps.network.view.week import WeekCard
from rutkit.widgets.card import jump_links, section
from rutkit.widgets.folded import FoldedSection
from rutkit.widgets.view import View


class StepView(View):
    """Whom to write to, the people, one of them at a time, how often, and who works where."""

    slug = "network"
    package = "rutkit.steps.network"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        everybody = AllPeople(self)
        somebody = self.keep(Somebody(self))
        person = self.keep(PersonCard(self, somebody))
        keeping = KeepingCards(self, everybody)
        sections = (
            (
                "week",
                "This week",
                [*WeekCard(self, everybody, somebody).cards(), *keeping.promised()],
            ),
            ("people", "Your people", PeopleCards(self, everybody).cards()),
            ("person", "One person", [*person.cards(), *TemplateCard(self).cards()]),
        )
        folded = [
            self.keep(part)
            for part in (
                FoldedSection(
                    self.page,
                    "keeping",
                    "Keeping in touch",
                    "How often with whom, whose turn it is, and what you gave and asked.",
                    keeping.cards,
                    holds=(Cadence,),
                ),
                FoldedSection(
                    self.page,
                    "places",
                    "Where they are",
                    "Whom you know where you want to work, and everybody on a map.",
                    PlaceCards(everybody).cards,
                ),
            )
        ]
        return [
            jump_links(
                [
                    *((name, title) for name, title, _ in sections),
                    *((part.name, part.title) for part in folded),
                ]
            ),
            *(section(name, title, *cards) for name, title, cards in sections),
            *(part.widget for part in folded),
        ]
