"""Whether more postings would still tell anything new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, lgamma

from rutkit.formatting import counted, format_number
from rutkit.steps.market.market import Market

LAST = 10
"""Postings whose news is weighed."""
FEWEST_POSTINGS = 20
"""Different postings below which it is too early to say."""
LITTLE_NEWS = 0.05
"""What the last ten add, as a share of all that was seen, below which you have seen enough."""
MOST_POINTS = 100
"""Of the curve."""


@dataclass(frozen=True)
class Saturation:
    """How the number of different requirements grows with the postings read."""

    n: int
    seen: int
    """Different requirements in all."""
    curve: tuple[tuple[int, float], ...]
    """How many postings, and how many different requirements these name on average."""
    last_added: float
    """How many new ones the last ten postings added, on average over every order in which they could have been read."""

    @property
    def enough(self) -> bool | None:
        """Whether the curve has flattened; None while it is too early to say."""
        if self.n < FEWEST_POSTINGS:
            return None
        return self.last_added <= LITTLE_NEWS * self.seen

    @property
    def sentence(self) -> str:
        """The finding, for people."""
        if self.enough is None:
            return f"Not enough yet: {self.n} of {FEWEST_POSTINGS} different postings."
        news = counted(round(self.last_added), "new requirement")
        seen = format_number(self.seen)
        if self.enough:
            return f"You have seen enough: the last ten postings added {news} to the {seen} you know."
        return f"Read on: the last ten postings still added {news}, of {seen} in all."


def saturation(market: Market) -> Saturation:
    """The curve of a role's requirements, repeats left out.

    It does not depend on the order in which the postings came. Source: R. K. Colwell and others, "Models and estimators
    linking individual-based and sample-based rarefaction, extrapolation and comparison of assemblages", Journal of
    Plant Ecology 5 (2012), 3–21, sample-based rarefaction.
    """
    frequencies = Counter(Counter(name for one in market.distinct for name in one.asked).values())
    n, seen = market.n, frequencies.total()
    curve = tuple((count, _expected(frequencies, count, n)) for count in _points(n))
    before = _expected(frequencies, max(0, n - LAST), n)
    return Saturation(n, seen, curve, seen - before)


def _expected(frequencies: Counter[int], count: int, n: int) -> float:
    """How many different requirements `count` of the `n` postings name on average.

    `frequencies` says of how many postings a requirement is named in, how many requirements that is so.
    """
    return sum(many * (1 - _missed(times, count, n)) for times, many in frequencies.items())


def _missed(times: int, count: int, n: int) -> float:
    """The odds that none of `count` postings, drawn from `n`, is one of the `times` that name a requirement."""
    if not count:
        return 1.0
    if count > n - times:
        return 0.0
    return exp(lgamma(n - times + 1) + lgamma(n - count + 1) - lgamma(n - times - count + 1) - lgamma(n + 1))


def _points(n: int) -> Iterable[int]:
    if n <= MOST_POINTS:
        return range(n + 1)
    return sorted({round(place * n / MOST_POINTS) for place in range(MOST_POINTS + 1)})
