"""Step 9 on the screen: job boards, the looks at them, and how often looking is worth it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.records import Record
from rutkit.steps.job_search.records import Board, Look
from rutkit.widgets import shared
from rutkit.widgets.card import card
from rutkit.widgets.collection import FEW_ROWS, Collection
from rutkit.widgets.markup import Markup, block, html, stack
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.steps.job_search.boards.arrivals import Arrivals


class BoardCards:
    """The boards, the looks at one of them, and what they bring."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        view = self._view
        boards = view.keep(
            Collection(
                view.page,
                Board,
                columns=("name", "link"),
                add_label="Add a board",
                empty="None yet. Where do postings of your field appear?",
                order_by="name",
                belongings=self._looks_at,
            )
        )
        return [
            card("Your boards", boards.widget),
            card(
                "How often looking is worth it",
                view.chart("arrivals", self._draw, Board, Look),
                view.later_text(self._too_often, Board, Look),
            ),
            card(
                "Looks",
                view.keep(Looks(view)).widget,
                hint="After each look: how many postings were new since the last one, and suit you?",
                wide=True,
            ),
        ]

    def _arrivals(self) -> Sequence[Arrivals]:
        from rutkit.steps.job_search.boards.arrivals import arrivals

        workbook = self._view.workbook
        return arrivals(workbook.all(Board), workbook.all(Look), self._view.page.today())

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.steps.job_search.boards import charts

        return charts.arrivals_chart(self._arrivals(), palette)

    def _too_often(self) -> Markup:
        from rutkit.steps.job_search.boards.arrivals import too_often

        said = too_often(self._arrivals())
        return html('<p class="rutkit-calm">{text}</p>', text=said) if said else Markup("")

    def _looks_at(self, board: Board) -> Sequence[Record]:
        return self._view.page.all_in_parts(Look, board=board.id)


class Looks:
    """The looks at one board, and the choice among several."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._listed: Collection[Look] | None = None
        self._is_drawing = False
        self._none = block(html('<p class="rutkit-empty">{text}</p>', text="Add a board first."))
        self._board = shared.make(widgets.Dropdown, description="Which board")
        self._board.observe(view.page.guard(lambda _: self._pick()), "value")
        self._field = stack(self._board, classes=("rutkit-field",))
        self._place = stack()
        self.widget = stack(self._none, self._field, self._place, classes=("rutkit-form",))
        view.follow(self._draw, Board)

    def close(self) -> None:
        """Take it away; what was begun stays a draft."""
        if self._listed:
            self._listed.close()
        shared.close(self.widget)

    def _draw(self) -> None:
        boards = self._page.workbook.all(Board, order_by="name")
        options = tuple((board.name.strip() or "A board without a name", board.id) for board in boards)
        shared.show(self._none, not boards)
        shared.show(self._field, bool(boards))
        if options == self._board.options:
            return
        chosen = self._board.value
        self._is_drawing = True
        self._board.options = options
        self._board.value = chosen if chosen in {board.id for board in boards} else self._latest(boards)
        self._is_drawing = False
        self._pick()

    def _latest(self, boards: Sequence[Board]) -> str | None:
        """The board that was looked at last, or else the first."""
        known = {board.id for board in boards}
        last = self._page.workbook.all(Look, order_by="day", descending=True, limit=1)
        if last and last[0].board in known:
            return last[0].board
        return boards[0].id if boards else None

    def _pick(self) -> None:
        if self._is_drawing:
            return
        if self._listed:
            self._listed.close()
            self._listed, self._place.children = None, ()
        if self._board.value:
            self._listed = Collection(
                self._page,
                Look,
                columns=("day", "new_suitable"),
                add_label="I looked",
                empty="No look yet. The first one only starts the clock.",
                order_by="day",
                descending=True,
                of={"board": self._board.value},
                initial=lambda: {"day": self._page.today().isoformat()},
                page_size=FEW_ROWS,
            )
            self._place.children = (self._listed.widget,)
