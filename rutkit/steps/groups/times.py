"""When an event takes place, as it is written here, and where it is if that is another time zone."""

from __future__ import annotations

from rutkit.formatting import EMPTY, format_date
from rutkit.steps.groups.events import Appointment, first_time
from rutkit.steps.groups.records import GroupEvent


def clock(appointment: Appointment) -> str:
    """The time here; empty if it takes the whole day."""
    start = appointment.occurrence.clock
    return f"{start:%H:%M}" if start else ""


def zone_called(event: GroupEvent) -> str:
    """What people call the zone of an event: "New York"; empty if it is the one here."""
    return event.zone.strip().split("/")[-1].replace("_", " ")


def where_it_is(appointment: Appointment) -> str:
    """The time of its own zone, if it is another one here: "18:00 in New York"."""
    event = appointment.event
    there = event.at.strip()
    if not event.zone.strip() or not there or there == clock(appointment):
        return ""
    return f"{there} in {zone_called(event)}"


def first_day(event: GroupEvent) -> str:
    """The day that is noted, as it is here: in another zone it may be another one."""
    first = _first_time(event)
    return format_date(first.occurrence.day if first else event.day)


def first_clock(event: GroupEvent) -> str:
    """The time that is noted, as it is here: "19:00 (13:00 in New York)"."""
    first = _first_time(event)
    if first is None:
        return event.at or EMPTY
    there = where_it_is(first)
    return f"{clock(first)} ({there})" if there else clock(first) or EMPTY


def _first_time(event: GroupEvent) -> Appointment | None:
    try:
        return first_time(event)
    except OverflowError:
        return None
