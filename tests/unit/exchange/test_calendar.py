from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.calendar import CalendarEvent, calendar_file

EVENT = CalendarEvent(
    record_id="0123456789abcdef0123456789abcdef",
    day=date(2026, 3, 31),
    title="Finish the certificate",
    notes="A milestone.",
    alarm_days_before=None,
    updated_at=datetime(2026, 1, 5, 12, tzinfo=UTC),
    version=3,
)


def read(*events: CalendarEvent) -> list[Any]:
    return list(icalendar.Calendar.from_ical(calendar_file(events)).walk("VEVENT"))


def test_an_event_keeps_its_uid_when_its_record_changes() -> None:
    moved = replace(EVENT, day=date(2026, 4, 2), title="Pass the exam", version=4)
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
    alarm = read(replace(EVENT, alarm_days_before=1))[0].walk("VALARM")[0]
    assert datetime(2026, 3, 31) + alarm["TRIGGER"].dt == datetime(2026, 3, 30, 9)  # noqa: DTZ001


def test_an_event_without_a_reminder_has_no_alarm() -> None:
    assert not read(EVENT)[0].walk("VALARM")


def test_the_same_events_give_the_same_bytes() -> None:
    assert calendar_file([EVENT]) == calendar_file([EVENT])


def test_a_calendar_without_events_is_still_a_calendar() -> None:
    assert icalendar.Calendar.from_ical(calendar_file([]))["VERSION"] == "2.0"


@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=200).filter(
        lambda text: text == text.strip()
    )
)
def test_any_title_comes_back_as_it_was_in_lines_of_at_most_75_bytes(title: str) -> None:
    event = replace(EVENT, title=title)
    lines = calendar_file([event]).split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert str(read(event)[0]["SUMMARY"]) == title


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_any_day_comes_back_as_it_was(day: date) -> None:
    assert read(replace(EVENT, day=day))[0]["DTSTART"].dt == day


def test_events_made_in_another_time_zone_are_stamped_in_utc() -> None:
    east = datetime(2026, 1, 5, 14, tzinfo=timezone(timedelta(hours=2)))
    assert calendar_file([replace(EVENT, updated_at=east)]) == calendar_file([EVENT])
