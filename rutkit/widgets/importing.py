"""A table file into records: pick the file, say which column is which, see what will happen, import."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

import ipywidgets as widgets

from rutkit.exchange.importing import ImportPlan, SkippedRow, import_key, plan_import
from rutkit.exchange.mapping import suggest_mapping
from rutkit.exchange.tables import Table, read_table
from rutkit.formatting import counted, format_value, join_words
from rutkit.records import Kind, Record, describe
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, folded_list
from rutkit.widgets.changes import ChangesOffered
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.page import Page
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.upload import Upload

R = TypeVar("R", bound=Record)

ACCEPTED = ".csv,.tsv,.txt,.xlsx"
PREVIEWED_ROWS = 5
NO_COLUMN = ("(none)", "")
"""Not None: a dropdown shows nothing for that."""
DAY_ORDERS = (
    ("as the file shows", ""),
    ("day first: 3/4 is the third of April", True),
    ("month first: 3/4 is the fourth of March", False),
)


class TableImport(Generic[R]):
    """The whole way from a file to records. Nothing is saved before the last button, and that is one undo.

    `on_end` is called when the person has imported or cancelled. Where a row is more than a record of its own, a
    subclass says what becomes of it, by `suggest`, `plan`, `keys_here` and `save`.
    """

    def __init__(
        self, page: Page, record_type: type[R], *, on_end: Callable[[], object] = lambda: None
    ) -> None:
        self.page = page
        self._on_end = on_end
        self.record_type = record_type
        self._table: Table | None = None
        self._filename = ""
        self._columns = {
            spec.name: shared.make(widgets.Dropdown, description=spec.title) for spec in describe(record_type)
        }
        for dropdown in self._columns.values():
            dropdown.observe(page.guard(lambda _: self._preview()), "value")
        self._is_loading = False
        self._day_order = shared.make(
            widgets.Dropdown, description="How days are written", options=DAY_ORDERS
        )
        self._day_order.observe(page.guard(lambda _: self._preview()), "value")
        self._day_order_row = stack(self._day_order, classes=("rutkit-field",))
        self._progress = ProgressBar("Reading the rows")
        self._says = block()
        mapping = stack(
            *(stack(dropdown, classes=("rutkit-field",)) for dropdown in self._columns.values()),
            classes=("rutkit-mapping",),
        )
        self._upload = Upload(page, "Choose a CSV or Excel file", ACCEPTED, self.read)
        self._import_button = button(page, "Import these", self._import)
        self._changes = ChangesOffered(self._import_button, record_type.noun, record_type.plural)
        buttons = row(
            self._import_button,
            button(page, "Cancel", self._end, Rank.QUIET),
            classes=("rutkit-buttons",),
        )
        self._steps = (
            mapping,
            self._day_order_row,
            self._progress.widget,
            self._says,
            self._changes.widget,
            buttons,
        )
        self.widget = stack(classes=("rutkit-import",))
        self._reset()

    def read(self, content: bytes, filename: str) -> None:
        """Read a file and show what would come of it."""
        self.load(read_table(content, filename), filename)

    def load(self, table: Table, filename: str) -> None:
        """Show what would come of a table."""
        self._table, self._filename = table, filename
        suggested = self.suggest(table)
        self._is_loading = True
        for name, dropdown in self._columns.items():
            dropdown.options = (NO_COLUMN, *((column, column) for column in table.columns))
            dropdown.value = suggested[name] or ""
        self._day_order.value = ""
        self._is_loading = False
        self.widget.children = self._steps
        self._preview()

    def _preview(self) -> None:
        if self._table is None or self._is_loading:
            return
        plan = self.plan(self._table)
        is_unsure = bool(plan.remarks) or self._day_order.value != ""
        shared.show(self._day_order_row, is_unsure)
        shared.show(self._import_button, bool(plan.records or plan.changed))
        self._changes.offer(len(plan.changed), is_all=not plan.records)
        put(self._says, self._described(plan, self._filename))

    def suggest(self, table: Table) -> Mapping[str, str | None]:
        """For each field the column that most likely fills it."""
        return suggest_mapping(table, self.record_type)

    def plan(self, table: Table) -> ImportPlan[R]:
        """What would come of the table now, with what is in the workbook now."""
        return plan_import(
            table,
            {name: dropdown.value or None for name, dropdown in self._columns.items()},
            self.record_type,
            existing_keys=self.keys_here(),
            day_first=None if self._day_order.value == "" else bool(self._day_order.value),
            until=self.page.today(),
            on_progress=self._progress.show,
        )

    def keys_here(self) -> frozenset[Hashable]:
        """What tells the records that the workbook has from new ones; see `import_key`."""
        return frozenset(import_key(record) for record in self.page.workbook.all(self.record_type))

    def save(self, records: Sequence[R], *, label: str) -> None:
        """Put what came of the rows into the workbook, as one change."""
        self.page.workbook.add_many(records, label=label)

    def _described(self, plan: ImportPlan[R], filename: str) -> Markup:
        parts = [self._lead(plan, filename)]
        parts.extend(html('<p class="rutkit-hint">{remark}</p>', remark=remark) for remark in plan.remarks)
        parts.extend(self._scales())
        parts.append(self._sample(plan.records[:PREVIEWED_ROWS]))
        parts.append(listed_rows("cannot be read and will be skipped", plan.skipped))
        parts.append(listed_rows("are here already and will be skipped", plan.duplicates))
        parts.append(self._changed_rows(plan))
        return joined(parts)

    def _changed_rows(self, plan: ImportPlan[R]) -> Markup:
        count = counted(len(plan.changed), self.record_type.noun, self.record_type.plural)
        return folded_list(
            f"The file says something else or more of {count}",
            [html("<b>{name}</b>: {what}", name=each.called, what=each.says) for each in plan.changed],
        )

    def _lead(self, plan: ImportPlan[R], filename: str) -> Markup:
        """How much will be added; if nothing is, why, and what a table needs."""
        if plan.records:
            return html(
                "<p><b>{count}</b> from “{name}” will be added.</p>", count=self._counted(plan), name=filename
            )
        if plan.duplicates:
            return html("<p>Nothing in “{name}” is new: what can be read is here already.</p>", name=filename)
        return html(
            "<p>No row of “{name}” can be read. A table needs the names of its columns in the first row, and below it "
            "one row for each {noun}. If it has them, choose above which column is which.</p>",
            name=filename,
            noun=self.record_type.noun,
        )

    def _sample(self, records: Sequence[R]) -> Markup:
        if not records:
            return Markup("")
        filled = [
            spec
            for spec in describe(self.record_type)
            if any(getattr(record, spec.name) != spec.default for record in records)
        ]
        currency = self.page.currency
        head = joined(html('<th scope="col">{title}</th>', title=spec.title) for spec in filled)
        rows = joined(
            html(
                "<tr>{cells}</tr>",
                cells=joined(
                    html(
                        "<td>{value}</td>",
                        value=format_value(spec, getattr(record, spec.name), currency=currency),
                    )
                    for spec in filled
                ),
            )
            for record in records
        )
        return html(
            '<div class="rutkit-table-scroll" tabindex="0" role="region" aria-label="The first rows">'
            '<table class="rutkit-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>',
            head=head,
            rows=rows,
        )

    def _import(self) -> None:
        # Planned once more: another window may have added some of these since they were shown.
        plan = self.plan(self._table) if self._table else None
        changed = plan.changed if plan and self._changes.are_taken else ()
        if plan and (plan.records or changed):
            news = f"news of {counted(len(changed), self.record_type.noun, self.record_type.plural)}"
            parts = [self._counted(plan)] if plan.records else []
            what = join_words([*parts, news] if changed else parts)
            label = f"imported {what} from {self._filename}"
            with self.page.workbook.batch(label):
                if plan.records:
                    self.save(plan.records, label=label)
                for each in changed:
                    self.page.workbook.update(each.after, label=label)
            self.page.status.imported(what, len(plan.skipped) + len(plan.duplicates) - len(changed))
        self._end()

    def _scales(self) -> Iterator[Markup]:
        """How numbers are read where a scale is expected: another diary's scale may begin or end elsewhere."""
        for spec in describe(self.record_type):
            if spec.kind is Kind.SCALE and self._columns[spec.name].value:
                yield html(
                    '<p class="rutkit-hint">“{title}”: numbers are read as 0 ({low}) to {most} ({high}).</p>',
                    title=spec.title,
                    low=spec.choices[0],
                    most=spec.steps - 1,
                    high=spec.choices[-1],
                )

    def _counted(self, plan: ImportPlan[R]) -> str:
        return counted(len(plan.records), self.record_type.noun, self.record_type.plural)

    def close(self) -> None:
        """Take no more files, and take everything away."""
        self._upload.close()
        shared.close(self.widget, *self._steps)

    def _end(self) -> None:
        self._reset()
        self._on_end()

    def _reset(self) -> None:
        self._table = None
        self.widget.children = (self._upload.widget,)


def listed_rows(what: str, rows: Sequence[SkippedRow]) -> Markup:
    """The rows that will not be imported, with their reasons; nothing if there are none."""
    return folded_list(
        f"{counted(len(rows), 'row')} {what}",
        [html("Row {number}: {reason}", number=row.row_number, reason=row.reason) for row in rows],
    )
