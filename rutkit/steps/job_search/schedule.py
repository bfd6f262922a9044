"""The weekly plan as events that come back every week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from rutkit.dates import WEEKDAYS
from rutkit.exchange.calendar import CalendarEvent
from rutkit.exchange.timing import Timing
from rutkit.formatting import counted
from rutkit.steps.job_search.records import PlannedSession

REMINDER = timedelta(minutes=10)

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap])?\.?m?\.?", re.IGNORECASE)


def calendar_events(planned: Iterable[PlannedSession]) -> Iterator[CalendarEvent]:
    """An event for each planned session, on the clock of wherever the person is; whole days for rest and no time."""
    for each in planned:
        clock = None if each.activity == "rest" else clock_of(each.starts)
        day = _first_day(each)
        yield CalendarEvent(
            record_id=each.id,
            timing=Timing(
                datetime.combine(day, clock) if clock else day,
                timedelta(minutes=each.minutes) if clock else timedelta(days=1),
                repeats="FREQ=WEEKLY",
            ),
            title="Rest from the search" if each.activity == "rest" else f"Job search: {each.activity}",
            notes=""
            if clock or each.activity == "rest"
            else f"{counted(each.minutes, 'minute')}, whenever it fits.",
            updated_at=each.updated_at,
            version=each.version,
            alarm_before=REMINDER if clock else None,
        )


def clock_of(text: str) -> time | None:
    """The time that somebody wrote; `None` if it is none.

    >>> clock_of("18:30"), clock_of("6.30 pm"), clock_of("9"), clock_of("after dinner")
    (datetime.time(18, 30), datetime.time(18, 30), datetime.time(9, 0), None)
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").casefold()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _first_day(planned: PlannedSession) -> date:
    """The first such weekday from the day on which it was planned, so that every export has the same one."""
    made = planned.created_at.date()
    return made + timedelta(days=(WEEKDAYS.index(planned.weekday) - made.weekday()) % 7)
