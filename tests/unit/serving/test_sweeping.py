from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rutkit.serving.application import LEFT_SECONDS, LOST_SECONDS, Sweeper
from rutkit.serving.audience import Capacity, Visitors
from rutkit.serving.kernels import Holders
from rutkit.serving.scratch import Scratch


class Workshop:
    """A server for visitors without a server."""

    def __init__(self, scratch: Scratch) -> None:
        self.now = 100.0
        self.running: set[str] = set()
        self.visitors = Visitors(scratch.visitors, Capacity(), 300)
        self.holders = Holders(Capacity(), self.running, lambda: self.now)
        self.sweeper = Sweeper(scratch, self.holders, self.running, self.visitors)

    def open(self, name: str, kernel_id: str) -> Path:
        """Somebody opens a page, which makes their file."""
        with self.holders.entering(name) as take:
            self.running.add(kernel_id)
            take(kernel_id)
        place = self.visitors.place(name)
        place.mkdir(exist_ok=True)
        (place / "workbook.rutkit").touch()
        return place

    def wait(self, seconds: float) -> None:
        self.sweeper.sweep()
        self.now += seconds
        self.sweeper.sweep()


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    scratch = Scratch(tmp_path)
    yield Workshop(scratch)
    scratch.close()


def test_what_a_visitor_wrote_goes_soon_after_they_close_the_page(workshop: Workshop) -> None:
    place = workshop.open("ada", "1")
    workshop.holders.leave("1")
    workshop.wait(LEFT_SECONDS)
    assert place.exists()
    workshop.wait(1)
    assert not place.exists()


def test_after_a_kernel_was_killed_it_stays_for_a_few_minutes_and_then_goes(workshop: Workshop) -> None:
    place = workshop.open("ada", "1")
    workshop.running.clear()
    workshop.wait(LOST_SECONDS)
    assert place.exists()
    workshop.wait(1)
    assert not place.exists()


def test_as_long_as_a_page_is_open_it_stays(workshop: Workshop) -> None:
    place = workshop.open("ada", "1")
    workshop.open("ada", "2")
    workshop.holders.leave("2")
    workshop.wait(LOST_SECONDS * 100)
    assert place.exists()


def test_a_visitor_who_comes_back_in_time_finds_it(workshop: Workshop) -> None:
    place = workshop.open("ada", "1")
    workshop.holders.leave("1")
    workshop.wait(LEFT_SECONDS - 1)
    workshop.open("ada", "2")
    workshop.wait(LOST_SECONDS * 100)
    assert place.exists()


def test_others_keep_theirs(workshop: Workshop) -> None:
    workshop.open("ada", "1")
    place = workshop.open("bob", "2")
    workshop.holders.leave("1")
    workshop.wait(LEFT_SECONDS + 1)
    assert place.exists()
