"""Step 5 on the screen: the reader that reads postings here, and having them read again when it has learned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rutkit.formatting import counted
from rutkit.steps.market.records import LoadedVocabulary, Posting, TargetRole
from rutkit.steps.market.view.current import CurrentMarket
from rutkit.widgets import shared
from rutkit.widgets.card import button
from rutkit.widgets.markup import block, html, put, stack
from rutkit.widgets.page import Page
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.exchange.postings import FoundPosting
    from rutkit.steps.market.adding import Adding
    from rutkit.steps.market.extract.reader import Reader

PROGRESS_FROM = 50
"""Postings from which it is said how far reading has come."""


def reader_of(page: Page) -> tuple[Reader, str]:
    """The reader that knows the lists of skills loaded here, and its version; for a thread beside the page."""
    from rutkit.steps.market.readings import version
    from rutkit.steps.market.vocabularies import reader_with

    with page.alone():
        loaded = tuple(vocabulary.skills for vocabulary in page.workbook.all(LoadedVocabulary))
    return reader_with(loaded), version(loaded)


def told_on(page: Page, progress: ProgressBar) -> Callable[[int, int], None]:
    """What a thread calls to say on the page how far it has come."""
    return lambda done, total: page.soon(lambda: progress.show(done, total))


def plan_of(
    page: Page,
    role: TargetRole,
    found: Sequence[FoundPosting],
    on_progress: Callable[[int, int], object] = lambda done, total: None,
) -> Callable[[], Adding]:
    """The work of reading what was found, for a thread beside the page."""

    def plan() -> Adding:
        from rutkit.steps.market.adding import plan_adding

        reader, version = reader_of(page)
        existing = page.all_in_parts(Posting, role=role.id)
        return plan_adding(found, role.id, existing, reader, version, on_progress)

    return plan


class ReadingAgain:
    """Says how many postings were read with other skills than are known now, and has all of them read again."""

    def __init__(self, view: View, current: CurrentMarket) -> None:
        self._page = view.page
        self._workbook = view.workbook
        self._current = current
        self._says = block()
        self._progress = ProgressBar("Reading again", from_total=PROGRESS_FROM)
        self._button = button(view.page, "Read them again", self.start)
        self.widget = stack(
            self._says, self._button, self._progress.widget, classes=("rutkit-reading-again",)
        )
        shared.show(self.widget, False)
        current.on_news(self._draw)

    def start(self) -> None:
        """Read all of it again, as one change."""
        self._button.disabled = True
        self._page.in_background(self._read, lambda _: self._page.status.saved(), otherwise=self._draw)

    def close(self) -> None:
        """Take it away."""
        shared.close(self.widget)

    def _draw(self) -> None:
        self._button.disabled = False
        stale = self._current.stale
        shared.show(self.widget, stale > 0)
        waiting = f"{counted(stale, 'posting')} {'was' if stale == 1 else 'were'}"
        put(
            self._says,
            html("<p>{waiting} read before rutkit knew the skills that it knows now.</p>", waiting=waiting),
        )

    def _read(self) -> None:
        from rutkit.steps.market.adding import read_again

        reader, version = reader_of(self._page)
        with self._page.alone():
            roles = self._workbook.all(TargetRole)
        postings = [posting for role in roles for posting in self._page.all_in_parts(Posting, role=role.id)]
        read = read_again(postings, reader, version, told_on(self._page, self._progress))
        with self._page.alone(), self._workbook.batch(f"read {counted(len(read), 'posting')} again"):
            for posting in read:
                self._workbook.update(posting)
