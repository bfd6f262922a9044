"""A stopwatch: started and stopped with a button, and seen running."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.markup import Markup, block, html, put, row
from rutkit.widgets.page import Page

TICK_SECONDS = 1.0


class Stopwatch:
    """Counts from its start until it is stopped or reset. It keeps nothing: who needs the time asks for `seconds`.

    Args:
        page: the page it stands on.
        clock: seconds that only ever go up.
    """

    def __init__(self, page: Page, *, clock: Callable[[], float] = monotonic) -> None:
        self._page = page
        self._clock = clock
        self._started: float | None = None
        self._stopped: float | None = None
        self._end_ticking: Callable[[], None] = lambda: None
        self._says = block()
        self._start = button(page, "Start the timer", self.start, Rank.SECOND)
        self._stop = button(page, "Stop the timer", self.stop, Rank.SECOND)
        self.widget = row(self._start, self._stop, self._says, classes=("rutkit-buttons", "rutkit-stopwatch"))
        self._draw()

    @property
    def seconds(self) -> int | None:
        """Whole seconds from its start to its end, or to now; None if it was not started."""
        if self._started is None:
            return None
        return int((self._clock() if self._stopped is None else self._stopped) - self._started)

    @property
    def is_running(self) -> bool:
        """Whether it counts now."""
        return self._started is not None and self._stopped is None

    def start(self) -> None:
        """Count from 0."""
        self._end_ticking()
        self._started, self._stopped = self._clock(), None
        self._end_ticking = self._page.every(TICK_SECONDS, self._draw)
        self._draw()

    def stop(self) -> None:
        """Stop counting; the time stays to be seen."""
        self._end_ticking()
        if self.is_running:
            self._stopped = self._clock()
        self._draw()

    def reset(self) -> None:
        """As if it had never been started."""
        self._end_ticking()
        self._started = self._stopped = None
        self._draw()

    def close(self) -> None:
        """Stop it and take it away."""
        self._end_ticking()
        shared.close(self.widget)

    def _draw(self) -> None:
        seconds = self.seconds
        shared.show(self._start, not self.is_running)
        shared.show(self._stop, self.is_running)
        put(self._says, "" if seconds is None else _shown(seconds))


def _shown(seconds: int) -> Markup:
    minutes, rest = divmod(seconds, 60)
    return html('<span class="rutkit-clock" role="timer">{min}:{sec:02}</span>', min=minutes, sec=rest)
