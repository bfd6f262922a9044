from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rutkit.widgets.newest_work import NewestWork
from rutkit.widgets.page import Page


@pytest.fixture
def ends(page: Page, monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """What ends each piece of work, in the order in which they were begun."""
    found: list[Callable[[], object]] = []

    def in_background(work: Callable[[], Any], then: Callable[[Any], object], **_: object) -> None:
        found.append(lambda: then(work()))

    monkeypatch.setattr(page, "in_background", in_background)
    return found


def test_older_work_that_ends_last_is_dropped(page: Page, ends: list[Callable[[], object]]) -> None:
    outcomes: list[str] = []
    newest = NewestWork(page)
    newest.begin(lambda: "old", outcomes.append)
    newest.begin(lambda: "new", outcomes.append)

    for end in reversed(ends):
        end()

    assert outcomes == ["new"]


def test_nothing_comes_of_work_that_nobody_wants_any_more(
    page: Page, ends: list[Callable[[], object]]
) -> None:
    outcomes: list[str] = []
    newest = NewestWork(page)
    newest.begin(lambda: "old", outcomes.append)
    newest.drop()

    ends[0]()

    assert outcomes == []


def test_work_that_fails_is_given_up(page: Page) -> None:
    given_up: list[str] = []

    def fail() -> None:
        raise ValueError

    NewestWork(page).begin(fail, print, otherwise=lambda: given_up.append("this"))

    assert given_up == ["this"]
