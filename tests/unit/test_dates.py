from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rutkit.dates import add_months, monday_of, months_between

days = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@given(days, st.integers(-600, 600))
def test_adding_months_and_counting_them_agree(day: date, count: int) -> None:
    assert months_between(day, add_months(day, count)) == count


@given(days)
def test_a_week_begins_on_the_monday_on_or_before_a_day(day: date) -> None:
    monday = monday_of(day)
    assert monday.isoweekday() == 1
    assert timedelta(0) <= day - monday < timedelta(days=7)
