"""What employers ask for, as far as this step needs to know it, and how far own skills meet it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rutkit.formatting import format_share, format_share_interval
from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.skill_names import standard_key
from rutkit.steps.skills.records import Skill

FULL_LEVEL = 4
"""“Use it alone”. Postings name skills, not levels: whoever uses one alone meets what they ask for."""

HAVE_FROM = 3
"""“Use it with help”: from here on it may be said in an application that one has a skill."""


@dataclass(frozen=True)
class Demand:
    """How many of the postings for a role ask for a skill."""

    name: str
    """The skill's standard name."""
    share: float
    """0 to 1, of all postings read."""
    n: int
    """Postings read."""
    required_share: float
    """0 to 1: the share that requires it, rather than preferring or merely naming it."""

    @property
    def interval(self) -> Interval:
        """The 95 % Wilson interval around `share`."""
        return wilson_interval(round(self.share * self.n), self.n)

    @property
    def in_words(self) -> str:
        """The share with its interval and n: "46 % of 76 postings (35–57 %)"."""
        interval = format_share_interval(self.interval.low, self.interval.high)
        return f"{format_share(self.share)} of {self.n:,} postings ({interval})"


def own_levels(skills: Iterable[Skill]) -> dict[str, int]:
    """The level of each skill by its `standard_key`; a skill without a level is not among them.

    Of a skill that is listed under two names, the higher level counts.
    """
    levels: dict[str, int] = {}
    for skill in skills:
        if skill.level is not None:
            key = standard_key(skill.name)
            levels[key] = max(skill.level, levels.get(key, 0))
    return levels


def weights(demands: Sequence[Demand], skills: Iterable[Skill] = ()) -> dict[str, float]:
    """How much each skill counts, by its `standard_key`; together 1.

    A skill counts by its share of postings. Without postings, every skill on the person's list counts the same.
    """
    raw = {standard_key(demand.name): demand.share for demand in demands if demand.share > 0}
    if not raw:
        raw = {standard_key(skill.name): 1.0 for skill in skills}
    total = sum(raw.values())
    return {key: share / total for key, share in raw.items()}


def met(level: int) -> float:
    """How far a level meets what is asked for, from 0 to 1: each level up to `FULL_LEVEL` counts the same."""
    return min(level, FULL_LEVEL) / FULL_LEVEL


def coverage(weight: Mapping[str, float], levels: Mapping[str, int]) -> float:
    """How much of what is asked for one's skills meet, from 0 to 1: each by its weight and as far as it is `met`."""
    return sum(share * met(levels.get(key, 0)) for key, share in weight.items())
