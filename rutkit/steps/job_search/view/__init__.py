"""Step 9 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.job_search.view.applications import ApplicationCards
from rutkit.steps.job_search.view.boards import BoardCards
from rutkit.steps.job_search.view.offers import OfferCards
from rutkit.steps.job_search.view.results import LoadCards, ResultCards
from rutkit.steps.job_search.view.search import CurrentSearch
from rutkit.steps.job_search.view.week import WeekCards
from rutkit.widgets.card import jump_links, section
from rutkit.widgets.view import View


class StepView(View):
    """The rhythm, the applications, the boards, and what honestly comes of it."""

    slug = "job_search"
    package = "rutkit.steps.job_search"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        search = CurrentSearch(self)
        parts = (
            ("week", "Your week", WeekCards(self)),
            ("applications", "Applications", ApplicationCards(self, search)),
            ("boards", "Job boards", BoardCards(self)),
            ("results", "What comes of it", ResultCards(self)),
            ("load", "You and the search", LoadCards(self)),
            ("offers", "Offers", OfferCards(self, search)),
        )
        return [
            jump_links([(name, title) for name, title, _ in parts]),
            *(section(name, title, *cards.cards()) for name, title, cards in parts),
        ]
