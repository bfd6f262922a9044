from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from rutkit.home.locking import TELL_SECONDS, LockWatch, Rest
from rutkit.home.show import Door
from rutkit.preferences import Preferences
from rutkit.steps.acknowledge.records import Acknowledgement, Situation
from rutkit.widgets.bridge import Bridge
from rutkit.widgets.form import Form
from rutkit.widgets.page import Page
from rutkit.widgets.view import View
from rutkit.workbook import Workbook

PASSPHRASE = "sesame"
MINUTE = 60.0


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Window:
    """A window of the file, which notes when it locked."""

    def __init__(self, path: Path, clock: Clock, passphrase: str | None = PASSPHRASE) -> None:
        self.workbook = Workbook.open(path, passphrase=passphrase)
        self.page = Page(self.workbook)
        self.is_locked = False
        self.watch = LockWatch(self.page, self._lock, make_rest=lambda: Rest(clock, clock))

    def use(self) -> None:
        """Somebody types or clicks."""
        self.page.bridge._receive(None, {"type": "ping", "used": True}, [])

    def _lock(self) -> None:
        self.is_locked = True

    def close(self) -> None:
        self.watch.close()
        self.page.close()
        self.workbook.close()


OpenWindow = Callable[..., Window]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RUTKIT_FILE", str(tmp_path / "me.rutkit"))
    return tmp_path / "me.rutkit"


@pytest.fixture
def open_window(path: Path, clock: Clock) -> Iterator[OpenWindow]:
    windows: list[Window] = []

    def open_(**how: Any) -> Window:
        windows.append(Window(path, clock, **how))
        return windows[-1]

    yield open_
    for window in windows:
        window.close()


def test_a_window_that_nobody_uses_locks_after_the_time_that_was_chosen(
    open_window: OpenWindow, clock: Clock
) -> None:
    window = open_window()
    window.workbook.put(Preferences(lock_after="5 minutes"))

    clock.now += 5 * MINUTE
    window.watch.look()
    assert not window.is_locked

    clock.now += 1
    window.watch.look()
    assert window.is_locked


def test_it_locks_after_half_an_hour_unless_another_time_was_chosen(
    open_window: OpenWindow, clock: Clock
) -> None:
    window = open_window()
    clock.now += 30 * MINUTE + 1
    window.watch.look()
    assert window.is_locked


def test_never_means_never(open_window: OpenWindow, clock: Clock) -> None:
    window = open_window()
    window.workbook.put(Preferences(lock_after="never"))
    clock.now += 10_000 * MINUTE
    window.watch.look()
    assert not window.is_locked


def test_typing_or_clicking_begins_the_time_anew(open_window: OpenWindow, clock: Clock) -> None:
    window = open_window()
    for _ in range(5):
        clock.now += 20 * MINUTE
        window.use()
        window.watch.look()
    assert not window.is_locked


def test_a_sign_of_life_alone_is_no_use(open_window: OpenWindow, clock: Clock) -> None:
    window = open_window()
    clock.now += 31 * MINUTE
    window.page.bridge._receive(None, {"type": "ping", "used": False}, [])
    window.watch.look()
    assert window.is_locked


def test_a_window_stays_open_while_another_one_is_used(open_window: OpenWindow, clock: Clock) -> None:
    used, behind = open_window(), open_window()
    for _ in range(5):
        clock.now += 20 * MINUTE
        used.use()
        used.watch.look()
        behind.watch.look()
    assert not behind.is_locked


def test_steady_use_is_told_to_the_others_now_and_then(open_window: OpenWindow, clock: Clock) -> None:
    window = open_window()
    before = window.workbook.presence().uses
    for _ in range(100):
        clock.now += TELL_SECONDS / 10
        window.use()
        window.watch.look()
    assert 9 <= window.workbook.presence().uses - before <= 10


def test_lock_now_locks_every_window_of_the_file(open_window: OpenWindow) -> None:
    one, other = open_window(), open_window()

    one.page.bridge._receive(None, {"type": "action", "action": "lock"}, [])
    other.watch.look()

    assert one.is_locked
    assert other.is_locked


def test_a_window_that_is_opened_afterwards_stays_open(open_window: OpenWindow) -> None:
    open_window().watch.lock_all()
    afterwards = open_window()
    afterwards.watch.look()
    assert not afterwards.is_locked


def test_a_workbook_without_a_passphrase_never_locks(open_window: OpenWindow, clock: Clock) -> None:
    window = open_window(passphrase=None)
    clock.now += 10_000 * MINUTE
    window.watch.look()
    window.watch.lock_all()
    assert not window.is_locked


def test_rest_counts_while_the_machine_sleeps_and_when_the_clock_is_set_back() -> None:
    steady, wall = Clock(), Clock()
    rest = Rest(steady, wall)
    wall.now += 100
    assert rest.seconds == 100
    steady.now += 50
    wall.now -= 5_000
    assert rest.seconds == 50


# --- what is left of a page that locks ----------------------------------------------------------------------------


def every(root: Any, kind: type[Any]) -> Iterator[Any]:
    if isinstance(root, kind):
        yield root
    for child in getattr(root, "children", ()):
        yield from every(child, kind)


def lock(door: Door) -> None:
    (bridge,) = every(door.widget, Bridge)
    bridge._receive(None, {"type": "action", "action": "lock"}, [])


def unlock(door: Door) -> None:
    (field,) = every(door.widget, widgets.Password)
    (button,) = every(door.widget, widgets.Button)
    field.value = PASSPHRASE
    button.click()


@pytest.fixture
def door(path: Path) -> Iterator[Door]:
    """A page of a workbook that has a passphrase and something in it, unlocked."""
    with Workbook.open(path, passphrase=PASSPHRASE) as workbook:
        workbook.add(Acknowledgement(day=date(2026, 1, 2), sentence="Ich stecke fest."))
    door = Door("acknowledge")
    unlock(door)
    yield door
    if door._page:
        door._page.close()
        door._page.workbook.close()


def test_locking_leaves_nothing_on_the_page_but_the_question(door: Door) -> None:
    lock(door)

    texts = "".join(str(getattr(widget, "value", "")) for widget in every(door.widget, widgets.Widget))
    assert "stecke fest" not in texts
    assert "This workbook is locked" in texts


def test_locking_closes_every_widget_that_was_there(door: Door) -> None:
    before = [widget for widget in every(door.widget, widgets.Widget) if widget is not door.widget]
    lock(door)
    assert [widget for widget in before if widget.comm is not None] == []


def test_locking_forgets_the_workbook_and_its_passphrase(door: Door) -> None:
    assert door._page is not None
    workbook = door._page.workbook
    lock(door)
    assert workbook._passphrase is None
    gone = weakref.ref(workbook)
    del workbook
    gc.collect()
    assert gone() is None


def situation(door: Door) -> Form[Situation]:
    assert door._page is not None
    parts = [part for view in door._page._parts if isinstance(view, View) for part in view._parts]
    return next(part for part in parts if isinstance(part, Form) and part.record_type is Situation)


def test_what_was_half_typed_is_there_after_unlocking(door: Door) -> None:
    situation(door).fields["hours_a_week"].control.set("a few, perh")

    lock(door)
    unlock(door)

    assert situation(door).fields["hours_a_week"].raw == "a few, perh"


def test_a_wrong_passphrase_keeps_it_locked(door: Door) -> None:
    lock(door)
    (field,) = every(door.widget, widgets.Password)
    (button,) = every(door.widget, widgets.Button)
    field.value = "open up"
    button.click()
    assert list(every(door.widget, widgets.Password))
