"""How many of the postings ask for a skill, and how much they want it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.market.extract.reading import Kind, Requirement
from rutkit.steps.market.market import Market


@dataclass(frozen=True)
class Demand:
    """A skill among `n` postings, of which repeats count as one."""

    name: str
    kind: Kind
    n: int
    required: int
    preferred: int
    unstated: int

    @property
    def asked(self) -> int:
        """How many postings ask for it, in whichever way."""
        return self.required + self.preferred + self.unstated

    @property
    def share(self) -> float:
        """Of all postings, from 0 to 1."""
        return self.asked / self.n

    @property
    def interval(self) -> Interval:
        """Where the share lies among all postings of this sort, if these are a fair sample of them."""
        return wilson_interval(self.asked, self.n)


def demand(market: Market) -> tuple[Demand, ...]:
    """Every skill that any posting asks for, the most wanted first."""
    counts: dict[str, Counter[Requirement]] = {}
    for one in market.distinct:
        for name, requirement in one.asked.items():
            counts.setdefault(name, Counter())[requirement] += 1
    demands = [
        Demand(
            name,
            market.kinds[name],
            market.n,
            count[Requirement.REQUIRED],
            count[Requirement.PREFERRED],
            count[Requirement.UNSTATED],
        )
        for name, count in counts.items()
    ]
    return tuple(sorted(demands, key=lambda one: (-one.asked, -one.required, one.name)))
