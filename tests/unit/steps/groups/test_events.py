from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from rutkit.exchange.timing import Timing
from rutkit.steps.groups.events import (
    appointments,
    calendar_events,
    is_over_and_over,
    read_starts,
    timing_of,
    without,
    written_starts,
)
from rutkit.steps.groups.records import Group, GroupEvent

TUESDAY = date(2026, 11, 3)


def event(**fields: Any) -> GroupEvent:
    return GroupEvent(**{"title": "Evening", "day": TUESDAY, "at": "18:30", "minutes": 120, **fields})


def days(*events: GroupEvent, last: date = date(2027, 3, 1)) -> list[date]:
    return [each.occurrence.day for each in appointments(events, TUESDAY, last)]


def test_an_event_with_a_time_is_on_the_clock_of_its_zone() -> None:
    assert timing_of(event(zone="europe/berlin")) == Timing(
        datetime(2026, 11, 3, 18, 30),  # noqa: DTZ001
        timedelta(hours=2),
        "Europe/Berlin",
    )


@pytest.mark.parametrize("zone", ["", "Mars/Olympus"])
def test_without_a_zone_that_is_known_a_time_is_the_persons_own(zone: str) -> None:
    assert timing_of(event(zone=zone)).zone == ""


@pytest.mark.parametrize(("minutes", "lasts"), [(90, 1), (1_440, 1), (4_320, 3)])
def test_an_event_without_a_time_takes_whole_days(minutes: int, lasts: int) -> None:
    assert timing_of(event(at="", minutes=minutes)) == Timing(TUESDAY, timedelta(days=lasts))


@pytest.mark.parametrize(
    ("repeats", "second"),
    [
        ("every week", date(2026, 11, 10)),
        ("every two weeks", date(2026, 11, 17)),
        ("every month on this date", date(2026, 12, 3)),
        ("every month on this weekday", date(2026, 12, 1)),
    ],
)
def test_an_event_comes_back_as_it_says(repeats: str, second: date) -> None:
    assert days(event(repeats=repeats))[1] == second


def test_a_fifth_weekday_is_the_last_one_of_its_month() -> None:
    last_tuesday = event(day=date(2026, 3, 31), repeats="every month on this weekday")
    assert timing_of(last_tuesday).repeats == "FREQ=MONTHLY;BYDAY=-1TU"


def test_a_series_ends_on_its_last_day() -> None:
    assert days(event(repeats="every week", until=date(2026, 11, 17)))[-1] == date(2026, 11, 17)


def test_an_event_of_somebodys_calendar_comes_back_by_its_rule() -> None:
    assert len(days(event(repeats="as its calendar says", rule="FREQ=DAILY;COUNT=4"))) == 4


def test_an_event_whose_rule_cannot_be_read_takes_place_once() -> None:
    assert days(event(repeats="as its calendar says", rule="nonsense")) == [TUESDAY]


def test_a_declined_event_does_not_take_place_here() -> None:
    assert days(event(going="no")) == []


def test_events_stand_in_the_order_of_their_times() -> None:
    found = appointments([event(title="Late"), event(title="Early", at="8:00")], TUESDAY, TUESDAY)
    assert [(each.title, each.occurrence.clock) for each in found] == [
        ("Early", time(8)),
        ("Late", time(18, 30)),
    ]


def test_one_time_of_a_series_can_be_left_out() -> None:
    weekly = event(repeats="every week")
    second = appointments([weekly], TUESDAY, date(2026, 12, 1))[1]
    assert date(2026, 11, 10) not in days(without(weekly, second.occurrence))


def test_leaving_out_a_second_time_keeps_the_first_left_out() -> None:
    weekly = event(repeats="every week", leaves_out="2026-11-10T18:30")
    third = appointments([weekly], TUESDAY, date(2026, 12, 1))[1]
    assert without(weekly, third.occurrence).leaves_out == "2026-11-10T18:30\n2026-11-17T18:30"


@pytest.mark.parametrize(
    ("one", "is_it"),
    [(event(), False), (event(repeats="every week"), True), (event(also_on="2026-11-05T18:30"), True)],
)
def test_what_takes_place_more_than_once_is_known(one: GroupEvent, is_it: bool) -> None:
    assert is_over_and_over(one) is is_it


def test_starts_are_read_as_they_were_written() -> None:
    starts = [date(2026, 11, 3), datetime(2026, 11, 5, 18, 30)]  # noqa: DTZ001
    assert list(read_starts(written_starts(starts) + "\nsoon")) == starts


# For a calendar


def test_an_event_leaves_with_its_reminder() -> None:
    (left,) = calendar_events([event(reminder="an hour before")], [])
    assert left.alarm_before == timedelta(hours=1)


def test_the_reminder_of_a_whole_day_rings_at_nine() -> None:
    (left,) = calendar_events([event(at="", reminder="a day before")], [])
    assert left.alarm_before == timedelta(hours=15)


def test_an_event_can_leave_without_a_reminder() -> None:
    (left,) = calendar_events([event(reminder="no")], [])
    assert left.alarm_before is None


def test_a_declined_event_does_not_leave() -> None:
    assert calendar_events([event(going="no")], []) == ()


def test_the_day_on_which_a_membership_renews_leaves_with_a_reminder_two_weeks_before() -> None:
    guild = Group(name="The Guild", decision="join", renewal=TUESDAY)
    (left,) = calendar_events([], [guild, Group(name="Left", decision="leave", renewal=TUESDAY)])
    assert (left.title, left.timing, left.alarm_before) == (
        "The Guild: the membership renews",
        Timing(TUESDAY),
        timedelta(days=13, hours=15),
    )
