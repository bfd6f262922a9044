"""A part of a page that is built only when somebody opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from rutkit.records import Record
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, columns
from rutkit.widgets.markup import block, html, put, stack
from rutkit.widgets.page import Page


class Folded:
    """A button that opens what `build` makes, and closes it again; it is built once.

    Args:
        page: the page it stands on.
        text: the button's text.
        build: makes the content.
        on_open: called each time it was opened.
        holds: record types that have their place in it, for links that lead there.
    """

    def __init__(
        self,
        page: Page,
        text: str,
        build: Callable[[], widgets.Widget],
        *,
        on_open: Callable[[], object] = lambda: None,
        holds: Sequence[type[Record]] = (),
    ) -> None:
        self._build = build
        self._on_open = on_open
        self._content: widgets.Widget | None = None
        self.is_open = False
        self._button = button(page, text, self.toggle, Rank.QUIET)
        self.widget = stack(self._button, classes=("rutkit-folded",))
        self._forget = [page.places.add_hidden(kind, self.open) for kind in holds]

    def toggle(self) -> None:
        """Open what is closed, and the other way round."""
        if self._content is None:
            self._content = self._build()
            self.widget.children = (self._button, self._content)
        self.is_open = not self.is_open
        shared.show(self._content, self.is_open)
        if self.is_open:
            self._on_open()

    def open(self) -> None:
        """Open it, if it is not."""
        if not self.is_open:
            self.toggle()

    def close(self) -> None:
        """Take it away with its content."""
        for forget in self._forget:
            forget()
        shared.close(self.widget)


class FoldedSection:
    """A section of a step that opens on a click, and is there again open the next time; it is built once.

    Args:
        page: the page it stands on.
        name: the section's name, for `jump_links`; a page has it once.
        title: its heading, which opens and closes it.
        holds_what: a sentence on what is in it, seen while it is closed.
        build: makes its cards.
        holds: record types that have their place in it, for links that lead there.
    """

    def __init__(
        self,
        page: Page,
        name: str,
        title: str,
        holds_what: str,
        build: Callable[[], Sequence[widgets.Widget]],
        *,
        holds: Sequence[type[Record]] = (),
    ) -> None:
        self._workbook = page.workbook
        self.name = name
        self.title = title
        self._holds_what = holds_what
        self._build = build
        self._cards: widgets.Widget | None = None
        self._head = block()
        self.is_open = False
        self.widget = stack(self._head, classes=("rutkit-section", f"rutkit-section-{name}"))
        self._forget = [
            page.bridge.on_action(f"fold-{name}", page.guard(lambda _: self.toggle())),
            *(page.places.add_hidden(kind, self.open) for kind in holds),
        ]
        kept = self._workbook.draft(_OPENED, name)
        if kept and kept.values.get("is_open"):
            self._show(True)
        else:
            self._draw()

    def toggle(self) -> None:
        """Open what is closed, and the other way round; that is kept, as half-typed input is."""
        self._show(not self.is_open)
        if not self._workbook.read_only:
            self._workbook.save_draft(_OPENED, self.name, {"is_open": self.is_open})

    def open(self) -> None:
        """Open it, if it is not."""
        if not self.is_open:
            self.toggle()

    def close(self) -> None:
        """Stop listening, and take it away with its cards."""
        for forget in self._forget:
            forget()
        shared.close(self.widget)

    def _show(self, is_open: bool) -> None:
        if self._cards is None:
            self._cards = columns(*self._build())
            self.widget.children = (self._head, self._cards)
        self.is_open = is_open
        shared.show(self._cards, is_open)
        self._draw()

    def _draw(self) -> None:
        put(
            self._head,
            html(
                '<h2 class="rutkit-section-title"><button type="button" class="rutkit-fold" '
                'data-action="fold-{name}" aria-expanded="{is_open}">{title}</button></h2>{hint}',
                name=self.name,
                is_open=str(self.is_open).lower(),
                title=self.title,
                hint="" if self.is_open else html('<p class="rutkit-hint">{text}</p>', text=self._holds_what),
            ),
        )


_OPENED = "opened_sections"
"""What is open is kept among the drafts: it is nothing to undo."""
