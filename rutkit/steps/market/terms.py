"""What postings ask for and offer beside skills: years, education, pay, place, level and kind of employment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import quantiles

from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.market.extract.education import LEVELS
from rutkit.steps.market.market import Market, ReadPosting

FEWEST_SALARIES = 6
"""Below this, no interval around the median can be given at all."""

YEARS = ((0, "under 1"), (1, "1"), (2, "2"), (3, "3–4"), (5, "5–6"), (7, "7–9"), (10, "10 or more"))
"""From how many years on, and what that group is called."""
WORKPLACES = ("remote", "hybrid", "on site")
SENIORITIES = ("intern", "junior", "mid", "senior", "lead", "manager", "executive")
EMPLOYMENTS = (
    "full-time",
    "full-time or part-time",
    "part-time",
    "contract",
    "temporary",
    "internship",
    "apprenticeship",
)


@dataclass(frozen=True)
class Part:
    """What some of the postings say."""

    label: str
    count: int
    n: int
    """All postings, those that say nothing among them."""

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.count / self.n

    @property
    def interval(self) -> Interval:
        """Around the share."""
        return wilson_interval(self.count, self.n)


@dataclass(frozen=True)
class Distribution:
    """What the postings say of one matter, and how many say nothing of it."""

    parts: tuple[Part, ...]
    """In their natural order; those that no posting names are among them."""
    n: int
    unsaid: int

    @property
    def said(self) -> int:
        """How many postings say something."""
        return self.n - self.unsaid


@dataclass(frozen=True)
class Salaries:
    """Yearly pay in one currency: of each posting the middle of what it offers, made a full year's."""

    currency: str
    count: int
    low: float
    """The first quartile: a quarter of the postings offer less. All figures are in the currency, a year."""
    middle: float
    """The median."""
    high: float
    """The third quartile."""
    interval: Interval | None
    """Around the median; None below `FEWEST_SALARIES`."""
    all: tuple[float, ...]
    """Every posting's, rising."""


def years(market: Market) -> Distribution:
    """How many years of experience are asked for; of several demands in a posting the highest counts."""
    return _distribution(market, [label for _, label in YEARS], lambda one: _years_label(least_years(one)))


def least_years(one: ReadPosting) -> float | None:
    """The years that a posting asks for at least; None if it names none."""
    asked = [low if low is not None else 0.0 for low, _ in one.gist.years]
    return max(asked, default=None)


def education(market: Market) -> Distribution:
    """The lowest level of education that each posting names: what it takes to apply."""
    return _distribution(market, LEVELS, least_education)


def least_education(one: ReadPosting) -> str | None:
    """The lowest level that a posting names; None if it names none."""
    named = [level for level, _ in one.gist.education]
    return min(named, key=LEVELS.index, default=None)


def experience_instead(market: Market) -> Part | None:
    """How many of the postings that name a level take experience in its place; None if none names a level."""
    named = [one for one in market.distinct if one.gist.education]
    instead = sum(any(or_equivalent for _, or_equivalent in one.gist.education) for one in named)
    return Part("or experience", instead, len(named)) if named else None


def workplaces(market: Market) -> Distribution:
    """Where the work is done."""
    return _distribution(market, WORKPLACES, lambda one: one.gist.workplace)


def seniorities(market: Market) -> Distribution:
    """At what level the jobs are."""
    return _distribution(market, SENIORITIES, lambda one: one.gist.seniority)


def employments(market: Market) -> Distribution:
    """On what terms people are employed."""
    return _distribution(market, EMPLOYMENTS, lambda one: one.gist.employment)


def salaries(market: Market) -> tuple[Salaries, ...]:
    """What is paid a year, apart for each currency, the most frequent currency first."""
    offers: dict[str, list[float]] = {}
    for one in market.distinct:
        pay = yearly_pay(one)
        if pay is not None and one.gist.salary:
            offers.setdefault(one.gist.salary.currency, []).append(pay)
    spreads = [_salaries(currency, sorted(pays)) for currency, pays in offers.items()]
    return tuple(sorted(spreads, key=lambda spread: (-spread.count, spread.currency)))


def yearly_pay(one: ReadPosting) -> float | None:
    """The middle of what a posting offers for a full year, in its own currency; None if it names no sum."""
    salary = one.gist.salary
    bounds = (
        [bound for bound in (salary.annual_min, salary.annual_max) if bound is not None] if salary else []
    )
    return sum(bounds) / len(bounds) if bounds else None


def _distribution(
    market: Market, labels: Sequence[str], of: Callable[[ReadPosting], str | None]
) -> Distribution:
    counts = Counter(of(one) for one in market.distinct)
    parts = tuple(Part(label, counts[label], market.n) for label in labels)
    return Distribution(parts, market.n, market.n - sum(part.count for part in parts))


def _years_label(asked: float | None) -> str | None:
    return None if asked is None else next(label for least, label in reversed(YEARS) if asked >= least)


def _salaries(currency: str, pays: Sequence[float]) -> Salaries:
    low, middle, high = quantiles(pays, n=4, method="inclusive") if len(pays) > 1 else 3 * [*pays]
    return Salaries(currency, len(pays), low, middle, high, median_interval(pays), tuple(pays))


def median_interval(rising: Sequence[float], confidence: float = 0.95) -> Interval | None:
    """The interval around a median, between two of the values themselves; None below `FEWEST_SALARIES`.

    It assumes nothing of how the values are spread, and holds the median in at least so many cases, however few values
    there are: how many of them lie below it is binomial, with a half. Source: W. J. Conover, "Practical Nonparametric
    Statistics", 3rd edition (1999), section 3.2.
    """
    from scipy.special import bdtrik

    n = len(rising)
    if n < FEWEST_SALARIES:
        return None
    rank = ceil(bdtrik((1 - confidence) / 2, n, 0.5))
    return Interval(rising[rank - 1], rising[n - rank], confidence)
