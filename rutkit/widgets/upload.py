"""A file from the person's own machine into the page."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from rutkit.errors import RutkitError
from rutkit.widgets import shared
from rutkit.widgets.page import Page

MAXIMUM_BYTES = 50_000_000


class FileTooLargeError(RutkitError):
    """A file is larger than the page takes."""


class Upload:
    """A button that takes one file and hands over its content and its name.

    Args:
        page: the page it stands on.
        text: the button's text.
        accept: what the browser offers to pick: ".csv,.xlsx".
        on_file: called with the bytes and the file's name.
    """

    def __init__(self, page: Page, text: str, accept: str, on_file: Callable[[bytes, str], object]) -> None:
        self.widget = shared.make(
            widgets.FileUpload, "rutkit-button", description=text, accept=accept, multiple=False
        )
        self._on_file = on_file
        self.widget.observe(page.guard(lambda _: self._take()), "value")

    def _take(self) -> None:
        if not self.widget.value:
            return
        file = self.widget.value[0]
        content, name = bytes(file["content"]), str(file["name"])
        self.widget.value = ()
        if len(content) > MAXIMUM_BYTES:
            raise FileTooLargeError(
                f"“{name}” is larger than {MAXIMUM_BYTES // 1_000_000} MB, so it was not read. "
                "Nothing was changed; please split it into smaller files."
            )
        self._on_file(content, name)
