"""A file from the person's own machine into the page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from rutkit.errors import RutkitError
from rutkit.widgets import shared
from rutkit.widgets.card import Rank
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.page import Page

MAXIMUM_BYTES = 50_000_000

_numbers = count()


class FileTooLargeError(RutkitError):
    """A file is larger than the page takes."""


class Upload:
    """A button that takes a file and hands over its content and its name.

    Why a file is refused stands beneath the button, until other files are picked.

    Args:
        page: the page it stands on.
        text: the button's text.
        accept: what the browser offers to pick: ".csv,.xlsx".
        on_file: called with the bytes and the file's name.
        rank: how much the button stands out.
        on_choice: called when files are picked, before the first of them is handed over.
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
        on_choice: Callable[[], object] = lambda: None,
        several: bool = False,
        maximum_bytes: int = MAXIMUM_BYTES,
    ) -> None:
        self._on_file = on_file
        self._maximum_bytes = maximum_bytes
        action = f"upload-{next(_numbers)}"
        self._on_choice = on_choice
        self._forget = page.bridge.on_upload(action, page.guard(self._take), page.guard(self._begin))
        self._refusals: list[str] = []
        self._says = block()
        self._button = block(
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
        self.widget = stack(self._button, self._says, classes=("rutkit-upload",))

    def close(self) -> None:
        """Take no more files."""
        self._forget()
        shared.close(self.widget)

    def _begin(self) -> None:
        self._refusals.clear()
        put(self._says, "")
        self._on_choice()

    def _take(self, content: bytes, name: str) -> None:
        try:
            self._hand_over(content, name)
        except RutkitError as error:
            self._refusals.append(str(error))
            rows = (
                html('<p class="rutkit-error" role="alert">{text}</p>', text=text) for text in self._refusals
            )
            put(self._says, joined(rows))

    def _hand_over(self, content: bytes, name: str) -> None:
        if len(content) > self._maximum_bytes:
            raise FileTooLargeError(
                f"“{name}” is larger than {self._maximum_bytes // 1_000_000} MB, so it was not read. "
                "Nothing was changed; please split it into smaller files."
            )
        self._on_file(content, name)
