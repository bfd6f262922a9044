"""The planner's question in plain data: what could be learned, what it is worth, and what it may take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import ceil

from rutkit.steps.skills.demand import FULL_LEVEL, met


@dataclass(frozen=True)
class Option:
    """A resource as the planner sees it. Weeks are counted from 0, the plan's first."""

    id: str
    hours: float
    """Still to be done."""
    cost: Decimal = Decimal(0)
    """Still to be paid."""
    teaches: Mapping[str, int] | None = None
    """Up to which level, by `standard_key`."""
    chance: float = 1.0
    """Of finishing it, from 0 to 1, once what it builds on is finished."""
    pace: float | None = None
    """Hours it takes each week, week after week; None if they may be spread at will."""
    opens: int = 0
    """The first week in which it can be learned."""
    is_dated: bool = False
    """True if it begins in `opens` or not at all. Only with a pace."""
    after: frozenset[str] = frozenset()
    """Ids of the options that must be finished before this one begins."""
    is_wished: bool = False
    """True if it is to be in the plan in any case."""

    @property
    def duration(self) -> int:
        """Weeks it takes at its own pace; 0 without one."""
        return ceil(self.hours / self.pace - _HAIR) if self.pace else 0

    def hours_in(self, week: int, start: int) -> float:
        """What it takes in `week` at its own pace if it begins in the week `start`."""
        assert self.pace
        gone = (week - start) * self.pace
        return min(self.pace, self.hours - gone) if week >= start and gone < self.hours - _HAIR else 0.0


_HAIR = 1e-9
"""Against what is lost in binary: 12 hours at 0.4 a week are 30 weeks, not 31."""


@dataclass(frozen=True)
class Gain:
    """Some levels of a skill that are not reached yet, and all that leads to the highest of them."""

    skill: str
    worth: float
    """In coverage, from 0 to 1."""
    options: tuple[str, ...]
    """Ids of the options that teach it so far or farther."""


@dataclass(frozen=True)
class Problem:
    """What could be learned, what it is worth, and what it may take."""

    options: tuple[Option, ...]
    """Together with all that they come after, and without a circle."""
    gains: tuple[Gain, ...]
    hours_a_week: float
    budget: Decimal
    weeks: int

    @cached_property
    def by_id(self) -> dict[str, Option]:
        """The options by their ids."""
        return {option.id: option for option in self.options}

    @cached_property
    def before(self) -> dict[str, frozenset[str]]:
        """For each option all that must be finished first, directly or through others."""
        return closure({option.id: option.after for option in self.options})

    @cached_property
    def releases(self) -> dict[str, int]:
        """The first week of each option in which it, and all that comes before it, can be learned."""
        return {
            option.id: max([option.opens, *(self.by_id[each].opens for each in self.before[option.id])])
            for option in self.options
        }

    @cached_property
    def chances(self) -> dict[str, float]:
        """The odds of finishing each option from today: its own and those of all that comes before it."""
        found = {}
        for option in self.options:
            odds = option.chance
            for earlier in self.before[option.id]:
                odds *= self.by_id[earlier].chance
            found[option.id] = odds
        return found

    @cached_property
    def wished(self) -> frozenset[str]:
        """What is to be in the plan in any case, with all that must come before it."""
        direct = {option.id for option in self.options if option.is_wished}
        return frozenset(direct.union(*(self.before[each] for each in direct)))

    def worth_of(self, chosen: Iterable[str]) -> float:
        """What a choice adds to the coverage: each gain once, at the odds of the likeliest option that brings it."""
        odds = {each: self.chances[each] for each in chosen}
        return sum(
            gain.worth * max((odds.get(each, 0.0) for each in gain.options), default=0.0)
            for gain in self.gains
        )


def closure(after: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """All that comes before each name, directly or through others; `after` must have no circle."""
    found: dict[str, frozenset[str]] = {}

    def all_before(name: str) -> frozenset[str]:
        if name not in found:
            found[name] = after[name].union(*(all_before(earlier) for earlier in after[name]))
        return found[name]

    for name in after:
        all_before(name)
    return found


def gains(
    options: Sequence[Option], weight: Mapping[str, float], levels: Mapping[str, int]
) -> tuple[Gain, ...]:
    """Every stretch of levels above the own one that some options reach, with its worth.

    Args:
        options: what could be learned.
        weight: how much each skill counts, by its key; together 1.
        levels: the own level of each skill, by its key; 0 where there is none.
    """
    found = []
    for skill, share in weight.items():
        reach = {
            option.id: min(option.teaches[skill], FULL_LEVEL)
            for option in options
            if option.teaches and skill in option.teaches
        }
        low = levels.get(skill, 0)
        for high in sorted({level for level in reach.values() if level > low}):
            leads_there = tuple(each for each, level in reach.items() if level >= high)
            found.append(Gain(skill, share * (met(high) - met(low)), leads_there))
            low = high
    return tuple(found)
