"""Step 3 on the screen: a diary kept elsewhere, brought along."""

from __future__ import annotations

from rutkit.exchange.tables import Table, read_table
from rutkit.formatting import counted
from rutkit.steps.emotions.daylio import DaylioPlan, is_daylio, plan_daylio
from rutkit.steps.emotions.records import CheckIn
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.importing import ACCEPTED, TableImport, listed_rows
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.page import Page
from rutkit.widgets.upload import Upload


class DiaryImport:
    """One upload for any diary: a Daylio export is known by its columns, any other table is mapped by the person."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._table: Table | None = None
        self._filename = ""
        self._table_import = TableImport(page, CheckIn, on_end=self._reset)
        self._upload = Upload(page, "Choose a diary file", ACCEPTED, self.read)
        self._says = block()
        self._buttons = row(
            button(page, "Import these", self._import),
            button(page, "Cancel", self._reset, Rank.QUIET),
            classes=("rutkit-buttons",),
        )
        self.widget = stack(self._upload.widget, classes=("rutkit-import",))

    def read(self, content: bytes, filename: str) -> None:
        """Read a file and show what would come of it."""
        table = read_table(content, filename)
        if not is_daylio(table):
            self._table_import.load(table, filename)
            self.widget.children = (self._table_import.widget,)
            return
        self._table, self._filename = table, filename
        put(self._says, _described(self._make_plan(table), filename))
        self.widget.children = (self._says, self._buttons)

    def close(self) -> None:
        """Take no more files, and take everything away."""
        self._upload.close()
        self._table_import.close()
        shared.close(self.widget, self._says, self._buttons)

    def _make_plan(self, table: Table) -> DaylioPlan:
        """What would come of the table now, with what is in the workbook now."""
        return plan_daylio(table, self.page.workbook.all(CheckIn), self.page.today())

    def _import(self) -> None:
        if self._table:
            # Planned once more: days may have been filled in since they were shown.
            plan = self._make_plan(self._table)
            days = counted(len(plan.to_add) + len(plan.to_update), "day")
            with self.page.workbook.batch(f"imported {days} from {self._filename}"):
                for check_in in plan.to_add:
                    self.page.workbook.add(check_in)
                for check_in in plan.to_update:
                    self.page.workbook.update(check_in)
            self.page.status.saved()
        self._reset()

    def _reset(self) -> None:
        self._table = None
        self.widget.children = (self._upload.widget,)


def _described(plan: DaylioPlan, filename: str) -> Markup:
    return joined(
        (
            html(
                "<p><b>{added}</b> from “{name}” will be added, and {filled} filled where they are empty.</p>",
                added=counted(len(plan.to_add), "day"),
                filled=counted(len(plan.to_update), "day"),
                name=filename,
            ),
            html('<p class="rutkit-hint">{text}</p>', text=WHAT_COMES_ALONG),
            html("<p>{days} unchanged.</p>", days=counted(plan.unchanged, "day"))
            if plan.unchanged
            else Markup(""),
            listed_rows("cannot be read and will be skipped", plan.skipped),
        )
    )


WHAT_COMES_ALONG = (
    "Activities and the mood come along as tags, notes as notes. A mood is not one of the five feelings, so rutkit "
    "does not guess any."
)
