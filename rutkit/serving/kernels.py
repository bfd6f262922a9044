"""Which kernel is whose, and how many people are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from rutkit.serving.audience import Capacity


@dataclass(frozen=True)
class Absence:
    """Somebody was there, and is not any more."""

    seconds: float
    """Since it was noticed."""
    said_goodbye: bool
    """Whether the page was closed; if not, its connection was lost."""


class FullError(Exception):
    """There is no room for one more person."""


class TooManyPagesError(Exception):
    """This person has as many pages open as one may have."""


class Holders:
    """Who holds which kernel. A kernel that nobody holds, such as one that waits ready, is nobody's to reach.

    Args:
        capacity: how many people, and how many pages for each.
        running: the kernels that there are.
        clock: a clock that is never set back, in seconds.
    """

    def __init__(
        self, capacity: Capacity, running: Container[str], clock: Callable[[], float] = monotonic
    ) -> None:
        self._clock = clock
        self._capacity = capacity
        self._running = running
        self._holder: dict[str, str] = {}
        self._coming: Counter[str] = Counter()
        self._known: dict[str, float | None] = {}
        """Everybody who was there, and since when they are not."""
        self._said_goodbye: set[str] = set()

    def holds(self, name: str, kernel_id: str) -> bool:
        """Whether this person may reach this kernel."""
        return self._holder.get(kernel_id) == name and kernel_id in self._running

    def leave(self, kernel_id: str) -> None:
        """The page of this kernel was closed."""
        name = self._holder.pop(kernel_id, None)
        if name is not None:
            self._said_goodbye.add(name)

    def absences(self) -> dict[str, Absence]:
        """Everybody who was there and is not now."""
        present, now = self._present(), self._clock()
        for name, since in self._known.items():
            self._known[name] = None if name in present else (since or now)
        return {
            name: Absence(now - since, name in self._said_goodbye)
            for name, since in self._known.items()
            if since is not None
        }

    def forget(self, name: str) -> None:
        """Nothing of this person is here any more."""
        self._known.pop(name, None)
        self._said_goodbye.discard(name)

    @contextmanager
    def entering(self, name: str) -> Iterator[Callable[[str], None]]:
        """Keep a place for a page on its way. What comes back is to be told the page's kernel.

        Raises:
            FullError: there is no room.
            TooManyPagesError: this person has enough of them.
        """
        self._refuse_if_full(name)
        self._coming[name] += 1
        self._known[name] = None
        self._said_goodbye.discard(name)
        has_kernel = False

        def take(kernel_id: str) -> None:
            nonlocal has_kernel
            self._holder[kernel_id] = name
            if not has_kernel:
                self._coming[name] -= 1
            has_kernel = True

        try:
            yield take
        finally:
            if not has_kernel:
                self._coming[name] -= 1

    def _refuse_if_full(self, name: str) -> None:
        people, pages = self._capacity.people, self._capacity.pages_each
        present = self._present()
        if people is not None and name not in present and len(present) >= people:
            raise FullError
        if pages is not None and present[name] >= pages:
            raise TooManyPagesError

    def _present(self) -> Counter[str]:
        """The pages of everybody who is there."""
        for kernel_id in [each for each in self._holder if each not in self._running]:
            del self._holder[kernel_id]
        return +(self._coming + Counter(self._holder.values()))
