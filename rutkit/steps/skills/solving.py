"""The learning plan as a mixed-integer program: which options, and in which weeks those with a pace begin.

Chosen is what adds most coverage. A *gain* is a stretch of levels of one skill above the own level; it counts once, at
the odds of the likeliest chosen option that reaches it, so that two courses for the same levels do not count twice.
(The expected coverage is never below that.) The odds of an option are its own times those of all it builds on.

Subject to: an option only with all it comes after, and begun after they are finished; costs within the budget; in no
week more hours than the limit; an option with a pace takes its hours week after week from its start; one with a
pace and a date starts in that week; what is wished is in.

Hours that may be spread at will need no variable for each week and option. On one person's time, with only release
weeks and deadlines, serving the earliest deadline first meets all deadlines if any order does, and keeps an order of
precedence that releases and deadlines respect (E. L. Lawler, "Optimal sequencing of a single machine subject to
precedence constraints", Management Science 19 (1973), 544–546; for hours that may be interrupted, J. Blazewicz,
"Scheduling dependent tasks with different arrival times to meet deadlines", in "Modelling and Performance Evaluation of
Computer Systems" (1976), 57–65). So such options are put together by release week; only those that
come before or after one with a pace keep their own weeks, since its start is their deadline, or its end their release.
Options with a pace that are alike in hours, pace and dates share their variables too: only how many begin matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby, repeat
from typing import TYPE_CHECKING

from rutkit.steps.skills.problem import Option, Problem
from rutkit.steps.skills.program import Program, Term
from rutkit.steps.skills.quick import quick_choice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GAP = 1e-4
"""A plan is called best once no other can be better by more than this part of its worth."""

_THRIFT = 1e-6
"""Among plans of equal worth, the one that takes fewer hours and less money, and begins sooner."""


@dataclass(frozen=True)
class Choice:
    """What to learn, and when what has a pace begins."""

    chosen: frozenset[str]
    starts: Mapping[str, int]
    """First week of each chosen option with a pace."""
    worth: float
    """What it adds to the coverage, from 0 to 1."""
    bound: float
    """No choice adds more than this."""
    is_best: bool
    """False if the time ran out before that was proven."""


def best_choice(problem: Problem, *, seconds: float, gap: float = GAP) -> Choice | None:
    """The choice that adds most; None if what is wished does not fit, or nothing that holds it was found in time.

    When the time is over, the better of what the solver has found and of `quick_choice` counts.
    """
    model = _Model(problem, hours_limit=problem.hours_a_week)
    model.reward_gains()
    model.keep_budget()
    solution = model.program.solve(seconds=seconds, gap=gap)
    found: list[tuple[AbstractSet[str], Mapping[str, int]]] = []
    if solution.values is not None:
        found.append(model.read(solution.values))
    if not solution.is_finished and (quick := quick_choice(problem)):
        found.append(quick)
    if not found:
        return None
    taken, starts = max(found, key=lambda each: problem.worth_of(each[0]))
    chosen = _without_idle(problem, taken)
    worth = problem.worth_of(chosen)
    most = min(solution.bound, sum(gain.worth for gain in problem.gains))
    return Choice(
        chosen,
        {each: week for each, week in starts.items() if each in chosen},
        worth,
        worth if solution.is_finished else max(worth, most),
        solution.is_finished,
    )


def least_hours(problem: Problem, *, seconds: float) -> float | None:
    """The fewest hours a week with which all that is wished fits into the weeks; None if none do."""
    model = _Model(problem, hours_limit=None)
    solution = model.program.solve(seconds=seconds, gap=GAP)
    if solution.values is None or model.limit is None:
        return None
    return float(solution.values[model.limit])


def _without_idle(problem: Problem, taken: AbstractSet[str]) -> frozenset[str]:
    """Less what neither adds anything, nor is wished, nor comes before another."""
    chosen = frozenset(taken)
    for each in sorted(taken, key=lambda each: -len(problem.before[each])):
        rest = chosen - {each}
        is_needed = each in problem.wished or any(each in problem.before[other] for other in rest)
        if not is_needed and problem.worth_of(rest) >= problem.worth_of(chosen) - 1e-12:
            chosen = rest
    return chosen


class _Model:
    """The program of a problem; without an hours limit, that limit is what is made small, for the wished alone."""

    def __init__(self, problem: Problem, *, hours_limit: float | None) -> None:
        self.problem = problem
        self.program = Program()
        is_elastic = hours_limit is None
        self.limit = self.program.variable(worth=-1.0) if is_elastic else None
        options = [o for o in problem.options if not is_elastic or o.id in problem.wished]
        thrift = 0.0 if is_elastic else _THRIFT
        all_hours = sum(option.hours for option in options) or 1.0
        all_cost = float(sum(option.cost for option in options)) or 1.0
        self.taken = {
            option.id: self.program.variable(
                worth=-thrift * (option.hours / all_hours + float(option.cost) / all_cost),
                lower=1.0 if option.id in problem.wished else 0.0,
                upper=1.0,
                whole=True,
            )
            for option in options
        }
        self._starts: dict[tuple[str, ...], dict[int, int]] = {}
        self._spread: dict[str, dict[int, int]] = {}
        self._used: list[list[Term]] = [[] for _ in range(problem.weeks)]
        paced = [option for option in options if option.pace]
        free = [option for option in options if not option.pace]
        self._begin_paced(paced, thrift / max(1, len(paced) * problem.weeks))
        tied = self._tied(paced)
        self._spread_each([option for option in free if option.id in tied])
        self._spread_together([option for option in free if option.id not in tied])
        self._keep_order()
        for terms in self._used:
            if self.limit is None:
                assert hours_limit is not None
                self.program.require(terms, high=hours_limit)
            else:
                self.program.require([*terms, (self.limit, -1.0)], high=0.0)

    def reward_gains(self) -> None:
        """Each gain counts once, by the option that it is credited to."""
        for gain in self.problem.gains:
            credited = []
            for option in gain.options:
                credit = self.program.variable(worth=gain.worth * self.problem.chances[option], upper=1.0)
                self.program.require([(credit, 1.0), (self.taken[option], -1.0)], high=0.0)
                credited.append((credit, 1.0))
            self.program.require(credited, high=1.0)

    def keep_budget(self) -> None:
        """Costs in units of the budget, so that rounding inside the solver stays far below a cent."""
        unit = float(self.problem.budget) or 1.0
        costs = [(self.taken[o.id], float(o.cost) / unit) for o in self.problem.options if o.cost]
        self.program.require(costs, high=float(self.problem.budget) / unit)

    def read(self, values: NDArray[np.float64]) -> tuple[set[str], dict[str, int]]:
        """What is taken, and the first week of what has a pace, as the solver's values say."""
        taken = {each for each, variable in self.taken.items() if values[variable] > 0.5}
        found: dict[str, int] = {}
        for alike, begins in self._starts.items():
            weeks = (week for week, variable in begins.items() for _ in repeat(None, round(values[variable])))
            found.update(zip((each for each in alike if each in taken), weeks, strict=True))
        return taken, found

    def _begin_paced(self, options: list[Option], haste: float) -> None:
        """For each week how many begin, of those that are alike in all that matters to the weeks."""
        for alike in self._alike(options):
            shape = alike[0]
            last = self.problem.weeks - shape.duration
            weeks = range(shape.opens, min(last, shape.opens if shape.is_dated else last) + 1)
            begins = {
                week: self.program.variable(worth=-haste * week, upper=len(alike), whole=True)
                for week in weeks
            }
            self._starts[tuple(option.id for option in alike)] = begins
            self.program.require(
                [
                    *((variable, 1.0) for variable in begins.values()),
                    *((self.taken[option.id], -1.0) for option in alike),
                ],
                low=0.0,
                high=0.0,
            )
            for start, variable in begins.items():
                for week in range(start, start + shape.duration):
                    self._used[week].append((variable, shape.hours_in(week, start)))

    def _alike(self, options: list[Option]) -> list[list[Option]]:
        """Options of the same hours, pace and first week; those that come before or after others stand alone."""
        before = self.problem.before
        related = {each for each in before if before[each]}.union(*before.values())
        groups: dict[object, list[Option]] = {}
        for option in options:
            shape = (option.hours, option.pace, option.opens, option.is_dated)
            groups.setdefault(option.id if option.id in related else shape, []).append(option)
        return list(groups.values())

    def _tied(self, paced: list[Option]) -> set[str]:
        """What comes before or after an option with a pace."""
        before, ids = self.problem.before, {option.id for option in paced}
        ancestors = {each for option in paced for each in before[option.id]}
        return ancestors | {each for each in self.taken if before[each] & ids}

    def _spread_each(self, options: list[Option]) -> None:
        for option in options:
            release = self.problem.releases[option.id]
            hours = {
                week: self.program.variable(upper=option.hours) for week in range(release, self.problem.weeks)
            }
            self._spread[option.id] = hours
            self.program.require(
                [*((variable, 1.0) for variable in hours.values()), (self.taken[option.id], -option.hours)],
                low=0.0,
                high=0.0,
            )
            for week, variable in hours.items():
                self._used[week].append((variable, 1.0))

    def _spread_together(self, options: list[Option]) -> None:
        def release(option: Option) -> int:
            return self.problem.releases[option.id]

        for opens, group in groupby(sorted(options, key=release), key=release):
            needed = [(self.taken[option.id], -option.hours) for option in group]
            hours = [self.program.variable() for _ in range(opens, self.problem.weeks)]
            self.program.require([*((variable, 1.0) for variable in hours), *needed], low=0.0, high=0.0)
            for week, variable in enumerate(hours, start=opens):
                self._used[week].append((variable, 1.0))

    def _keep_order(self) -> None:
        for later, variable in self.taken.items():
            for earlier in self.problem.by_id[later].after:
                self.program.require([(variable, 1.0), (self.taken[earlier], -1.0)], high=0.0)
            for earlier in self.problem.before[later]:
                if self.problem.by_id[later].pace or self.problem.by_id[earlier].pace:
                    self._finish_first(self.problem.by_id[earlier], self.problem.by_id[later])

    def _finish_first(self, earlier: Option, later: Option) -> None:
        """`later` has a start or hours in a week only if `earlier` was finished before that week."""
        for week in range(self.problem.weeks):
            if later.pace:
                starts = self._starts[(later.id,)]
                begun = [(variable, 1.0) for start, variable in starts.items() if start <= week]
            else:
                hours = self._spread[later.id]
                begun = [(hours[week], 1.0 / later.hours)] if week in hours else []
            if earlier.pace:
                ends = {start + earlier.duration: v for start, v in self._starts[(earlier.id,)].items()}
                done = [(variable, -1.0) for end, variable in ends.items() if end <= week]
            else:
                spread = self._spread[earlier.id]
                done = [(variable, -1.0 / earlier.hours) for w, variable in spread.items() if w < week]
            if begun:
                self.program.require([*begun, *done], high=0.0)
