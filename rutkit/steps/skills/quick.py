"""A good plan in no time: for when the solver has found none, or a lesser one, before its time was over."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from rutkit.steps.skills.problem import Gain, Option, Problem

Placed = dict[str, dict[int, float]]
"""Hours by option and week."""


def quick_choice(problem: Problem) -> tuple[frozenset[str], dict[str, int]] | None:
    """What is chosen, and when what has a pace begins, by taking again and again what adds most for its hours.

    Each option is put into the first weeks with room for it, and nothing is moved afterwards. None if what is wished
    does not fit in this way; it may fit in another.
    """
    plan = _Plan(problem)
    if not plan.take(problem.wished):
        return None
    useful = {each for gain in problem.gains for each in gain.options} - plan.placed.keys()
    while useful:
        best = max(sorted(useful), key=plan.worth_an_hour)
        useful.discard(best)
        if plan.worth_an_hour(best) > 0:
            plan.take({best} | problem.before[best])
    starts = {each: min(weeks) for each, weeks in plan.placed.items() if problem.by_id[each].pace}
    return frozenset(plan.placed), starts


class _Plan:
    """What has been placed so far, and the room that is left."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self.placed: Placed = {}
        self._room = [problem.hours_a_week] * problem.weeks
        self._money = problem.budget
        self._gains_of: dict[str, list[int]] = {option.id: [] for option in problem.options}
        for number, gain in enumerate(problem.gains):
            for each in gain.options:
                self._gains_of[each].append(number)

    def worth_an_hour(self, option: str) -> float:
        """What an option, with all that must come before it, would add to the coverage for each of its hours."""
        needed = ({option} | self._problem.before[option]) - self.placed.keys()
        hours = sum(self._problem.by_id[each].hours for each in needed)
        touched = {number for each in needed for number in self._gains_of[each]}
        added = sum(self._added(self._problem.gains[number], needed) for number in touched)
        return added / hours if hours else 0.0

    def _added(self, gain: Gain, needed: AbstractSet[str]) -> float:
        """What these add to a gain, beyond what is placed."""
        chances = self._problem.chances
        now = max((chances[each] for each in gain.options if each in self.placed), default=0.0)
        then = max(chances[each] for each in gain.options if each in needed)
        return gain.worth * max(0.0, then - now)

    def take(self, wanted: Iterable[str]) -> bool:
        """Place all of these that are not there yet; nothing changes if one of them does not fit."""
        before = self.placed, self._room, self._money
        self.placed, self._room = dict(self.placed), list(self._room)
        new = [self._problem.by_id[each] for each in wanted if each not in self.placed]
        for option in sorted(new, key=lambda option: (len(self._problem.before[option.id]), option.id)):
            weeks = self._weeks_for(option)
            self._money -= option.cost
            if weeks is None or self._money < 0:
                self.placed, self._room, self._money = before
                return False
            self.placed[option.id] = weeks
            for week, hours in weeks.items():
                self._room[week] -= hours
        return True

    def _weeks_for(self, option: Option) -> dict[int, float] | None:
        opens = max([option.opens, *(max(self.placed[each]) + 1 for each in option.after)])
        if option.pace is None:
            return self._spread(option, opens)
        if option.is_dated and opens > option.opens:
            return None
        last = option.opens if option.is_dated else self._problem.weeks - option.duration
        for start in range(opens, min(last, self._problem.weeks - option.duration) + 1):
            weeks = {week: option.hours_in(week, start) for week in range(start, start + option.duration)}
            if all(hours <= self._room[week] for week, hours in weeks.items()):
                return weeks
        return None

    def _spread(self, option: Option, opens: int) -> dict[int, float] | None:
        weeks: dict[int, float] = {}
        left = option.hours
        for week in range(opens, self._problem.weeks):
            taken = min(left, self._room[week])
            if taken > 0:
                weeks[week] = taken
                left -= taken
        return weeks if left <= 0 else None
