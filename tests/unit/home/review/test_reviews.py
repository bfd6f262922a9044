from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.home.records import WeeklyReview
from rutkit.home.review.reviews import LONGEST_SCREEN, gone_on, habit, in_time, of_week, waits

MONDAY = date(2026, 11, 16)
FRIDAY = MONDAY + timedelta(days=4)


def review(week: date, finished: date | None = None, seconds: int = 300) -> WeeklyReview:
    return WeeklyReview(week=week, finished=finished, seconds=seconds)


@pytest.mark.parametrize(
    ("days_later", "expected"), [(0, False), (2, False), (5, False), (6, True), (7, True), (30, True)]
)
def test_a_review_waits_from_the_sixth_day_after_the_last_one(days_later: int, expected: bool) -> None:
    assert waits([review(MONDAY, FRIDAY)], FRIDAY + timedelta(days=days_later)) is expected


def test_a_second_review_within_a_week_does_not_wait() -> None:
    assert not waits([review(MONDAY, MONDAY)], MONDAY + timedelta(days=6))


def test_the_first_review_waits_at_once_and_one_that_was_begun_goes_on_waiting() -> None:
    assert waits([], FRIDAY)
    assert waits([review(MONDAY)], FRIDAY)


def test_this_week_s_review_is_found_by_its_monday() -> None:
    this, last = review(MONDAY), review(MONDAY - timedelta(weeks=1))

    assert of_week([last, this], FRIDAY) == this
    assert of_week([last], FRIDAY) is None


def test_a_screen_is_kept_with_its_time() -> None:
    after = gone_on(
        gone_on(review(MONDAY, seconds=0), "days", 12.4, is_skipped=False), "people", 3, is_skipped=True
    )

    assert (after.walked, after.skipped, after.seconds) == (("days",), ("people",), 15)


def test_a_page_left_open_does_not_count_for_hours() -> None:
    assert gone_on(review(MONDAY, seconds=0), "days", 20_000, is_skipped=False).seconds == LONGEST_SCREEN


def test_weeks_in_a_row_end_at_the_first_gap() -> None:
    weeks = [MONDAY - timedelta(weeks=back) for back in (0, 1, 3)]
    found = habit([*(review(week, week) for week in weeks), review(MONDAY - timedelta(weeks=2))])

    assert found.in_a_row == 2
    assert found.sentence == "3 reviews so far, 5 min in the middle (n = 3); 2 weeks in a row."


@pytest.mark.parametrize(("seconds", "said"), [(9, "9 s"), (60, "1 min"), (250, "4 min 10 s")])
def test_a_time_is_said_as_people_do(seconds: int, said: str) -> None:
    assert in_time(seconds) == said
