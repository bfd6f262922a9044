"""The learning log: how many hours, where from, which skills, and what was new last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rutkit.dates import add_months, months_between
from rutkit.formatting import counted, counted_hours, format_share
from rutkit.steps.growth.records import GrowthCheck, LearningEntry
from rutkit.steps.skill_names import skill_key

WINDOW_MONTHS = 12
"""The sums are those of this month and the eleven before it."""

NOT_SAID = "not said"


@dataclass(frozen=True)
class LearningMonth:
    """The hours of one month."""

    month: date
    at_work: float
    own_time: float
    not_said: float
    """Hours of entries that do not say whether they were at work."""
    entries: int

    @property
    def hours(self) -> float:
        """All of them."""
        return self.at_work + self.own_time + self.not_said


@dataclass(frozen=True)
class LearningTotal:
    """What came from one source, or went into one skill."""

    name: str
    hours: float
    entries: int


def recent(entries: Iterable[LearningEntry], today: date) -> tuple[LearningEntry, ...]:
    """The entries of the last twelve calendar months, oldest first; days to come do not count."""
    first = add_months(today, 1 - WINDOW_MONTHS)
    return tuple(sorted((e for e in entries if first <= e.day <= today), key=lambda entry: entry.day))


def by_month(entries: Iterable[LearningEntry], today: date) -> tuple[LearningMonth, ...]:
    """Every month from the first of the recent entries up to today’s, those without learning too."""
    known = recent(entries, today)
    if not known:
        return ()
    span = months_between(known[0].day, today)
    months = [add_months(known[0].day, count) for count in range(span + 1)]
    return tuple(
        _learning_month(month, [e for e in known if months_between(month, e.day) == 0]) for month in months
    )


def _learning_month(month: date, entries: Sequence[LearningEntry]) -> LearningMonth:
    return LearningMonth(
        month,
        at_work=_hours(e for e in entries if e.at_work),
        own_time=_hours(e for e in entries if e.at_work is False),
        not_said=_hours(e for e in entries if e.at_work is None),
        entries=len(entries),
    )


def by_source(entries: Iterable[LearningEntry], today: date) -> tuple[LearningTotal, ...]:
    """The recent entries by where they came from, most hours first and those that do not say last."""
    return _totals(recent(entries, today), lambda entry: (entry.source.strip() or NOT_SAID,))


def by_skill(entries: Iterable[LearningEntry], today: date) -> tuple[LearningTotal, ...]:
    """The recent entries by skill, most hours first; one with two skills counts in full for both."""
    return _totals(recent(entries, today), lambda entry: entry.skills or (NOT_SAID,))


def _totals(
    entries: Iterable[LearningEntry], names_of: Callable[[LearningEntry], Sequence[str]]
) -> tuple[LearningTotal, ...]:
    """One total for each name, in whatever case it was typed; it is shown as it was typed first."""
    groups: dict[str, list[LearningEntry]] = {}
    spelled: dict[str, str] = {}
    for entry in entries:
        for name in {name.casefold(): name for name in names_of(entry)}.values():
            spelled.setdefault(name.casefold(), name)
            groups.setdefault(name.casefold(), []).append(entry)
    totals = [LearningTotal(spelled[key], _hours(group), len(group)) for key, group in groups.items()]
    return tuple(sorted(totals, key=_most_hours_first))


def _most_hours_first(total: LearningTotal) -> tuple[bool, float, int, str]:
    return total.name == NOT_SAID, -total.hours, -total.entries, total.name.casefold()


def learning_finding(months: Sequence[LearningMonth]) -> str:
    """The hours and how many of them were the person’s own time, as a heading."""
    hours = sum(month.hours for month in months)
    said = sum(month.at_work + month.own_time for month in months)
    told = f"{counted_hours(hours)} of learning in {counted(len(months), 'month')}"
    if not said:
        return told
    of_what = (
        "it" if not any(month.not_said for month in months) else f"the {counted_hours(said)} that say so"
    )
    share = format_share(sum(month.own_time for month in months) / said)
    return f"{told}, {share} of {of_what} in your own time"


@dataclass(frozen=True)
class NewThing:
    """Something that was named as new."""

    day: date
    what: str


def last_new_thing(
    checks: Iterable[GrowthCheck], entries: Iterable[LearningEntry], today: date
) -> NewThing | None:
    """The newest thing that a growth check or the learning log names; None if there is none up to `today`.

    A check is for a whole month: what it names counts from the day on which it was written, or from the month’s last
    day if it was written later.
    """
    named = [
        *(NewThing(_day_of(check), what) for check in checks if (what := check.learned_what.strip())),
        *(NewThing(entry.day, what) for entry in entries if (what := entry.what.strip())),
    ]
    return max((new for new in named if new.day <= today), key=lambda new: new.day, default=None)


def _day_of(check: GrowthCheck) -> date:
    last_of_month = add_months(check.month, 1) - timedelta(days=1)
    return max(check.month, min(check.created_at.astimezone().date(), last_of_month))


def last_new_skill(entries: Iterable[LearningEntry], today: date) -> NewThing | None:
    """The skill that turned up last in the log, and the first day on which it did."""
    first: dict[str, NewThing] = {}
    for entry in sorted(entries, key=lambda entry: entry.day):
        for skill in entry.skills if entry.day <= today else ():
            first.setdefault(skill_key(skill), NewThing(entry.day, skill))
    return max(first.values(), key=lambda new: new.day, default=None)


def new_thing_sentence(new: NewThing | None, today: date) -> str:
    """How long ago something new was named last."""
    if new is None:
        return "You have not named anything new yet."
    days = (today - new.day).days
    when = (
        "Today you named something new"
        if days == 0
        else f"{counted(days, 'day')} since you named something new"
    )
    return f"{when}: “{new.what}”."


def _hours(entries: Iterable[LearningEntry]) -> float:
    return sum(entry.hours or 0.0 for entry in entries)
