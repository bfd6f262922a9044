"""Records of one type brought in from a table file, and taken along as one."""

from __future__ import annotations

from typing import Generic, TypeVar

import ipywidgets as widgets

from rutkit.records import Record
from rutkit.widgets.download import export_links
from rutkit.widgets.folded import Folded
from rutkit.widgets.importing import TableImport
from rutkit.widgets.markup import block, put, stack
from rutkit.widgets.page import Page

R = TypeVar("R", bound=Record)

REDRAW_SECONDS = 1.0
"""The files are written anew when records change while the links are in sight."""


class Exchange(Generic[R]):
    """Import and export, built when somebody asks for it; `table_import` is how a table becomes records."""

    def __init__(
        self, page: Page, record_type: type[R], table_import: type[TableImport[R]] = TableImport
    ) -> None:
        self._page = page
        self._record_type = record_type
        self._table_import = table_import
        self._links = block()
        self._import: TableImport[R] | None = None
        self._folded = Folded(page, "Import or export", self._build, on_open=self._draw_links)
        self.widget = self._folded.widget
        self._draw_soon = page.once_a_burst(self._draw_links, REDRAW_SECONDS)
        self._forget_workbook = page.workbook.watch(page.guard(self._workbook_changed))

    def close(self) -> None:
        """Stop listening, and take everything away."""
        self._forget_workbook()
        if self._import:
            self._import.close()
        self._folded.close()
        self._links.close()

    def _build(self) -> widgets.Widget:
        self._import = self._table_import(self._page, self._record_type)
        return stack(self._import.widget, self._links)

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        if self._record_type.table() in tables:
            self._draw_soon()

    def _draw_links(self) -> None:
        if self._folded.is_open:
            records = self._page.workbook.all(self._record_type)
            put(self._links, export_links(self._record_type, records))
