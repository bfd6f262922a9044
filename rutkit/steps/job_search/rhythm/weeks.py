"""The week's plan beside what was done: sessions, minutes, rest, and looks at job boards.

Whatever day a session took place, it counts for its week. A planned day of rest is kept if no other session took place
on it, whether or not somebody wrote it down. A planned session is kept by one of at least half its minutes, and begun
by a shorter one; half is a choice. Earlier weeks are set beside the plan as it is now: older plans are not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rutkit.dates import WEEKDAYS, monday_of
from rutkit.formatting import counted, counted_hours, format_number
from rutkit.steps.job_search.records import Look, PlannedSession, SearchLimits, Session

WEEKS = 12
"""How far back the table of weeks goes."""


@dataclass(frozen=True)
class Day:
    """One day of a week."""

    day: date
    planned_minutes: int
    """Without rest."""
    done_minutes: int
    rest_planned: bool
    rested: bool
    """A day of rest that was kept, or is still to come."""


@dataclass(frozen=True)
class SearchWeek:
    """One week, Monday to Sunday, beside the plan."""

    days: tuple[Day, ...]
    planned: int
    """Sessions, without rest."""
    done: int
    """Sessions so far, without rest."""
    held: int
    """Planned sessions for each of which there was one of at least half its minutes."""
    rest_planned: int
    """Days."""
    rest_kept: int
    """Days of rest that were kept; none that is still to come."""
    looks: int
    """Looks at job boards; several at one board on one day are as many."""
    most_looks: int
    """What the person allows themselves."""
    most_hours: float | None

    @property
    def monday(self) -> date:
        """Its first day."""
        return self.days[0].day

    @property
    def planned_minutes(self) -> int:
        """Of all its days."""
        return sum(day.planned_minutes for day in self.days)

    @property
    def done_minutes(self) -> int:
        """Of all its days so far."""
        return sum(day.done_minutes for day in self.days)

    @property
    def of_plan(self) -> int:
        """What the plan asks of the week: sessions and days of rest."""
        return self.planned + self.rest_planned

    @property
    def kept(self) -> int:
        """How many of these were kept; more sessions than planned count as the plan."""
        return self.held + self.rest_kept

    @property
    def begun(self) -> int:
        """How many of the planned sessions were begun, and left before half of their time."""
        return min(self.done, self.planned) - self.held

    @property
    def looks_over(self) -> int:
        """How many looks there were beyond the cap."""
        return max(0, self.looks - self.most_looks)

    @property
    def hours_over(self) -> float:
        """How many hours went beyond what the search may take; 0 if nobody said how many it may."""
        return 0.0 if self.most_hours is None else max(0.0, self.done_minutes / 60 - self.most_hours)


def search_week(
    day: date,
    planned: Iterable[PlannedSession],
    sessions: Iterable[Session],
    looks: Iterable[Look],
    limits: SearchLimits | None,
    today: date,
) -> SearchWeek:
    """The week in which `day` lies, as of `today`."""
    return _weeks(monday_of(day), 1, planned, sessions, looks, limits, today)[0]


def search_weeks(
    planned: Iterable[PlannedSession],
    sessions: Sequence[Session],
    looks: Sequence[Look],
    limits: SearchLimits | None,
    today: date,
) -> tuple[SearchWeek, ...]:
    """The last twelve weeks up to this one, oldest first; those before the first session or look are left out."""
    noted = {session.day for session in sessions} | {look.day for look in looks}
    days = [day for day in noted if day <= today]
    if not days:
        return ()
    this_week = monday_of(today)
    first = max(monday_of(min(days)), this_week - timedelta(weeks=WEEKS - 1))
    return _weeks(first, (this_week - first).days // 7 + 1, planned, sessions, looks, limits, today)


def _weeks(
    first: date,
    count: int,
    planned: Iterable[PlannedSession],
    sessions: Iterable[Session],
    looks: Iterable[Look],
    limits: SearchLimits | None,
    today: date,
) -> tuple[SearchWeek, ...]:
    plan = list(planned)
    limits = limits or SearchLimits()
    done: dict[date, list[Session]] = {}
    for session in sessions:
        if session.activity != "rest" and session.day <= today:
            done.setdefault(session.day, []).append(session)
    looked: dict[date, int] = {}
    for look in looks:
        if look.day <= today:
            looked[look.day] = looked.get(look.day, 0) + 1
    return tuple(
        _week(first + timedelta(weeks=place), plan, done, looked, limits, today) for place in range(count)
    )


def _week(
    monday: date,
    plan: Sequence[PlannedSession],
    done: dict[date, list[Session]],
    looked: dict[date, int],
    limits: SearchLimits,
    today: date,
) -> SearchWeek:
    work = [each for each in plan if each.activity != "rest"]
    rest = {each.weekday for each in plan if each.activity == "rest"}
    days = tuple(
        Day(
            day,
            sum(each.minutes for each in work if each.weekday == weekday),
            sum(each.minutes for each in done.get(day, ())),
            weekday in rest,
            weekday in rest and day not in done,
        )
        for day, weekday in ((monday + timedelta(days=place), name) for place, name in enumerate(WEEKDAYS))
    )
    return SearchWeek(
        days,
        len(work),
        sum(len(done.get(day.day, ())) for day in days),
        _held(
            [each.minutes for each in work],
            [each.minutes for day in days for each in done.get(day.day, ())],
        ),
        len(rest),
        sum(day.rested and day.day <= today for day in days),
        sum(looked.get(day.day, 0) for day in days),
        limits.looks_a_week,
        limits.hours_a_week,
    )


def _held(planned: Sequence[int], done: Sequence[int]) -> int:
    """For how many planned lengths there is a session of its own of at least half that length, all in minutes."""
    waiting = sorted(planned)
    held = 0
    for minutes in sorted(done):
        if held < len(waiting) and 2 * minutes >= waiting[held]:
            held += 1
    return held


def week_finding(week: SearchWeek, today: date) -> str:
    """How the week of `today` stands, as a heading."""
    if not week.of_plan:
        return f"{_sessions(week)} this week; no plan yet" if week.done else "No plan for the week yet"
    if week.kept == week.of_plan:
        return "This week’s plan is kept"
    begun = f", {week.begun} begun" if week.begun else ""
    kept = f"{week.kept} of {week.of_plan} kept{begun}"
    days = 7 - (today - week.monday).days
    to_go = max(0, week.planned - week.done) + sum(day.rested and day.day > today for day in week.days)
    return f"{kept}; {to_go} to go in {counted(days, 'day')}" if to_go and days > 0 else f"{kept} this week"


def week_sentence(week: SearchWeek) -> str:
    """Sessions, hours, rest and looks in a sentence."""
    parts = [_sessions(week), _hours(week.done_minutes)]
    if week.planned:
        parts = [
            f"{parts[0]}, {week.planned} planned",
            f"{parts[1]}, {_hours(week.planned_minutes)} planned",
        ]
    if week.rest_planned:
        parts.append(f"{week.rest_kept} of {counted(week.rest_planned, 'day')} of rest kept")
    parts.append(f"{counted(week.looks, 'look')} at job boards of at most {week.most_looks}")
    return "; ".join(parts) + "."


def limits_sentence(week: SearchWeek) -> str:
    """A kind word where the plan, or the week, goes beyond what the person allowed; empty if neither does."""
    if week.most_hours is not None and week.planned_minutes > 60 * week.most_hours:
        over = counted_hours(week.planned_minutes / 60 - week.most_hours)
        return f"Your plan takes {over} more than you gave the search. Which session can go?"
    if week.hours_over >= 0.5:
        over = counted_hours(week.hours_over)
        return f"The search took {over} more than you gave it. The rest can wait until next week."
    if week.looks_over:
        return (
            f"{counted(week.looks, 'look')} at job boards, {format_number(week.looks_over)} more than you allowed "
            "yourself. The next can wait until next week: most postings have not changed."
        )
    return ""


def weeks_finding(found: Sequence[SearchWeek]) -> str:
    """How steady the search was over the weeks that are over, as a heading."""
    over = found[:-1]
    if not over or not over[-1].of_plan:
        return "Your weeks"
    kept = sum(2 * week.kept >= week.of_plan for week in over)
    return f"At least half of the plan was kept in {kept} of {counted(len(over), 'week')}"


def _sessions(week: SearchWeek) -> str:
    return counted(week.done, "session")


def _hours(minutes: int) -> str:
    return counted(minutes, "minute") if minutes < 60 else counted_hours(minutes / 60)
