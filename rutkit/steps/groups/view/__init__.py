"""Step 8 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.groups.view.events import EventCards
from rutkit.steps.groups.view.groups import GroupCards
from rutkit.steps.groups.view.memberships import MembershipCards
from rutkit.steps.groups.view.trials import TrialCards
from rutkit.steps.groups.view.worth import WorthCards
from rutkit.widgets.card import jump_links, section
from rutkit.widgets.view import View


class StepView(View):
    """Groups to try, the trials, what they are worth, what takes place, and the memberships."""

    slug = "groups"
    package = "rutkit.steps.groups"
    guide_is = "Why, how, a checklist for finding groups, and one caveat"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        parts = (
            ("groups", "Groups", GroupCards(self)),
            ("trials", "Trials", TrialCards(self)),
            ("worth", "What they are worth", WorthCards(self)),
            ("events", "What takes place", EventCards(self)),
            ("memberships", "Memberships", MembershipCards(self)),
        )
        return [
            jump_links([(name, title) for name, title, _ in parts]),
            *(section(name, title, *cards.cards()) for name, title, cards in parts),
        ]
