"""Step 5 on the screen: files of postings. What is in them is shown first; nothing is saved before the last button."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import ipywidgets as widgets

from rutkit.formatting import counted, join_words
from rutkit.steps.market.records import Posting
from rutkit.steps.market.view.reading import PROGRESS_FROM, plan_of, told_on
from rutkit.steps.market.view.role import ChosenRole
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.exchange.postings import Found, FoundPosting, Unreadable
    from rutkit.exchange.tables import Table
    from rutkit.steps.market.adding import Adding

T = TypeVar("T")
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
NO_COLUMN = ("(none)", None)
LISTED = 50
SAMPLED = 5
SAMPLED_CHARACTERS = 90


@dataclass
class Gathered:
    """What has come out of the files so far."""

    names: list[str] = field(default_factory=list)
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
        self._waiting: list[tuple[bytes, str]] = []
        self._is_at_work = False
        self._gathered = Gathered()
        self._plan: Adding | None = None
        page = view.page
        self._upload = Upload(
            page, "Choose files", ACCEPTED, self.take, several=True, maximum_bytes=MAXIMUM_BYTES
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

    def take(self, content: bytes, name: str) -> None:
        """Look for postings in a file, after those that wait already."""
        self._waiting.append((content, name))
        if not self._is_at_work:
            self._look_into_the_next()

    def reset(self) -> None:
        """Forget what was found; files can be chosen again."""
        self._waiting.clear()
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

    def _look_into_the_next(self) -> None:
        content, name = self._waiting.pop(0)
        self._gathered.names.append(name)
        progress = told_on(self._page, self._finding)

        def look() -> Outcome:
            if PurePath(name).suffix.lower() in TABLES:
                return _of_table(content, name, progress)
            from rutkit.exchange.postings import read_postings

            return list(read_postings(content, name, progress)), None

        self._work(look, self._gather)

    def _gather(self, outcome: Outcome) -> None:
        from rutkit.exchange.postings import FoundPosting

        found, table = outcome
        gathered = self._gathered
        gathered.found += [each for each in found if isinstance(each, FoundPosting)]
        gathered.unreadable += [each for each in found if not isinstance(each, FoundPosting)]
        gathered.table = table if len(gathered.names) == 1 else None
        if self._waiting:
            self._look_into_the_next()
        elif gathered.table and not gathered.found:
            self._choose_columns()
        else:
            self._read()

    def _work(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Do a part of it beside the page."""
        self._is_at_work = True
        put(self._says, html("<p>{text}</p>", text=f"Reading {_listed(self._gathered.names)}…"))
        self.widget.children = (self._says, self._finding.widget, self._reading.widget)
        role = self._chosen.role

        def go_on(outcome: T) -> None:
            self._is_at_work = False
            if role == self._chosen.role:  # otherwise it was for another role, and nobody wants it here
                then(outcome)

        self._page.in_background(work, go_on, otherwise=self._give_up)

    def _give_up(self) -> None:
        self._is_at_work = False
        self.reset()

    # --- which column is which --------------------------------------------------------------------------------------

    def _choose_columns(self) -> None:
        if self._gathered.table is None:
            return
        from rutkit.exchange.postings.tables import suggest_columns

        table = self._gathered.table
        suggested = suggest_columns(table)
        for part, dropdown in self._columns.items():
            dropdown.options = (NO_COLUMN, *((column, column) for column in table.columns))
            dropdown.value = suggested.get(part)
        put(self._says, html("<p>{text}</p>", text=WHICH_COLUMNS))
        self.widget.children = (self._says, self._mapping)

    def _read_with_columns(self) -> None:
        gathered = self._gathered
        table, name = gathered.table, gathered.names[0]
        if table is None:
            return
        columns = {part: dropdown.value for part, dropdown in self._columns.items()}
        if columns["text"] is None:
            self._page.notices.show("Please choose the column that holds the text. Nothing was changed.")
            return
        self._gathered = Gathered([name])
        progress = told_on(self._page, self._finding)
        self._work(lambda: _with_columns(table, name, columns, progress), self._gather)

    # --- what would be added ----------------------------------------------------------------------------------------

    def _read(self) -> None:
        role = self._chosen.role
        if role:
            progress = told_on(self._page, self._reading)
            self._work(plan_of(self._page, role, self._gathered.found, progress), self._preview)

    def _preview(self, plan: Adding) -> None:
        if self._waiting:  # more of the files that were picked arrived meanwhile
            self._look_into_the_next()
            return
        self._plan = plan
        shared.show(self._choose, self._gathered.table is not None)
        put(self._says, joined(_described(plan, self._gathered)))
        self.widget.children = (self._says, self._buttons if plan.postings else self._upload.widget)

    def _add(self) -> None:
        plan, gathered = self._plan, self._gathered
        if plan is None:
            return
        self._plan = None
        count = counted(len(plan.postings), "posting")

        def save() -> None:
            with self._page.alone():
                self._workbook.add_many(
                    plan.postings, label=f"imported {count} from {_listed(gathered.names)}"
                )

        def saved(_: None) -> None:
            self.reset()
            self._page.status.imported(count, len(plan.there) + len(gathered.unreadable))

        self._work(save, saved)


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


def _described(plan: Adding, gathered: Gathered) -> Iterator[Markup]:
    if plan.postings:
        yield html(
            "<p><b>{count}</b> from {names} will be added.</p>",
            count=counted(len(plan.postings), "posting"),
            names=_listed(gathered.names),
        )
    else:
        yield html("<p>There is no new posting in {names}.</p>", names=_listed(gathered.names))
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
    if not unreadable:
        return Markup("")
    rows = joined(
        html("<li><b>{where}</b>: {reason}</li>", where=each.where, reason=each.reason)
        for each in unreadable[:LISTED]
    )
    more = (
        html("<li>and {count} more</li>", count=len(unreadable) - LISTED) if len(unreadable) > LISTED else ""
    )
    return html(
        "<details open><summary>{count} could not be read</summary><ul>{rows}{more}</ul></details>",
        count=counted(len(unreadable), "part"),
        rows=rows,
        more=more,
    )


def _listed(names: Sequence[str]) -> str:
    """The names of files: all of a few, or how many."""
    return join_words([f"“{name}”" for name in names]) if len(names) <= 3 else counted(len(names), "file")
