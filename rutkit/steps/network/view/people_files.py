"""Step 7 on the screen: files of people. Who is in them is shown first; nothing is saved before the last button."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

import ipywidgets as widgets

from rutkit.errors import RutkitError
from rutkit.formatting import counted, join_words
from rutkit.steps.network.records import Contact
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View
from rutkit.workbook import Change

if TYPE_CHECKING:
    from rutkit.exchange.people import FoundPeople, FoundPerson, LeftOut, Progress
    from rutkit.exchange.tables import Table
    from rutkit.steps.network.people_in import Change as ChangeOfPerson
    from rutkit.steps.network.people_in import Incoming
    from rutkit.steps.network.view.people_table import PeopleTable

T = TypeVar("T")

ACCEPTED = ".zip,.csv,.tsv,.xlsx,.vcf,.vcard"
VCARDS = frozenset((".vcf", ".vcard"))
LISTED = 50
SAMPLED = 5


@dataclass
class Gathered:
    """Who has come out of the files so far."""

    names: list[str] = field(default_factory=list)
    """Of all files."""
    sources: list[str] = field(default_factory=list)
    """Of those with people in them."""
    people: list[FoundPerson] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """What is wrong with files that could not be read, a sentence or two each."""
    tables: list[tuple[Table, str]] = field(default_factory=list)
    """Those of which somebody has to say which column is which, with the files' names."""

    def take(self, found: FoundPeople, name: str) -> None:
        """Add what came out of the file of this name."""
        self.people += found.people
        self.left_out += found.left_out
        if found.people:
            self.sources.append(name)


