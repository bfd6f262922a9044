"""A record that is made again from time to time: the newest one to read and correct, and a button to begin today's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.formatting import format_date
from rutkit.records import Record
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.form import Form
from rutkit.widgets.markup import block, html, put, stack
from rutkit.widgets.page import Page

R = TypeVar("R", bound=Record)


class DatedForm(Generic[R]):
    """The form of the newest record of a type with `one_per = ("day",)`.

    Args:
        page: the page it stands on.
        record_type: what is kept, one a day.
        again_label: text of the button that begins one for today: "Take it again today".
        fields: names of the fields to show, in order; all of them by default.
        beneath: widgets to put under single fields, by field name.
        on_begin: called when a new one was begun, which is no change of the workbook yet.
    """

    def __init__(
        self,
        page: Page,
        record_type: type[R],
        *,
        again_label: str,
        fields: Sequence[str] | None = None,
        beneath: Mapping[str, widgets.Widget] | None = None,
        on_begin: Callable[[], object] = lambda: None,
    ) -> None:
        self.page = page
        self._on_begin = on_begin
        newest = self._newest(page, record_type)
        self.form = Form(
            page, record_type, record=newest, fixed=self._on(newest), fields=fields, beneath=beneath
        )
        self._says_when = block()
        self._again = button(page, again_label, self._begin_again, Rank.QUIET)
        self.widget = stack(self._says_when, self.form.widget, self._again, classes=("rutkit-dated",))
        self._forget = [
            page.places.add(record_type, self._open),
            page.workbook.watch(page.guard(lambda _: self._draw())),
            page.on_new_day(self._new_day),
        ]
        self._draw()

    def close(self) -> None:
        """Stop listening, and take the form away; the draft stays."""
        for forget in self._forget:
            forget()
        self.form.close()
        shared.close(self.widget)

    def _open(self, record_id: str) -> bool:
        record = self.page.workbook.get(self.form.record_type, record_id)
        if record is None:
            return False
        self.form.show(record, fixed=self._on(record))
        self._draw()
        self.form.focus()
        return True

    def _new_day(self) -> None:
        if self.form.record is None:
            self.form.show(None, fixed=self._on(None))
        self._draw()

    def _begin_again(self) -> None:
        self.form.show(None, fixed=self._on(None))
        self._draw()
        self._on_begin()

    def _draw(self) -> None:
        record = self.form.record
        day = getattr(record, "day", self.page.today())
        is_older = record is not None and day != self.page.today()
        put(
            self._says_when,
            html('<p class="rutkit-hint">From {day}.</p>', day=format_date(day)) if is_older else "",
        )
        shared.show(self._again, is_older)

    def _on(self, record: R | None) -> dict[str, JsonValue]:
        return {"day": getattr(record, "day", self.page.today()).isoformat()}

    @staticmethod
    def _newest(page: Page, record_type: type[R]) -> R | None:
        newest = page.workbook.all(record_type, order_by="day", descending=True, limit=1)
        return newest[0] if newest else None
