"""Locking a workbook that has a passphrase: at once, or when nobody has used any of its windows for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from rutkit.preferences import MINUTES, Preferences
from rutkit.widgets.page import Page

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


class LockWatch:
    """Calls `lock` when this page of a file with a passphrase is to close, whether or not a browser shows it."""

    def __init__(
        self, page: Page, lock: Callable[[], object], *, make_rest: Callable[[], Rest] = Rest
    ) -> None:
        self._page = page
        self._workbook = page.workbook
        self._lock = lock
        self._seen = page.workbook.presence()
        self._rest = make_rest()
        self._until_told = make_rest()
        self._forget = page.bridge.on_action("lock", page.guard(lambda _: self.lock_all()))
        self._end = page.every(LOOK_SECONDS, self.look, unseen=True)

    def close(self) -> None:
        """Watch no longer."""
        self._end()
        self._forget()

    def lock_all(self) -> None:
        """Lock every window of this file, at once."""
        if self._workbook.encrypted:
            self._workbook.ask_all_to_lock()
            self._lock()

    def look(self) -> None:
        """See what happened here and in other windows, and lock if it is time."""
        is_used = self._page.bridge.take_use()
        if not self._workbook.encrypted:
            self._rest.begin()
            return
        before, self._seen = self._seen, self._workbook.presence()
        if is_used or self._seen.uses != before.uses:
            self._rest.begin()
        if self._seen.locks > before.locks:
            self._lock()
        elif self._rest.seconds > self._allowed_seconds():
            self.lock_all()
        elif is_used and self._until_told.seconds > TELL_SECONDS:
            self._tell_others()

    def _tell_others(self) -> None:
        self._until_told.begin()
        self._workbook.note_use()

    def _allowed_seconds(self) -> float:
        preferences = self._workbook.only(Preferences) or Preferences()
        minutes = MINUTES.get(preferences.lock_after)
        return float("inf") if minutes is None else minutes * 60.0
