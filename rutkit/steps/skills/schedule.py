"""From a choice to hours week by week: what is due first comes first."""

from __future__ import annotations

from collections.abc import Mapping

from rutkit.steps.skills.problem import Option, Problem
from rutkit.steps.skills.solving import Choice

Schedule = Mapping[str, Mapping[int, float]]
"""Hours by option and week."""

_CRUMB = 1e-4
"""Hours: what the solver's rounding may leave over, a third of a second."""


class UnschedulableError(ValueError):
    """A choice does not fit into its weeks; the solver never makes such a one."""


def schedule(problem: Problem, choice: Choice) -> dict[str, dict[int, float]]:
    """The hours of every chosen option in every week.

    Options with a pace stand where the choice puts them. All others are done as early as they can be, the one with the
    earliest deadline first: see `solving` for why that always works out.

    Raises:
        UnschedulableError: the choice does not fit.
    """
    options = [option for option in problem.options if option.id in choice.chosen]
    ends = {each: start + problem.by_id[each].duration for each, start in choice.starts.items()}
    hours: dict[str, dict[int, float]] = {}
    room = [problem.hours_a_week] * problem.weeks
    for option in options:
        if option.pace:
            start = choice.starts[option.id]
            hours[option.id] = {week: option.hours_in(week, start) for week in range(start, ends[option.id])}
            for week, taken in hours[option.id].items():
                room[week] -= taken
    windows = {option.id: _window(problem, option, choice, ends) for option in options if not option.pace}
    line = sorted(
        windows, key=lambda each: (windows[each].stop, windows[each].start, len(problem.before[each]))
    )
    left = {each: problem.by_id[each].hours for each in line}
    for week in range(problem.weeks):
        for each in line:
            taken = min(left[each], room[week])
            if taken > _CRUMB and week in windows[each]:
                hours.setdefault(each, {})[week] = taken
                left[each] -= taken
                room[week] -= taken
    if any(rest > _CRUMB for rest in left.values()) or min(room) < -_CRUMB:
        raise UnschedulableError("what was chosen does not fit into its weeks")
    return hours


def _window(problem: Problem, option: Option, choice: Choice, ends: Mapping[str, int]) -> range:
    """The weeks in which it may be learned: after all with a pace before it, before all with a pace after it."""
    opens = [ends[each] for each in problem.before[option.id] if each in ends]
    closes = [start for each, start in choice.starts.items() if option.id in problem.before[each]]
    return range(max([problem.releases[option.id], *opens]), min([problem.weeks, *closes]))
