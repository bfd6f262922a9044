"""iCalendar: dates that leave for somebody's calendar, and update there when they leave again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Alarm, Event


@dataclass(frozen=True)
class CalendarEvent:
    """One whole day in a calendar."""

    record_id: str
    """Of the record behind it: the event is the same event in every export."""
    day: date
    title: str
    notes: str
    alarm_days_before: int | None
    """A reminder this many days before, at 9 in the morning; `None` for no reminder."""
    updated_at: datetime
    version: int
    """Of the record; calendars keep the event with the highest."""


def calendar_file(events: Iterable[CalendarEvent]) -> bytes:
    """An `.ics` file (RFC 5545, UTF-8) that Thunderbird, Google Calendar and Apple Calendar take.

    Each event's UID is `<record_id>@rutkit` and its SEQUENCE the record's version, so that a second import
    updates what the first one made. The same events give the same bytes.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//rutkit//workbook//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _component(event: CalendarEvent) -> Event:
    from icalendar import Event

    updated_at = event.updated_at.astimezone(UTC)
    component = Event()
    component.add("uid", f"{event.record_id}@rutkit")
    component.add("dtstamp", updated_at)
    component.add("last-modified", updated_at)
    component.add("sequence", event.version)
    component.add("dtstart", event.day)
    component.add("dtend", event.day + timedelta(days=1))
    component.add("summary", event.title)
    component.add("transp", "TRANSPARENT")
    component.add("class", "PRIVATE")
    if event.notes:
        component.add("description", event.notes)
    if event.alarm_days_before is not None:
        component.add_component(_alarm(event.title, event.alarm_days_before))
    return component


def _alarm(title: str, days_before: int) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    # A whole-day event begins at midnight: 9 o'clock is 9 hours after it, less the days before.
    alarm.add("trigger", timedelta(hours=9) - timedelta(days=days_before))
    return alarm
