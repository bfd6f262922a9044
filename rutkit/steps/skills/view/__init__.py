"""Step 6 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.skills.view.asked import Asked
from rutkit.steps.skills.view.gaps import GapCards
from rutkit.steps.skills.view.learning import LearningCards
from rutkit.steps.skills.view.plan import PlanCards
from rutkit.steps.skills.view.resources import ResourceCards
from rutkit.steps.skills.view.skills import SkillCards
from rutkit.widgets.card import jump_links, section
from rutkit.widgets.view import View


class StepView(View):
    """One's skills, the gaps, the ways to learn, the plan, and what is under way."""

    slug = "skills"
    package = "rutkit.steps.skills"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        asked = self.keep(Asked(self))
        parts = (
            ("skills", "Your skills", SkillCards(self, asked)),
            ("gaps", "The gaps", GapCards(self, asked)),
            ("resources", "Ways to learn", ResourceCards(self, asked)),
            ("plan", "The plan", PlanCards(self, asked)),
            ("learning", "What is under way", LearningCards(self)),
        )
        return [
            jump_links([(name, title) for name, title, _ in parts]),
            *(section(name, title, *cards.cards()) for name, title, cards in parts),
        ]
