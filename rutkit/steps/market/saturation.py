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
LITTLE_NEWS = 0.2
"""How much of what the last ten ask for may be new, as a share, once you have seen enough. A choice, not a finding:
among ads of four British trades it was reached after some 110 to 200."""
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
    last_asked: float
    """How many requirements ten postings name on average, new or not."""

    @property
    def enough(self) -> bool | None:
        """Whether the curve has flattened; None while it is too early to say."""
        if self.n < FEWEST_POSTINGS:
            return None
        return self.last_added <= LITTLE_NEWS * self.last_asked

    @property
    def sentence(self) -> str:
        """The finding, for people."""
        if self.enough is None:
            return f"Not enough yet: {self.n} of {FEWEST_POSTINGS} different postings."
        count = round(self.last_added)
        new = f"{format_number(count)} are new" if count > 1 else "1 is new" if count else "none is new"
        asked = counted(round(self.last_asked), "requirement")
        if self.enough:
            return f"You have seen enough: of {asked} that the last ten postings name, {new}."
        return f"Read on: of {asked} that the last ten postings name, {new}."


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
    asked = sum(times * many for times, many in frequencies.items())
    return Saturation(n, seen, curve, seen - before, LAST * asked / n if n else 0.0)


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
