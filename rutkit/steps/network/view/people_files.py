"""Step 7 on the screen: files of people. Who is in them is shown first; nothing is saved before the last button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from rutkit.errors import RutkitError
from rutkit.formatting import counted, join_words
from rutkit.steps.network.records import Contact
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, folded_list
from rutkit.widgets.changes import ChangesOffered
from rutkit.widgets.file_queue import FileQueue, listed_files
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View
from rutkit.workbook import Change

if TYPE_CHECKING:
    from rutkit.exchange.people import FoundPerson, LeftOut, Progress
    from rutkit.exchange.tables import Table
    from rutkit.steps.network.people_in import Change as ChangeOfPerson
    from rutkit.steps.network.people_in import Incoming
    from rutkit.steps.network.view.people_table import PeopleTable

ACCEPTED = ".zip,.csv,.tsv,.xlsx,.vcf,.vcard"
SHOWN_PROBLEMS = 3
SAMPLED = 5


@dataclass
class Gathered:
    """Who has come out of the files so far."""

    sources: list[str] = field(default_factory=list)
    """Names of those with people in them."""
    people: list[FoundPerson] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """What is wrong with files that could not be read, a sentence or two each."""
    tables: list[tuple[Table, str]] = field(default_factory=list)
    """Those of which somebody has to say which column is which, with the files' names."""

    def take(self, other: Gathered) -> None:
        """Add what came out of one more file."""
        self.sources += other.sources
        self.people += other.people
        self.left_out += other.left_out
        self.problems += other.problems
        self.tables += other.tables


