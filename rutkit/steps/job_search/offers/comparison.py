"""Offers, and staying, compared by what matters to the person; and how far each weight can move before that changes.

An option's total is the mean of its ratings, each counted by its criterion's share of all weights (the weighted sum
model). How far one weight can move, the others as they are, is worked out exactly: two options are level where the
weighted sum of the differences between them is zero, which is one point for each weight. Source: E. Triantaphyllou and
A. Sánchez, "A sensitivity analysis approach for some deterministic multi-criteria decision making methods", Decision
Sciences 28 (1997), 151–194.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from rutkit.formatting import format_number, join_words
from rutkit.steps.job_search.records import Criterion, Option, Rating

MOST_WEIGHT = 10
"""Weights go from 0 to this."""


@dataclass(frozen=True)
class Total:
    """One option with all its ratings."""

    option: Option
    total: Fraction
    """0 to 10."""
    parts: tuple[tuple[Criterion, int, Fraction], ...]
    """For each criterion, how the option is rated and how much of the total that makes up."""


@dataclass(frozen=True)
class Overtaking:
    """What happens where a weight leaves its range."""

    at: Fraction
    """The weight, from 0 to 10, at which the two are level."""
    overtakes: Option
    overtaken: Option


@dataclass(frozen=True)
class WeightRange:
    """How far one weight can move, all others as they are, before the order changes."""

    criterion: Criterion
    share: Fraction
    """Of all weights, 0 to 1."""
    down: Overtaking | None
    """The first change as the weight falls; None if the order holds down to 0."""
    up: Overtaking | None
    """The first change as it rises; None if the order holds up to 10."""

    @property
    def low(self) -> Fraction:
        """The lowest weight up to which the order holds."""
        return self.down.at if self.down else Fraction(0)

    @property
    def high(self) -> Fraction:
        """The highest weight up to which the order holds."""
        return self.up.at if self.up else Fraction(MOST_WEIGHT)

    @property
    def label(self) -> str:
        """In words: "from 2.5 to 10; below, Stay overtakes Harbor Works"."""
        if not self.down and not self.up:
            return f"whatever its weight from 0 to {MOST_WEIGHT}"
        changes = [
            f"{where}, {_name(change.overtakes)} overtakes {_name(change.overtaken)}"
            for where, change in (("below", self.down), ("above", self.up))
            if change
        ]
        return "; ".join([f"from {_points(self.low)} to {_points(self.high)}", *changes])


@dataclass(frozen=True)
class Comparison:
    """All options that can be compared, the best first."""

    totals: tuple[Total, ...]
    ranges: tuple[WeightRange, ...]
    """For each criterion, how far its weight can move; empty while there are not two options."""
    first_place: tuple[WeightRange, ...]
    """The same for the first place alone, whatever happens behind it; empty as well while two are level there."""
    missing: tuple[tuple[Option, tuple[Criterion, ...]], ...]
    """The options left out, with the criteria by which they are not rated yet."""

    @property
    def not_enough(self) -> str:
        """What to do before there is something to compare; empty if there is."""
        if len(self.totals) > 1:
            return ""
        if self.missing:
            option, criteria = self.missing[0]
            return f"Rate {_name(option)} by {join_words([criterion.name for criterion in criteria])}."
        return (
            "Name at least two options, staying among them, and what matters to you, with a weight above 0."
        )

    @property
    def finding(self) -> str:
        """Which option comes first and how firmly, as a heading; empty while there is nothing to compare."""
        if self.not_enough:
            return ""
        first, second = self.totals[:2]
        if first.total == second.total:
            return f"{_name(first.option)} and {_name(second.option)} are level"
        fragile = [each.criterion.name for each in self.first_place if each.down or each.up]
        if not fragile:
            return f"{_name(first.option)} comes first, whatever one weight is changed to"
        return f"{_name(first.option)} comes first; it depends on the weight of {join_words(fragile)}"


def compare(
    options: Iterable[Option], criteria: Sequence[Criterion], ratings: Iterable[Rating]
) -> Comparison:
    """The options by their totals. One that lacks a rating by a criterion with a weight is left out, not guessed."""
    scores = {(each.option, each.criterion): each.score for each in ratings if each.score is not None}
    weighed = [each for each in criteria if each.weight]
    totals, missing = [], []
    for option in options:
        unrated = tuple(each for each in weighed if (option.id, each.id) not in scores)
        if unrated:
            missing.append((option, unrated))
        elif weighed:
            totals.append(_total(option, weighed, scores))
    totals.sort(key=lambda each: (-each.total, each.option.name))
    ranked = [each.option for each in totals]
    pairs = list(combinations(ranked, 2))
    behind_first = [pair for pair in pairs if pair[0] is ranked[0]]
    is_level = len(totals) > 1 and totals[0].total == totals[1].total
    # A criterion without a weight can gain one, if all options are rated by it.
    movable = [each for each in criteria if all((option.id, each.id) in scores for option in ranked)]
    return Comparison(
        tuple(totals),
        tuple(_range(each, pairs, weighed, scores) for each in movable if pairs),
        tuple(
            _range(each, behind_first, weighed, scores) for each in movable if behind_first and not is_level
        ),
        tuple(missing),
    )


def _total(option: Option, weighed: Sequence[Criterion], scores: Mapping[tuple[str, str], int]) -> Total:
    weights = sum(each.weight for each in weighed)
    parts = tuple(
        (each, score := scores[option.id, each.id], Fraction(each.weight * score, weights))
        for each in weighed
    )
    return Total(option, sum((part for _, _, part in parts), Fraction(0)), parts)


def _range(
    criterion: Criterion,
    pairs: Sequence[tuple[Option, Option]],
    weighed: Sequence[Criterion],
    scores: Mapping[tuple[str, str], int],
) -> WeightRange:
    """Where the first of the `pairs`, each with the better option first, changes its order.

    As the weight of `criterion` moves by x, a pair's weighted difference moves by x times the difference of the two by
    that criterion. Level options part as soon as it moves.
    """
    falling: list[Overtaking] = []
    rising: list[Overtaking] = []
    for better, worse in pairs:
        slope = scores[better.id, criterion.id] - scores[worse.id, criterion.id]
        if not slope:
            continue
        lead = sum(each.weight * (scores[better.id, each.id] - scores[worse.id, each.id]) for each in weighed)
        change = Overtaking(criterion.weight - Fraction(lead, slope), worse, better)
        (falling if slope > 0 else rising).append(change)
    down = max(falling, key=lambda change: change.at, default=None)
    up = min(rising, key=lambda change: change.at, default=None)
    weights = sum(each.weight for each in weighed)
    return WeightRange(
        criterion,
        Fraction(criterion.weight, weights),
        down if down and down.at > 0 else None,
        up if up and up.at < MOST_WEIGHT else None,
    )


def _name(option: Option) -> str:
    return option.name or "an option without a name"


def _points(weight: Fraction) -> str:
    return format_number(round(float(weight), 1))
