"""Step 9 on the screen: something of another step, chosen by its name and kept by its id."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import ipywidgets as widgets

from rutkit.records import Record
from rutkit.widgets import shared
from rutkit.widgets.markup import ErrorLine, stack
from rutkit.widgets.page import Page

R = TypeVar("R", bound=Record)

OFFERED = 8
SEARCH_SECONDS = 0.2


class ByName(Generic[R]):
    """A field in which a name is typed and picked. Of 20,000 people only those that fit are offered.

    Args:
        page: the page it stands on.
        title: what is asked.
        record_type: what is chosen.
        name_of: what one of these is called.
        missing: what to do when there is none of that name, in a sentence.
        on_choice: called with the id that was chosen, or with "" when the field was emptied.
    """

    def __init__(
        self,
        page: Page,
        title: str,
        record_type: type[R],
        name_of: Callable[[R], str],
        *,
        missing: str,
        on_choice: Callable[[str], object],
    ) -> None:
        self._page = page
        self._record_type = record_type
        self._name_of = name_of
        self._missing = missing
        self._on_choice = on_choice
        self._ids: dict[str, str] = {}
        self._is_showing = False
        self._text = shared.make(widgets.Combobox, description=title, placeholder="type a name")
        self._text.observe(page.guard(lambda _: self._typed()), "value")
        self._offer_soon = page.once_a_burst(self._offer, SEARCH_SECONDS)
        self.widget = stack(self._text, classes=("rutkit-field", f"rutkit-choose-{record_type.table()}"))
        self._error = ErrorLine(self.widget)

    def show(self, record_id: str) -> None:
        """Show what has this id; nothing for "" or for what is gone."""
        record = self._page.workbook.get(self._record_type, record_id) if record_id else None
        self._is_showing = True
        self._text.value = self._name_of(record) if record else ""
        self._is_showing = False
        self._error.show("")
        self._offer()

    def _typed(self) -> None:
        if self._is_showing:
            return
        name = str(self._text.value).strip()
        if not name:
            self._error.show("")
            self._on_choice("")
        elif name in self._ids:
            self._error.show("")
            self._on_choice(self._ids[name])
        else:
            self._offer_soon()

    def _offer(self) -> None:
        name = str(self._text.value).strip()
        if name in self._ids:
            return
        search = name.partition(",")[0]
        found = self._page.workbook.page(self._record_type, search=search, limit=OFFERED).records
        self._ids = {self._name_of(record): record.id for record in found if self._name_of(record)}
        self._text.options = tuple(self._ids)
        if name in self._ids:
            self._typed()
        else:
            self._error.show(self._missing if name and not found else "")
