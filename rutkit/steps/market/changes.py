"""What is asked for more or less often than before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rutkit.formatting import counted, format_date
from rutkit.statistics import Interval, difference_of_shares
from rutkit.steps.market.market import Market, ReadPosting

FEWEST_POSTINGS = 30
"""Different, dated postings that each of the two periods needs; below this nothing is compared."""
FEWEST_ASKED = 10
"""Postings of both periods together that must ask for a skill."""

Verdict = Literal["rising", "falling", "not clear"]


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both among them, and how many postings are from these."""

    first: date
    last: date
    n: int


@dataclass(frozen=True)
class Change:
    """How often a skill is asked for in each of two periods."""

    skill: str
    earlier: int
    earlier_n: int
    later: int
    later_n: int
    interval: Interval
    """Around the difference of the shares, from −1 to 1."""

    @property
    def difference(self) -> float:
        """The later share less the earlier one."""
        return self.later / self.later_n - self.earlier / self.earlier_n

    @property
    def verdict(self) -> Verdict:
        """What can be said: only if the interval holds nothing of the other direction."""
        if self.interval.low > 0:
            return "rising"
        return "falling" if self.interval.high < 0 else "not clear"


@dataclass(frozen=True)
class Changes:
    """Two periods, and every skill that can be compared between them."""

    earlier: Period | None
    later: Period | None
    skills: tuple[Change, ...]
    """The greatest rise first, the greatest fall last. Empty if there is not enough to compare."""
    not_enough: str
    """Why nothing is compared, in a sentence; empty if it is."""


def changes(market: Market, since: date | None = None) -> Changes:
    """What rose and what fell from the postings before `since` to those from that day on.

    Without a day, it is the one that parts the dated postings into halves. The intervals are so wide that of all the
    skills compared with each other not even one seems to rise or fall by chance, in 95 of 100 cases (Bonferroni).
    """
    dated = sorted((one for one in market.distinct if one.posting.posted), key=_posted)
    if since is None and dated:
        since = _posted(dated[len(dated) // 2])
    earlier = [one for one in dated if since and _posted(one) < since]
    later = dated[len(earlier) :]
    periods = _period(earlier), _period(later)
    fewest = min(len(earlier), len(later))
    if fewest < FEWEST_POSTINGS:
        return Changes(*periods, (), _not_enough(fewest, len(market.distinct) - len(dated), since))
    before, after = _counts(earlier), _counts(later)
    compared = [name for name, count in (before + after).items() if count >= FEWEST_ASKED]
    found = [
        Change(
            name,
            before[name],
            len(earlier),
            after[name],
            len(later),
            difference_of_shares(
                (after[name], len(later)), (before[name], len(earlier)), confidence=1 - 0.05 / len(compared)
            ),
        )
        for name in compared
    ]
    return Changes(*periods, tuple(sorted(found, key=lambda one: (-one.difference, one.skill))), "")


def _posted(one: ReadPosting) -> date:
    return one.posting.posted or date.min


def _period(postings: Sequence[ReadPosting]) -> Period | None:
    return Period(_posted(postings[0]), _posted(postings[-1]), len(postings)) if postings else None


def _counts(postings: Sequence[ReadPosting]) -> Counter[str]:
    return Counter(name for one in postings for name in one.asked)


def _not_enough(fewest: int, undated: int, since: date | None) -> str:
    if since is None:
        return "None of these postings says when it was posted, so nothing can be compared over time."
    without = f" {counted(undated, 'posting')} without a date cannot be placed." if undated else ""
    return (
        f"Not enough yet: {fewest} of {FEWEST_POSTINGS} postings on one side of {format_date(since)}, "
        f"and as many are needed on both.{without}"
    )
