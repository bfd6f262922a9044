from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rutkit.widgets.file_queue import FileQueue, listed_files
from rutkit.widgets.page import Page


class Asked:
    """A queue of files, and what it did with them."""

    def __init__(self, page: Page) -> None:
        self.gathered: list[bytes] = []
        self.ends = 0
        self.failures = 0
        self.queue: FileQueue[bytes] = FileQueue(
            page,
            look_into=lambda content, name: content.upper(),
            gather=self.gathered.append,
            on_work=lambda: None,
            on_end=self._end,
            on_failure=self._fail,
        )

    def _end(self) -> None:
        self.ends += 1

    def _fail(self) -> None:
        self.failures += 1


class Later:
    """Work that waits until it is told to be done."""

    def __init__(self, page: Page) -> None:
        self._waiting: list[tuple[Callable[[], Any], Callable[[Any], object], Callable[[], object]]] = []
        page.in_background = self._begin  # type: ignore[assignment, method-assign]

    def _begin(self, work: Any, then: Any, *, otherwise: Any) -> None:
        self._waiting.append((work, then, otherwise))

    def do_one(self) -> None:
        work, then, _ = self._waiting.pop(0)
        then(work())

    def fail_one(self) -> None:
        self._waiting.pop(0)[2]()

    @property
    def count(self) -> int:
        return len(self._waiting)


@pytest.fixture
def later(page: Page) -> Later:
    return Later(page)


def test_files_are_looked_into_one_after_the_other_and_then_it_ends_once(page: Page, later: Later) -> None:
    asked = Asked(page)
    asked.queue.take(b"a", "a.csv")
    asked.queue.take(b"b", "b.csv")
    assert later.count == 1

    later.do_one()
    later.do_one()

    assert (asked.gathered, asked.ends, asked.queue.names) == ([b"A", b"B"], 1, ["a.csv", "b.csv"])


def test_a_file_that_arrives_during_other_work_waits_until_it_is_asked_for(page: Page, later: Later) -> None:
    asked = Asked(page)
    went_on: list[bool] = []
    asked.queue.work(lambda: None, lambda _: went_on.append(asked.queue.go_on()))
    asked.queue.take(b"a", "a.csv")
    assert later.count == 1

    later.do_one()
    later.do_one()

    assert (went_on, asked.gathered) == ([True], [b"A"])


def test_what_is_forgotten_while_it_is_read_is_dropped_and_newer_files_follow(
    page: Page, later: Later
) -> None:
    asked = Asked(page)
    asked.queue.take(b"old", "old.csv")
    asked.queue.forget()
    asked.queue.take(b"new", "new.csv")

    later.do_one()
    later.do_one()

    assert (asked.gathered, asked.queue.names) == ([b"NEW"], ["new.csv"])


def test_after_a_failure_files_can_be_taken_again(page: Page, later: Later) -> None:
    asked = Asked(page)
    asked.queue.take(b"a", "a.csv")
    later.fail_one()
    assert asked.failures == 1

    asked.queue.take(b"b", "b.csv")
    later.do_one()
    assert asked.gathered == [b"B"]


def test_a_few_files_are_named_and_many_are_counted() -> None:
    assert listed_files(["a.csv", "b.csv"]) == "“a.csv” and “b.csv”"
    assert listed_files([f"{n}.csv" for n in range(4)]) == "4 files"
