from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.calendar import CalendarEvent, calendar_file, nine_o_clock
from rutkit.exchange.timing import Timing, UnclearRuleError

EVENT = CalendarEvent(
    record_id="0123456789abcdef0123456789abcdef",
    timing=Timing(date(2026, 3, 31)),
    title="Finish the certificate",
    notes="A milestone.",
    updated_at=datetime(2026, 1, 5, 12, tzinfo=UTC),
    version=3,
)


def read(*events: CalendarEvent) -> list[Any]:
    return list(icalendar.Calendar.from_ical(calendar_file(events)).walk("VEVENT"))


def test_an_event_keeps_its_uid_when_its_record_changes() -> None:
    moved = replace(EVENT, timing=Timing(date(2026, 4, 2)), title="Pass the exam", version=4)
    assert read(EVENT)[0]["UID"] == read(moved)[0]["UID"] == f"{EVENT.record_id}@rutkit"


def test_a_later_version_of_a_record_has_a_higher_sequence() -> None:
    assert read(replace(EVENT, version=4))[0]["SEQUENCE"] > read(EVENT)[0]["SEQUENCE"]


def test_the_stamps_say_when_the_record_was_saved_in_utc() -> None:
    assert b"DTSTAMP:20260105T120000Z" in calendar_file([EVENT])
    assert b"LAST-MODIFIED:20260105T120000Z" in calendar_file([EVENT])


def test_an_event_is_one_whole_day_without_a_time() -> None:
    text = calendar_file([EVENT])
    assert b"DTSTART;VALUE=DATE:20260331" in text
    assert b"DTEND;VALUE=DATE:20260401" in text


def test_a_reminder_rings_at_nine_on_the_day_before() -> None:
    alarm = read(replace(EVENT, alarm_before=nine_o_clock(days_before=1)))[0].walk("VALARM")[0]
    assert datetime(2026, 3, 31) + alarm["TRIGGER"].dt == datetime(2026, 3, 30, 9)  # noqa: DTZ001


def test_an_event_without_a_reminder_has_no_alarm() -> None:
    assert not read(EVENT)[0].walk("VALARM")


def test_the_same_events_give_the_same_bytes() -> None:
    assert calendar_file([EVENT]) == calendar_file([EVENT])


def test_a_calendar_without_events_is_still_a_calendar() -> None:
    assert icalendar.Calendar.from_ical(calendar_file([]))["VERSION"] == "2.0"


@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=200).filter(
        # icalendar takes a backslash and an N for the end of a line, on the way out and back.
        lambda text: text == text.strip() and "\\N" not in text
    )
)
def test_any_title_comes_back_as_it_was_in_lines_of_at_most_75_bytes(title: str) -> None:
    event = replace(EVENT, title=title)
    lines = calendar_file([event]).split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert str(read(event)[0]["SUMMARY"]) == title


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_any_day_comes_back_as_it_was(day: date) -> None:
    assert read(replace(EVENT, timing=Timing(day)))[0]["DTSTART"].dt == day


def test_events_made_in_another_time_zone_are_stamped_in_utc() -> None:
    east = datetime(2026, 1, 5, 14, tzinfo=timezone(timedelta(hours=2)))
    assert calendar_file([replace(EVENT, updated_at=east)]) == calendar_file([EVENT])


EVENING = Timing(datetime(2026, 10, 20, 18, 30), timedelta(hours=2), "Europe/Berlin", "FREQ=WEEKLY")  # noqa: DTZ001


def offset_by_the_file(timing: Timing, moment: datetime) -> timedelta | None:
    """What the zone's rules in the file itself say, whatever this machine knows."""
    content = calendar_file([replace(EVENT, timing=timing)])
    (rules,) = icalendar.Calendar.from_ical(content).timezones
    offset: timedelta | None = rules.to_tz(lookup_tzid=False).utcoffset(moment)
    return offset


def test_an_evening_is_written_with_its_zone_and_its_end() -> None:
    text = calendar_file([replace(EVENT, timing=EVENING)])
    assert b"DTSTART;TZID=Europe/Berlin:20261020T183000" in text
    assert b"DTEND;TZID=Europe/Berlin:20261020T203000" in text


