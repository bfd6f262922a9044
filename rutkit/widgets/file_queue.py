"""Files that somebody picked: looked into one after the other, beside the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from rutkit.formatting import counted, join_words
from rutkit.widgets.page import Page

T = TypeVar("T")
U = TypeVar("U")

NAMED = 3
"""Files that are called by their names; of more it is said how many they are."""


class FileQueue(Generic[T]):
    """Takes files in, whenever they arrive, and does one thing at a time with them.

    Args:
        page: the page they were picked on.
        look_into: what comes of the content and the name of one file; done in a thread, see `Page.in_background`.
        gather: takes what came of it, on the page.
        on_work: called when something begins that takes a while.
        on_end: called when all files are looked into.
        on_failure: called when something went wrong that nobody expected.
    """

    def __init__(
        self,
        page: Page,
        *,
        look_into: Callable[[bytes, str], T],
        gather: Callable[[T], object],
        on_work: Callable[[], object],
        on_end: Callable[[], object],
        on_failure: Callable[[], object],
    ) -> None:
        self.names: list[str] = []
        """Of the files that were looked into, or are now."""
        self._page = page
        self._look_into = look_into
        self._gather = gather
        self._on_work = on_work
        self._on_end = on_end
        self._on_failure = on_failure
        self._waiting: list[tuple[bytes, str]] = []
        self._is_at_work = False
        self._forgotten = 0

    def take(self, content: bytes, name: str) -> None:
        """Look into a file, after those that wait already."""
        self._waiting.append((content, name))
        if not self._is_at_work:
            self.go_on()

    def go_on(self) -> bool:
        """Look into the next file, and say whether there is one."""
        if not self._waiting:
            return False
        content, name = self._waiting.pop(0)
        self.names.append(name)
        self.work(lambda: self._look_into(content, name), self._know)
        return True

    def work(self, work: Callable[[], U], then: Callable[[U], object]) -> None:
        """Do something else beside the page while files wait; what comes of it counts unless all is forgotten."""
        self._is_at_work = True
        forgotten = self._forgotten
        self._on_work()

        def end(act: Callable[[], object]) -> None:
            self._is_at_work = False
            if forgotten == self._forgotten:
                act()
            else:
                self.go_on()

        self._page.in_background(
            work,
            lambda outcome: end(lambda: then(outcome)),
            otherwise=lambda: end(self._on_failure),
        )

    def forget(self) -> None:
        """Want nothing any more of what was taken."""
        self._forgotten += 1
        self._waiting.clear()
        self.names.clear()

    def _know(self, outcome: T) -> None:
        self._gather(outcome)
        if not self.go_on():
            self._on_end()


def listed_files(names: Sequence[str]) -> str:
    """The names of files: all of a few, or how many."""
    return join_words([f"“{name}”" for name in names]) if len(names) <= NAMED else counted(len(names), "file")
