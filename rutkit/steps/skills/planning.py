"""The learning plan: what to learn, in which weeks, what it costs, how much it covers, and how sure that is.

How it is chosen stands in `solving`; here the person's records go in, and sentences come out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import ceil

from rutkit.formatting import counted, format_date, format_money, format_number, format_share, join_words
from rutkit.steps.skills.candidates import ASSUMED_CHANCE, Candidates, called, candidates
from rutkit.steps.skills.demand import Demand, coverage, own_levels, weights
from rutkit.steps.skills.limits import MAXIMUM_WEEKS, Limits, PlanningError
from rutkit.steps.skills.problem import Problem, gains
from rutkit.steps.skills.records import LearningResource, Skill
from rutkit.steps.skills.schedule import schedule
from rutkit.steps.skills.solving import best_choice, least_hours

SECONDS = 1.5
"""How long the best plan is looked for."""

_ENOUGH = 1e-6


@dataclass(frozen=True)
class Wishes:
    """All that a plan is made from."""

    resources: Sequence[LearningResource]
    skills: Sequence[Skill]
    demands: Sequence[Demand]
    """Empty while no postings are read: then every skill on the list counts the same."""
    limits: Limits
    currency: str = "USD"
    """For sentences."""


@dataclass(frozen=True)
class PlannedResource:
    """A resource in the plan."""

    resource: LearningResource
    hours: Mapping[date, float]
    """By the Monday of each week."""

    @property
    def first_week(self) -> date:
        """The Monday of the week in which it begins."""
        return min(self.hours)

    @property
    def last_week(self) -> date:
        """The Monday of the week in which it ends."""
        return max(self.hours)


@dataclass(frozen=True)
class LearningPlan:
    """What to learn and when."""

    limits: Limits
    resources: tuple[PlannedResource, ...]
    """In the order in which they begin."""
    cost: Decimal
    coverage_now: float
    """How much of what is asked for own skills meet, from 0 to 1."""
    coverage_then: float
    """The same at the end of the plan, at the odds of finishing."""
    coverage_bound: float
    """No plan within the limits gets beyond this."""
    is_best: bool
    """True if no plan is better (by more than a ten-thousandth of what this one adds)."""
    remarks: tuple[str, ...]
    """What is left out and why, and what was assumed."""

    @property
    def sentence(self) -> str:
        """What it comes to: "3 resources in 26 weeks: from 34 % to about 52 % of what postings ask for"."""
        if not self.resources:
            return "Nothing on your list fits and adds something now."
        resources, weeks = counted(len(self.resources), "resource"), counted(self.limits.weeks, "week")
        return (
            f"{resources} in {weeks}: from {format_share(self.coverage_now)} to about "
            f"{format_share(self.coverage_then)} of what is asked for."
        )

    @property
    def quality_sentence(self) -> str:
        """Whether it is the best plan, or how much better one could be at most."""
        if self.is_best:
            return "No other choice from your list covers more within these limits."
        rest = max(0.0, self.coverage_bound - self.coverage_then)
        return (
            "There was no time to prove that this is the best choice. A better one could add at most "
            f"{format_number(100 * rest, decimals=1)} percentage points."
        )


def problem_of(wishes: Wishes) -> tuple[Problem, Candidates]:
    """The planner's question in plain data, with what had to be left out of it."""
    found = candidates(wishes.resources, wishes.limits)
    weight = weights(wishes.demands, wishes.skills)
    problem = Problem(
        found.options,
        gains(found.options, weight, own_levels(wishes.skills)),
        wishes.limits.hours_a_week,
        wishes.limits.budget,
        wishes.limits.weeks,
    )
    return problem, found


