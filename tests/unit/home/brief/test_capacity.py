from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rutkit.home.brief.capacity import HEAVY, USUAL_ACTIONS, VERY_HEAVY, Capacity, Hours, capacity
from rutkit.steps.emotions.records import CheckIn

TODAY = date(2026, 11, 22)


def days(count: int, first: int = 0, **answers: Any) -> list[CheckIn]:
    return [CheckIn(day=TODAY - timedelta(days=first + ago), **answers) for ago in range(count)]


def of(check_ins: list[CheckIn], *hours: Hours) -> Capacity:
    return capacity(check_ins, hours, TODAY)


@pytest.mark.parametrize(
    ("check_ins", "expected"),
    [
        (days(5, stressed=2), (USUAL_ACTIONS, None)),
        (days(5, stressed=3), HEAVY),
        (days(3, stressed=4), VERY_HEAVY),
        (days(5, stressed=1, energy=1), HEAVY),
        (days(2, stressed=4, energy=0), (USUAL_ACTIONS, None)),
        (days(5, first=7, stressed=4), (USUAL_ACTIONS, None)),
    ],
    ids=["usual", "heavy", "very heavy", "without energy", "two days say little", "last week is over"],
)
def test_how_much_a_week_can_take(check_ins: list[CheckIn], expected: tuple[int, int | None]) -> None:
    found = of(check_ins)

    assert (found.actions, found.longest) == expected
    assert bool(found.sentence) == (expected != (USUAL_ACTIONS, None))


def test_a_heavy_week_says_so_with_its_numbers() -> None:
    assert of(days(4, stressed=3)).sentence == (
        "A heavy week (toll 3.0 of 4 on 4 days): fewer things, and small ones."
    )


def test_hours_that_are_left_are_counted_and_used_up_ones_are_said() -> None:
    found = of([], Hours("search", 2.5, 60), Hours("learning", 1, 90))

    assert found.left == {"search": 90, "learning": 0}
    assert (
        found.sentence
        == "This week’s hours for learning (1 hour) are used up, so nothing more of it is asked."
    )


def test_without_a_limit_nothing_is_used_up() -> None:
    assert of([], Hours("search", None, 6000)).allows(600, "search")


def test_who_gave_the_search_no_hours_hears_nothing_of_used_up_ones() -> None:
    found = of([], Hours("search", 0, 0))

    assert found.sentence == ""
    assert not found.allows(1, "search")
