"""Step 5 on the screen: files of postings. What is in them is shown first; nothing is saved before the last button."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

import ipywidgets as widgets

from rutkit.formatting import counted
from rutkit.steps.market.records import Posting
from rutkit.steps.market.view.reading import PROGRESS_FROM, plan_of, told_on
from rutkit.steps.market.view.role import ChosenRole
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, folded_list
from rutkit.widgets.file_queue import FileQueue, listed_files
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.exchange.postings import Found, FoundPosting, Unreadable
    from rutkit.exchange.tables import Table
    from rutkit.steps.market.adding import Adding

Outcome: TypeAlias = "tuple[list[Found], Table | None]"
"""What was found in a file, and the table that it is, if it is one."""

ACCEPTED = ".html,.htm,.xhtml,.zip,.csv,.tsv,.xlsx,.json,.jsonl,.ndjson,.txt,.md"
MAXIMUM_BYTES = 200_000_000
TABLES = frozenset((".csv", ".tsv", ".tab", ".xlsx", ".xlsm"))
TITLES = {
    "title": "Job title",
    "company": "Company",
    "location": "Where",
    "link": "Link",
    "posted": "Posted on",
    "closing": "Closes on",
    "text": "Text",
}
NO_COLUMN = ("(none)", "")
SAMPLED = 5
SAMPLED_CHARACTERS = 90


@dataclass
class Gathered:
    """What has come out of the files so far."""

    found: list[FoundPosting] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    table: Table | None = None
    """If there was one file, and it was a table: its columns can be chosen."""


class FileImport:
    """The whole way from files to postings: pick them, see what is in them, add all of it with one undo."""

    def __init__(self, view: View, chosen: ChosenRole) -> None:
        self._page = view.page
        self._workbook = view.workbook
        self._chosen = chosen
        self._files: FileQueue[Outcome] = FileQueue(
            view.page,
            look_into=self._look_into,
            gather=self._gather,
            on_work=self._show_work,
            on_end=self._go_on,
            on_failure=self.reset,
        )
        self.take = self._files.take
        self._gathered = Gathered()
        self._plan: Adding | None = None
        page = view.page
        self._upload = Upload(
            page,
            "Choose files",
            ACCEPTED,
            self._files.take,
            on_choice=self.reset,
            several=True,
            maximum_bytes=MAXIMUM_BYTES,
        )
        self._finding = ProgressBar("Looking for postings", from_total=PROGRESS_FROM)
        self._reading = ProgressBar("Reading the postings", from_total=PROGRESS_FROM)
        self._says = block()
        self._columns = {
            part: shared.make(widgets.Dropdown, description=title) for part, title in TITLES.items()
        }
        self._mapping = stack(
            stack(
                *(stack(dropdown, classes=("rutkit-field",)) for dropdown in self._columns.values()),
                classes=("rutkit-mapping",),
            ),
            row(
                button(page, "Read it this way", self._read_with_columns),
                button(page, "Cancel", self.reset, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
            classes=("rutkit-import",),
        )
        self._choose = button(page, "Choose the columns yourself", self._choose_columns, Rank.QUIET)
        self._buttons = row(
            button(page, "Add these", self._add),
            self._choose,
            button(page, "Cancel", self.reset, Rank.QUIET),
            classes=("rutkit-buttons",),
        )
        self.widget = stack(classes=("rutkit-import",))
        chosen.on_change(self.reset)
        self.reset()

    def reset(self) -> None:
        """Forget what was found; files can be chosen again."""
        self._files.forget()
        self._gathered = Gathered()
        self._plan = None
        put(self._says, "")
        self.widget.children = (self._upload.widget, self._says)

    def close(self) -> None:
        """Take no more files, and take everything away."""
        self._upload.close()
        shared.close(
            self.widget,
            self._says,
            self._mapping,
            self._buttons,
            self._finding.widget,
            self._reading.widget,
        )

    # --- looking for postings ---------------------------------------------------------------------------------------

    def _look_into(self, content: bytes, name: str) -> Outcome:
        """What is in a file; in a thread."""
        progress = told_on(self._page, self._finding)
        if PurePath(name).suffix.lower() in TABLES:
            return _of_table(content, name, progress)
        from rutkit.exchange.postings import read_postings

        return list(read_postings(content, name, progress)), None

    def _gather(self, outcome: Outcome) -> None:
        from rutkit.exchange.postings import FoundPosting

        found, table = outcome
        gathered = self._gathered
        gathered.found += [each for each in found if isinstance(each, FoundPosting)]
        gathered.unreadable += [each for each in found if not isinstance(each, FoundPosting)]
        gathered.table = table if len(self._files.names) == 1 else None

    def _go_on(self) -> None:
        if self._gathered.table and not self._gathered.found:
            self._choose_columns()
        else:
            self._read()

    def _show_work(self) -> None:
        put(self._says, html("<p>{text}</p>", text=f"Reading {listed_files(self._files.names)}…"))
        self.widget.children = (self._says, self._finding.widget, self._reading.widget)

    # --- which column is which --------------------------------------------------------------------------------------

    def _choose_columns(self) -> None:
        if self._gathered.table is None:
            return
        from rutkit.exchange.postings.tables import suggest_columns

        table = self._gathered.table
        suggested = suggest_columns(table)
        for part, dropdown in self._columns.items():
            dropdown.options = (NO_COLUMN, *((column, column) for column in table.columns))
            dropdown.value = suggested.get(part) or ""
        put(self._says, html("<p>{text}</p>", text=WHICH_COLUMNS))
        self.widget.children = (self._says, self._mapping)

    def _read_with_columns(self) -> None:
        table, name = self._gathered.table, self._files.names[0]
        if table is None:
            return
        columns = {part: dropdown.value or None for part, dropdown in self._columns.items()}
        if columns["text"] is None:
            self._page.notices.show("Please choose the column that holds the text. Nothing was changed.")
            return
        self._gathered = Gathered()
        progress = told_on(self._page, self._finding)

        def know(outcome: Outcome) -> None:
            self._gather(outcome)
            self._go_on()

        self._files.work(lambda: _with_columns(table, name, columns, progress), know)

    # --- what would be added ----------------------------------------------------------------------------------------

    def _read(self) -> None:
        role = self._chosen.role
        if role:
            progress = told_on(self._page, self._reading)
            self._files.work(plan_of(self._page, role, self._gathered.found, progress), self._preview)

    def _preview(self, plan: Adding) -> None:
        if self._files.go_on():  # more of those that were picked arrived meanwhile
            return
        self._plan = plan
        shared.show(self._choose, self._gathered.table is not None)
        put(self._says, joined(_described(plan, self._gathered, self._files.names)))
        self.widget.children = (self._says, self._buttons if plan.postings else self._upload.widget)

    def _add(self) -> None:
        plan, gathered = self._plan, self._gathered
        if plan is None:
            return
        self._plan = None
        count = counted(len(plan.postings), "posting")
        sources = listed_files(self._files.names)

        def save() -> None:
            with self._page.alone():
                self._workbook.add_many(plan.postings, label=f"imported {count} from {sources}")

        def saved(_: None) -> None:
            self.reset()
            self._page.status.imported(count, len(plan.there) + len(gathered.unreadable))

        self._files.work(save, saved)


def _of_table(content: bytes, name: str, progress: Callable[[int, int], object]) -> Outcome:
    from rutkit.exchange.errors import TableError
    from rutkit.exchange.postings import Unreadable
    from rutkit.exchange.postings.tables import postings_of_table, read_posting_table

    try:
        table = read_posting_table(content, name)
    except TableError as error:
        return [Unreadable(name, str(error))], None
    return list(postings_of_table(table, name, on_progress=progress)), table


def _with_columns(
    table: Table,
    name: str,
    columns: Mapping[str, str | None],
    progress: Callable[[int, int], object],
) -> Outcome:
    from rutkit.exchange.postings.tables import postings_of_table

    return list(postings_of_table(table, name, columns, on_progress=progress)), table


WHICH_COLUMNS = "Which column holds what? Only the text is needed."


def _described(plan: Adding, gathered: Gathered, names: Sequence[str]) -> Iterator[Markup]:
    if plan.postings:
        yield html(
            "<p><b>{count}</b> from {names} will be added.</p>",
            count=counted(len(plan.postings), "posting"),
            names=listed_files(names),
        )
    else:
        yield html("<p>There is no new posting in {names}.</p>", names=listed_files(names))
    if plan.repeats:
        yield html(
            "<p>{count} another. They are kept, grouped with it, and count once.</p>",
            count=f"{counted(plan.repeats, 'of them', 'of them')} {'repeats' if plan.repeats == 1 else 'repeat'}",
        )
    if plan.there:
        yield html(
            "<p>{count} here already, word for word, and will be skipped.</p>",
            count=f"{counted(len(plan.there), 'posting')} {'is' if len(plan.there) == 1 else 'are'}",
        )
    if plan.postings:
        yield html(
            '<ul class="rutkit-words">{rows}</ul>',
            rows=joined(map(_sample, plan.postings[:SAMPLED])),
        )
    yield _could_not_be_read(gathered.unreadable)


def _sample(posting: Posting) -> Markup:
    return html(
        '<li>{title}{company} <span class="rutkit-hint">{text}…</span></li>',
        title=posting.title or "Without a title",
        company=f", {posting.company}" if posting.company else "",
        text=" ".join(posting.text[:SAMPLED_CHARACTERS].split()),
    )


def _could_not_be_read(unreadable: Sequence[Unreadable]) -> Markup:
    return folded_list(
        f"{counted(len(unreadable), 'part')} could not be read",
        [html("<b>{where}</b>: {reason}", where=each.where, reason=each.reason) for each in unreadable],
        is_open=True,
    )
