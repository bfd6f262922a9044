"""One page of records as an HTML table, with a way to sort, edit, remove and turn pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rutkit.formatting import format_value
from rutkit.records import FieldSpec, Record, field_spec
from rutkit.widgets.markup import Markup, html, joined

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Sorting:
    """The field that a table is sorted by, and which way."""

    by: str
    descending: bool = False

    def turned_to(self, name: str) -> Sorting:
        """Sorted by this field; the other way round if it was already."""
        return Sorting(name, descending=name == self.by and not self.descending)


class RecordTable(Generic[R]):
    """Draws records of one type.

    Its buttons send the actions `sort-<table>` (`data-by`), `edit-<table>` and `remove-<table>` (`data-id`), and
    `turn-<table>` (`data-by`, in pages); see `Bridge.on_action`. With `opens`, the name of an action of somebody
    else's, each row has a button "Open" that sends it (`data-id`). `written` says for some fields how they are
    written, where that takes more than the field itself.
    """

    def __init__(
        self,
        record_type: type[R],
        columns: Sequence[str],
        *,
        opens: str = "",
        written: Mapping[str, Callable[[R], str]] | None = None,
    ) -> None:
        self._record_type = record_type
        self._columns = [field_spec(record_type, name) for name in columns]
        self._written = written or {}
        self._row_actions = (
            *((("Open", opens),) if opens else ()),
            ("Edit", self.action("edit")),
            ("Remove", self.action("remove")),
        )

    def action(self, verb: str) -> str:
        """The name of an action of this table."""
        return f"{verb}-{self._record_type.table()}"

    def draw(
        self,
        records: Sequence[R],
        *,
        currency: str,
        edited: str | None = None,
        sorting: Sorting | None = None,
    ) -> Markup:
        """The records as rows, the one whose id is `edited` marked; with `sorting` under the columns' titles."""
        if not records:
            return Markup("")
        return html(
            '<table class="rutkit-table rutkit-records" aria-label="{noun}">{head}<tbody>{rows}</tbody></table>',
            noun=f"Your entries: {self._record_type.noun}",
            head=self.head(sorting) if sorting else "",
            rows=joined(self._row(record, currency, is_edited=record.id == edited) for record in records),
        )

    def pager(self, offset: int, page_size: int, total: int) -> Markup:
        """Which of all records are shown, and the way to the others; nothing if these are all."""
        if total <= page_size:
            return Markup("")
        last = min(offset + page_size, total)
        return html(
            '<p class="rutkit-pager">{back} {first}–{last} of {total} {on}</p>',
            back=self._turner("Back", -1, is_possible=offset > 0),
            first=f"{offset + 1:,}",
            last=f"{last:,}",
            total=f"{total:,}",
            on=self._turner("Next", 1, is_possible=last < total),
        )

    def head(self, sorting: Sorting, *, last: str = "Change") -> Markup:
        """The columns' titles, each a button that sorts; `last` names the column of buttons, unseen."""
        return html(
            '<thead><tr>{cells}<th scope="col"><span class="rutkit-unseen">{last}</span></th></tr></thead>',
            cells=joined(self._head_cell(spec, sorting) for spec in self._columns),
            last=last,
        )

    def _head_cell(self, spec: FieldSpec, sorting: Sorting) -> Markup:
        direction, mark = ("descending", " ↓") if sorting.descending else ("ascending", " ↑")
        is_sorted = spec.name == sorting.by
        return html(
            '<th scope="col" aria-sort="{sort}"><button type="button" class="rutkit-sort" data-action="{action}" '
            'data-by="{name}">{title}{mark}</button></th>',
            sort=direction if is_sorted else "none",
            action=self.action("sort"),
            name=spec.name,
            title=spec.title,
            mark=mark if is_sorted else "",
        )

    def _row(self, record: R, currency: str, *, is_edited: bool) -> Markup:
        shown = [self._cell(spec, record, currency) for spec in self._columns]
        cells = joined(
            html('<td data-title="{title}">{value}</td>', title=spec.title, value=value)
            for spec, value in zip(self._columns, shown, strict=True)
        )
        buttons = Markup(" ").join(
            html(
                '<button type="button" class="rutkit-link" data-action="{action}" data-id="{id}" '
                'aria-label="{text} {name}">{text}</button>',
                action=action,
                id=record.id,
                text=text,
                name=shown[0],
            )
            for text, action in self._row_actions
        )
        return html(
            '<tr class="{current}">{cells}<td class="rutkit-row-actions">{buttons}</td></tr>',
            current="rutkit-current" if is_edited else "",
            cells=cells,
            buttons=buttons,
        )

    def _cell(self, spec: FieldSpec, record: R, currency: str) -> str:
        if spec.name in self._written:
            return self._written[spec.name](record)
        return format_value(spec, getattr(record, spec.name), currency=currency)

    def _turner(self, text: str, pages: int, *, is_possible: bool) -> Markup:
        return html(
            '<button type="button" class="rutkit-link" data-action="{action}" data-by="{pages}"{off}>'
            "{text}</button>",
            action=self.action("turn"),
            pages=pages,
            off=Markup("") if is_possible else Markup(" disabled"),
            text=text,
        )
