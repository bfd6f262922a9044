"""Step 10 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.prepare.view.asked import Asked
from rutkit.steps.prepare.view.letters import LetterCards
from rutkit.steps.prepare.view.patience import PatienceCards
from rutkit.steps.prepare.view.practice import PracticeCards
from rutkit.steps.prepare.view.resume import ResumeCard
from rutkit.steps.prepare.view.stories import StoryCards
from rutkit.steps.prepare.view.versions import VersionsCard
from rutkit.widgets.card import jump_links, section
from rutkit.widgets.view import View


class StepView(View):
    """Practice, stories, the resume, patience, and letters to oneself."""

    slug = "prepare"
    package = "rutkit.steps.prepare"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        asked = Asked(self)
        parts = (
            ("practice", "Practice", PracticeCards(self, asked).cards()),
            ("stories", "Stories", StoryCards(self, asked).cards()),
            ("resume", "Resume", (*ResumeCard(self).cards(), *VersionsCard(self).cards())),
            ("patience", "Patience", PatienceCards(self).cards()),
            ("letters", "Letters to yourself", LetterCards(self).cards()),
        )
        return [
            jump_links([(name, title) for name, title, _ in parts]),
            *(section(name, title, *cards) for name, title, cards in parts),
        ]
