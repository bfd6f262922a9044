"""The weekly plan as events that come back every week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from rutkit.dates import WEEKDAYS
from rutkit.exchange.calendar import CalendarEvent
from rutkit.exchange.timing import Timing
from rutkit.formatting import counted
from rutkit.records import clock_time
from rutkit.steps.job_search.records import PlannedSession

REMINDER = timedelta(minutes=10)


def calendar_events(planned: Iterable[PlannedSession]) -> Iterator[CalendarEvent]:
    """An event for each planned session, on the clock of wherever the person is; whole days for rest and no time."""
    for each in planned:
        clock = None if each.activity == "rest" else clock_time(each.starts)
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


def _first_day(planned: PlannedSession) -> date:
    """The first such weekday from the day on which it was planned, so that every export has the same one."""
    made = planned.created_at.date()
    return made + timedelta(days=(WEEKDAYS.index(planned.weekday) - made.weekday()) % 7)
