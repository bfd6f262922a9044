"""Step 5 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.market.view.adding import AddingCards
from rutkit.steps.market.view.current import CurrentMarket
from rutkit.steps.market.view.postings import PostingList
from rutkit.steps.market.view.role import ChosenRole, RoleCards
from rutkit.steps.market.view.skills import SkillCards
from rutkit.steps.market.view.terms import TermCards, TimeCards
from rutkit.steps.market.view.words import WordCards
from rutkit.widgets.card import card, jump_links, section
from rutkit.widgets.view import View


class StepView(View):
    """The role, its postings, what they ask for and offer, and the words in them that rutkit does not know."""

    slug = "market"
    package = "rutkit.steps.market"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        chosen = ChosenRole(self)
        current = CurrentMarket(self, chosen)
        postings = self.keep(PostingList(self, chosen))
        parts = (
            ("role", "The role you want", RoleCards(self, chosen).cards()),
            (
                "postings",
                "Postings",
                [
                    *AddingCards(self, chosen).cards(),
                    card("Your postings", postings.widget, wide=True),
                ],
            ),
            ("demand", "What is asked for", SkillCards(self, current, chosen).cards()),
            ("terms", "Terms and pay", TermCards(current).cards()),
            ("time", "Then and now", TimeCards(self, current).cards()),
            ("words", "Words", WordCards(self, current, chosen).cards()),
        )
        return [
            jump_links([(name, title) for name, title, _ in parts]),
            *(section(name, title, *cards) for name, title, cards in parts),
        ]
