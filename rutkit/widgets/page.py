"""One page on the screen: the workbook it shows, the bridge to the browser, and what every part of it shares."""

from __future__ import annotations

import asyncio
import logging
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from rutkit.chart import DARK, LIGHT, Palette
from rutkit.errors import RutkitError
from rutkit.records import Record
from rutkit.widgets import shared
from rutkit.widgets.bridge import Bridge
from rutkit.widgets.ending import end_all
from rutkit.widgets.notice import NoticeBoard
from rutkit.widgets.places import Places
from rutkit.widgets.status import Status

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R", bound=Record)

POLL_SECONDS = 0.7
"""How often a page looks for what other windows saved; the promise is that it shows within two seconds."""

HEAVY_MODULES = ("pandas", "plotly.graph_objects", "icalendar")
"""What charts and calendar files need and forms do not; read in a thread of its own once the form can be used."""

AT_ONCE = 500
"""Records that a thread reads in one go; between two of these the page answers."""

log = logging.getLogger("rutkit")


class Page:
    """What the parts of one page share.

    Everything that the browser or a timer starts passes through `guard`: one thing at a time, since JupyterLab may
    answer a widget in a thread of its own, and never an error that only a log sees.
    """

    def __init__(
        self, workbook: Workbook, *, today: Callable[[], date] = date.today, locks: bool = False
    ) -> None:
        self.workbook = workbook
        self._locks = locks
        self.today = today
        self.bridge = Bridge(layout=shared.layout())
        self.notices = NoticeBoard()
        self.status = Status()
        self.places = Places()
        self._lock = threading.RLock()
        self._loop = _running_loop()
        self._ready_callbacks: list[Callable[[], None]] = []
        self.is_ready = self._loop is None
        """True once the forms can be used and what charts need has been imported."""
        self._closed = False
        self._day = today()
        self._new_day_callbacks: list[Callable[[], None]] = []
        self.bridge.on_first_sign(self.guard(self._begin))
        self.bridge.on_action("put-notices-away", self.guard(lambda _: self.notices.put_away()))
        self.bridge.on_action("undo", self.guard(lambda _: self.undo()))
        self.bridge.on_action(
            "open-place", self.guard(lambda sent: self.places.open(sent["table"], sent["id"]))
        )
        self.bridge.on_action("copied", self.guard(lambda _: self.status.copied()))
        self._forget_workbook = workbook.watch(self.guard(self._workbook_changed))
        self._workbook_changed(frozenset())

    @property
    def palette(self) -> Palette:
        """The colours for charts in the theme that the browser shows now."""
        return DARK if self.bridge.theme == "dark" else LIGHT

    @property
    def can_lock(self) -> bool:
        """Whether the file has a passphrase, and something here closes it until that is typed again."""
        return self._locks and self.workbook.encrypted

    @property
    def currency(self) -> str:
        """The currency of every amount in this workbook."""
        return self.workbook.currency

    def guard(self, callback: Callable[P, object]) -> Callable[P, None]:
        """The same callback, one at a time, with its errors shown on the page."""

        @wraps(callback)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
            with self._lock:
                if self._closed:
                    return
                try:
                    callback(*args, **kwargs)
                except Exception as error:
                    _log_place_of(error)
                    self.notices.show_error(error)

        return guarded

    def soon(self, callback: Callable[[], object], delay: float = 0.0) -> None:
        """Call `callback` after `delay` seconds; at once where no event loop runs, as in a plain script."""
        guarded = self.guard(callback)
        if self._loop is None:
            guarded()
        else:
            self._loop.call_soon_threadsafe(self._loop.call_later, delay, guarded)

    def once_a_burst(self, callback: Callable[[], object], delay: float) -> Callable[[], None]:
        """A function that has `callback` called after `delay` seconds: once, however often it is called until then."""
        is_waiting = False

        def call() -> None:
            nonlocal is_waiting
            is_waiting = False
            callback()

        def ask() -> None:
            nonlocal is_waiting
            if not is_waiting:
                is_waiting = True
                self.soon(call, delay)

        return ask

    def every(
        self, seconds: float, callback: Callable[[], object], *, unseen: bool = False
    ) -> Callable[[], None]:
        """Call `callback` every so many seconds while a browser shows the page, and again once one does so again.

        With `unseen` also while none does. Returns what ends it. Where no event loop runs, it is never called.
        """
        guarded, is_over = self.guard(callback), False

        def tick() -> None:
            if is_over or self._closed or self._loop is None:
                return
            if unseen or self.bridge.is_seen:
                guarded()
            self._loop.call_later(seconds, tick)

        def end() -> None:
            nonlocal is_over
            is_over = True

        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._loop.call_later, seconds, tick)
        return end

    def in_background(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        *,
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """Do long `work` in a thread of its own while the page stays alive, and hand what comes of it to `then`.

        `work` may use the workbook only within `alone`, and no widget. Its errors are shown on the page, and
        `otherwise` is called. Where no event loop runs, as in a plain script, it is done at once.
        """

        @self.guard
        def fail(error: Exception) -> None:
            otherwise()
            raise error

        def run() -> None:
            try:
                result = work()
            except Exception as error:
                self._hand_over(fail, error)
            else:
                self._hand_over(self.guard(then), result)

        if self._loop is None:
            run()
        else:
            # Nobody waits for it when the page is gone.
            threading.Thread(target=run, daemon=True).start()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep the page's callbacks waiting for a moment, so that a thread may use the workbook. Be brief."""
        with self._lock:
            yield

    def all_in_parts(self, record_type: type[R], **equals: Any) -> list[R]:
        """All records whose fields have these values, oldest first; for a thread, while the page stays alive."""
        return sorted(self.in_parts(record_type, **equals), key=attrgetter("created_at"))

    def in_parts(self, record_type: type[R], **equals: Any) -> Iterator[R]:
        """The same one after the other as they were saved, for those of which not all is to be kept."""
        last = 0
        while True:
            with self.alone():
                part = self.workbook.part(record_type, after=last, limit=AT_ONCE, **equals)
            if not part.records:
                return
            yield from part.records
            last = part.last

    def _hand_over(self, callback: Callable[[T], None], value: T) -> None:
        if self._loop is None:
            callback(value)
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(callback, value)

    def when_ready(self, callback: Callable[[], object]) -> None:
        """Call `callback` once the forms can be used and what charts need has been imported."""
        if self.is_ready:
            self.soon(callback)
        else:
            self._ready_callbacks.append(self.guard(callback))

    def on_new_day(self, callback: Callable[[], object]) -> Callable[[], None]:
        """Call `callback` when `today` has moved on while the page is open. Returns what ends that."""
        guarded = self.guard(callback)
        self._new_day_callbacks.append(guarded)
        return lambda: self._new_day_callbacks.remove(guarded)

    def look_around(self) -> None:
        """See what other windows saved, and whether a new day has begun."""
        self.workbook.poll()
        if self.today() != self._day:
            self._day = self.today()
            for callback in tuple(self._new_day_callbacks):
                callback()

    def undo(self) -> None:
        """Take back the last change and say what it was."""
        change = self.workbook.undo()
        self.status.undone(change.label)

    def close(self) -> None:
        """Stop listening; the workbook stays open, since it is not the page's own."""
        self._closed = True
        end_all(
            self._forget_workbook,
            lambda: shared.close(self.bridge, self.status.widget, self.notices.widget),
        )

    def _begin(self) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._start_timers)

    def _start_timers(self) -> None:
        assert self._loop is not None
        self._loop.call_later(POLL_SECONDS, self._poll)
        reading = self._loop.run_in_executor(None, _import_heavy_modules)
        reading.add_done_callback(lambda _: self._become_ready())

    def _become_ready(self) -> None:
        assert self._loop is not None
        self.is_ready = True
        callbacks, self._ready_callbacks = self._ready_callbacks, []
        for callback in callbacks:
            self._loop.call_soon(callback)  # one at a time: what is typed meanwhile is heard in between

    def _poll(self) -> None:
        if self._closed or self._loop is None:
            return
        # Not while a thread uses the workbook: waiting here, the page would give no sign of life.
        if self.bridge.is_seen and self._lock.acquire(blocking=False):
            try:
                self.guard(self.look_around)()
            finally:
                self._lock.release()
        self._loop.call_later(POLL_SECONDS, self._poll)

    def _workbook_changed(self, _tables: frozenset[str]) -> None:
        self.status.show_undo(self.workbook.last_change())
        for sentence in self.workbook.notices:
            self.notices.show_unless_read(sentence)


def _log_place_of(error: Exception) -> None:
    """Leave where an error came from in the log, and nothing of what it says: that may be the person's own words."""
    if not isinstance(error, RutkitError):
        place = "".join(traceback.format_tb(error.__traceback__))
        log.error("A callback failed: %s\n%s", type(error).__name__, place)


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _import_heavy_modules() -> None:
    for name in HEAVY_MODULES:
        import_module(name)