def test_the_rules_of_a_zone_that_is_named_are_in_the_file() -> None:
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin" in calendar_file([replace(EVENT, timing=EVENING)])


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "UTC"]
)
def test_the_rules_in_the_file_say_what_the_zone_says_in_every_month(zone: str, month: int) -> None:
    if zone == "UTC":
        assert b"VTIMEZONE" not in calendar_file([replace(EVENT, timing=replace(EVENING, zone=zone))])
        return
    moment = datetime(2028, month, 15, 12)  # noqa: DTZ001
    assert offset_by_the_file(replace(EVENING, zone=zone), moment) == ZoneInfo(zone).utcoffset(moment)


def test_a_weekly_evening_stays_at_half_past_six_when_the_clocks_change() -> None:
    before, after = datetime(2026, 10, 24, 18, 30), datetime(2026, 10, 25, 18, 30)  # noqa: DTZ001
    assert offset_by_the_file(EVENING, before) == timedelta(hours=2)
    assert offset_by_the_file(EVENING, after) == timedelta(hours=1)


def test_a_time_without_a_zone_is_the_same_on_every_clock() -> None:
    text = calendar_file([replace(EVENT, timing=replace(EVENING, zone=""))])
    assert b"DTSTART:20261020T183000\r\n" in text


def test_a_night_in_which_the_clocks_go_back_is_an_hour_longer_on_them() -> None:
    night = Timing(datetime(2026, 10, 25, 1), timedelta(hours=3), "Europe/Berlin")  # noqa: DTZ001
    assert b"DTEND;TZID=Europe/Berlin:20261025T030000" in calendar_file([replace(EVENT, timing=night)])


def test_a_rule_that_ends_on_a_day_ends_in_utc_beside_a_time_in_a_zone() -> None:
    timing = replace(EVENING, repeats="FREQ=WEEKLY;UNTIL=20261130")
    assert b"RRULE:FREQ=WEEKLY;UNTIL=20261130T225959Z" in calendar_file([replace(EVENT, timing=timing)])


def test_a_rule_that_ends_at_a_moment_ends_on_its_day_beside_whole_days() -> None:
    timing = Timing(date(2026, 10, 20), repeats="FREQ=WEEKLY;UNTIL=20261130T225959Z")
    assert b"RRULE:FREQ=WEEKLY;UNTIL=20261130\r\n" in calendar_file([replace(EVENT, timing=timing)])


def test_days_that_fall_out_are_written_as_starts() -> None:
    timing = replace(EVENING, leaves_out=(date(2026, 10, 27),))
    assert b"EXDATE;TZID=Europe/Berlin:20261027T183000" in calendar_file([replace(EVENT, timing=timing)])


def test_whole_days_beyond_the_rule_are_written_as_days() -> None:
    timing = Timing(date(2026, 10, 20), repeats="FREQ=WEEKLY", also_on=(date(2026, 12, 24),))
    assert b"RDATE;VALUE=DATE:20261224" in calendar_file([replace(EVENT, timing=timing)])


def test_a_reminder_rings_as_long_before_as_it_was_said() -> None:
    event = replace(EVENT, timing=EVENING, alarm_before=timedelta(hours=1))
    assert read(event)[0].walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=-1)


def test_a_place_and_a_link_are_written() -> None:
    text = calendar_file([replace(EVENT, place="Hall 3", link="https://example.org/evening")])
    assert b"LOCATION:Hall 3" in text
    assert b"URL:https://example.org/evening" in text


def test_an_evening_takes_ones_time_and_a_whole_day_does_not() -> None:
    assert b"TRANSP:OPAQUE" in calendar_file([replace(EVENT, timing=EVENING)])
    assert b"TRANSP:TRANSPARENT" in calendar_file([EVENT])


def test_a_rule_that_nobody_could_keep_to_is_refused() -> None:
    with pytest.raises(UnclearRuleError):
        calendar_file([replace(EVENT, timing=replace(EVENING, repeats="FREQ=SECONDLY"))])


def test_a_zone_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="Mars"):
        calendar_file([replace(EVENT, timing=replace(EVENING, zone="Mars/Olympus"))])
