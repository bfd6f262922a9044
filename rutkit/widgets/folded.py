"""A part of a page that is built only when somebody opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from rutkit.records import Record
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.markup import stack
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
