"""Step 9 on the screen: offers and staying, by what matters to the person."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.steps.job_search.applications.candidacy import called
from rutkit.steps.job_search.offers.comparison import Comparison, compare
from rutkit.steps.job_search.records import Application, ApplicationStage, Criterion, Option, Rating
from rutkit.steps.job_search.view.search import CurrentSearch
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import block, html, joined, put, stack
from rutkit.widgets.view import View

UNRATED = ("–", None)
SCORES = (UNRATED, *((str(score), score) for score in range(11)))
OFFER = "option-of-application"
"""The action of a button that puts an offer beside the others (`data-id` is the application)."""

STAYING = "Stay where I am"


class OfferCards:
    """The options, what matters, the ratings, and what follows."""

    def __init__(self, view: View, search: CurrentSearch) -> None:
        self._view = view
        self._search = search

    def cards(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        view = self._view
        options = view.keep(
            Collection(
                view.page,
                Option,
                columns=("name", "salary", "decide_by"),
                add_label="Add an option",
                empty="None yet. An offer comes here in one click; staying is an option, too.",
                fields=("name", "salary", "decide_by", "notes"),
                belongings=lambda option: view.page.all_in_parts(Rating, option=option.id),
            )
        )
        criteria = view.keep(
            Collection(
                view.page,
                Criterion,
                columns=("name", "weight"),
                add_label="Add what matters",
                empty="None yet. What would make you say yes? Four or five are enough.",
                order_by="weight",
                descending=True,
                belongings=lambda criterion: view.page.all_in_parts(Rating, criterion=criterion.id),
            )
        )
        compared = [
            card(
                "How good is each?",
                view.keep(Ratings(view)).widget,
                hint="From 0, as bad as it gets, to 10, as good as it gets. The sum decides nothing for you.",
                wide=True,
            ),
            card(
                "What follows from it",
                view.chart("offers", self._draw_totals, Option, Criterion, Rating),
                wide=True,
            ),
            card(
                "What it depends on",
                view.chart("weights", self._draw_weights, Option, Criterion, Rating),
                wide=True,
            ),
        ]

        def show_once_there_is_something() -> None:
            is_there = bool(view.workbook.count(Option) and view.workbook.count(Criterion))
            for one in compared:
                shared.show(one, is_there)

        view.follow(show_once_there_is_something, Option, Criterion)
        return [
            card("What you choose between", view.keep(Offered(view, self._search)).widget, options.widget),
            card("What matters to you", criteria.widget),
            *compared,
        ]

    def _compared(self) -> Comparison:
        workbook = self._view.workbook
        criteria = workbook.all(Criterion, order_by="weight", descending=True)
        return compare(workbook.all(Option), criteria, workbook.all(Rating))

    def _draw_totals(self, palette: Palette) -> Chart:
        from rutkit.steps.job_search.offers import charts

        return charts.totals_chart(self._compared(), palette)

    def _draw_weights(self, palette: Palette) -> Chart:
        from rutkit.steps.job_search.offers import charts

        return charts.weights_chart(self._compared(), palette)


class Offered:
    """The offers that are not among the options yet, each put there with one click; and staying."""

    def __init__(self, view: View, search: CurrentSearch) -> None:
        self._page = view.page
        self._workbook = view.workbook
        self._search = search
        self._offers = block()
        self._stay = button(view.page, "Add staying", self._add_staying, Rank.QUIET)
        self.widget = stack(self._offers, self._stay)
        self._forget = view.page.bridge.on_action(OFFER, view.page.guard(lambda sent: self._add(sent["id"])))
        search.on_news(self._draw)
        view.follow(self._draw, Option, ApplicationStage)

    def close(self) -> None:
        """Stop listening to clicks, and take it away."""
        self._forget()
        shared.close(self.widget)

    def _draw(self) -> None:
        options = self._workbook.all(Option)
        there = {option.application for option in options}
        offers = [
            candidacy.application
            for candidacy in self._search.candidacies
            if candidacy.column == "offer" and candidacy.application.id not in there
        ]
        put(
            self._offers,
            joined(
                html(
                    '<p><button type="button" class="rutkit-link" data-action="{action}" data-id="{id}">'
                    "Add the offer: {name}</button></p>",
                    action=OFFER,
                    id=application.id,
                    name=called(application),
                )
                for application in offers
            ),
        )
        says_nothing_of_staying = all("stay" not in option.name.casefold() for option in options)
        shared.show(self._stay, says_nothing_of_staying)
        shared.show(self.widget, bool(offers) or says_nothing_of_staying)

    def _add(self, application_id: str) -> None:
        application = self._workbook.get(Application, application_id)
        if application is None or self._workbook.find(Option, application=application_id):
            return
        is_a_year = application.salary_unit == "year"
        option = Option(
            name=application.company or application.title,
            application=application.id,
            salary=application.salary_offered if is_a_year else None,
        )
        self._workbook.add(option, label="put an offer beside the others")
        self._page.status.saved()

    def _add_staying(self) -> None:
        self._workbook.add(Option(name=STAYING), label="put staying beside the offers")
        self._page.status.saved()


class Ratings:
    """A drop-down list for each option and criterion; what is chosen is saved at once."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._workbook = view.workbook
        self._pairs: tuple[tuple[Option, Criterion], ...] = ()
        self._lists: dict[tuple[str, str], widgets.Dropdown] = {}
        self._is_drawing = False
        self._none = block(
            html(
                '<p class="rutkit-empty">{text}</p>', text="Name an option and something that matters first."
            )
        )
        self._place = stack(classes=("rutkit-form",))
        self.widget = stack(self._none, self._place)
        view.follow(self._draw, Option, Criterion, Rating)

    def close(self) -> None:
        """Take it away."""
        shared.close(self.widget)

    def _draw(self) -> None:
        options = self._workbook.all(Option)
        criteria = self._workbook.all(Criterion, order_by="weight", descending=True)
        pairs = tuple((option, criterion) for option in options for criterion in criteria)
        if _names(pairs) != _names(self._pairs):
            self._build(options, criteria)
        self._pairs = pairs
        shared.show(self._none, not pairs)
        scores = {(rating.option, rating.criterion): rating.score for rating in self._workbook.all(Rating)}
        self._is_drawing = True
        for pair, dropdown in self._lists.items():
            dropdown.value = scores.get(pair)
        self._is_drawing = False

    def _build(self, options: Sequence[Option], criteria: Sequence[Criterion]) -> None:
        shared.close(*self._place.children)
        self._lists = {}
        rows = []
        for option in options:
            name = option.name or "An option without a name"
            fields = []
            for criterion in criteria:
                dropdown = shared.make(
                    widgets.Dropdown, description=f"{criterion.name} · {name}", options=SCORES, value=None
                )
                pair = (option.id, criterion.id)
                dropdown.observe(
                    self._page.guard(lambda change, pair=pair: self._rate(pair, change["new"])), "value"
                )
                self._lists[pair] = dropdown
                fields.append(stack(dropdown, classes=("rutkit-field",)))
            rows.append(stack(*fields, classes=("rutkit-mapping",)))
        self._place.children = tuple(rows)

    def _rate(self, pair: tuple[str, str], score: int | None) -> None:
        if not self._is_drawing:
            option, criterion = pair
            self._workbook.put(
                Rating(option=option, criterion=criterion, score=score), label="rated an option"
            )
            self._page.status.saved()


def _names(pairs: Sequence[tuple[Option, Criterion]]) -> list[str]:
    """What the lists show of options and criteria, in their order."""
    return [
        part for option, criterion in pairs for part in (option.id, option.name, criterion.id, criterion.name)
    ]