def plan(wishes: Wishes, *, seconds: float = SECONDS) -> LearningPlan:
    """The plan that covers most of what is asked for within the limits.

    Raises:
        PlanningError: what is to be in it in any case does not fit; it says which limit to loosen and by how much.
    """
    problem, found = problem_of(wishes)
    refused = [each.sentence for each in found.left_out if each.is_wished]
    if refused:
        raise PlanningError(f"Some of what you want in any case cannot be planned. {' '.join(refused)}")
    if not problem.options:
        raise PlanningError(" ".join(["There is nothing to plan yet.", *_reasons(found)]))
    choice = best_choice(problem, seconds=seconds)
    if choice is None:
        raise PlanningError(loosening(problem, wishes))
    weeks = schedule(problem, choice)
    by_id = {resource.id: resource for resource in wishes.resources}
    planned = [
        PlannedResource(by_id[each], {wishes.limits.monday(week): hours for week, hours in each_week.items()})
        for each, each_week in weeks.items()
    ]
    now = coverage(weights(wishes.demands, wishes.skills), own_levels(wishes.skills))
    return LearningPlan(
        wishes.limits,
        tuple(sorted(planned, key=lambda p: (p.first_week, p.last_week, called(p.resource)))),
        sum((problem.by_id[each].cost for each in choice.chosen), Decimal(0)),
        now,
        now + choice.worth,
        now + choice.bound,
        choice.is_best,
        (*_why_nothing(problem, choice.chosen), *_reasons(found), *_assumed(found)),
    )


def loosening(problem: Problem, wishes: Wishes) -> str:
    """Which limit to loosen, and by how much, so that what is to be in the plan in any case fits."""
    names = {resource.id: called(resource) for resource in wishes.resources}
    wished = [problem.by_id[each] for each in problem.wished]
    said = [f"What you want in any case does not fit: {join_words(sorted(names[o.id] for o in wished))}."]
    cost = sum((option.cost for option in wished), Decimal(0))
    if cost > problem.budget:
        whole, more = (format_money(each, wishes.currency) for each in (cost, cost - problem.budget))
        said.append(f"It costs {whole}: {more} more than your budget.")
    hours = least_hours(problem, seconds=SECONDS)
    if hours is None or hours > problem.hours_a_week + _ENOUGH:
        ways = []
        if hours is not None:
            needed, given = format_number(_rounded_up(hours)), format_number(problem.hours_a_week)
            ways.append(f"{needed} hours a week instead of {given}")
        weeks = _least_weeks(problem)
        if weeks is not None:
            last = replace(wishes.limits, weeks=weeks).last_day
            ways.append(f"until {format_date(last)} ({counted(weeks - problem.weeks, 'week')} more)")
        if ways:
            also = "It also needs" if cost > problem.budget else "It needs"
            said.append(f"{also} {', or '.join(ways)}.")
        else:
            said.append("Its fixed dates and its order cannot be kept: let one of them go.")
    elif cost <= problem.budget:
        said.append("There was no time to find out how. Let one of them go, or loosen a limit.")
    return " ".join(said)


def _rounded_up(hours: float) -> float:
    """To the next tenth of an hour: rounded down it would not fit."""
    return ceil(hours * 10 - _ENOUGH) / 10


def _least_weeks(problem: Problem) -> int | None:
    """The fewest weeks in which all that is wished fits at the hours given; None if three years are not enough."""

    def fits(weeks: int) -> bool:
        hours = least_hours(replace(problem, weeks=weeks), seconds=SECONDS)
        return hours is not None and hours <= problem.hours_a_week + _ENOUGH

    low, high = problem.weeks, problem.weeks
    while not fits(high):
        if high >= MAXIMUM_WEEKS:
            return None
        low, high = high, min(2 * high, MAXIMUM_WEEKS)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def _why_nothing(problem: Problem, chosen: frozenset[str]) -> list[str]:
    if chosen:
        return []
    useful = {each for gain in problem.gains for each in gain.options}
    if not useful:
        return [
            "No resource on your list teaches a skill that is asked for, above the level you have. "
            "Say under each which skills it teaches and up to which level."
        ]
    if problem.budget == 0 and all(problem.by_id[each].cost for each in useful):
        return ["With a budget of 0 only free resources fit, and none that would help is free."]
    if all(problem.by_id[each].chance == 0 for each in useful):
        return ["You gave every resource that would help a chance of 0 of finishing it."]
    return ["Everything that would help takes more hours, money or weeks than the limits allow."]


def _reasons(found: Candidates) -> list[str]:
    return [each.sentence for each in found.left_out]


def _assumed(found: Candidates) -> list[str]:
    if not found.without_chance:
        return []
    return [
        f"{counted(found.without_chance, 'resource')} without your own chance of finishing: "
        f"{format_share(ASSUMED_CHANCE, decimals=1)} is taken, the median of 221 online courses up to 2013 "
        "(Jordan, 2015). Your own estimate replaces it."
    ]
