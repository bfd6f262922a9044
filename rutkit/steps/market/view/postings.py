"""Step 5 on the screen: the postings of a role, repeats grouped, and one of them to read."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from rutkit.formatting import EMPTY, counted, format_date
from rutkit.steps.market.records import Posting
from rutkit.steps.market.view.posting import PostingPanel
from rutkit.steps.market.view.role import ChosenRole
from rutkit.widgets import shared
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.record_table import RecordTable, Sorting
from rutkit.widgets.view import View
from rutkit.workbook import Page

PAGE_SIZE = 10
COLUMNS = ("title", "company", "location", "posted")
EMPTY_LIST = "None yet. Paste one above, or pick a file of them."


class PostingList:
    """A table of postings that shows each once, however often it was put up, and the one that is being read.

    Only the page of rows that is seen is read from the file, so that 20,000 postings are as quick as 20.
    """

    def __init__(self, view: View, chosen: ChosenRole) -> None:
        self._view = view
        self._workbook = view.workbook
        self._chosen = chosen
        self._table = RecordTable(Posting, COLUMNS)
        self._sorting = Sorting("posted", descending=True)
        self._offset = 0
        page = view.page
        self._search = shared.make(widgets.Text, description="Search in titles, companies and texts")
        draw_soon = page.once_a_burst(self.draw, SEARCH_SECONDS)
        self._search.observe(page.guard(lambda _: self._searched(draw_soon)), "value")
        self._search_row = stack(self._search, classes=("rutkit-field", "rutkit-search"))
        self._rows = block()
        self.panel = view.keep(PostingPanel(view))
        self.widget = stack(
            self._search_row, self._rows, self.panel.widget, classes=("rutkit-collection", "rutkit-postings")
        )
        actions: tuple[tuple[str, Callable[[dict[str, str]], object]], ...] = (
            ("read", lambda sent: self.panel.read(sent["id"])),
            ("sort", lambda sent: self._sort(sent["by"])),
            ("turn", lambda sent: self._turn(int(sent["by"]))),
        )
        self._forget = [
            page.bridge.on_action(self._table.action(verb), page.guard(handler)) for verb, handler in actions
        ]
        chosen.on_change(self._role_changed)
        view.on_place(Posting, self.panel.open)
        view.follow(self.draw, Posting)

    def close(self) -> None:
        """Stop listening to clicks, and take it away."""
        for forget in self._forget:
            forget()
        shared.close(self.widget)

    def draw(self) -> None:
        """Show the rows again as they are now."""
        role = self._chosen.role
        found = self._found(role.id) if role else Page[Posting]([], 0)
        if role and self._offset and not found.records:
            self._offset = max(0, found.total - 1) // PAGE_SIZE * PAGE_SIZE
            found = self._found(role.id)
        shared.show(self._search_row, bool(self._searched_for) or found.total > PAGE_SIZE)
        if not found.records:
            put(self._rows, html('<p class="rutkit-empty">{text}</p>', text=self._nothing()))
            return
        put(self._rows, self._drawn(found))

    @property
    def _searched_for(self) -> str:
        return str(self._search.value).strip()

    def _found(self, role_id: str) -> Page[Posting]:
        return self._workbook.page(
            Posting,
            search=self._searched_for,
            order_by=self._sorting.by,
            descending=self._sorting.descending,
            offset=self._offset,
            limit=PAGE_SIZE,
            role=role_id,
            repeats="",
        )

    def _nothing(self) -> str:
        return f"No posting contains “{self._searched_for}”." if self._searched_for else EMPTY_LIST

    def _drawn(self, found: Page[Posting]) -> Markup:
        return html(
            '<table class="rutkit-table rutkit-records" aria-label="Your postings">{head}<tbody>{rows}</tbody>'
            "</table>{pager}",
            head=self._table.head(self._sorting, last="Read"),
            rows=joined(self._row(posting) for posting in found.records),
            pager=self._table.pager(self._offset, PAGE_SIZE, found.total),
        )

    def _row(self, posting: Posting) -> Markup:
        repeats = self._workbook.count(Posting, repeats=posting.id)
        return html(
            '<tr><td data-title="Job title">{title}{repeats}</td><td data-title="Company">{company}</td>'
            '<td data-title="Where">{location}</td><td data-title="Posted on">{posted}</td>'
            '<td class="rutkit-row-actions"><button type="button" class="rutkit-link" data-action="{read}" '
            'data-id="{id}" aria-label="Read {title}, {company}">Read</button></td></tr>',
            title=posting.title or "Without a title",
            repeats=html(' <span class="rutkit-hint">here {times}</span>', times=_times(repeats + 1))
            if repeats
            else "",
            company=posting.company or EMPTY,
            location=posting.location or EMPTY,
            posted=format_date(posting.posted) if posting.posted else EMPTY,
            read=self._table.action("read"),
            id=posting.id,
        )

    def _searched(self, draw_soon: Callable[[], object]) -> None:
        self._offset = 0
        draw_soon()

    def _sort(self, name: str) -> None:
        self._sorting = self._sorting.turned_to(name)
        self._offset = 0
        self.draw()

    def _turn(self, pages: int) -> None:
        self._offset = max(0, self._offset + pages * PAGE_SIZE)
        self.draw()

    def _role_changed(self) -> None:
        self._offset = 0
        self.panel.put_away()
        self.draw()


SEARCH_SECONDS = 0.3
"""A burst of letters is one search: among 20,000 texts it takes half a second."""


def _times(count: int) -> str:
    return "twice" if count == 2 else counted(count, "time")
