"""Six things that move: each as one reading a week, from the records or from what the workbook noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from rutkit.formatting import format_date, format_number, format_share
from rutkit.home.records import Measured, WeeklyMeasure
from rutkit.records import Record
from rutkit.steps.emotions.analysis import toll
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import Finances
from rutkit.steps.growth.records import GrowthCheck
from rutkit.steps.job_search.records import Application
from rutkit.steps.network.records import Contact
from rutkit.steps.skills.records import Skill

WEEKS = 52
"""How far back is looked."""

TOLL_DAYS = 14
FEWEST_TOLL_DAYS = 5
COUNTED_DAYS = 28
MONTH_DAYS = 28
"""A month as four weeks, so that both ends fall on the same day of the week."""


@dataclass(frozen=True)
class Reading:
    """How something stood on a day."""

    day: date
    value: float
    n: int
    """From how many records."""


@dataclass(frozen=True)
class Kind:
    """What is measured, and how it is written."""

    name: str
    """For the page's own use: "toll"."""
    title: str
    step: str
    record: type[Record]
    """What to write more of."""
    scale: str
    """What its numbers are, in words."""
    axis: str
    """The same in a word or two, for a small chart."""
    top: float | None
    """Where the axis ends, if the scale does."""
    how: str
    """How a reading is made, in one sentence."""
    empty: str
    """What to do so that there is one."""
    written: Callable[[float], str]
    holds: timedelta
    """How long a reading stands for how things are."""
    dated: Callable[[date], str] = format_date
    """How the day of a reading is written."""
    counted: str = ""
    """What a reading is made from: "day"; empty where it is a count itself."""


@dataclass(frozen=True)
class Measure:
    """Something that moves, with its readings, oldest first."""

    kind: Kind
    readings: tuple[Reading, ...]

    def on(self, day: date) -> Reading | None:
        """The newest reading that stands for this day; None if there is none, or it is too old."""
        before = [each for each in self.readings if each.day <= day]
        return before[-1] if before and day - before[-1].day < self.kind.holds else None


def _one_decimal(value: float) -> str:
    return format_number(value, decimals=1)


def _week_of(day: date) -> str:
    return f"the week of {format_date(day)}"


def _whole(value: float) -> str:
    return format_number(value, decimals=0)


TOLL = Kind(
    "toll",
    "The toll",
    "emotions",
    CheckIn,
    "Mean of the five feelings, 0 to 4",
    "0 to 4",
    4,
    f"The mean of the five feelings over {TOLL_DAYS} days, from {FEWEST_TOLL_DAYS} check-ins up.",
    f"{FEWEST_TOLL_DAYS} check-ins within two weeks give the first reading.",
    _one_decimal,
    timedelta(days=7),
    counted="day",
)
GROWTH = Kind(
    "growth",
    "Growth",
    "growth",
    GrowthCheck,
    "Mean of the three answers, 0 to 10",
    "0 to 10",
    10,
    "The mean of a month’s answers: learning, challenged, keeping up.",
    "The three questions of a month give the first reading.",
    _one_decimal,
    timedelta(days=62),
    counted="answer",
)
MONEY = Kind(
    "runway",
    "Months of money",
    "exit_plan",
    Finances,
    "Months after leaving",
    "Months",
    None,
    "Living as now, if you left this month and found no new job; noted once a week.",
    "“Your money” in step 2 gives the first reading; more than 60 months are not noted.",
    _one_decimal,
    timedelta(days=28),
    _week_of,
)
SKILLS = Kind(
    "skills",
    "Skills covered",
    "skills",
    Skill,
    "Of what postings ask for, in %",
    "%",
    100,
    "How much of what the postings of your role ask for your skills meet, weighed by demand; noted once a week.",
    "Five postings in step 5 and your skills in step 6 give the first reading.",
    lambda value: format_share(value / 100),
    timedelta(days=28),
    _week_of,
    "posting",
)
TOUCHES = Kind(
    "touches",
    "In touch",
    "network",
    Contact,
    "Times in four weeks",
    "In four weeks",
    None,
    f"How often you were in touch with somebody within {COUNTED_DAYS} days.",
    "Note once that you were in touch with somebody.",
    _whole,
    timedelta(days=7),
)
APPLICATIONS = Kind(
    "applications",
    "Applications",
    "job_search",
    Application,
    "Sent in four weeks",
    "In four weeks",
    None,
    f"How many you sent within {COUNTED_DAYS} days.",
    "Write down the first one that you send.",
    _whole,
    timedelta(days=7),
)


def tolls(check_ins: Iterable[CheckIn], today: date) -> Measure:
    """The toll over two weeks, week by week."""
    by_day = {each.day: value for each in check_ins if (value := toll(each)) is not None}

    def reading(end: date) -> Reading | None:
        days = (end - timedelta(days=back) for back in range(TOLL_DAYS))
        values = [by_day[day] for day in days if day in by_day]
        return Reading(end, fmean(values), len(values)) if len(values) >= FEWEST_TOLL_DAYS else None

    return Measure(TOLL, _weekly(reading, today))


def growths(checks: Iterable[GrowthCheck], today: date) -> Measure:
    """The three answers of each month."""
    readings = []
    for check in sorted(checks, key=lambda each: each.month):
        answers = [each for each in (check.learning, check.challenged, check.keeping_up) if each is not None]
        if answers and today - timedelta(weeks=WEEKS) <= check.month <= today:
            readings.append(Reading(check.month, fmean(answers), len(answers)))
    return Measure(GROWTH, tuple(readings))


def noted(kind: Kind, what: Measured, notes: Iterable[WeeklyMeasure], today: date) -> Measure:
    """What the workbook noted week by week."""
    first = today - timedelta(weeks=WEEKS)
    mine = (each for each in notes if each.what == what and first <= each.week <= today)
    return Measure(
        kind,
        tuple(Reading(each.week, each.value, each.n) for each in sorted(mine, key=lambda each: each.week)),
    )


def counts(kind: Kind, days: Sequence[date], today: date) -> Measure:
    """How often something was done within four weeks, from four weeks after the first time on."""
    past = [day for day in days if day <= today]
    begin = min(past, default=today) + timedelta(days=COUNTED_DAYS - 1)

    def reading(end: date) -> Reading | None:
        times = sum(0 <= (end - day).days < COUNTED_DAYS for day in past)
        return Reading(end, times, times) if end >= begin or (end == today and past) else None

    return Measure(kind, _weekly(reading, today))


def _weekly(reading: Callable[[date], Reading | None], today: date) -> tuple[Reading, ...]:
    ends = (today - timedelta(weeks=back) for back in reversed(range(WEEKS)))
    return tuple(found for end in ends if (found := reading(end)) is not None)


@dataclass(frozen=True)
class Change:
    """How something stands, beside how it stood."""

    kind: Kind
    now: Reading | None
    a_week_ago: Reading | None
    a_month_ago: Reading | None
    at_the_start: Reading | None
    """The first reading, if it is older than a month."""


def change(measure: Measure, today: date) -> Change:
    """How a measure stands today beside a week, a month and the whole way ago."""
    month_ago = today - timedelta(days=MONTH_DAYS)
    first = measure.readings[0] if measure.readings else None
    return Change(
        measure.kind,
        measure.on(today),
        measure.on(today - timedelta(days=7)),
        measure.on(month_ago),
        first if first and first.day < month_ago else None,
    )
