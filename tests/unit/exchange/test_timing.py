from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.time_zones import known_zone
from rutkit.exchange.timing import Occurrence, Timing, UnclearRuleError, checked_rule, occurrences

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


def clock(*numbers: int) -> datetime:
    return datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001


EVENING = Timing(clock(2026, 10, 6, 18, 30), timedelta(hours=2), "Europe/Berlin")


def days(timing: Timing, first: date = date(2026, 10, 1), last: date = date(2026, 12, 31)) -> list[date]:
    return [each.day for each in occurrences(timing, first, last, BERLIN)]


def test_what_takes_place_once_is_found_on_its_day() -> None:
    assert list(occurrences(EVENING, date(2026, 10, 1), date(2026, 10, 31), BERLIN)) == [
        Occurrence(clock(2026, 10, 6, 18, 30), date(2026, 10, 6), time(18, 30), date(2026, 10, 6))
    ]


def test_what_took_place_before_is_not_found() -> None:
    assert days(EVENING, date(2026, 10, 7)) == []


def test_a_weekly_evening_keeps_its_time_when_the_clocks_change() -> None:
    weekly = replace(EVENING, repeats="FREQ=WEEKLY")
    found = occurrences(weekly, date(2026, 10, 20), date(2026, 10, 31), BERLIN)
    assert [each.clock for each in found] == [time(18, 30), time(18, 30)]


def test_an_evening_elsewhere_moves_on_the_clock_here_while_only_one_of_both_has_changed() -> None:
    weekly = replace(EVENING, starts=clock(2026, 10, 20, 12), zone="America/New_York", repeats="FREQ=WEEKLY")
    found = occurrences(weekly, date(2026, 10, 20), date(2026, 11, 4), BERLIN)
    assert [each.clock for each in found] == [time(18), time(17), time(18)]


def test_an_evening_elsewhere_may_be_another_day_here() -> None:
    assert days(replace(EVENING, zone="America/New_York")) == [date(2026, 10, 7)]


def test_a_time_without_a_zone_is_the_same_here() -> None:
    (found,) = occurrences(replace(EVENING, zone=""), date(2026, 10, 1), date(2026, 10, 31), NEW_YORK)
    assert found.clock == time(18, 30)


def test_whole_days_have_no_time_and_last_until_their_last_day() -> None:
    congress = Timing(date(2026, 10, 6), timedelta(days=3))
    (found,) = occurrences(congress, date(2026, 10, 8), date(2026, 10, 8), BERLIN)
    assert (found.day, found.clock, found.last_day) == (date(2026, 10, 6), None, date(2026, 10, 8))


def test_what_ends_at_midnight_does_not_touch_the_next_day() -> None:
    assert days(replace(EVENING, lasts=timedelta(hours=5.5)), date(2026, 10, 7)) == []


def test_a_rule_counts_its_times() -> None:
    assert len(days(replace(EVENING, repeats="FREQ=WEEKLY;COUNT=3"))) == 3


def test_times_that_fall_out_are_counted_all_the_same() -> None:
    timing = replace(EVENING, repeats="FREQ=WEEKLY;COUNT=3", leaves_out=(clock(2026, 10, 13, 18, 30),))
    assert days(timing) == [date(2026, 10, 6), date(2026, 10, 20)]


def test_a_mere_day_takes_out_what_begins_on_it() -> None:
    timing = replace(EVENING, repeats="FREQ=WEEKLY;COUNT=2", leaves_out=(date(2026, 10, 13),))
    assert days(timing) == [date(2026, 10, 6)]


@pytest.mark.parametrize("until", ["20261013T163000Z", "20261013T183000", "20261013"])
def test_the_last_time_of_a_rule_is_one_of_them(until: str) -> None:
    assert days(replace(EVENING, repeats=f"FREQ=WEEKLY;UNTIL={until}"))[-1] == date(2026, 10, 13)


def test_times_beyond_the_rule_are_found_in_their_order() -> None:
    timing = replace(EVENING, repeats="FREQ=MONTHLY;COUNT=2", also_on=(clock(2026, 10, 20, 18, 30),))
    assert days(timing) == [date(2026, 10, 6), date(2026, 10, 20), date(2026, 11, 6)]


def test_the_first_time_counts_even_where_the_rule_would_not_have_it() -> None:
    assert days(replace(EVENING, repeats="FREQ=WEEKLY;BYDAY=TH;COUNT=2")) == [
        date(2026, 10, 6),
        date(2026, 10, 8),
    ]


def test_the_first_tuesday_of_each_month_is_found() -> None:
    assert days(replace(EVENING, repeats="FREQ=MONTHLY;BYDAY=1TU")) == [
        date(2026, 10, 6),
        date(2026, 11, 3),
        date(2026, 12, 1),
    ]


def test_a_rule_without_an_end_is_followed_as_far_as_one_looks() -> None:
    assert days(replace(EVENING, repeats="FREQ=YEARLY"), date(2076, 1, 1), date(2076, 12, 31)) == [
        date(2076, 10, 6)
    ]


@pytest.mark.parametrize("end", ["", ";COUNT=5"])
def test_a_rule_for_a_day_that_never_comes_ends_the_search(end: str) -> None:
    never = replace(EVENING, repeats=f"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30{end}")
    assert days(never) == [date(2026, 10, 6)]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMINUTE=1,2",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=WEEKLY;COUNT=x",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=",
        "often",
        "",
    ],
)
def test_a_rule_that_nobody_could_keep_to_is_unclear(rule: str) -> None:
    with pytest.raises(UnclearRuleError):
        checked_rule(rule)


def test_a_rule_may_come_in_small_letters_and_with_its_name() -> None:
    assert checked_rule("rrule:freq=weekly;") == "FREQ=WEEKLY"


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 5),
    st.integers(0, 400),
)
def test_what_is_found_in_two_spans_is_what_is_found_in_both_together(
    start: date, frequency: str, interval: int, split: int
) -> None:
    timing = Timing(start, repeats=f"FREQ={frequency};INTERVAL={interval}")
    first, middle, last = start, start + timedelta(days=split), start + timedelta(days=400)
    parts = days(timing, first, middle) + days(timing, middle + timedelta(days=1), last)
    assert parts == days(timing, first, last)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Eastern Standard Time", "America/New_York"),
        ("/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ('"Europe/Paris"', "Europe/Paris"),
        ("UTC", "UTC"),
        ("Customized Time Zone", None),
        ("", None),
    ],
)
def test_a_zone_is_known_by_the_names_that_calendars_give_it(name: str, zone: str | None) -> None:
    assert known_zone(name) == zone
