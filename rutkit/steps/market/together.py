"""Skills that go together: who asks for the one asks for the other more often than others do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.market.demand import demand
from rutkit.steps.market.market import Market

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST_POSTINGS = 20
"""Different postings below which nothing is said."""
FEWEST_TOGETHER = 5
"""Postings that must ask for both."""
MOST_SKILLS = 150
"""The most wanted ones are compared."""


@dataclass(frozen=True)
class Together:
    """Two skills, and how often the postings that ask for `skill` ask for `other` as well."""

    skill: str
    other: str
    both: int
    with_skill: int
    with_other: int
    n: int

    @property
    def share(self) -> float:
        """Of the postings that ask for the skill, those that ask for the other too."""
        return self.both / self.with_skill

    @property
    def interval(self) -> Interval:
        """Around that share."""
        return wilson_interval(self.both, self.with_skill)

    @property
    def share_elsewhere(self) -> float:
        """Of the postings that do not ask for the skill, those that ask for the other; 0 if there are none."""
        elsewhere = self.n - self.with_skill
        return (self.with_other - self.both) / elsewhere if elsewhere else 0.0

    @property
    def lift(self) -> float:
        """How many times as often as among all postings; 1 means that the two have nothing to do with each other."""
        return self.share / (self.with_other / self.n)


def pairs(market: Market, *, most: int = 30) -> tuple[Together, ...]:
    """The pairs that go together most clearly, by lift; each once, the rarer skill first.

    Only those whose interval lies above what is usual among all postings. Empty below `FEWEST_POSTINGS`.
    """
    names, counts = _counted(market)
    found = [
        _together(names, counts, first, second, market.n)
        for first in range(len(names))
        for second in range(first)
        if counts[first, second] >= FEWEST_TOGETHER
    ]
    clear = [pair for pair in found if pair.interval.low > pair.with_other / pair.n]
    return tuple(sorted(clear, key=lambda pair: (-pair.lift, -pair.both, pair.skill))[:most])


def _counted(market: Market) -> tuple[list[str], NDArray[np.int64]]:
    """The most wanted skills, and for each two how many postings ask for both: shape `(skills, skills)`."""
    import numpy as np

    if market.n < FEWEST_POSTINGS:
        return [], np.zeros((0, 0), dtype=np.int64)
    frequent = [one for one in demand(market) if one.asked >= FEWEST_TOGETHER]
    names = [one.name for one in frequent[:MOST_SKILLS]]
    column = {name: place for place, name in enumerate(names)}
    asked = np.zeros((market.n, len(names)), dtype=np.float32)
    for row, one in enumerate(market.distinct):
        asked[row, [column[name] for name in one.asked if name in column]] = 1
    return names, np.rint(asked.T @ asked).astype(np.int64)


def _together(names: list[str], counts: NDArray[np.int64], first: int, second: int, n: int) -> Together:
    return Together(
        names[first],
        names[second],
        int(counts[first, second]),
        int(counts[first, first]),
        int(counts[second, second]),
        n,
    )
