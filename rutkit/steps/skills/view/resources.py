"""Step 6 on the screen: courses, certificates, books and projects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ipywidgets as widgets

from rutkit.steps.skills.records import LearningResource, Skill
from rutkit.steps.skills.view.asked import Asked
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.view import View

OFFERED_SKILLS = 16


class ResourceCards:
    """The list of what one could learn from."""

    def __init__(self, view: View, asked: Asked) -> None:
        self._view = view
        self._asked = asked

    def cards(self) -> Sequence[widgets.Widget]:
        """The one list."""
        view = self._view
        listed = view.keep(
            Collection(
                view.page,
                LearningResource,
                columns=("name", "hours", "cost", "chance", "choice", "state"),
                add_label="Add a way to learn",
                empty="None yet. Which course, book or project have you meant to begin for a while?",
                order_by="name",
                suggestions=self._words,
            )
        )
        return [
            card(
                "Your list",
                listed.widget,
                hint="As its provider describes it; what it teaches you confirm yourself. A list can be imported.",
                wide=True,
            )
        ]

    def _words(self) -> Mapping[str, Sequence[str]]:
        workbook = self._view.workbook
        asked = [demand.name for demand in self._asked.demands]
        own = [skill.name for skill in workbook.all(Skill)]
        return {
            "covers": tuple(dict.fromkeys([*asked, *own]))[:OFFERED_SKILLS],
            "after": tuple(each.name for each in workbook.all(LearningResource) if each.name),
        }
