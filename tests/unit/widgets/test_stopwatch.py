from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rutkit.widgets.page import Page
from rutkit.widgets.stopwatch import Stopwatch
from rutkit.workbook import Workbook


class Clock:
    """A clock that is turned by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def stopwatch(clock: Callable[[], float]) -> Stopwatch:
    with Workbook.temporary() as workbook:
        return Stopwatch(Page(workbook, today=lambda: date(2026, 11, 22)), clock=clock)


def shown(stopwatch: Stopwatch) -> str:
    return str(stopwatch.widget.children[-1].value)


def test_before_its_start_there_is_no_time(stopwatch: Stopwatch) -> None:
    assert stopwatch.seconds is None
    assert shown(stopwatch) == ""


def test_it_counts_whole_seconds_from_its_start(stopwatch: Stopwatch, clock: Clock) -> None:
    stopwatch.start()
    clock.now += 75.9
    assert stopwatch.seconds == 75


def test_stopped_it_shows_the_time_it_ran(stopwatch: Stopwatch, clock: Clock) -> None:
    stopwatch.start()
    clock.now += 75
    stopwatch.stop()
    clock.now += 60
    assert stopwatch.seconds == 75
    assert "1:15" in shown(stopwatch)


def test_stopping_twice_changes_nothing(stopwatch: Stopwatch, clock: Clock) -> None:
    stopwatch.start()
    clock.now += 5
    stopwatch.stop()
    clock.now += 5
    stopwatch.stop()
    assert stopwatch.seconds == 5


def test_started_again_it_begins_at_nothing(stopwatch: Stopwatch, clock: Clock) -> None:
    stopwatch.start()
    clock.now += 75
    stopwatch.start()
    assert stopwatch.seconds == 0


def test_reset_it_forgets(stopwatch: Stopwatch) -> None:
    stopwatch.start()
    stopwatch.reset()
    assert stopwatch.seconds is None
    assert not stopwatch.is_running
