"""Step 9 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.job_search.records import Board, Criterion, Look, Option, Rating
from rutkit.steps.job_search.view.applications import ApplicationCards
from rutkit.steps.job_search.view.boards import BoardCards
from rutkit.steps.job_search.view.offers import OfferCards
from rutkit.steps.job_search.view.results import LoadCards, ResultCards
from rutkit.steps.job_search.view.search import CurrentSearch
from rutkit.steps.job_search.view.week import WeekCards
from rutkit.widgets.card import jump_links, section
from rutkit.widgets.folded import FoldedSection
from rutkit.widgets.view import View


class StepView(View):
    """The week, the applications, the plan, the boards, and what honestly comes of it."""

    slug = "job_search"
    package = "rutkit.steps.job_search"

    def build(self) -> Sequence[widgets.Widget]:
        """What is due and what is added first, then the plan; the rest opens where it is wanted."""
        search = CurrentSearch(self)
        week, applications = WeekCards(self), ApplicationCards(self, search)
        sections = (
            ("week", "Your week", (applications.due(), *week.this_week())),
            ("applications", "Applications", applications.cards()),
            ("plan", "Your plan", week.plan()),
        )
        folded = [
            self.keep(part)
            for part in (
                FoldedSection(
                    self.page,
                    "boards",
                    "Job boards",
                    "Note your looks, and see how often looking is worth it.",
                    lambda: BoardCards(self).cards(),
                    holds=(Board, Look),
                ),
                FoldedSection(
                    self.page,
                    "results",
                    "What comes of it",
                    "How far your applications get, which way leads to interviews, and how long it all takes.",
                    lambda: ResultCards(self).cards(),
                ),
                FoldedSection(
                    self.page,
                    "load",
                    "You and the search",
                    "The hours of your search beside how your days were.",
                    lambda: LoadCards(self).cards(),
                ),
                FoldedSection(
                    self.page,
                    "offers",
                    "Offers",
                    "Compare offers, and staying, by what matters to you.",
                    lambda: OfferCards(self, search).cards(),
                    holds=(Option, Criterion, Rating),
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
