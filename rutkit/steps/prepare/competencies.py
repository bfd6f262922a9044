"""Which competencies the person's postings ask for: soft skills and methods, as step 5 read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rutkit.formatting import counted, format_share, format_share_interval
from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.market.extract.reading import Kind
from rutkit.steps.market.market import FEWEST_FOR_A_FINDING, Market

FEWEST_ASKING = 2
LEAST_SHARE = 0.05
"""What a single posting asks for, or fewer than one in twenty, is no reason to write a story."""

KINDS = (Kind.SOFT, Kind.METHOD)
"""What an interview asks stories about; tools and certificates are shown otherwise."""


@dataclass(frozen=True)
class Competency:
    """How many of `n` different postings ask for a soft skill or a method."""

    name: str
    """Its standard name."""
    asked: int
    n: int

    @property
    def share(self) -> float:
        """Of all postings, from 0 to 1."""
        return self.asked / self.n

    @property
    def interval(self) -> Interval:
        """The 95 % Wilson interval around the share."""
        return wilson_interval(self.asked, self.n)

    @property
    def in_words(self) -> str:
        """The share with its interval: "26 % (17–38 %)"."""
        interval = format_share_interval(self.interval.low, self.interval.high)
        return f"{format_share(self.share)} ({interval})"


@dataclass(frozen=True)
class AskedFor:
    """What the postings of all target roles ask for."""

    competencies: tuple[Competency, ...] = ()
    """The most wanted first; none from fewer than five postings."""
    n: int = 0
    """Different postings that were read."""
    roles: int = 0
    """Target roles that they are for."""

    @property
    def in_words(self) -> str:
        """What the shares are shares of: "n = 41 postings for 2 target roles"."""
        return f"n = {counted(self.n, 'posting')} for {counted(self.roles, 'target role')}"

    @property
    def missing(self) -> str:
        """What to do so that there are competencies to go by; empty if there are."""
        if self.competencies:
            return ""
        if self.n < FEWEST_FOR_A_FINDING:
            return f"Not enough yet: {self.n} of {FEWEST_FOR_A_FINDING} postings read. Step 5 reads them."
        return "Your postings agree on no soft skill or method. Step 5 reads further ones."


def asked_for(markets: Iterable[Market]) -> AskedFor:
    """Count over the markets of all roles; a posting and what repeats it count once."""
    counts: Counter[str] = Counter()
    n = roles = 0
    for market in markets:
        n += market.n
        roles += market.n > 0
        for one in market.distinct:
            counts.update(name for name in one.asked if market.kinds[name] in KINDS)
    if n < FEWEST_FOR_A_FINDING:
        return AskedFor(n=n, roles=roles)
    found = [
        Competency(name, asked, n)
        for name, asked in counts.items()
        if asked >= FEWEST_ASKING and asked / n >= LEAST_SHARE
    ]
    return AskedFor(tuple(sorted(found, key=lambda one: (-one.asked, one.name))), n, roles)
