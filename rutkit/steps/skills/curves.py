"""What more would buy: how much a plan covers with another budget, or with other hours a week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rutkit.steps.skills.demand import coverage, own_levels, weights
from rutkit.steps.skills.planning import Wishes, problem_of
from rutkit.steps.skills.problem import Problem
from rutkit.steps.skills.solving import best_choice

SECONDS_A_POINT = 0.5
GAP = 0.01
"""A curve need not be finer than can be seen: each point may lack this part of what its plan adds."""

_HOURS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_BUDGETS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0)
"""As multiples of the limit that is set."""


@dataclass(frozen=True)
class CurvePoint:
    """How much the best plan covers under one limit, everything else being as it is set."""

    limit: float
    """Hours a week, or money."""
    coverage: float | None
    """From 0 to 1; None if what is wished does not fit."""
    is_set: bool
    """True at the limit that the person set."""


@dataclass(frozen=True)
class Curves:
    """Coverage against the budget and against the hours a week."""

    budget: tuple[CurvePoint, ...]
    hours: tuple[CurvePoint, ...]


def curves(wishes: Wishes, *, on_progress: Callable[[int, int], object] = lambda done, total: None) -> Curves:
    """Both curves, from a few plans each; `on_progress` is told how many of how many are made."""
    problem, _ = problem_of(wishes)
    now = coverage(weights(wishes.demands, wishes.skills), own_levels(wishes.skills))
    budgets = _budgets(problem)
    hours = [factor * problem.hours_a_week for factor in _HOURS]
    asked = [
        *(replace(problem, budget=budget) for budget in budgets),
        *(replace(problem, hours_a_week=each) for each in hours),
    ]
    found: list[float | None] = []
    for done, each in enumerate(asked):
        on_progress(done, len(asked))
        choice = best_choice(each, seconds=SECONDS_A_POINT, gap=GAP)
        found.append(None if choice is None else now + choice.worth)
    on_progress(len(asked), len(asked))
    return Curves(
        _points([float(budget) for budget in budgets], found[: len(budgets)], float(problem.budget)),
        _points(hours, found[len(budgets) :], problem.hours_a_week),
    )


def _budgets(problem: Problem) -> list[Decimal]:
    """Multiples of the budget; of all that is on the list where the budget is 0."""
    whole = problem.budget or sum((option.cost for option in problem.options), Decimal(0)) / 2
    return sorted({problem.budget, *(round(whole * Decimal(factor), 2) for factor in _BUDGETS)})


def _points(
    limits: Sequence[float], coverages: Sequence[float | None], limit_set: float
) -> tuple[CurvePoint, ...]:
    """Never falling: what fits into less fits into more, even where the solver ran out of time."""
    points: list[CurvePoint] = []
    most: float | None = None
    for limit, found in zip(limits, coverages, strict=True):
        if found is not None:
            most = found if most is None else max(most, found)
        points.append(CurvePoint(limit, most, limit == limit_set))
    return tuple(points)