class PeopleImport:
    """The whole way from files to people: pick them, see who is in them, add them all with one undo."""

    def __init__(self, view: View) -> None:
        page = view.page
        self._page = page
        self._workbook = view.workbook
        self._waiting: list[tuple[bytes, str]] = []
        self._is_at_work = False
        self._is_answered = False
        """Whether it stands there why there is nothing to add, with the button for other files."""
        self._gathered = Gathered()
        self._plan: Incoming | None = None
        self._planned_after: Change | None = None
        """The newest change of the workbook when the plan was made."""
        self._table: PeopleTable | None = None
        self._upload = Upload(page, "Choose files", ACCEPTED, self.take, several=True)
        self._progress = ProgressBar("Reading")
        self._says = block()
        self._with_changes = shared.make(widgets.Checkbox, value=False, description="", indent=False)
        self._add_button = button(page, "Add these people", self._add)
        self._buttons = stack(
            stack(self._with_changes, classes=("rutkit-field",)),
            row(
                self._add_button,
                button(page, "Cancel", self.reset, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
            classes=("rutkit-form",),
        )
        self.widget = stack(classes=("rutkit-import",))
        self.reset()

    def take(self, content: bytes, name: str) -> None:
        """Look for people in a file, after those that wait already."""
        if (
            self._is_answered
        ):  # after files of which nothing came; what is wrong with them may be of the same choice
            problems = self._gathered.problems
            self.reset()
            self._gathered.problems = problems
        self._waiting.append((content, name))
        if not self._is_at_work:
            self._look_into_the_next()

    def reset(self) -> None:
        """Forget who was found; files can be chosen again."""
        self._is_answered = False
        self._waiting.clear()
        self._gathered = Gathered()
        self._plan = None
        put(self._says, "")
        self.widget.children = (self._upload.widget, self._says)

    def close(self) -> None:
        """Take no more files, and take everything away."""
        self._upload.close()
        if self._table:
            self._table.close()
        shared.close(self.widget, self._says, self._buttons, self._progress.widget)

    # --- looking for people -----------------------------------------------------------------------------------------

    def _look_into_the_next(self) -> None:
        content, name = self._waiting.pop(0)
        self._gathered.names.append(name)
        gathered, told = self._gathered, self._told
        self._work(lambda: look_into(content, name, gathered, told), lambda _: self._go_on())

    def _go_on(self) -> None:
        if self._waiting:
            self._look_into_the_next()
        elif self._gathered.tables and len(self._gathered.names) == 1:
            self._ask_for_columns(*self._gathered.tables[0])
        else:
            self._gathered.problems += [BY_ITSELF.format(name=name) for _, name in self._gathered.tables]
            self._compare()

    def _work(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Do a part of it beside the page."""
        self._is_at_work = True
        put(self._says, html("<p>{text}</p>", text=f"Reading {_listed(self._gathered.names)}…"))
        self.widget.children = (self._says, self._progress.widget)

        def go_on(outcome: T) -> None:
            self._is_at_work = False
            then(outcome)

        self._page.in_background(work, go_on, otherwise=self._give_up)

    def _give_up(self) -> None:
        self._is_at_work = False
        self.reset()

    def _told(self, done: int, total: int) -> None:
        self._page.soon(lambda: self._progress.show(done, total))

    # --- which column is which --------------------------------------------------------------------------------------

    def _ask_for_columns(self, table: Table, name: str) -> None:
        from rutkit.steps.network.view.people_table import PeopleTable

        if self._table is None:
            self._table = PeopleTable(self._page, Contact, on_end=self.reset)
        put(self._says, html("<p>{text}</p>", text=WHICH_COLUMNS))
        self.widget.children = (self._says, self._table.widget)
        self._table.load(table, name)

    # --- who would be added -----------------------------------------------------------------------------------------

    def _compare(self) -> None:
        self._work(self._planned, self._preview)

    def _planned(self) -> Incoming:
        """Who of those that were found is new, with what is in the workbook now; in a thread."""
        from rutkit.steps.network.people_in import as_contact, plan_people

        with self._page.alone():
            self._planned_after = self._workbook.last_change()
        candidates = [as_contact(person) for person in self._gathered.people]
        return plan_people(candidates, self._page.all_in_parts(Contact))

    def _preview(self, plan: Incoming) -> None:
        if self._waiting:  # more of the files that were picked arrived meanwhile
            self._look_into_the_next()
            return
        self._plan = plan
        put(self._says, joined(_described(plan, self._gathered)))
        self._offer_changes(plan.changed, is_all=not plan.new)
        self._is_answered = not (plan.new or plan.changed)
        self.widget.children = (self._says, self._upload.widget if self._is_answered else self._buttons)

    def _offer_changes(self, changed: Sequence[ChangeOfPerson], *, is_all: bool) -> None:
        """A box to tick for what changed; where nobody is new, the button itself says it."""
        self._with_changes.value = bool(changed) and is_all
        self._with_changes.description = (
            f"Take over what changed for {counted(len(changed), 'person', 'people')}"
        )
        shared.show(self._with_changes, bool(changed) and not is_all)
        self._add_button.description = "Take over what changed" if is_all else "Add these people"

    def _add(self) -> None:
        shown, self._plan = self._plan, None
        if shown is None:
            return
        takes_changes, sources = bool(self._with_changes.value), _listed(self._gathered.sources)

        def save() -> tuple[int, int, int]:
            with self._page.alone():
                is_current = self._workbook.last_change() == self._planned_after
            # Once more if need be: another window may have added some of them meanwhile.
            plan = shown if is_current else self._planned()
            changed = plan.changed if takes_changes else ()
            label = f"imported {counted(len(plan.new), 'person', 'people')} from {sources}"
            with self._page.alone(), self._workbook.batch(label):
                self._workbook.add_many(plan.new, label=label)
                for change in changed:
                    self._workbook.update(change.after)
            return len(plan.new), len(changed), len(plan.there) - len(changed)

        def saved(counts: tuple[int, int, int]) -> None:
            self.reset()
            added, changed, skipped = counts
            parts = [counted(added, "person", "people")] if added or not changed else []
            parts += [f"news of {counted(changed, 'person', 'people')}"] if changed else []
            self._page.status.imported(join_words(parts), max(skipped, 0))

        self._work(save, saved)


def look_into(content: bytes, name: str, gathered: Gathered, on_progress: Progress) -> None:
    """Gather who is in a file, or in a sentence why nobody can be read in it."""
    from rutkit.exchange.linkedin.connections import (
        NAMES,
        connections_of_table,
        is_of_linkedin,
        read_connections,
    )
    from rutkit.exchange.tables import read_table
    from rutkit.exchange.vcards import read_vcards
    from rutkit.steps.network.people_tables import refusal, refuse_too_many

    suffix = PurePath(name).suffix.lower()
    try:
        if suffix in VCARDS:
            gathered.take(read_vcards(content, name, on_progress), name)
        elif suffix == ".zip":
            gathered.take(read_connections(content, name, on_progress), name)
        else:
            table = read_table(content, name, header=NAMES)
            if is_of_linkedin(table):
                gathered.take(connections_of_table(table, name, on_progress), name)
            else:
                refuse_too_many(table, name)
                gathered.tables.append((table, name))
    except RutkitError as error:
        gathered.problems.append(refusal(str(error)))


WHICH_COLUMNS = "Which column holds what? Please look the suggestions over."
BY_ITSELF = (
    "“{name}” is a table that names its columns in its own way. Please choose it by itself; then you can say which "
    "column is which."
)


def _described(plan: Incoming, gathered: Gathered) -> Iterator[Markup]:
    yield from (
        html('<p class="rutkit-error" role="alert">{text}</p>', text=text) for text in gathered.problems
    )
    if plan.new:
        yield html(
            "<p><b>{count}</b> from {names} will be added.</p>",
            count=counted(len(plan.new), "person", "people"),
            names=_listed(gathered.sources),
        )
    elif gathered.people:
        yield html("<p>There is nobody new in {names}.</p>", names=_listed(gathered.sources))
    if plan.there:
        yield html(
            "<p>{count} here already, or further up in the files. Nobody is added twice.</p>",
            count=f"{counted(len(plan.there), 'person', 'people')} {'is' if len(plan.there) == 1 else 'are'}",
        )
    if plan.new:
        rows = joined(_sample(contact) for contact in plan.new[:SAMPLED])
        yield html('<ul class="rutkit-words">{rows}</ul>', rows=rows)
    yield _changes(plan.changed)
    yield _left_out(gathered.left_out)


def _sample(contact: Contact) -> Markup:
    return html(
        '<li>{name} <span class="rutkit-hint">{at_work}</span></li>',
        name=contact.called,
        at_work=contact.at_work,
    )


def _changes(changed: Sequence[ChangeOfPerson]) -> Markup:
    from rutkit.steps.network.people_in import described

    return _unfolded(
        f"{counted(len(changed), 'person', 'people')} of whom the file says something else or more",
        [html("<b>{name}</b>: {what}", name=each.before.called, what=described(each)) for each in changed],
    )


def _left_out(parts: Sequence[LeftOut]) -> Markup:
    return _unfolded(
        f"{counted(len(parts), 'entry', 'entries')} left out",
        [html("<b>{where}</b>: {reason}", where=each.where, reason=each.reason) for each in parts],
    )


def _unfolded(summary: str, items: Sequence[Markup]) -> Markup:
    """A list that opens on a click; nothing if it is empty."""
    if not items:
        return Markup("")
    more = html("<li>and {count} more</li>", count=f"{len(items) - LISTED:,}") if len(items) > LISTED else ""
    return html(
        "<details><summary>{summary}</summary><ul>{rows}{more}</ul></details>",
        summary=summary,
        rows=joined(html("<li>{item}</li>", item=item) for item in items[:LISTED]),
        more=more,
    )


def _listed(names: Sequence[str]) -> str:
    """The names of files: all of a few, or how many."""
    return join_words([f"“{name}”" for name in names]) if len(names) <= 3 else counted(len(names), "file")
