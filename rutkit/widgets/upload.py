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
        self._forget = page.bridge.on_upload(
            action,
            page.guard(self._take),
            page.guard(self._begin),
            page.guard(self._refuse_as_too_large),
            maximum_bytes,
        )
        self._refusals: list[str] = []
        self._says = block()
        self._button = block(
            html(
                '<label class="{rank}">{text}<input type="file" class="rutkit-unseen" accept="{accept}" '
                'data-action="{action}" data-maximum="{maximum}"{several}></label>',
                rank=rank.value,
                text=text,
                accept=accept,
                action=action,
                maximum=maximum_bytes,
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
            self._on_file(content, name)
        except RutkitError as error:
            self._refuse(str(error))

    def _refuse_as_too_large(self, name: str) -> None:
        self._refuse(
            f"“{name}” is larger than {self._maximum_bytes // 1_000_000} MB, so it was not read. "
            "Nothing was changed; please split it into smaller files."
        )

    def _refuse(self, sentence: str) -> None:
        self._refusals.append(sentence)
        rows = (html('<p class="rutkit-error" role="alert">{text}</p>', text=text) for text in self._refusals)
        put(self._says, joined(rows))