class PeopleImport:
    """The whole way from files to people: pick them, see who is in them, add them all with one undo."""

    def __init__(self, view: View) -> None:
        page = view.page
        self._page = page
        self._workbook = view.workbook
        self._files: FileQueue[Gathered] = FileQueue(
            page,
            look_into=lambda content, name: look_into(content, name, self._told),
            gather=lambda found: self._gathered.take(found),
            on_work=self._show_work,
            on_end=self._go_on,
            on_failure=self.reset,
        )
        self.take = self._files.take
        self._gathered = Gathered()
        self._plan: Incoming | None = None
        self._planned_after: Change | None = None
        """The newest change of the workbook when the plan was made."""
        self._table: PeopleTable | None = None
        self._upload = Upload(
            page, "Choose files", ACCEPTED, self._files.take, on_choice=self.reset, several=True
        )
        self._progress = ProgressBar("Reading")
        self._says = block()
        self._add_button = button(page, "Add these people", self._add)
        self._changes = ChangesOffered(self._add_button, Contact.noun, Contact.plural)
        self._buttons = stack(
            self._changes.widget,
            row(
                self._add_button,
                button(page, "Cancel", self.reset, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
            classes=("rutkit-form",),
        )
        self.widget = stack(classes=("rutkit-import",))
        self.reset()

    def reset(self) -> None:
        """Forget who was found; files can be chosen again."""
        self._files.forget()
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

    def _show_work(self) -> None:
        put(self._says, html("<p>{text}</p>", text=f"Reading {listed_files(self._files.names)}…"))
        self.widget.children = (self._says, self._progress.widget)

    def _go_on(self) -> None:
        if self._gathered.tables and len(self._files.names) == 1:
            self._ask_for_columns(*self._gathered.tables[0])
        else:
            self._gathered.problems += [BY_ITSELF.format(name=name) for _, name in self._gathered.tables]
            self._gathered.tables.clear()
            self._files.work(self._planned, self._preview)

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

    def _planned(self) -> Incoming:
        """Who of those that were found is new, with what is in the workbook now; in a thread."""
        from rutkit.steps.network.people_in import as_contact, plan_people

        with self._page.alone():
            self._planned_after = self._workbook.last_change()
        candidates = [as_contact(person) for person in self._gathered.people]
        return plan_people(candidates, self._page.all_in_parts(Contact))

    def _preview(self, plan: Incoming) -> None:
        if self._files.go_on():  # more of those that were picked arrived meanwhile
            return
        self._plan = plan
        put(self._says, joined(_described(plan, self._gathered)))
        self._changes.offer(len(plan.changed), is_all=not plan.new)
        self.widget.children = (
            self._says,
            self._buttons if plan.new or plan.changed else self._upload.widget,
        )

    def _add(self) -> None:
        shown, self._plan = self._plan, None
        if shown is None:
            return
        takes_changes, sources = self._changes.are_taken, listed_files(self._gathered.sources)

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

        self._files.work(save, saved)


def look_into(content: bytes, name: str, on_progress: Progress) -> Gathered:
    """Who is in a file, or in a sentence why nobody can be read in it; in a thread."""
    from rutkit.exchange.linkedin.connections import NAMES, connections_of_table, is_of_linkedin
    from rutkit.exchange.people_zips import VCARDS, read_zip_of_people
    from rutkit.exchange.tables import read_table
    from rutkit.exchange.vcards import read_vcards
    from rutkit.steps.network.people_tables import refuse_too_many

    suffix = PurePath(name).suffix.lower()
    try:
        if suffix in VCARDS:
            found = read_vcards(content, name, on_progress)
        elif suffix == ".zip":
            found = read_zip_of_people(content, name, on_progress)
        else:
            table = read_table(content, name, header=NAMES)
            if not is_of_linkedin(table):
                refuse_too_many(table, name)
                return Gathered(tables=[(table, name)])
            found = connections_of_table(table, name, on_progress)
    except RutkitError as error:
        return Gathered(problems=[str(error)])
    return Gathered([name] if found.people else [], list(found.people), list(found.left_out))


WHICH_COLUMNS = "Which column holds what? Please look the suggestions over."
BY_ITSELF = (
    "“{name}” is a table that names its columns in its own way. Please choose it by itself; then you can say which "
    "column is which."
)


def _described(plan: Incoming, gathered: Gathered) -> Iterator[Markup]:
    yield _refused(gathered.problems)
    if plan.new:
        yield html(
            "<p><b>{count}</b> from {names} will be added.</p>",
            count=counted(len(plan.new), "person", "people"),
            names=listed_files(gathered.sources),
        )
    elif gathered.people:
        yield html("<p>There is nobody new in {names}.</p>", names=listed_files(gathered.sources))
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


def _refused(problems: Sequence[str]) -> Markup:
    """What is wrong with files: of one in a sentence, of several in a list, with what to do said once."""
    from rutkit.steps.network.people_tables import refusal

    if not problems:
        return Markup("")
    if len(problems) == 1:
        return html('<p class="rutkit-error" role="alert">{text}</p>', text=refusal(problems[0]))
    said = refusal(f"{counted(len(problems), 'file')} could not be read.")
    return html('<p class="rutkit-error" role="alert">{text}</p>', text=said) + folded_list(
        "Why", [html("{text}", text=text) for text in problems], is_open=len(problems) <= SHOWN_PROBLEMS
    )


def _sample(contact: Contact) -> Markup:
    return html(
        '<li>{name} <span class="rutkit-hint">{at_work}</span></li>',
        name=contact.called,
        at_work=contact.at_work,
    )


def _changes(changed: Sequence[ChangeOfPerson]) -> Markup:
    from rutkit.steps.network.people_in import described

    return folded_list(
        f"The file says something else or more of {counted(len(changed), 'person', 'people')}",
        [html("<b>{name}</b>: {what}", name=each.before.called, what=described(each)) for each in changed],
    )


def _left_out(parts: Sequence[LeftOut]) -> Markup:
    return folded_list(
        f"{counted(len(parts), 'entry', 'entries')} left out",
        [html("<b>{where}</b>: {reason}", where=each.where, reason=each.reason) for each in parts],
    )
