"""Step 4 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.growth.view.clock import ClockCards
from rutkit.steps.growth.view.field import FieldCards
from rutkit.steps.growth.view.learning import LearningCards
from rutkit.steps.growth.view.months import MonthCards
from rutkit.steps.growth.view.tasks import TaskCards
from rutkit.widgets.card import jump_links, section
from rutkit.widgets.view import View


class StepView(View):
    """The three questions, the learning log, the tasks, the field, and what they come to."""

    slug = "growth"
    package = "rutkit.steps.growth"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        parts = (
            ("months", "Do you still grow?", MonthCards(self)),
            ("learning", "What you learn", LearningCards(self)),
            ("tasks", "What your week is made of", TaskCards(self)),
            ("field", "What moves in your field", FieldCards(self)),
            ("clock", "The growth clock", ClockCards(self)),
        )
        return [
            jump_links([(name, title) for name, title, _ in parts]),
            *(section(name, title, *cards.cards()) for name, title, cards in parts),
        ]
