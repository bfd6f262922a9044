"""iCalendar: dates that leave for somebody's calendar, and update there when they leave again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from rutkit.exchange.time_zones import zone_named
from rutkit.exchange.timing import Timing, rule_beside
from rutkit.records import Record

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

UID_ENDING = "@rutkit"
"""What follows a record's id in the name of its event."""

YEARS_OF_ZONES = 15
"""How far beyond the last first start the changes of the clocks are written down."""


def nine_o_clock(days_before: int) -> timedelta:
    """How long before a whole day, which begins at midnight, it is 9 in the morning of an earlier day.

    >>> nine_o_clock(1)
    datetime.timedelta(seconds=54000)
    """
    return timedelta(days=days_before) - timedelta(hours=9)


@dataclass(frozen=True)
class CalendarEvent:
    """Something in a calendar: on whole days or at a time, once or again and again."""

    record_id: str
    """Of the record behind it: the event is the same event in every export."""
    timing: Timing
    title: str
    notes: str
    updated_at: datetime
    version: int
    """Of the record; calendars keep the event with the highest."""
    alarm_before: timedelta | None = None
    """A reminder this long before each start, see `nine_o_clock`; `None` for no reminder."""
    place: str = ""
    link: str = ""


def on_a_day(
    record: Record,
    day: date,
    title: str,
    notes: str = "",
    *,
    role: str = "",
    alarm_before: timedelta | None = None,
    link: str = "",
    besides: Iterable[Record] = (),
) -> CalendarEvent:
    """A whole day that a record stands for; `role` tells several days of one record apart ("renewal").

    `besides` are other records that move the day: with each that is added or changed, the event is a newer one.
    """
    behind = (record, *besides)
    return CalendarEvent(
        record_id=f"{record.id}-{role}" if role else record.id,
        timing=Timing(day),
        title=title,
        notes=notes,
        updated_at=max(each.updated_at for each in behind),
        version=sum(each.version for each in behind),
        alarm_before=alarm_before,
        link=link,
    )


def calendar_file(events: Iterable[CalendarEvent]) -> bytes:
    """An `.ics` file (RFC 5545, UTF-8) that Thunderbird, Google Calendar and Apple Calendar take.

    Each event's UID is `<record_id>@rutkit` and its SEQUENCE the record's version, so that a second import
    updates what the first one made. The same events give the same bytes. The rules of every time zone that is named
    are in the file.

    Raises:
        ValueError: a time zone is not known, or a rule of recurrence cannot be read.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//rutkit//workbook//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    written = tuple(events)
    _add_zones(calendar, [event.timing for event in written])
    for event in written:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _add_zones(calendar: Calendar, timings: Sequence[Timing]) -> None:
    from icalendar import Timezone

    named = [timing for timing in timings if timing.zone and timing.zone != "UTC"]
    if not named:
        return
    years = [timing.starts.year for timing in named]
    for zone in sorted({timing.zone for timing in named}):
        # Named after what was asked for: Berlin and Vienna keep the same time and are two zones.
        rules = Timezone.from_tzinfo(
            zone_named(zone), zone, date(min(years) - 1, 1, 1), date(max(years) + YEARS_OF_ZONES, 1, 1)
        )
        calendar.add_component(rules)


def _component(event: CalendarEvent) -> Event:
    from icalendar import Event, vRecur

    timing = event.timing
    updated_at = event.updated_at.astimezone(UTC)
    component = Event()
    component.add("uid", f"{event.record_id}{UID_ENDING}")
    component.add("dtstamp", updated_at)
    component.add("last-modified", updated_at)
    component.add("sequence", event.version)
    component.add("dtstart", _in_zone(timing, timing.starts))
    component.add("dtend", _end(timing))
    if timing.repeats:
        component.add("rrule", vRecur.from_ical(rule_beside(timing)))
    for name, days in (("rdate", timing.also_on), ("exdate", timing.leaves_out)):
        if days:
            component.add(name, [_in_zone(timing, day) for day in sorted(days, key=str)], _kind_of(timing))
    component.add("summary", event.title)
    component.add("transp", "TRANSPARENT" if timing.is_whole_day else "OPAQUE")
    component.add("class", "PRIVATE")
    for name, text in (("description", event.notes), ("location", event.place), ("url", event.link)):
        if text:
            component.add(name, text)
    if event.alarm_before is not None:
        component.add_component(_alarm(event.title, event.alarm_before))
    return component


def _end(timing: Timing) -> Any:
    """When it is over: RFC 5545 counts time that passes, and a clock may leap over some of it."""
    begin = _in_zone(timing, timing.starts)
    if timing.is_whole_day or not timing.zone:
        return begin + timing.lasts
    return (begin.astimezone(UTC) + timing.lasts).astimezone(begin.tzinfo)


def _in_zone(timing: Timing, start: date) -> Any:
    """A start as icalendar wants it; a mere day is taken for the start on that day."""
    if isinstance(timing.starts, datetime) and not isinstance(start, datetime):
        start = datetime.combine(start, timing.starts.time())
    if not isinstance(start, datetime) or not timing.zone:
        return start
    return start.replace(tzinfo=UTC if timing.zone == "UTC" else zone_named(timing.zone))


def _kind_of(timing: Timing) -> dict[str, str]:
    return {"VALUE": "DATE"} if timing.is_whole_day else {}


def _alarm(title: str, before: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -before)
    return alarm
