from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.days import DayOrder, day_order, is_day, read_moment

APRIL_3 = date(2026, 4, 3)


def day_in(text: str, *, day_first: bool = False) -> date | None:
    moment = read_moment(text, day_first=day_first)
    return moment.date() if moment else None


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-03",
        "2026/4/3",
        "2026.04.03",
        "20260403",
        "2026-04-03T10:15:00Z",
        "2026-04-03 10:15:00.123+02:00",
        "3 Apr 2026",
        "3. April 2026",
        "3rd April 2026",
        "03-Apr-2026",
        "Apr 3, 2026",
        "April 3rd 2026",
        "Friday, April 3, 2026",
        "Fri 3 Apr 2026, 10:15",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert day_in(text) == APRIL_3


@pytest.mark.parametrize(
    "text", ["3/4/2026", "03.04.2026", "3.4.26", "3-4-2026", "3. 4. 2026", "3/4/2026 10:15"]
)
def test_day_and_month_come_in_the_order_that_is_given(text: str) -> None:
    assert (day_in(text, day_first=True), day_in(text, day_first=False)) == (APRIL_3, date(2026, 3, 4))


@pytest.mark.parametrize(
    ("clock", "shown"),
    [
        ("14:30", "14:30"),
        ("2:30 PM", "14:30"),
        ("12:05 am", "00:05"),
        ("14:30:59.5", "14:30"),
        ("9:05 a.m.", "09:05"),
    ],
)
def test_a_time_may_follow(clock: str, shown: str) -> None:
    moment = read_moment(f"2026-04-03 {clock}", day_first=False)
    assert moment is not None
    assert f"{moment:%H:%M}" == shown


def test_the_clock_is_kept_as_it_is_written_there() -> None:
    assert read_moment("2026-04-03T23:30:00-08:00", day_first=False) == datetime.fromisoformat(
        "2026-04-03T23:30"
    )


@pytest.mark.parametrize(("digits", "year"), [("26", 2026), ("68", 2068), ("69", 1969)])
def test_two_digits_of_a_year_are_of_this_century_below_69(digits: str, year: int) -> None:
    assert day_in(f"1/1/{digits}") == date(year, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "November 4",
        "2026-02-30",
        "31/31/2026",
        "4 Nov",
        "2026-04-03 25:00",
        "2026-04-03 soon",
        "1.2",
        "Mon",
    ],
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert not is_day(text)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["3/4/2026", "13/4/2026"], DayOrder(day_first=True, certain=True)),
        (["3/4/2026", "3/13/2026"], DayOrder(day_first=False, certain=True)),
        (["3.4.2026", "4.5.2026"], DayOrder(day_first=True, certain=True)),
        (["1/4/2026", "2/4/2026", "1/5/2026"], DayOrder(day_first=True, certain=True)),
        (["4/2/2026", "4/1/2026", "3/9/2026"], DayOrder(day_first=False, certain=True)),
        (["3/4/2026"], DayOrder(day_first=False, certain=False)),
        (["2026-04-03", None, "3/3/2026"], DayOrder(day_first=False, certain=True)),
    ],
)
def test_a_whole_column_shows_the_order_of_day_and_month(cells: list[str | None], order: DayOrder) -> None:
    assert day_order(cells) == order


@given(first=st.dates(date(1970, 1, 1), date(2060, 1, 1)), count=st.integers(13, 60))
def test_a_diary_of_some_weeks_is_never_read_the_wrong_way_round(first: date, count: int) -> None:
    days = [first + timedelta(days=number) for number in range(count)]
    cells = [f"{day:%d/%m/%Y}" for day in days]
    order = day_order(cells)
    assert not order.certain or [day_in(cell, day_first=order.day_first) for cell in cells] == days


@given(st.text(max_size=40), st.booleans())
def test_any_text_is_a_day_or_none(text: str, day_first: bool) -> None:
    read_moment(text, day_first=day_first)


@given(st.datetimes(datetime.fromisoformat("1000-01-01")))
def test_iso_times_are_read_to_the_minute(moment: datetime) -> None:
    assert read_moment(moment.isoformat(), day_first=False) == moment.replace(second=0, microsecond=0)
