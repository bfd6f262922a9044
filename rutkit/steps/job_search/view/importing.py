"""Step 9 on the screen: applications from another tracker's table, and as a table to take along."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.exchange.tables import Table
from rutkit.exchange.trackers import (
    columns_as_trackers_call_them,
    tracker_columns,
    tracker_of,
    without_placeholders,
)
from rutkit.formatting import counted
from rutkit.records import Kind, describe
from rutkit.steps.job_search.applications.candidacy import candidacies
from rutkit.steps.job_search.applications.tracker_rows import (
    ApplicationRow,
    brought,
    keys_of,
    row_of,
    with_boards,
)
from rutkit.steps.job_search.records import Application, ApplicationStage, Board
from rutkit.steps.job_search.view.search import CurrentSearch
from rutkit.widgets.download import export_links
from rutkit.widgets.folded import Folded
from rutkit.widgets.importing import TableImport
from rutkit.widgets.markup import block, html, put, stack
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.exchange.importing import ImportPlan

WHAT_IT_READS = (
    "A CSV or Excel file. The columns of JobSync, Huntr and Teal are known; of any other table you say which is which. "
    "What a tracker calls “Interviewing” or “Not selected” becomes a stage and how it ended."
)


class ApplicationImport(TableImport[ApplicationRow]):
    """Each row becomes an application with its stages, and a board that is not there yet."""

    def load(self, table: Table, filename: str) -> None:
        """Show what would come of a table, taking a tracker's signs for “nothing” as nothing."""
        super().load(without_placeholders(table), filename)

    def suggest(self, table: Table) -> Mapping[str, str | None]:
        """The columns of the tracker that wrote it, or else those that sound like it."""
        tracker = tracker_of(table)
        if tracker is None:
            return self._guessed(table)
        known = tracker_columns(table, tracker)
        return {name: known.get(name) for name in ApplicationRow.model_fields}

    def _guessed(self, table: Table) -> Mapping[str, str | None]:
        """The columns of somebody's own table. No day but that of sending is guessed: a wrong one is hard to see."""
        known = columns_as_trackers_call_them(table)
        guessed: dict[str, str | None] = {**super().suggest(table), **known}
        taken = set(known.values())
        for spec in describe(ApplicationRow):
            column = guessed.get(spec.name)
            is_own_name = column is not None and column.casefold() == spec.title.casefold()
            is_day = spec.kind is Kind.DATE and spec.name != "sent"
            if spec.name not in known and (column in taken or (is_day and not is_own_name)):
                guessed[spec.name] = None
        return guessed

    def plan(self, table: Table) -> ImportPlan[ApplicationRow]:
        """What would come of it, without the applications that are here already."""
        from rutkit.exchange.importing import SkippedRow

        workbook, today = self.page.workbook, self.page.today()
        plan = super().plan(table)
        here = candidacies(workbook.all(Application), workbook.all(ApplicationStage))
        keys = {key for one in here for key in keys_of(one.application, one.stages)}
        rows, there, unknown, undated = [], [], set(), 0
        for number, row in zip(_numbers(plan, table), plan.records, strict=True):
            one = brought(row, today)
            if one.key in keys:
                there.append(SkippedRow(number, "This application is here already."))
                continue
            keys.add(one.key)
            rows.append(row)
            undated += one.is_undated
            unknown |= {one.unknown} - {""}
        remarks = [*plan.remarks]
        tracker = tracker_of(table)
        if tracker:
            remarks.insert(0, f"The columns look like those of {tracker.name}.")
        if unknown:
            words = "”, “".join(sorted(unknown)[:5])
            remarks.append(f"What “{words}” means is not known here; it is kept in the notes.")
        if undated:
            remarks.append(
                f"For {counted(undated, 'application')} the table does not say when a stage was reached. It is kept "
                "as “day not known” and left out of waits and pace until you add the day."
            )
        return replace(
            plan, records=tuple(rows), duplicates=(*plan.duplicates, *there), remarks=tuple(remarks)
        )

    def keys_here(self) -> frozenset[Hashable]:
        """None: rows are never kept, so `plan` compares what they become."""
        return frozenset()

    def save(self, records: Sequence[ApplicationRow], *, label: str) -> None:
        """Add the applications, their stages and their boards as one change."""
        workbook, today = self.page.workbook, self.page.today()
        found = [brought(row, today) for row in records]
        workbook.add_many(with_boards(found, workbook.all(Board)), label=label)


class ApplicationExchange:
    """Import and export, built when somebody asks for it."""

    def __init__(self, view: View, search: CurrentSearch) -> None:
        self._page = view.page
        self._search = search
        self._links = block()
        self._import: ApplicationImport | None = None
        self._folded = Folded(view.page, "Import or export", self._build, on_open=self._draw_links)
        self.widget = self._folded.widget
        search.on_news(self._draw_links)

    def close(self) -> None:
        """Take everything away."""
        if self._import:
            self._import.close()
        self._folded.close()
        self._links.close()

    def _build(self) -> widgets.Widget:
        self._import = ApplicationImport(self._page, ApplicationRow)
        hint = block(html('<p class="rutkit-hint">{text}</p>', text=WHAT_IT_READS))
        return stack(hint, self._import.widget, self._links, classes=("rutkit-import",))

    def _draw_links(self) -> None:
        if self._folded.is_open:
            boards = {board.id: board.name for board in self._page.workbook.all(Board)}
            rows = [row_of(candidacy, boards) for candidacy in self._search.candidacies]
            put(self._links, export_links(ApplicationRow, rows))


def _numbers(plan: ImportPlan[ApplicationRow], table: Table) -> Sequence[int]:
    """The row numbers of the plan's records: those of the table that were not skipped."""
    left_out = {row.row_number for row in (*plan.skipped, *plan.duplicates)}
    return [number for number in table.row_numbers if number not in left_out]
