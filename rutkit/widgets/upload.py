"""A file from the person's own machine into the page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from rutkit.errors import RutkitError
from rutkit.widgets.card import Rank
from rutkit.widgets.markup import Markup, block, html
from rutkit.widgets.page import Page

MAXIMUM_BYTES = 50_000_000

_numbers = count()


class FileTooLargeError(RutkitError):
    """A file is larger than the page takes."""


class Upload:
    """A button that takes a file and hands over its content and its name.

    Args:
        page: the page it stands on.
        text: the button's text.
        accept: what the browser offers to pick: ".csv,.xlsx".
        on_file: called with the bytes and the file's name.
        rank: how much the button stands out.
        several: whether more than one file can be picked at once; each is handed over by itself.
        maximum_bytes: larger files are refused, with a sentence.
    """

    def __init__(
        self,
        page: Page,
        text: str,
        accept: str,
        on_file: Callable[[bytes, str], object],
        rank: Rank = Rank.SECOND,
        *,
        several: bool = False,
        maximum_bytes: int = MAXIMUM_BYTES,
    ) -> None:
        self._on_file = on_file
        self._maximum_bytes = maximum_bytes
        action = f"upload-{next(_numbers)}"
        self._forget = page.bridge.on_upload(action, page.guard(self._take))
        self.widget = block(
            html(
                '<label class="{rank}">{text}<input type="file" class="rutkit-unseen" accept="{accept}" '
                'data-action="{action}"{several}></label>',
                rank=rank.value,
                text=text,
                accept=accept,
                action=action,
                several=Markup(" multiple") if several else "",
            )
        )

    def close(self) -> None:
        """Take no more files."""
        self._forget()
        self.widget.close()

    def _take(self, content: bytes, name: str) -> None:
        if len(content) > self._maximum_bytes:
            raise FileTooLargeError(
                f"“{name}” is larger than {self._maximum_bytes // 1_000_000} MB, so it was not read. "
                "Nothing was changed; please split it into smaller files."
            )
        self._on_file(content, name)
