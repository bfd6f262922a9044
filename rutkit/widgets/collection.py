"""Many records of one type: a table to sort, filter and page through, with add, edit in place, and remove."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.preferences import Preferences
from rutkit.records import Record
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.exchange import Exchange
from rutkit.widgets.form import Form, new_key
from rutkit.widgets.importing import TableImport
from rutkit.widgets.markup import Markup, block, html, put, row, stack
from rutkit.widgets.page import Page
from rutkit.widgets.record_table import RecordTable, Sorting
from rutkit.workbook import Page as PageOfRecords

R = TypeVar("R", bound=Record)

PAGE_SIZE = 10
FEW_ROWS = 4
"""For a table that is there to be added to: the newest are enough, the others a click away."""
SEARCH_FROM = PAGE_SIZE + 1
"""With this many records a search field appears."""


class Collection(Generic[R]):
    """A table of records. Only the page that is shown crosses the socket.

    Args:
        page: the page it stands on.
        record_type: what is listed.
        columns: names of the fields to show as columns.
        add_label: text of the Add button: "Add an urge".
        empty: what stands there while there are none: what to do to begin.
        order_by: the field sorted by at first.
        descending: whether the largest comes first.
        fields: names of the fields in the form; all by default.
        initial: gives the raw values that a new record begins with.
        suggestions: gives words to offer in text and tag fields.
        belongings: gives what belongs to a record and is removed with it, as one change.
        of: values of text fields that all listed records have and new ones get, such as the id of what they belong to.
        table_import: how a table becomes such records, where a row is more than a record of its own.
        opens: name of the action that shows a record elsewhere on the page; each row then has a button "Open".
        written: for some fields how they are written in the table, where that takes more than the field itself.
        page_size: how many rows are shown at a time.
    """

    def __init__(
        self,
        page: Page,
        record_type: type[R],
        *,
        columns: Sequence[str],
        add_label: str,
        empty: str,
        order_by: str = "created_at",
        descending: bool = False,
        fields: Sequence[str] | None = None,
        initial: Callable[[], Mapping[str, JsonValue]] | None = None,
        suggestions: Callable[[], Mapping[str, Sequence[str]]] | None = None,
        belongings: Callable[[R], Sequence[Record]] = lambda record: (),
        of: Mapping[str, str] | None = None,
        table_import: type[TableImport[R]] = TableImport,
        opens: str = "",
        written: Mapping[str, Callable[[R], str]] | None = None,
        page_size: int = PAGE_SIZE,
    ) -> None:
        self.page = page
        self._page_size = page_size
        self.record_type = record_type
        self._belongings = belongings
        self._of = dict(of or {})
        self._table = RecordTable(record_type, columns, opens=opens, written=written)
        self._is_read_elsewhere = bool(opens)
        self._empty = empty
        self._sorting = Sorting(order_by, descending)
        self._form_fields = fields
        self._initial = initial
        self._suggestions = suggestions
        self._offset = 0
        self._adding: Form[R] | None = None
        self._editing: Form[R] | None = None

        self._search = shared.make(widgets.Text, description="Search")
        self._search.observe(page.guard(lambda _: self._searched()), "value")
        self._search_row = stack(self._search, classes=("rutkit-field", "rutkit-search"))
        self._above = block()
        self._below = block()
        self._editor = stack(classes=("rutkit-editor",))
        # A file holds all records of a type, so a list of some of them offers none.
        self._exchange = None if self._of else Exchange(page, record_type, table_import)
        self._add_row = row(
            button(page, add_label, self.start_adding, Rank.SECOND),
            *((self._exchange.widget,) if self._exchange else ()),
            classes=("rutkit-buttons",),
        )
        self._adder = stack(self._add_row, classes=("rutkit-adder",))
        self.widget = stack(
            self._search_row,
            self._above,
            self._editor,
            self._below,
            self._adder,
            classes=("rutkit-collection", f"rutkit-collection-{record_type.table()}"),
        )
        self._forget = [
            page.bridge.on_action(self._table.action(verb), page.guard(handler))
            for verb, handler in (
                ("edit", lambda sent: self._edit(sent["id"])),
                ("remove", lambda sent: self._remove(sent["id"])),
                ("sort", lambda sent: self._sort(sent["by"])),
                ("turn", lambda sent: self._turn(int(sent["by"]))),
            )
        ]
        self._forget += [
            page.workbook.watch(page.guard(self._workbook_changed)),
            page.places.add(record_type, self.open),
        ]
        self.redraw()
        self._open_what_was_begun()

    def redraw(self) -> None:
        """Show the page of records again as they are now."""
        found = self._found()
        if self._offset and not found.records:
            self._offset = max(0, found.total - 1) // self._page_size * self._page_size
            found = self._found()
        shared.show(self._search_row, bool(self._searched_for) or found.total >= SEARCH_FROM)
        self._draw(found)

    def start_adding(self) -> None:
        """Open the form for a new record."""
        if self._adding:
            return
        self._adding = self._make_form(saves_itself=False)
        self._adder.children = (
            self._adding.widget,
            row(
                button(self.page, "Save it", self._add),
                button(self.page, "Cancel", self._cancel_adding, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
        )

    def open(self, record_id: str) -> bool:
        """Open a record for editing, or the form for a new one, as a link from elsewhere asks; False if not listed."""
        if not record_id:
            self.start_adding()
            if self._adding:
                self._adding.focus()
            return True
        record = self.page.workbook.get(self.record_type, record_id)
        is_listed = record and all(getattr(record, name) == value for name, value in self._of.items())
        if not is_listed or self._is_read_elsewhere:
            return False
        if record_id != self._edited_id:
            self._edit(record_id)
        return True

    def close(self) -> None:
        """Stop listening to the workbook and to clicks, and take everything away; drafts stay."""
        for forget in self._forget:
            forget()
        self._close_editor()
        self._close_adder()
        if self._exchange:
            self._exchange.close()
        shared.close(self.widget)

    # --- changing ---------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        if self._adding is None:
            return
        if not self._adding.has_unsaved_input:
            self._adding.complain("Fill in at least one field first; you can change it later.")
        elif self._adding.save():
            self._close_adder()

    def _cancel_adding(self) -> None:
        if self._adding:
            self._adding.discard()
        self._close_adder()

    def _close_adder(self) -> None:
        if self._adding:
            self._adding.close()
            self._adding = None
            opened, self._adder.children = self._adder.children, (self._add_row,)
            shared.close(*opened)

    def _open_what_was_begun(self) -> None:
        if self.page.workbook.draft(self.record_type.table(), new_key(self._of)):
            self.start_adding()

    def _edit(self, record_id: str) -> None:
        was_open = record_id == self._edited_id
        self._close_editor()
        record = self.page.workbook.get(self.record_type, record_id)
        if record and not was_open:
            self._editing = self._make_form(record=record)
            self._editor.children = (self._editing.widget, button(self.page, "Done", self._finish_editing))
            self.page.bridge.focus(
                f".rutkit-collection-{self.record_type.table()} .rutkit-editor :is(input, textarea)"
            )
        self.redraw()

    def _finish_editing(self) -> None:
        self._close_editor()
        self._open_what_was_begun()
        self.redraw()

    def _close_editor(self) -> None:
        if self._editing:
            self._editing.close()
            self._editing = None
            opened, self._editor.children = self._editor.children, ()
            shared.close(*opened)

    def _remove(self, record_id: str) -> None:
        record = self.page.workbook.get(self.record_type, record_id)
        if record:
            if record_id == self._edited_id:
                self._close_editor()
            gone: list[Record] = [record, *self._belongings(record)]
            self.page.workbook.remove_many(gone, label=f"removed the {self.record_type.noun}")
            self.page.status.removed(self.record_type.noun)

    def _make_form(self, *, record: R | None = None, saves_itself: bool = True) -> Form[R]:
        return Form(
            self.page,
            self.record_type,
            record=record,
            fields=self._form_fields,
            fixed=self._of,
            initial=self._initial() if self._initial else None,
            suggestions=self._suggestions() if self._suggestions else None,
            saves_itself=saves_itself,
        )

    @property
    def _edited_id(self) -> str | None:
        return self._editing.record.id if self._editing and self._editing.record else None

    # --- looking ----------------------------------------------------------------------------------------------------

    @property
    def _searched_for(self) -> str:
        return str(self._search.value).strip()

    def _found(self) -> PageOfRecords[R]:
        return self.page.workbook.page(
            self.record_type,
            search=self._searched_for,
            order_by=self._sorting.by,
            descending=self._sorting.descending,
            offset=self._offset,
            limit=self._page_size,
            **self._of,
        )

    def _searched(self) -> None:
        self._offset = 0
        self.redraw()

    def _sort(self, name: str) -> None:
        self._sorting = self._sorting.turned_to(name)
        self._offset = 0
        self.redraw()

    def _turn(self, pages: int) -> None:
        self._offset = max(0, self._offset + pages * self._page_size)
        self.redraw()

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        if not tables & {self.record_type.table(), Preferences.table()}:
            return
        edited = self._edited_id
        is_gone = edited is not None and self.page.workbook.get(self.record_type, edited) is None
        if self._editing and is_gone and not self._editing.has_unsaved_input:
            self._close_editor()
        self.redraw()

    def _draw(self, found: PageOfRecords[R]) -> None:
        """The rows down to the edited one, then (as a widget between) its form, then the rest."""
        records, edited, currency = found.records, self._edited_id, self.page.currency
        split = next((n for n, record in enumerate(records, 1) if record.id == edited), len(records))
        put(
            self._above,
            self._table.draw(records[:split], currency=currency, edited=edited, sorting=self._sorting),
        )
        put(
            self._below,
            self._table.draw(records[split:], currency=currency)
            + self._table.pager(self._offset, self._page_size, found.total)
            + (Markup("") if records else self._nothing()),
        )

    def _nothing(self) -> Markup:
        if self._searched_for:
            return html(
                '<p class="rutkit-empty">Nothing here contains “{text}”.</p>', text=self._searched_for
            )
        return html('<p class="rutkit-empty">{text}</p>', text=self._empty)
