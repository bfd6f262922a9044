"""How old the postings are, and how many say again what another has said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median

from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.market.market import Market

AGES = (
    (0, "up to a week"),
    (8, "8 to 30 days"),
    (31, "1 to 3 months"),
    (93, "3 to 12 months"),
    (366, "over a year"),
)
"""From how many days on, and what that group is called."""


@dataclass(frozen=True)
class Ages:
    """Of all the postings, repeats among them."""

    n: int
    dated: int
    """How many say when they were posted."""
    groups: tuple[tuple[str, int], ...]
    """What each group of `AGES` is called, and how many of the dated ones are in it."""
    median_days: float | None
    closed: int
    """How many say that they were closed by today."""
    repeats: int
    """How many repeat another: the same vacancy with another link or date."""

    @property
    def share_of_repeats(self) -> float:
        """From 0 to 1; 0 if there are no postings."""
        return self.repeats / self.n if self.n else 0.0

    @property
    def interval_of_repeats(self) -> Interval | None:
        """Around that share; None if there are no postings."""
        return wilson_interval(self.repeats, self.n) if self.n else None


def ages(market: Market, today: date) -> Ages:
    """The ages of a role's postings on a day. A posting from after `today` counts as new."""
    postings = [one.posting for one in market.read]
    days = [max(0, (today - posting.posted).days) for posting in postings if posting.posted]
    bounds = [*(least for least, _ in AGES[1:]), None]
    groups = tuple(
        (label, sum(least <= age and (most is None or age < most) for age in days))
        for (least, label), most in zip(AGES, bounds, strict=True)
    )
    return Ages(
        n=len(postings),
        dated=len(days),
        groups=groups,
        median_days=median(days) if days else None,
        closed=sum(posting.closing is not None and posting.closing < today for posting in postings),
        repeats=len(market.read) - len(market.distinct),
    )
