"""Many records of one type: a table to sort, filter and page through, with add, edit in place, and remove."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.formatting import format_value
from rutkit.records import FieldSpec, Record, field_spec
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.download import export_links
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.importing import TableImport
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.page import Page

R = TypeVar("R", bound=Record)

PAGE_SIZE = 10
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
    ) -> None:
        self.page = page
        self.record_type = record_type
        self._columns = [field_spec(record_type, name) for name in columns]
        self._empty = empty
        self._order_by = order_by
        self._descending = descending
        self._form_fields = fields
        self._initial = initial
        self._suggestions = suggestions
        self._offset = 0
        self._editing: Form[R] | None = None

        self._search = shared.make(widgets.Text, description="Search")
        self._search.observe(page.guard(lambda _: self._searched()), "value")
        self._search_row = stack(self._search, classes=("rutkit-field", "rutkit-search"))
        self._above = block()
        self._below = block()
        self._editor = stack(classes=("rutkit-editor",))
        self._adding: Form[R] | None = None
        self._add_button = button(page, add_label, self.start_adding, Rank.SECOND)
        self._exchange = Folded(page, "Import or export", self._make_exchange)
        self._adder = stack(classes=("rutkit-adder",))
        self._close_adder()
        self.widget = stack(
            self._search_row,
            self._above,
            self._editor,
            self._below,
            self._adder,
            classes=("rutkit-collection", f"rutkit-collection-{record_type.table()}"),
        )
        self._forget = [
            page.bridge.on_action(self._action(name), page.guard(handler))
            for name, handler in (
                ("edit", lambda sent: self._edit(sent["id"])),
                ("remove", lambda sent: self._remove(sent["id"])),
                ("sort", lambda sent: self._sort(sent["by"])),
                ("turn", lambda sent: self._turn(int(sent["offset"]))),
            )
        ]
        self._forget.append(page.workbook.watch(page.guard(self._workbook_changed)))
        self.redraw()
        if page.workbook.draft(record_type.table(), "new"):
            self.start_adding()

    def redraw(self) -> None:
        """Show the page of records again as they are now."""
        found = self.page.workbook.page(
            self.record_type,
            search=self._search.value.strip(),
            order_by=self._order_by,
            descending=self._descending,
            offset=self._offset,
            limit=PAGE_SIZE,
        )
        if self._offset and not found.records:
            self._offset = 0
            self.redraw()
            return
        is_searching = bool(self._search.value.strip())
        shared.show(self._search_row, is_searching or found.total >= SEARCH_FROM)
        if not found.total and not is_searching:
            self._draw_split([], [], html('<p class="rutkit-empty">{text}</p>', text=self._empty))
            return
        rows = list(found.records)
        split = next((i + 1 for i, record in enumerate(rows) if self._edits(record)), len(rows))
        self._draw_split(rows[:split], rows[split:], self._pager(found.total))

    def start_adding(self) -> None:
        """Open the form for a new record."""
        if self._adding:
            return
        form = self._make_form(saves_itself=False)
        self._adding = form
        self._adder.children = (
            form.widget,
            row(
                button(self.page, self._add_button.description, self._add),
                button(self.page, "Cancel", self._cancel_adding, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
        )

    def close(self) -> None:
        """Stop listening to the workbook and to clicks."""
        for forget in self._forget:
            forget()
        for form in (self._editing, self._adding):
            if form:
                form.close()

    # --- changing ---------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        if self._adding and self._adding.save():
            self._close_adder()

    def _cancel_adding(self) -> None:
        self.page.workbook.discard_draft(self.record_type.table(), "new")
        self._close_adder()

    def _close_adder(self) -> None:
        if self._adding:
            self._adding.close()
            self._adding = None
        self._adder.children = (row(self._add_button, self._exchange.widget, classes=("rutkit-buttons",)),)

    def _edit(self, record_id: str) -> None:
        was_open = self._editing and self._editing.record and self._editing.record.id == record_id
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
        self.redraw()

    def _close_editor(self) -> None:
        if self._editing:
            self._editing.close()
            self._editing = None
            self._editor.children = ()

    def _remove(self, record_id: str) -> None:
        record = self.page.workbook.get(self.record_type, record_id)
        if record:
            if self._edits(record):
                self._close_editor()
            self.page.workbook.remove(record)
            self.page.status.removed(self.record_type.noun)

    def _make_form(self, *, record: R | None = None, saves_itself: bool = True) -> Form[R]:
        return Form(
            self.page,
            self.record_type,
            record=record,
            fields=self._form_fields,
            initial=self._initial() if self._initial else None,
            suggestions=self._suggestions() if self._suggestions else None,
            saves_itself=saves_itself,
        )

    def _make_exchange(self) -> widgets.Widget:
        links = block()

        def draw() -> None:
            put(links, export_links(self.record_type, self.page.workbook.all(self.record_type)))

        self._forget.append(self.page.workbook.watch(self.page.guard(lambda _: draw())))
        draw()
        table_import = TableImport(self.page, self.record_type)
        self._forget.append(table_import.close)
        return stack(table_import.widget, links)

    # --- looking ----------------------------------------------------------------------------------------------------

    def _searched(self) -> None:
        self._offset = 0
        self.redraw()

    def _sort(self, name: str) -> None:
        self._descending = not self._descending if name == self._order_by else False
        self._order_by = name
        self._offset = 0
        self.redraw()

    def _turn(self, offset: int) -> None:
        self._offset = max(0, offset)
        self.redraw()

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        if self.record_type.table() in tables:
            self.redraw()

    def _edits(self, record: R) -> bool:
        return bool(self._editing and self._editing.record and self._editing.record.id == record.id)

    # --- drawing ----------------------------------------------------------------------------------------------------

    def _draw_split(self, upper: Sequence[R], lower: Sequence[R], foot: Markup) -> None:
        """The rows down to the edited one, then (as a widget between) its form, then the rest."""
        put(self._above, self._table(upper, has_head=True) if upper else Markup(""))
        put(self._below, (self._table(lower, has_head=False) if lower else Markup("")) + foot)

    def _table(self, records: Sequence[R], *, has_head: bool) -> Markup:
        head = self._head() if has_head else Markup("")
        rows = joined(self._row(record) for record in records)
        return html(
            '<table class="rutkit-table rutkit-records" aria-label="{noun}">{head}<tbody>{rows}</tbody></table>',
            noun=f"Your entries: {self.record_type.noun}",
            head=head,
            rows=rows,
        )

    def _head(self) -> Markup:
        cells = joined(self._head_cell(spec) for spec in self._columns)
        return html(
            '<thead><tr>{cells}<th scope="col"><span class="rutkit-unseen">Change</span></th></tr></thead>',
            cells=cells,
        )

    def _head_cell(self, spec: FieldSpec) -> Markup:
        is_sorted = spec.name == self._order_by
        direction = "descending" if self._descending else "ascending"
        return html(
            '<th scope="col" aria-sort="{sort}"><button type="button" class="rutkit-sort" data-action="{action}" '
            'data-by="{name}">{title}{mark}</button></th>',
            sort=direction if is_sorted else "none",
            action=self._action("sort"),
            name=spec.name,
            title=spec.title,
            mark=(" ↓" if self._descending else " ↑") if is_sorted else "",
        )

    def _row(self, record: R) -> Markup:
        shown = [
            format_value(spec, getattr(record, spec.name), currency=self.page.currency)
            for spec in self._columns
        ]
        cells = joined(
            html('<td data-title="{title}">{value}</td>', title=spec.title, value=value)
            for spec, value in zip(self._columns, shown, strict=True)
        )
        return html(
            '<tr class="{current}">{cells}<td class="rutkit-row-actions">'
            '<button type="button" class="rutkit-link" data-action="{edit}" data-id="{id}" aria-label="Edit {name}">'
            'Edit</button> <button type="button" class="rutkit-link" data-action="{remove}" data-id="{id}" '
            'aria-label="Remove {name}">Remove</button></td></tr>',
            current="rutkit-current" if self._edits(record) else "",
            cells=cells,
            edit=self._action("edit"),
            remove=self._action("remove"),
            id=record.id,
            name=shown[0],
        )

    def _pager(self, total: int) -> Markup:
        if total <= PAGE_SIZE:
            return Markup("")
        first, last = self._offset + 1, min(self._offset + PAGE_SIZE, total)
        return html(
            '<p class="rutkit-pager">{back} {first}–{last} of {total} {on}</p>',
            back=self._turner("Back", self._offset - PAGE_SIZE, is_possible=self._offset > 0),
            first=f"{first:,}",
            last=f"{last:,}",
            total=f"{total:,}",
            on=self._turner("Next", self._offset + PAGE_SIZE, is_possible=last < total),
        )

    def _turner(self, text: str, offset: int, *, is_possible: bool) -> Markup:
        return html(
            '<button type="button" class="rutkit-link" data-action="{action}" data-offset="{offset}"{off}>'
            "{text}</button>",
            action=self._action("turn"),
            offset=offset,
            off=Markup("") if is_possible else Markup(" disabled"),
            text=text,
        )

    def _action(self, verb: str) -> str:
        return f"{verb}-{self.record_type.table()}"
