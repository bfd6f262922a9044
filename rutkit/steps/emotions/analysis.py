"""Is a feeling consistent? What is said beside the form at once, from the records, without pandas.

What needs months of days is in `days` and `comparisons`; the burnout inventory is scored in `burnout`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from rutkit.dates import monday_of
from rutkit.formatting import counted, format_number, format_share_interval, join_words
from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.emotions.records import FEELINGS, CheckIn

NOUNS = {
    "stressed": "stress",
    "angry": "anger",
    "inadequate": "inadequacy",
    "fearful": "fear",
    "resentful": "resentment",
}
"""Each feeling as a thing, for sentences: "Resentment is consistent"."""

SOME = 2
"""The step of the scale, called “some”, from which a day counts towards consistency."""

WINDOW_DAYS = 14
MINIMUM_WORKDAYS = 5


def has_feelings(check_in: CheckIn) -> bool:
    """True if at least one of the five feelings is answered."""
    return any(getattr(check_in, feeling) is not None for feeling in FEELINGS)


def toll(check_in: CheckIn) -> float | None:
    """The toll of a day: the mean of the feelings answered that day, 0 to 4; None if none is.

    >>> toll(CheckIn(day=date(2026, 1, 5), stressed=3, angry=0))
    1.5
    """
    answers = [answer for feeling in FEELINGS if (answer := getattr(check_in, feeling)) is not None]
    return fmean(answers) if answers else None


@dataclass(frozen=True)
class Consistency:
    """How often one feeling was there on the workdays of the last 14 days."""

    feeling: str
    days_felt: int
    """Workdays on which it was “some” or more."""
    n: int
    """Workdays on which it was answered."""

    @property
    def missing(self) -> int:
        """How many more workdays are needed before anything is said; 0 once there are enough."""
        return max(0, MINIMUM_WORKDAYS - self.n)

    @property
    def share(self) -> float:
        """The share of workdays on which it was felt, 0 to 1; NaN if there are none."""
        return self.days_felt / self.n if self.n else float("nan")

    @property
    def interval(self) -> Interval | None:
        """The 95 % Wilson interval around the share; None while workdays are missing."""
        return None if self.missing else wilson_interval(self.days_felt, self.n)

    @property
    def is_consistent(self) -> bool:
        """True if it was felt on half of the workdays or more, and there are enough of them to say so."""
        return not self.missing and 2 * self.days_felt >= self.n

    @property
    def label(self) -> str:
        """The numbers in short: "8 of 10 · 49–94 %", or what is missing."""
        if self.interval is None:
            return f"not enough yet: {self.n} of {MINIMUM_WORKDAYS} workdays"
        return (
            f"{self.days_felt} of {self.n} · {format_share_interval(self.interval.low, self.interval.high)}"
        )


def consistency(check_ins: Iterable[CheckIn], today: date) -> tuple[Consistency, ...]:
    """The consistency of each of the five feelings over the 14 days up to and including `today`."""
    first_day = today - timedelta(days=WINDOW_DAYS - 1)
    workdays = [c for c in check_ins if c.workday and first_day <= c.day <= today]
    return tuple(_consistency_of(feeling, workdays) for feeling in FEELINGS)


def _consistency_of(feeling: str, workdays: Iterable[CheckIn]) -> Consistency:
    answers = [answer for c in workdays if (answer := getattr(c, feeling)) is not None]
    return Consistency(feeling, days_felt=sum(answer >= SOME for answer in answers), n=len(answers))


def consistency_finding(results: Sequence[Consistency]) -> str:
    """What the shares say, as a heading: "Resentment is consistent; fear is not".

    Feelings with too few workdays are left out; if all have too few, it says how many there are.
    """
    known = [result for result in results if not result.missing]
    if not known:
        return f"Not enough yet: {max(result.n for result in results)} of {MINIMUM_WORKDAYS} workdays"
    yes = [NOUNS[result.feeling] for result in known if result.is_consistent]
    no = [NOUNS[result.feeling] for result in known if not result.is_consistent]
    if not yes:
        return "No feeling is consistent"
    if len(yes) == len(FEELINGS):
        return "All five feelings are consistent"
    finding = f"{join_words(yes).capitalize()} {_are(len(yes))} consistent"
    if not no:
        return finding
    others = join_words(no) if len(no) <= 2 else f"the other {_COUNTS[len(no)]}"
    return f"{finding}; {others} {_are(len(no))} not"


@dataclass(frozen=True)
class WeekToll:
    """The toll of one week, Monday to Sunday."""

    monday: date
    mean: float
    """The mean of its days' tolls, 0 to 4."""
    n: int
    """Days of it that have a toll."""


def weekly_toll(check_ins: Iterable[CheckIn]) -> tuple[WeekToll, ...]:
    """The toll of every ISO week that has one, oldest first.

    Weeks without an answered feeling are absent; whoever counts weeks in a row looks at the Mondays.
    """
    tolls: dict[date, list[float]] = {}
    for check_in in check_ins:
        value = toll(check_in)
        if value is not None:
            tolls.setdefault(monday_of(check_in.day), []).append(value)
    return tuple(WeekToll(monday, fmean(values), len(values)) for monday, values in sorted(tolls.items()))


def newest_toll(check_ins: Iterable[CheckIn], today: date) -> str:
    """The toll of this week and the week before in one sentence; what to do if there is none."""
    monday = monday_of(today)
    weeks = {week.monday: week for week in weekly_toll(check_ins)}
    this_week, week_before = weeks.get(monday), weeks.get(monday - timedelta(weeks=1))
    if this_week is None and week_before is None:
        return "No check-in this week or last. Half a minute is enough for one."
    return (
        f"Toll this week: {_in_words(this_week)}. Last week: {_in_words(week_before)}. "
        "It is the mean of your feelings, from 0 (none) to 4 (extreme)."
    )


def _in_words(week: WeekToll | None) -> str:
    if week is None:
        return "no check-in"
    return f"{format_number(week.mean, decimals=1)} on {counted(week.n, 'day')}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


_COUNTS = {3: "three", 4: "four"}
