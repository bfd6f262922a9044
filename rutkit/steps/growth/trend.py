"""The monthly answers: what they were, whether they rise or fall, and what that line says for the next year.

A straight line by least squares, with Student’s t for its intervals: N. R. Draper and H. Smith, "Applied Regression
Analysis", 3rd edition (1998), chapter 1. It takes the answers of different months for independent of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import fmean

from rutkit.dates import add_months, months_between
from rutkit.formatting import counted, format_interval, format_month, format_number, join_words
from rutkit.statistics import Interval
from rutkit.steps.growth.records import QUESTIONS, GrowthCheck

NAMES = {"learning": "learning", "challenged": "challenge", "keeping_up": "keeping up"}
"""Each question as a thing, for sentences: "Learning falls"."""

HIGHEST = 10
"""Answers go from 0 to this."""

WINDOW_MONTHS = 24
"""Older answers say little about where things go now."""

MINIMUM_MONTHS = 4
MINIMUM_MONTHS_AHEAD = 6
"""To look a year ahead takes at least half a year to look back on."""

MONTHS_AHEAD = 12
AHEAD_CONFIDENCE = 0.8
WIDE = 5
"""A range ahead that spans more points than this, half of the scale, leaves the year open."""

_ROUNDING = sqrt(1 / 12)
"""The spread that rounding to whole numbers alone brings; answers are never surer than that."""


@dataclass(frozen=True)
class MonthlyAnswer:
    """One question in one month."""

    month: date
    value: int
    """0 to 10."""


def monthly_answers(checks: Iterable[GrowthCheck], question: str, today: date) -> tuple[MonthlyAnswer, ...]:
    """The answers to one question (a field name) in the last 24 months, oldest first; months to come do not count."""
    first = add_months(today, 1 - WINDOW_MONTHS)
    return tuple(
        MonthlyAnswer(check.month, value)
        for check in sorted(checks, key=lambda check: check.month)
        if first <= check.month <= today and (value := getattr(check, question)) is not None
    )


@dataclass(frozen=True)
class Line:
    """A straight line through the answers to one question."""

    n: int
    """Months answered."""
    middle: date
    """The month from which `center` counts."""
    center: float
    """The mean of the months answered, in months after `middle`."""
    level: float
    """The line at `center`, which is the mean of the answers."""
    slope: float
    """Points a month; negative when the answers fall."""
    spread: float
    """The standard deviation of the answers around the line."""
    width: float
    """The sum of the squared distances of the months from `center`."""

    def at(self, month: date) -> float:
        """The line in a month, which may leave the scale."""
        return self.level + self.slope * self._distance(month)

    @property
    def change_a_year(self) -> Interval:
        """The 95 % interval around the change in a year, in points."""
        reach = _students_t(0.95, self.n - 2) * self.spread / sqrt(self.width)
        return Interval(12 * (self.slope - reach), 12 * (self.slope + reach), 0.95)

    @property
    def direction(self) -> int:
        """1 if the answers rise, −1 if they fall, 0 if the interval around the change does not tell."""
        change = self.change_a_year
        return (change.low > 0) - (change.high < 0)

    def answer_in(self, month: date) -> Interval:
        """Where the answer in a month lies in 80 of 100 cases if the line goes on, as far as the scale goes."""
        distance = self._distance(month)
        spread = self.spread * sqrt(1 + 1 / self.n + distance**2 / self.width)
        reach = _students_t(AHEAD_CONFIDENCE, self.n - 2) * spread
        # A line that has left the scale is taken to go along its end: never surer there than within.
        middle = _clip(self.at(month))
        return Interval(_clip(middle - reach), _clip(middle + reach), AHEAD_CONFIDENCE)

    def _distance(self, month: date) -> float:
        return months_between(self.middle, month) - self.center


def fit(answers: Sequence[MonthlyAnswer]) -> Line:
    """The line through at least three answers of different months.

    Raises:
        ValueError: there are fewer.
    """
    if len(answers) < 3:
        raise ValueError(f"a line with an interval needs three months, not {len(answers)}")
    first = answers[0].month
    times = [months_between(first, answer.month) for answer in answers]
    center, level = fmean(times), fmean(answer.value for answer in answers)
    width = sum((time - center) ** 2 for time in times)
    slope = (
        sum((time - center) * (answer.value - level) for time, answer in zip(times, answers, strict=True))
        / width
    )
    squares = sum(
        (answer.value - level - slope * (time - center)) ** 2
        for time, answer in zip(times, answers, strict=True)
    )
    spread = max(sqrt(squares / (len(answers) - 2)), _ROUNDING)
    return Line(len(answers), first, center, level, slope, spread, width)


@dataclass(frozen=True)
class Trend:
    """One question over the months."""

    question: str
    answers: tuple[MonthlyAnswer, ...]

    @property
    def n(self) -> int:
        """Months answered."""
        return len(self.answers)

    @property
    def name(self) -> str:
        """The question as a thing."""
        return NAMES[self.question]

    @property
    def line(self) -> Line | None:
        """The line through the answers; None below four months."""
        return fit(self.answers) if self.n >= MINIMUM_MONTHS else None

    @property
    def label(self) -> str:
        """The change in short: "−2.4 points a year (−3.5 to −1.2)", or what is missing."""
        if self.line is None:
            return f"not enough yet: {self.n} of {MINIMUM_MONTHS} months"
        change = self.line.change_a_year
        points = format_number(12 * self.line.slope, decimals=1)
        return f"{points} points a year ({format_interval(change.low, change.high)})"


def trends(checks: Sequence[GrowthCheck], today: date) -> tuple[Trend, ...]:
    """The three questions over the last 24 months."""
    return tuple(Trend(question, monthly_answers(checks, question, today)) for question in QUESTIONS)


def trends_finding(found: Sequence[Trend]) -> str:
    """What rises and what falls, as a heading: "Learning falls; the others show no clear trend"."""
    lines = [(trend, trend.line) for trend in found if trend.line is not None]
    if not lines:
        return f"Not enough yet: {max(trend.n for trend in found)} of {MINIMUM_MONTHS} months"
    falling = [trend.name for trend, line in lines if line.direction < 0]
    rising = [trend.name for trend, line in lines if line.direction > 0]
    unclear = [trend.name for trend, line in lines if line.direction == 0]
    if not falling and not rising:
        return f"No clear trend in {counted(max(trend.n for trend, _ in lines), 'month')}"
    parts = [
        f"{join_words(names)} {verb}{'s' if len(names) == 1 else ''}"
        for names, verb in ((falling, "fall"), (rising, "rise"), (unclear, "show"))
        if names
    ]
    said = "; ".join(parts) + (" no clear trend" if unclear else "")
    return said[0].upper() + said[1:]


@dataclass(frozen=True)
class YearAhead:
    """What the line says of one question twelve months from now, if nothing changes."""

    trend: Trend
    month: date
    range: Interval | None
    """0 to 10; None below six months."""

    @property
    def newest(self) -> MonthlyAnswer | None:
        """The last answer."""
        return self.trend.answers[-1] if self.trend.answers else None

    @property
    def is_open(self) -> bool:
        """True if the range is so wide that it says little."""
        return self.range is None or self.range.high - self.range.low > WIDE

    @property
    def label(self) -> str:
        """The range in words: "0.0 to 2.9", or what is missing."""
        if self.range is None:
            return f"not enough yet: {self.trend.n} of {MINIMUM_MONTHS_AHEAD} months"
        return format_interval(self.range.low, self.range.high)


def year_ahead(found: Sequence[Trend], today: date) -> tuple[YearAhead, ...]:
    """Each question a year from `today`."""
    month = add_months(today, MONTHS_AHEAD)
    return tuple(
        YearAhead(
            trend,
            month,
            trend.line.answer_in(month) if trend.line and trend.n >= MINIMUM_MONTHS_AHEAD else None,
        )
        for trend in found
    )


def year_ahead_finding(ahead: Sequence[YearAhead]) -> str:
    """The question that would stand lowest, as a heading."""
    if all(each.range is None for each in ahead):
        return f"Not enough yet: {max(each.trend.n for each in ahead)} of {MINIMUM_MONTHS_AHEAD} months"
    told = [(each.range.high, each) for each in ahead if each.range is not None and not each.is_open]
    if not told:
        return "The next year is open: every range is wide"
    high, lowest = min(told, key=lambda pair: pair[0])
    assert lowest.range is not None
    low = format_number(lowest.range.low, decimals=1)
    return (
        f"If nothing changes, {lowest.trend.name} would stand between {low} and {format_number(high, decimals=1)} "
        f"of {HIGHEST} in {format_month(lowest.month)}"
    )


def _clip(value: float) -> float:
    return min(max(value, 0.0), float(HIGHEST))


def _students_t(confidence: float, degrees: int) -> float:
    """How many standard deviations an interval reaches to each side."""
    from scipy.special import stdtrit

    return float(stdtrit(degrees, (1 + confidence) / 2))
