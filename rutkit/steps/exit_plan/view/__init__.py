"""Step 2 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.exit_plan.view.leaving import LeavingCards
from rutkit.steps.exit_plan.view.money import MoneyCards
from rutkit.steps.exit_plan.view.plan import PlanCards
from rutkit.steps.exit_plan.view.safety import SafetyCards
from rutkit.steps.exit_plan.view.urges import UrgeCards
from rutkit.widgets.card import jump_links, section
from rutkit.widgets.view import View


class StepView(View):
    """Safety first, then the brake on impulse, the money, when to leave, and the plan."""

    slug = "exit_plan"
    package = "rutkit.steps.exit_plan"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        parts = (
            ("safety", "Is it safe to stay?", SafetyCards(self)),
            ("urges", "The urge to quit", UrgeCards(self)),
            ("money", "The money", MoneyCards(self)),
            ("leaving", "When could I leave?", LeavingCards(self)),
            ("plan", "The plan", PlanCards(self)),
        )
        return [
            jump_links([(name, title) for name, title, _ in parts]),
            *(section(name, title, *cards.cards()) for name, title, cards in parts),
        ]
