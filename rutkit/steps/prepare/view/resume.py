"""Step 10 on the screen: the master resume, section by section."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import ipywidgets as widgets

from rutkit.exchange.json_resume import write_document
from rutkit.records import Record
from rutkit.steps.prepare.entries import ResumeEntry
from rutkit.steps.prepare.old_lines import old_lines
from rutkit.steps.prepare.records import Highlight, ResumeBasics
from rutkit.steps.prepare.resume import (
    ENTRY_TYPES,
    NOT_PRINTED,
    WITH_LINES,
    read_master,
    title_of,
    to_document,
)
from rutkit.steps.prepare.versions import HEADINGS, newest_first
from rutkit.steps.prepare.view.resume_files import ResumeFiles
from rutkit.widgets import shared
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.download import download_link
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.view import View

MASTER_RECORDS: tuple[type[Record], ...] = (ResumeBasics, *ENTRY_TYPES.values(), Highlight)
"""What the master is made of."""

NAMED_OLD = 5

_BASICS = "basics"
_LAST_COLUMNS = ("start_date", "end_date", "date", "release_date")


class ResumeCard:
    """The master resume: one section at a time, what grew old in it, files in and out."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The one card."""
        view = self._view
        files = view.keep(LazyFiles(view))
        taking = view.keep(TakingAlong(view))
        return [
            card(
                "Your master resume",
                files.widget,
                view.keep(Sections(view)).widget,
                view.later_text(self._old, *MASTER_RECORDS),
                taking.widget,
                hint="Everything that could ever stand in a resume of yours, and what shows that it is true. "
                "Versions choose from it.",
                wide=True,
            )
        ]

    def _old(self) -> Markup:
        found = old_lines(read_master(self._view.workbook), self._view.page.today())
        if not found:
            return Markup("")
        rest = len(found) - NAMED_OLD
        more = f" {rest} more {'is' if rest == 1 else 'are'} as old." if rest > 0 else ""
        return html(
            '<div class="rutkit-calm"><p><b>Worth a look, by their dates</b></p>'
            '<ul class="rutkit-conditions">{rows}</ul>{more}'
            '<p class="rutkit-source">{source}</p></div>',
            rows=joined(html("<li>{text}</li>", text=each.sentence) for each in found[:NAMED_OLD]),
            more=html("<p>{text}</p>", text=more.strip()) if more else Markup(""),
            source="After how long something is named here is our choice; no study stands behind it.",
        )


class Sections:
    """A list of sections, and the forms of the one that is picked."""

    def __init__(self, view: View) -> None:
        self._view = view
        names = [("Name and contact", _BASICS), *((HEADINGS[section], section) for section in ENTRY_TYPES)]
        self._list = shared.make(widgets.Dropdown, description="Section", options=names)
        self._list.observe(view.page.guard(lambda _: self._build()), "value")
        self._place = stack(classes=("rutkit-form",))
        self._parts: list[Form[Any] | Collection[Any] | Lines] = []
        self.widget = stack(
            stack(self._list, classes=("rutkit-field",)), self._place, classes=("rutkit-form",)
        )
        view.on_place(ResumeBasics, partial(self._open, _BASICS))
        for section, kind in ENTRY_TYPES.items():
            view.on_place(kind, partial(self._open, section))
        view.on_place(Highlight, self._open_line)
        self._build()

    def close(self) -> None:
        """Take the list away with its forms; drafts stay."""
        self._clear()
        shared.close(self.widget)

    def _open(self, section: str, entry_id: str) -> bool:
        self._list.value = section
        return any(part.open(entry_id) for part in self._parts if not isinstance(part, Lines))

    def _open_line(self, line_id: str) -> bool:
        line = self._view.workbook.get(Highlight, line_id)
        for section, kind in ENTRY_TYPES.items():
            if line and self._view.workbook.get(kind, line.entry):
                self._list.value = section
                return any(part.open_line(line) for part in self._parts if isinstance(part, Lines))
        return False

    def _clear(self) -> None:
        opened, self._place.children = self._place.children, ()
        for part in self._parts:
            part.close()
        self._parts.clear()
        shared.close(*opened)

    def _build(self) -> None:
        self._clear()
        section = str(self._list.value)
        if section == _BASICS:
            fields = [name for name in ResumeBasics.model_fields if name not in NOT_PRINTED]
            self._parts.append(Form(self._view.page, ResumeBasics, fields=fields))
            self._place.children = (stack(self._parts[0].widget, classes=("rutkit-side-by-side",)),)
            return
        self._parts.append(_entries(self._view, ENTRY_TYPES[section]))
        if section in WITH_LINES:
            self._parts.append(Lines(self._view, ENTRY_TYPES[section]))
        self._place.children = tuple(part.widget for part in self._parts)


