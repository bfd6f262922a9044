"""Step 7 on the screen: what is said of all people at once, worked out beside the page."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.records import Record
from rutkit.steps.job_search.records import Application
from rutkit.steps.market.records import Posting
from rutkit.steps.network.companies import vacancies
from rutkit.steps.network.overview import Overview, overview
from rutkit.steps.network.records import Cadence, Contact, Touch, WritingChoices
from rutkit.widgets.markup import Markup, block, put
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

T = TypeVar("T")


class AllPeople:
    """Holds the newest `Overview`."""

    def __init__(self, view: View) -> None:
        page = view.page
        self._view = view
        self._contacts = view.keep(Kept(view, Contact, lambda: page.all_in_parts(Contact)))
        self._touches = view.keep(Kept(view, Touch, lambda: page.all_in_parts(Touch)))
        self._vacancies = view.keep(Kept(view, Posting, lambda: vacancies(page.in_parts(Posting))))
        self._applications = view.keep(Kept(view, Application, lambda: page.all_in_parts(Application)))
        # Nothing here needs what charts need: it can be done while the browser still reads the page.
        self._newest = WorkedOut(
            view, self._made, Contact, Touch, Cadence, WritingChoices, Posting, Application, begin=page.soon
        )

    def contacts(self) -> list[Contact]:
        """Everybody as they are now; for a thread. They are read once for all who ask."""
        return self._contacts.get()

    def when_shown(self, callback: Callable[[], object]) -> None:
        """Call `callback` once what is known of all people stands on the page."""
        page = self._view.page
        waiting = [callback]
        self._newest.on_news(lambda: page.soon(waiting.pop()) if waiting else None)

    def chart(self, name: str, draw: Callable[[Overview, Palette], Chart]) -> widgets.Widget:
        """A chart, drawn once everything is known and again with each news."""
        return self._newest.chart(name, draw)

    def text(self, write: Callable[[Overview], Markup]) -> widgets.HTML:
        """A piece of HTML, written once everything is known and again with each news."""
        piece = block()

        def rewrite() -> None:
            assert self._newest.result is not None
            put(piece, write(self._newest.result))

        self._newest.on_news(rewrite)
        return piece

    def _made(self) -> Overview:
        page = self._view.page
        contacts, touches = self._contacts.get(), self._touches.get()
        postings, applications = self._vacancies.get(), self._applications.get()
        with page.alone():
            cadences = page.workbook.all(Cadence)
            choices = page.workbook.only(WritingChoices) or WritingChoices()
        return overview(contacts, touches, cadences, choices, postings, applications, page.today())


class Kept(Generic[T]):
    """What was read of all records of a type, until one of them changes; read in a thread."""

    def __init__(self, view: View, record_type: type[Record], read: Callable[[], T]) -> None:
        self._page = view.page
        self._table = record_type.table()
        self._read = read
        self._value: T | None = None
        self._is_stale = True
        self._reading = Lock()
        self._forget = view.workbook.watch(view.page.guard(self._note))

    def get(self) -> T:
        """As it is now; whoever asks while it is read gets the same."""
        with self._reading:
            with self._page.alone():
                is_stale, self._is_stale = self._is_stale, False
            if is_stale or self._value is None:
                self._value = self._read()
            return self._value

    def close(self) -> None:
        """Stop listening to the workbook."""
        self._forget()

    def _note(self, tables: frozenset[str]) -> None:
        self._is_stale = self._is_stale or self._table in tables
