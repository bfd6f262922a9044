from __future__ import annotations

import gc
import os
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import apsw
import ipywidgets as widgets
import pytest
from ipywidgets.widgets import widget as ipywidgets_widget

from rutkit.demo import write_demo
from rutkit.home.locking import TELL_SECONDS, LockWatch, Rest
from rutkit.home.panels import ROUTES
from rutkit.home.records import record_types
from rutkit.home.show import Door, OpenPage
from rutkit.preferences import Preferences
from rutkit.steps.acknowledge.records import Acknowledgement, Situation
from rutkit.storage.errors import DamagedFileError, DiskFullError
from rutkit.widgets.bridge import Bridge
from rutkit.widgets.form import Form
from rutkit.widgets.page import Page
from rutkit.widgets.view import Closable, View
from rutkit.workbook import Presence, Workbook

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

    def _lock(self, tell_others: Callable[[], object]) -> None:
        self.is_locked = True
        tell_others()

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


def test_a_window_that_nobody_uses_locks_also_when_the_file_cannot_be_read(
    open_window: OpenWindow, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()

    def fail() -> Presence:
        raise DamagedFileError("unreadable")

    monkeypatch.setattr(window.workbook, "presence", fail)
    clock.now += 31 * MINUTE
    with pytest.raises(DamagedFileError):
        window.watch.look()

    assert window.is_locked


@pytest.mark.parametrize("asked_before", [0, 3])
def test_going_back_to_a_copy_locks_nothing_and_lock_now_is_heard_afterwards(
    open_window: OpenWindow, tmp_path: Path, asked_before: int
) -> None:
    copy = tmp_path / "copy.rutkit"
    one = open_window()
    for _ in range(asked_before):
        one.workbook.ask_all_to_lock()
    copy.write_bytes(one.workbook.content())
    one.close()
    one.workbook.path.unlink()
    here = open_window()
    here.workbook.ask_all_to_lock()
    here.watch = LockWatch(here.page, here._lock)

    here.workbook.restore(copy)
    here.watch.look()
    assert not here.is_locked

    open_window().workbook.ask_all_to_lock()
    here.watch.look()
    assert here.is_locked


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


def texts_on(door: Door) -> str:
    return "".join(str(getattr(widget, "value", "")) for widget in every(door.widget, widgets.Widget))


@pytest.fixture(autouse=True)
def _no_widget_of_another_test() -> Iterator[None]:
    """What a test that fails leaves open is not seen by the next one; layouts and styles are shared and stay."""
    before = set(ipywidgets_widget._instances)
    yield
    for key in set(ipywidgets_widget._instances) - before:
        if isinstance(ipywidgets_widget._instances[key], widgets.DOMWidget):
            ipywidgets_widget._instances[key].close()


def held_by(widget_ids: Iterable[str]) -> str:
    """What these widgets themselves hold, without what stands in them."""
    alive = [ipywidgets_widget._instances[key] for key in widget_ids]
    return repr([getattr(each, name) for each in alive for name in each.keys if name != "children"])


def assert_locked(door: Door, workbook: Workbook) -> None:
    assert "This workbook is locked" in texts_on(door)
    assert "stecke fest" not in held_by(ipywidgets_widget._instances)
    assert workbook._passphrase is None
    with pytest.raises(apsw.ConnectionClosedError):
        workbook._connection.execute("SELECT 1")


def workbook_of(door: Door) -> Workbook:
    assert door._page is not None
    return door._page.workbook


def test_lock_now_does_not_wait_for_another_program_that_is_busy_with_the_file(
    door: Door, path: Path
) -> None:
    workbook = workbook_of(door)
    with Workbook.open(path, passphrase=PASSPHRASE) as other:
        other._connection.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        lock(door)
        took = time.monotonic() - began
        other._connection.execute("ROLLBACK")

    assert took < 2
    assert_locked(door, workbook)
    assert "could not be told" in texts_on(door)


def open_on_a_full_disk(disk: Path, monkeypatch: pytest.MonkeyPatch) -> Door:
    monkeypatch.setenv("RUTKIT_FILE", str(disk / "me.rutkit"))
    with Workbook.open(disk / "me.rutkit", passphrase=PASSPHRASE) as workbook:
        workbook.add(Acknowledgement(day=date(2026, 1, 2), sentence="Ich stecke fest."))
    door = Door("acknowledge")
    unlock(door)
    room = os.statvfs(disk)
    (disk / "films").write_bytes(bytes(room.f_bavail * room.f_frsize))
    with pytest.raises(DiskFullError):
        use_without_end(workbook_of(door))
    return door


def use_without_end(workbook: Workbook) -> None:
    while True:
        workbook.note_use()


def test_lock_now_locks_while_the_disk_is_full(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    door = open_on_a_full_disk(disk, monkeypatch)
    workbook = workbook_of(door)
    lock(door)
    assert_locked(door, workbook)


def test_a_window_that_nobody_uses_locks_while_the_disk_is_full(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = open_on_a_full_disk(disk, monkeypatch)
    workbook = workbook_of(door)
    watch = watch_of(door)
    watch._rest._began = (watch._rest._began[0] - 31 * MINUTE, watch._rest._began[1])

    watch._page.guard(watch.look)()

    assert_locked(door, workbook)


def watch_of(door: Door) -> LockWatch:
    assert door._page is not None
    return next(part for part in door._page._parts if isinstance(part, LockWatch))


@pytest.mark.parametrize("what", ["watch", "view", "part", "page", "file"])
def test_locking_goes_to_its_end_when_something_fails_to_close(
    door: Door, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    assert door._page is not None
    workbook, view = workbook_of(door), next(part for part in door._page._parts if isinstance(part, View))
    closable: dict[str, Closable] = {
        "watch": watch_of(door),
        "view": view,
        "part": view._parts[0],
        "page": view.page,
        "file": workbook,
    }
    failing = closable[what]
    close = failing.close

    def close_and_fail() -> None:
        close()
        raise ValueError("This did not close")

    monkeypatch.setattr(failing, "close", close_and_fail)
    lock(door)

    assert_locked(door, workbook)


def test_after_locking_no_widget_anywhere_holds_what_the_person_wrote(path: Path) -> None:
    write_demo(path, today=date(2026, 11, 22))
    with Workbook.open(path) as workbook:
        workbook.encrypt(PASSPHRASE)
        written = {
            value
            for record_type in record_types()
            for record in workbook.all(record_type)
            for value in record.model_dump(exclude={"id"}).values()
            if isinstance(value, str) and len(value) > LONGEST_COMMON_WORDS
        }
    before = set(ipywidgets_widget._instances)
    door = Door(None)
    unlock(door)
    (bridge,) = every(door.widget, Bridge)

    def held() -> set[str]:
        states = held_by(ipywidgets_widget._instances.keys() - before)
        return {text for text in written if text in states}

    for slug in ROUTES:
        bridge.route = slug
    assert len(held()) > 100

    lock(door)
    assert held() == set()


LONGEST_COMMON_WORDS = len("the workbook")
"""Shorter texts stand on the question for the passphrase as well, or in what every widget says of itself."""


def test_a_page_of_a_workbook_that_a_notebook_opened_offers_no_lock(path: Path) -> None:
    with Workbook.open(path, passphrase=PASSPHRASE) as workbook:
        page = OpenPage(workbook, None)
        (bridge,) = every(page.widget, Bridge)
        bridge.route = "workbook"
        said = "".join(str(getattr(widget, "value", "")) for widget in every(page.widget, widgets.Widget))
        assert "Lock now" not in said
        page.close()
