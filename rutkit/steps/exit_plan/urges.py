"""The urge log: how often the wish to quit at once comes, what sets it off, and what has helped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import fmean, median

from rutkit.dates import monday_of
from rutkit.formatting import counted
from rutkit.steps.exit_plan.records import UrgeToQuit

MINIMUM_TO_COMPARE = 3
"""Urges that a trigger, or the spacing, needs before anything is said about it."""


@dataclass(frozen=True)
class UrgeWeek:
    """One calendar week."""

    monday: date
    count: int
    strongest: int | None
    """0 to 10; `None` if none was rated."""


@dataclass(frozen=True)
class Trigger:
    """Something that set urges off."""

    name: str
    count: int
    rated: int
    mean_strength: float | None
    """Over the rated ones, 0 to 10; `None` below `MINIMUM_TO_COMPARE` of them."""


@dataclass(frozen=True)
class UrgeSummary:
    """The whole log."""

    count: int
    weeks: tuple[UrgeWeek, ...]
    """Every week from the first urge to today's, quiet ones too."""
    days_between: float | None
    """The middle gap between an urge and the next, in days; `None` below `MINIMUM_TO_COMPARE` urges."""
    timed: int
    """Urges of which the person noted how long they lasted."""
    minutes: float | None
    """How long the middle one of these lasted; `None` below `MINIMUM_TO_COMPARE` of them."""
    triggers: tuple[Trigger, ...]
    """Strongest first; those with too few rated urges after them, by count."""


def summarize_urges(urges: Sequence[UrgeToQuit], today: date) -> UrgeSummary:
    """Count the log up to `today`, in the machine's time zone; later entries are left out."""
    dated = sorted(
        ((urge.at.astimezone(), urge) for urge in urges if _local_day(urge.at) <= today),
        key=lambda pair: pair[0],
    )
    moments = [moment for moment, _ in dated]
    minutes = [urge.minutes for _, urge in dated if urge.minutes is not None]
    gaps = [(later - earlier) / timedelta(days=1) for earlier, later in pairwise(moments)]
    return UrgeSummary(
        count=len(dated),
        weeks=_weeks([(moment.date(), urge.strength) for moment, urge in dated], today),
        days_between=median(gaps) if len(dated) >= MINIMUM_TO_COMPARE else None,
        timed=len(minutes),
        minutes=median(minutes) if len(minutes) >= MINIMUM_TO_COMPARE else None,
        triggers=_triggers([urge for _, urge in dated]),
    )


def spacing_sentence(summary: UrgeSummary) -> str:
    """How many urges there were and how far apart they lie."""
    if summary.count == 0:
        return "No urge is logged yet."
    times = counted(summary.count, "urge")
    weeks = "this week" if len(summary.weeks) == 1 else f"in {len(summary.weeks)} weeks"
    if summary.days_between is None:
        return (
            f"{times} {weeks}. Not enough yet to speak of spacing: {summary.count} of {MINIMUM_TO_COMPARE}."
        )
    return f"{times} {weeks}, typically {_days(summary.days_between)} apart."


def lately_sentence(summary: UrgeSummary) -> str:
    """The last four weeks beside the four before; empty until there are eight weeks to look at."""
    if len(summary.weeks) < 8:
        return ""
    counts = [week.count for week in summary.weeks]
    return f"{counted(sum(counts[-4:]), 'urge')} in the last four weeks, {sum(counts[-8:-4])} in the four before."


def duration_sentence(summary: UrgeSummary) -> str:
    """How long urges last, with n; empty while none was timed."""
    if not summary.timed:
        return ""
    if summary.minutes is None:
        return f"Not enough yet to say how long they last: {summary.timed} of {MINIMUM_TO_COMPARE} timed."
    return f"Half of them eased within {_duration(summary.minutes)} (n = {summary.timed})."


def triggers_sentence(summary: UrgeSummary) -> str:
    """The strongest triggers, with n."""
    comparable = [trigger for trigger in summary.triggers if trigger.mean_strength is not None]
    if not comparable:
        if not summary.triggers:
            return "Nothing yet says what set them off."
        best = max(summary.triggers, key=lambda trigger: trigger.rated)
        return (
            f"Not enough yet to compare triggers: “{best.name}” comes closest, with a strength given "
            f"{best.rated} of {MINIMUM_TO_COMPARE} times."
        )
    named = [
        f"“{trigger.name}” ({trigger.mean_strength:.1f} of 10, n = {trigger.rated})"
        for trigger in comparable[:3]
    ]
    return f"Strongest on average: {', '.join(named)}."


def what_helped(urges: Sequence[UrgeToQuit]) -> tuple[str, ...]:
    """The person's own words on what helped, newest first, each once."""
    newest_first = sorted(urges, key=lambda urge: urge.at.astimezone(), reverse=True)
    return tuple(dict.fromkeys(urge.helped.strip() for urge in newest_first if urge.helped.strip()))


def _weeks(days: Sequence[tuple[date, int | None]], today: date) -> tuple[UrgeWeek, ...]:
    if not days:
        return ()
    strengths: dict[date, list[int | None]] = {}
    for day, strength in days:
        strengths.setdefault(monday_of(day), []).append(strength)
    first, last = monday_of(days[0][0]), monday_of(today)
    mondays = [first + timedelta(weeks=week) for week in range((last - first).days // 7 + 1)]
    return tuple(
        UrgeWeek(
            monday,
            len(strengths.get(monday, [])),
            max((strength for strength in strengths.get(monday, []) if strength is not None), default=None),
        )
        for monday in mondays
    )


def _triggers(urges: Sequence[UrgeToQuit]) -> tuple[Trigger, ...]:
    strengths: dict[str, list[int | None]] = {}
    for urge in urges:
        for name in dict.fromkeys(urge.set_off_by):
            strengths.setdefault(name, []).append(urge.strength)
    triggers = []
    for name, all_of_them in strengths.items():
        rated = [strength for strength in all_of_them if strength is not None]
        mean = fmean(rated) if len(rated) >= MINIMUM_TO_COMPARE else None
        triggers.append(Trigger(name, len(all_of_them), len(rated), mean))
    return tuple(sorted(triggers, key=_strongest_first))


def _strongest_first(trigger: Trigger) -> tuple[bool, float, int, str]:
    return trigger.mean_strength is None, -(trigger.mean_strength or 0), -trigger.count, trigger.name


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()


def _days(days: float) -> str:
    return "less than a day" if days < 1 else counted(round(days), "day")


def _duration(minutes: float) -> str:
    return counted(round(minutes), "minute") if minutes < 120 else counted(round(minutes / 60), "hour")
