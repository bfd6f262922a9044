"""What takes seconds to work out: done beside the page, and once more when what it rests on has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.records import Record
from rutkit.widgets.chart import ChartPanel
from rutkit.widgets.view import Begin, View

T = TypeVar("T")


class WorkedOut(Generic[T]):
    """Holds the newest result of `work`, which runs in a thread of its own: see `Page.in_background`.

    It runs first when the form can be used, and again after any record of the given types has changed; with
    `only_in_sight` not before the view is shown again. `begin` is told what to call the first time: for work that may
    begin sooner, or later.
    """

    def __init__(
        self,
        view: View,
        work: Callable[[], T],
        *record_types: type[Record],
        begin: Begin | None = None,
        only_in_sight: bool = False,
    ) -> None:
        self.result: T | None = None
        """What came of it last; `None` before the first time."""
        self._view = view
        self._work = work
        self._callbacks: list[Callable[[], object]] = []
        self._is_at_work = False
        self._is_outdated = False
        self._only_in_sight = only_in_sight
        self._waits_for_sight = False
        self._turned = view.page.guard(lambda _: self._come_into_sight())
        view.page.bridge.observe(self._turned, "route")
        view.keep(self)
        view.follow_later(self.again, *record_types, begin=begin)

    def on_news(self, callback: Callable[[], object]) -> None:
        """Call `callback` soon if there is a result, and whenever there is a new one."""
        self._callbacks.append(callback)
        if self.result is not None:
            self._view.page.when_ready(callback)

    def chart(self, name: str, draw: Callable[[T, Palette], Chart]) -> widgets.Widget:
        """A chart of the result, drawn once there is one and again with each news."""

        def drawn(palette: Palette) -> Chart:
            assert self.result is not None
            return draw(self.result, palette)

        return self._view.keep(ChartPanel(self._view.page, name, drawn, when_ready=self.on_news)).widget

    def again(self) -> None:
        """Work it out, once more if that is going on."""
        self._waits_for_sight = self._only_in_sight and not self._view.is_in_sight
        if self._waits_for_sight:
            return
        self._is_outdated = self._is_at_work
        if not self._is_at_work:
            self._is_at_work = True
            self._view.page.in_background(self._work, self._know, otherwise=self._give_up)

    def close(self) -> None:
        """Stop following which view is shown."""
        self._view.page.bridge.unobserve(self._turned, "route")

    def _come_into_sight(self) -> None:
        if self._waits_for_sight:
            self.again()

    def _give_up(self) -> None:
        self._is_at_work = False

    def _know(self, result: T) -> None:
        self._is_at_work = False
        self.result = result
        for callback in self._callbacks:
            # One at a time: what is typed meanwhile is heard in between.
            self._view.page.when_ready(callback)
        if self._is_outdated:
            self.again()
