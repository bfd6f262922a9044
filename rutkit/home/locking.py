"""Locking a workbook that has a passphrase: at once, or when nobody has used any of its windows for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from rutkit.preferences import MINUTES, Preferences
from rutkit.widgets.ending import end_all
from rutkit.widgets.page import Page
from rutkit.workbook import PRESENCE

LOOK_SECONDS = 1.0
"""How often a window looks whether it should lock; another window's “Lock now” reaches it within that."""

TELL_SECONDS = 20.0
"""How often at most a window that is used tells the others: each time is a write to the disk."""


class Rest:
    """How long nobody has done anything, on whichever of two clocks says more.

    One of them stands still while the machine sleeps, the other can be set back.
    """

    def __init__(
        self, steady: Callable[[], float] = time.monotonic, wall: Callable[[], float] = time.time
    ) -> None:
        self._steady, self._wall = steady, wall
        self.begin()

    def begin(self) -> None:
        """Somebody did something just now."""
        self._began = self._steady(), self._wall()

    @property
    def seconds(self) -> float:
        """Since somebody last did something."""
        steady, wall = self._began
        return max(self._steady() - steady, self._wall() - wall)


Lock = Callable[[Callable[[], object]], object]
"""Takes the workbook off the page and closes its file; in between, calls what it is given, which tells the others."""


class LockWatch:
    """Calls `lock` when this page of a file with a passphrase is to close, whether or not a browser shows it."""

    def __init__(self, page: Page, lock: Lock, *, make_rest: Callable[[], Rest] = Rest) -> None:
        self._page = page
        self._workbook = page.workbook
        self._lock = lock
        self._seen = page.workbook.presence()
        self._read_choice()
        self._rest = make_rest()
        self._until_told = make_rest()
        self._forget = page.bridge.on_action("lock", page.guard(lambda _: self.lock_all()))
        self._forget_workbook = page.workbook.watch(self._workbook_changed)
        self._end = page.every(LOOK_SECONDS, self.look, unseen=True)

    def close(self) -> None:
        """Watch no longer."""
        end_all(self._end, self._forget, self._forget_workbook)

    def lock_all(self) -> None:
        """Lock every window of this file, at once: this one first, whatever keeps the others from being told."""
        if self._workbook.encrypted:
            self._lock(self._workbook.ask_all_to_lock)

    def look(self) -> None:
        """See what happened here and in other windows, and lock if it is time."""
        is_used = self._page.bridge.take_use()
        if not self._workbook.encrypted:
            self._rest.begin()
            return
        if is_used:
            self._rest.begin()
        is_asked = False
        try:
            is_asked = self._hear_others()
            self._read_choice()
        finally:  # also if the file cannot be read just now
            if is_asked:
                self._lock(_tell_nobody)
            elif self._rest.seconds > self._allowed_seconds:
                self.lock_all()
            elif is_used and self._until_told.seconds > TELL_SECONDS:
                self._tell_others()

    def _hear_others(self) -> bool:
        """See what happened in other windows, and give whether one of them asks this one to lock."""
        before, self._seen = self._seen, self._workbook.presence()
        if self._seen.uses != before.uses:
            self._rest.begin()
        return self._seen.locks > before.locks

    def _read_choice(self) -> None:
        preferences = self._workbook.only(Preferences) or Preferences()
        minutes = MINUTES.get(preferences.lock_after)
        self._allowed_seconds = float("inf") if minutes is None else minutes * 60.0

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        """A file that was restored brings its own numbers: what counts is what happens from now on."""
        if PRESENCE in tables:
            self._seen = self._workbook.presence()

    def _tell_others(self) -> None:
        self._until_told.begin()
        self._workbook.note_use()


def _tell_nobody() -> None:
    """They know."""
