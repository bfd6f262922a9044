from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.dates import add_months, monday_of, months_between, partial_date, write_partial_date

days = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@given(days, st.integers(-600, 600))
def test_adding_months_and_counting_them_agree(day: date, count: int) -> None:
    assert months_between(day, add_months(day, count)) == count


@given(days)
def test_a_week_begins_on_the_monday_on_or_before_a_day(day: date) -> None:
    monday = monday_of(day)
    assert monday.isoweekday() == 1
    assert timedelta(0) <= day - monday < timedelta(days=7)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2014", "2014"),
        ("2014-6", "2014-06"),
        ("06/2014", "2014-06"),
        ("Jun 2014", "2014-06"),
        ("June 29, 2014", "2014-06-29"),
        ("29 June 2014", "2014-06-29"),
        ("2014-06-29T00:00:00Z", "2014-06-29"),
    ],
)
def test_a_date_is_known_as_far_as_it_is_written(text: str, known: str) -> None:
    assert partial_date(text) == known


@pytest.mark.parametrize("text", ["", "present", "2014-13", "2014-02-30", "0314", "Smarch 2014"])
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert partial_date(text) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from((4, 7, 10)))
def test_a_date_that_was_written_can_be_read_again(day: date, length: int) -> None:
    known = day.isoformat()[:length]
    assert partial_date(write_partial_date(known)) == known
