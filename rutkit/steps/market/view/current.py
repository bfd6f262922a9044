"""Step 5 on the screen: what the postings of the chosen role say, worked out beside the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rutkit.steps.market.records import LoadedVocabulary, Posting, SkillChoice
from rutkit.steps.market.view.role import ChosenRole
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

if TYPE_CHECKING:
    import ipywidgets as widgets

    from rutkit.chart import Chart, Palette
    from rutkit.steps.market.market import Market, MarketReader


class CurrentMarket:
    """Holds the newest `Market`. With 20,000 postings it takes seconds, in which the page has to stay alive."""

    def __init__(self, view: View, chosen: ChosenRole) -> None:
        self._view = view
        self._chosen = chosen
        self._reader: MarketReader | None = None
        self._empty: Market | None = None
        self.stale = 0
        """How many of the role's postings were read with other skills than are known now."""
        self._progress = ProgressBar("Looking at your postings")
        self.widget = self._progress.widget
        self._newest = WorkedOut(view, self._made, Posting, SkillChoice, LoadedVocabulary)
        chosen.on_change(self._newest.again)

    @property
    def market(self) -> Market:
        """As it was when it was last worked out; empty before that."""
        if self._newest.result is not None:
            return self._newest.result
        if self._empty is None:
            from rutkit.steps.market.market import Market

            self._empty = Market()
        return self._empty

    def on_news(self, callback: Callable[[], object]) -> None:
        """Call `callback` soon if it is known, and whenever it has been worked out anew."""
        self._newest.on_news(callback)

    def chart(self, name: str, draw: Callable[[Market, Palette], Chart]) -> widgets.Widget:
        """A chart of the market, drawn once that is known and again with each news."""
        return self._newest.chart(name, draw)

    def _made(self) -> Market:
        from rutkit.steps.market.market import MarketReader
        from rutkit.steps.market.readings import is_current, version

        self._reader = self._reader or MarketReader()
        page = self._view.page
        with page.alone():
            role = self._chosen.role
        postings = page.all_in_parts(Posting, role=role.id if role else "")
        with page.alone():
            choices = page.workbook.all(SkillChoice)
            loaded = [vocabulary.skills for vocabulary in page.workbook.all(LoadedVocabulary)]
        newest = version(loaded)
        self.stale = sum(not is_current(posting.reading, newest) for posting in postings)
        mine = [choice for choice in choices if role and choice.role == role.id]
        return self._reader.market(postings, mine, self._say_how_far)

    def _say_how_far(self, done: int, total: int) -> None:
        self._view.page.soon(lambda: self._progress.show(done, total))