def _entries(view: View, kind: type[ResumeEntry]) -> Collection[Any]:
    fields = [name for name in kind.model_fields if name not in NOT_PRINTED]
    columns = [*fields[:2], *(name for name in _LAST_COLUMNS if name in fields and name not in fields[:2])]

    def lines(entry: ResumeEntry) -> Sequence[Record]:
        return [line for line in view.workbook.all(Highlight) if line.entry == entry.id]

    return Collection(
        view.page,
        kind,
        columns=columns,
        add_label=f"Add a {kind.noun}" if kind.noun[0] not in "aeiou" else f"Add an {kind.noun}",
        empty="None yet. Leave it so if you have none.",
        fields=[*fields, "evidence"],
        belongings=lines,
    )


class Lines:
    """The lines beneath the entries of a section, those of one entry at a time."""

    def __init__(self, view: View, kind: type[ResumeEntry]) -> None:
        self._view = view
        self._kind = kind
        self._is_drawing = False
        self._list = shared.make(widgets.Dropdown, description=f"Lines beneath which {kind.noun}?")
        self._list.observe(view.page.guard(lambda _: self._picked()), "value")
        self._place = stack()
        self._listed: Collection[Highlight] | None = None
        self._says = block(
            html(
                '<p class="rutkit-hint">{text}</p>',
                text=f"What you did in each {kind.noun} comes here, line by line.",
            )
        )
        self._list_row = stack(self._list, classes=("rutkit-field",))
        self.widget = stack(self._says, self._list_row, self._place, classes=("rutkit-form",))
        self._forget = view.workbook.watch(view.page.guard(self._workbook_changed))
        self._draw()

    def close(self) -> None:
        """Stop listening, and take the lines away; drafts stay."""
        self._forget()
        self._close_list()
        shared.close(self.widget)

    def open_line(self, line: Highlight) -> bool:
        """Open this line for editing, beneath its entry."""
        self._list.value = line.entry
        return self._listed is not None and self._listed.open(line.id)

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        if self._kind.table() in tables:
            self._draw()

    def _draw(self) -> None:
        names = {each.id: title_of(each) for each in newest_first(self._view.workbook.all(self._kind))}
        before = self._list.value
        self._is_drawing = True
        self._list.options = [(name, id_) for id_, name in names.items()]
        self._list.value = before if before in names else next(iter(names), None)
        self._is_drawing = False
        shared.show(self._list_row, bool(names))
        if self._list.value != before:
            self._show_list()

    def _picked(self) -> None:
        if not self._is_drawing:
            self._show_list()

    def _show_list(self) -> None:
        self._close_list()
        if self._list.value:
            self._listed = Collection(
                self._view.page,
                Highlight,
                columns=("text",),
                add_label="Add a line",
                empty="None yet. Begin with a verb, and end with a number if there is one.",
                fields=("text", "evidence"),
                of={"entry": self._list.value},
            )
            self._place.children = (self._listed.widget,)

    def _close_list(self) -> None:
        self._place.children = ()
        if self._listed:
            self._listed.close()
            self._listed = None


class LazyFiles:
    """Files in, built when somebody opens it."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._files: ResumeFiles | None = None
        self._folded = Folded(view.page, "Bring in what you have", self._build)
        self.widget = self._folded.widget

    def close(self) -> None:
        """Take everything away."""
        if self._files:
            self._files.close()
        self._folded.close()

    def _build(self) -> widgets.Widget:
        self._files = ResumeFiles(self._view)
        return self._files.widget


class TakingAlong:
    """The master as a JSON Resume, written while its link is in sight."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._links = block()
        self._folded = Folded(view.page, "Take the master along", lambda: self._links, on_open=self._draw)
        self.widget = self._folded.widget
        view.follow_later(self._draw, *MASTER_RECORDS)

    def close(self) -> None:
        """Take everything away."""
        self._folded.close()
        self._links.close()

    def _draw(self) -> None:
        if self._folded.is_open:
            content = write_document(to_document(read_master(self._view.workbook)))
            link = download_link("as JSON Resume", "master.resume.json", "application/json", content)
            put(
                self._links,
                html("<p>The whole master, without what shows that it is true: {link}</p>", link=link),
            )
