"""A part of a page that is built only when somebody opens it."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

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
    """

    def __init__(
        self,
        page: Page,
        text: str,
        build: Callable[[], widgets.Widget],
        *,
        on_open: Callable[[], object] = lambda: None,
    ) -> None:
        self._build = build
        self._on_open = on_open
        self._content: widgets.Widget | None = None
        self.is_open = False
        self._button = button(page, text, self.toggle, Rank.QUIET)
        self.widget = stack(self._button, classes=("rutkit-folded",))

    def toggle(self) -> None:
        """Open what is closed, and the other way round."""
        if self._content is None:
            self._content = self._build()
            self.widget.children = (self._button, self._content)
        self.is_open = not self.is_open
        shared.show(self._content, self.is_open)
        if self.is_open:
            self._on_open()

    def close(self) -> None:
        """Take it away with its content."""
        shared.close(self.widget)
