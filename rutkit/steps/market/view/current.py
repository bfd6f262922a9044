"""Step 5 on the screen: what the postings of the chosen role say, worked out beside the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.market.records import LoadedVocabulary, Posting, SkillChoice
from rutkit.steps.market.view.role import ChosenRole
from rutkit.widgets.chart import ChartPanel
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.view import View

if TYPE_CHECKING:
    import ipywidgets as widgets

    from rutkit.steps.market.market import Market, MarketReader


class CurrentMarket:
    """Holds the newest `Market`, and has it worked out again, in a thread of its own, when something has changed.

    With 20,000 postings that takes seconds, in which the page has to stay alive.
    """

    def __init__(self, view: View, chosen: ChosenRole) -> None:
        self._view = view
        self._chosen = chosen
        self._reader: MarketReader | None = None
        self._market: Market | None = None
        self._callbacks: list[Callable[[], object]] = []
        self._is_known = False
        self._is_at_work = False
        self._is_outdated = False
        self.stale = 0
        """How many of the role's postings were read with other skills than are known now."""
        self._progress = ProgressBar("Looking at your postings")
        self.widget = self._progress.widget
        chosen.on_change(self.work_out)
        view.page.when_ready(self.work_out)
        view.follow(self._work_out_again, Posting, SkillChoice, LoadedVocabulary)

    @property
    def market(self) -> Market:
        """As it was when it was last worked out; empty before that."""
        if self._market is None:
            from rutkit.steps.market.market import Market

            self._market = Market()
        return self._market

    def on_news(self, callback: Callable[[], object]) -> None:
        """Call `callback` soon if it is known, and whenever it has been worked out anew."""
        self._callbacks.append(callback)
        if self._is_known:
            self._view.page.soon(callback)

    def chart(self, name: str, draw: Callable[[Market, Palette], Chart]) -> widgets.Widget:
        """A chart of the market, drawn once that is known and again with each news."""
        panel = ChartPanel(
            self._view.page,
            name,
            lambda palette: draw(self.market, palette),
            when_ready=self.on_news,
        )
        return self._view.keep(panel).widget

    def work_out(self) -> None:
        """Work it out, once more if that is going on."""
        if self._is_at_work:
            self._is_outdated = True
            return
        self._is_at_work = True
        self._is_outdated = False
        role = self._chosen.role
        self._view.page.in_background(
            lambda: self._made(role.id if role else ""), self._know, otherwise=self._give_up
        )

    def _give_up(self) -> None:
        self._is_at_work = False

    def _work_out_again(self) -> None:
        if self._is_known:
            self.work_out()

    def _made(self, role_id: str) -> Market:
        from rutkit.steps.market.market import MarketReader
        from rutkit.steps.market.readings import is_current, version

        self._reader = self._reader or MarketReader()
        postings = self._view.page.all_in_parts(Posting, role=role_id)
        with self._view.page.alone():
            choices = self._view.workbook.all(SkillChoice)
            loaded = [vocabulary.skills for vocabulary in self._view.workbook.all(LoadedVocabulary)]
        newest = version(loaded)
        self.stale = sum(not is_current(posting.reading, newest) for posting in postings)
        mine = [choice for choice in choices if choice.role == role_id]
        return self._reader.market(postings, mine, self._say_how_far)

    def _say_how_far(self, done: int, total: int) -> None:
        self._view.page.soon(lambda: self._progress.show(done, total))

    def _know(self, market: Market) -> None:
        self._is_at_work = False
        self._is_known = True
        self._market = market
        for callback in self._callbacks:
            self._view.page.soon(callback)  # one at a time: what is typed meanwhile is heard in between
        if self._is_outdated:
            self.work_out()
