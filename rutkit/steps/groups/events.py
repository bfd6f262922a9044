"""What takes place: an event as a timing, the next ones, and what leaves for a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain

from rutkit.dates import WEEKDAYS
from rutkit.exchange.calendar import CalendarEvent, nine_o_clock
from rutkit.exchange.time_zones import known_zone
from rutkit.exchange.timing import (
    A_DAY,
    Occurrence,
    Timing,
    UnclearRuleError,
    as_it_is_here,
    checked_rule,
    occurrences,
)
from rutkit.records import clock_time
from rutkit.steps.groups.memberships import memberships
from rutkit.steps.groups.records import Group, GroupEvent
from rutkit.steps.groups.trials import called

DAYS_OF_RENEWAL_ALARM = 14
"""How long before a membership renews its reminder rings."""

_RULES = {
    "every week": "FREQ=WEEKLY",
    "every two weeks": "FREQ=WEEKLY;INTERVAL=2",
    "every month on this date": "FREQ=MONTHLY",
    "every year": "FREQ=YEARLY",
}
_ALARMS = {
    "an hour before": (timedelta(hours=1), 0),
    "a day before": (timedelta(days=1), 1),
    "a week before": (timedelta(weeks=1), 7),
}
"""How long before a time the reminder rings, and for whole days how many days before, at 9."""


@dataclass(frozen=True)
class Appointment:
    """One time that an event takes place, as it is here."""

    event: GroupEvent
    occurrence: Occurrence

    @property
    def title(self) -> str:
        """What it is called, even while it has no title."""
        return self.event.title.strip() or "An event without a title"


def timing_of(event: GroupEvent) -> Timing:
    """When an event takes place, as calendars see it."""
    clock = clock_time(event.at)
    starts = event.day if clock is None else datetime.combine(event.day, clock)
    lasts = timedelta(minutes=event.minutes)
    return Timing(
        starts=starts,
        lasts=lasts if clock is not None else max(A_DAY, timedelta(days=round(lasts / A_DAY))),
        zone=(known_zone(event.zone) or "") if clock is not None else "",
        repeats=_rule(event),
        also_on=tuple(read_starts(event.also_on)),
        leaves_out=tuple(read_starts(event.leaves_out)),
    )


def read_starts(text: str) -> Iterator[date]:
    """Starts that stand one a line, as `written_starts` wrote them; what is none is passed over."""
    for line in text.split():
        try:
            yield datetime.fromisoformat(line) if "T" in line else date.fromisoformat(line)
        except ValueError:
            continue


def written_starts(starts: Iterable[date]) -> str:
    """Starts one a line: "2026-11-03T18:30"."""
    lines = (s.isoformat(timespec="minutes") if isinstance(s, datetime) else s.isoformat() for s in starts)
    return "\n".join(sorted(set(lines)))


def appointments(events: Iterable[GroupEvent], first: date, last: date) -> tuple[Appointment, ...]:
    """Everything that takes place from `first` to `last` here and that the person has not declined, in order."""
    found = chain.from_iterable(_of_event(event, first, last) for event in events if event.going != "no")
    return tuple(sorted(found, key=_order))


def first_time(event: GroupEvent) -> Appointment:
    """The day and time that are noted with an event, as they are here.

    Raises:
        OverflowError: it is at the very end of the calendar.
    """
    timing = timing_of(event)
    return Appointment(event, as_it_is_here(timing, timing.starts))


def without(event: GroupEvent, occurrence: Occurrence) -> GroupEvent:
    """The event without one of its times."""
    return event.model_copy(
        update={"leaves_out": written_starts([*read_starts(event.leaves_out), occurrence.start])}
    )


def is_over_and_over(event: GroupEvent) -> bool:
    """Whether an event takes place more than once."""
    return event.repeats != "once" or bool(event.also_on)


def calendar_events(events: Iterable[GroupEvent], groups: Iterable[Group]) -> tuple[CalendarEvent, ...]:
    """The events that are not declined, and the days on which memberships renew."""
    return (
        *(_calendar_event(event) for event in events if event.going != "no"),
        *(_renewal_event(group, group.renewal) for group in memberships(groups) if group.renewal),
    )


def _of_event(event: GroupEvent, first: date, last: date) -> Iterator[Appointment]:
    for occurrence in occurrences(timing_of(event), first, last):
        yield Appointment(event, occurrence)


def _order(appointment: Appointment) -> tuple[date, time, str]:
    occurrence = appointment.occurrence
    return occurrence.day, occurrence.clock or time(), appointment.title


def _rule(event: GroupEvent) -> str:
    if event.repeats == "as its calendar says":
        return _readable(event.rule)
    if event.repeats == "every month on this weekday":
        rule = f"FREQ=MONTHLY;BYDAY={_which_weekday(event.day)}"
    else:
        rule = _RULES.get(event.repeats, "")
    return f"{rule};UNTIL={event.until:%Y%m%d}" if rule and event.until else rule


def _readable(rule: str) -> str:
    """A rule that was brought in from elsewhere; none if it cannot be read, so that the event takes place once."""
    try:
        return checked_rule(rule)
    except UnclearRuleError:
        return ""


def _which_weekday(day: date) -> str:
    """Which weekday of its month a day is, as RFC 5545 writes it: "1TU", "-1FR" for a fifth one."""
    number = (day.day - 1) // 7 + 1
    return f"{number if number < 5 else -1}{WEEKDAYS[day.weekday()][:2].upper()}"


def _calendar_event(event: GroupEvent) -> CalendarEvent:
    timing = timing_of(event)
    alarm = _ALARMS.get(event.reminder)
    return CalendarEvent(
        record_id=event.id,
        timing=timing,
        title=event.title.strip() or "An event without a title",
        notes="\n\n".join(part for part in (event.group, event.about, event.notes) if part),
        updated_at=event.updated_at,
        version=event.version,
        alarm_before=alarm and (nine_o_clock(alarm[1]) if timing.is_whole_day else alarm[0]),
        place=event.place,
        link=event.link,
    )


def _renewal_event(group: Group, renewal: date) -> CalendarEvent:
    return CalendarEvent(
        record_id=f"{group.id}-renewal",
        timing=Timing(renewal),
        title=f"{called(group)}: the membership renews",
        notes="Is it still worth its cost? Your visits and the people you met there say more than the habit.",
        updated_at=group.updated_at,
        version=group.version,
        alarm_before=nine_o_clock(DAYS_OF_RENEWAL_ALARM),
        link=group.link,
    )
