from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutkit.steps.skills.problem import Option, Problem, gains
from rutkit.steps.skills.quick import quick_choice
from rutkit.steps.skills.schedule import schedule
from rutkit.steps.skills.solving import Choice, best_choice, least_hours

HAIR = 1e-9
SKILLS = ("sql", "python", "welding")


@st.composite
def problems(draw: st.DrawFn, most_options: int = 4) -> Problem:
    """Small problems with everything that a resource can have."""
    options: list[Option] = []
    for number in range(draw(st.integers(1, most_options))):
        pace = draw(st.sampled_from([None, None, 1.0, 2.0, 3.0]))
        opens = draw(st.sampled_from([0, 0, 0, 1, 2]))
        earlier = [option.id for option in options]
        number_before = st.sampled_from(earlier or ["none"])
        after = draw(st.frozensets(number_before, max_size=2)) if earlier else frozenset()
        options.append(
            Option(
                id=str(number),
                hours=float(draw(st.integers(1, 6))),
                cost=Decimal(draw(st.sampled_from([0, 0, 20, 50]))),
                teaches=draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 5), max_size=2)),
                chance=draw(st.sampled_from([0.1, 0.5, 0.8, 1.0])),
                pace=pace,
                opens=opens,
                is_dated=pace is not None and draw(st.booleans()),
                after=after,
                is_wished=draw(st.sampled_from([False, False, False, False, True])),
            )
        )
    weight = {"sql": 0.5, "python": 0.3, "welding": 0.2}
    levels = {skill: draw(st.integers(0, 4)) for skill in SKILLS}
    return Problem(
        tuple(options),
        gains(options, weight, levels),
        hours_a_week=float(draw(st.integers(1, 5))),
        budget=Decimal(draw(st.sampled_from([0, 20, 60, 500]))),
        weeks=draw(st.integers(1, 4)),
    )


# All choices, tried one by one


def best_worth(problem: Problem) -> float | None:
    """The greatest worth of any choice that fits; None if none does."""
    found = [problem.worth_of(o.id for o in chosen) for chosen in choices(problem) if fits(problem, chosen)]
    return max(found, default=None)


def choices(problem: Problem) -> Iterator[tuple[Option, ...]]:
    """Every set of options that holds what is wished, keeps the budget, and holds what its members come after."""
    for count in range(len(problem.options) + 1):
        for chosen in combinations(problem.options, count):
            ids = {option.id for option in chosen}
            is_whole = all(option.after <= ids for option in chosen)
            if is_whole and problem.wished <= ids and sum(o.cost for o in chosen) <= problem.budget:
                yield chosen


def fits(problem: Problem, chosen: tuple[Option, ...]) -> bool:
    """Whether some starts and some order of priority get all of it done in time."""
    paced = [option for option in chosen if option.pace]
    free = [option for option in chosen if not option.pace]
    windows = [
        range(option.opens, option.opens + 1 if option.is_dated else problem.weeks - option.duration + 1)
        for option in paced
    ]
    return any(
        works_out(problem, {o.id: start for o, start in zip(paced, starts, strict=True)}, order)
        for starts in product(*windows)
        for order in permutations(free)
    )


def works_out(problem: Problem, starts: Mapping[str, int], order: tuple[Option, ...]) -> bool:
    """Live through the weeks: options with a pace as they begin, the rest by priority as soon as they may."""
    paced = [problem.by_id[each] for each in starts]
    ends = {option.id: starts[option.id] + option.duration for option in paced}
    if any(end > problem.weeks for end in ends.values()):
        return False
    left = {option.id: option.hours for option in order}
    for week in range(problem.weeks):
        begun = [option for option in paced if starts[option.id] == week]
        if any(left.get(each, 0.0) > HAIR or ends.get(each, 0) > week for o in begun for each in o.after):
            return False
        room = problem.hours_a_week - sum(option.hours_in(week, starts[option.id]) for option in paced)
        if room < -HAIR:
            return False
        has_changed = True
        while has_changed:
            has_changed = False
            for option in order:
                may_begin = option.opens <= week and all(
                    ends[each] <= week if each in ends else left[each] <= HAIR for each in option.after
                )
                taken = min(left[option.id], room)
                if may_begin and taken > HAIR:
                    left[option.id] -= taken
                    room -= taken
                    has_changed = True
    return all(rest <= HAIR for rest in left.values())


# The best choice


def problem(*options: Option, hours: float = 5, budget: int = 1_000, weeks: int = 4) -> Problem:
    weight = dict.fromkeys(SKILLS, 1 / 3)
    return Problem(options, gains(options, weight, {}), hours, Decimal(budget), weeks)


def chosen(asked: Problem) -> set[str]:
    choice = best_choice(asked, seconds=5)
    assert choice is not None
    return set(choice.chosen)


@settings(max_examples=80)
@given(problems())
def test_it_is_worth_as_much_as_the_best_of_all_choices(asked: Problem) -> None:
    choice = best_choice(asked, seconds=10, gap=1e-9)
    best = best_worth(asked)
    assert (choice is None) == (best is None)
    if choice is not None and best is not None:
        assert choice.worth == pytest.approx(best, abs=1e-5)
        assert choice.is_best


@settings(max_examples=60)
@given(problems())
def test_its_weeks_keep_every_limit(asked: Problem) -> None:
    choice = best_choice(asked, seconds=10)
    if choice is None:
        return
    weeks = schedule(asked, choice)
    by_week = [sum(hours.get(week, 0.0) for hours in weeks.values()) for week in range(asked.weeks)]
    assert max(by_week) <= asked.hours_a_week + 1e-3
    assert weeks.keys() == choice.chosen
    for each, hours in weeks.items():
        option = asked.by_id[each]
        assert sum(hours.values()) == pytest.approx(option.hours, abs=1e-3)
        assert min(hours) >= option.opens
        assert not option.is_dated or min(hours) == option.opens
        assert all(max(weeks[earlier]) <= min(hours) for earlier in option.after)
        assert not option.pace or list(hours) == list(range(min(hours), min(hours) + option.duration))


@settings(max_examples=60)
@given(problems())
def test_what_is_found_in_no_time_fits_and_is_never_better_than_the_best(asked: Problem) -> None:
    quick = quick_choice(asked)
    best = best_choice(asked, seconds=10)
    if quick is None:
        return
    assert best is not None
    taken, starts = quick
    worth = asked.worth_of(taken)
    assert worth <= best.worth + 1e-5
    assert sum(asked.by_id[each].cost for each in taken) <= asked.budget
    schedule(asked, Choice(taken, starts, worth, worth, is_best=False))


def test_when_the_time_is_over_there_is_a_plan_all_the_same() -> None:
    options = [Option(str(n), 5 + n % 7, teaches={"sql": 4}, chance=0.5, pace=2) for n in range(30)]
    choice = best_choice(problem(*options, weeks=26), seconds=1e-9)
    assert choice is not None
    assert not choice.is_best
    assert choice.worth == pytest.approx(1 / 3 * 0.5)
    assert choice.worth <= choice.bound <= 1


@settings(max_examples=60)
@given(problems())
def test_with_the_least_hours_what_is_wished_fits_and_with_fewer_it_does_not(asked: Problem) -> None:
    needed = least_hours(asked, seconds=10)
    rich = replace(asked, budget=Decimal(10_000))
    if needed is None:
        assert best_choice(replace(rich, hours_a_week=1_000.0), seconds=10) is None
        return
    assert best_choice(replace(rich, hours_a_week=needed + 1e-3), seconds=10) is not None
    if needed > 0.01:
        assert best_choice(replace(rich, hours_a_week=needed - 0.01), seconds=10) is None


def test_two_courses_for_the_same_levels_do_not_count_twice() -> None:
    one = Option("one", 5, teaches={"sql": 4}, chance=0.8)
    other = Option("other", 5, teaches={"sql": 4}, chance=0.7)
    assert chosen(problem(one, other)) == {"one"}


def test_a_second_course_counts_for_the_levels_that_only_it_reaches() -> None:
    first = Option("first", 5, teaches={"sql": 2}, chance=0.9)
    further = Option("further", 5, teaches={"sql": 4}, chance=0.5)
    assert chosen(problem(first, further)) == {"first", "further"}


def test_what_teaches_only_levels_that_are_there_is_left_out() -> None:
    options = (Option("known", 1, teaches={"sql": 2}),)
    asked = Problem(options, gains(options, {"sql": 1.0}, {"sql": 3}), 5, Decimal(0), 4)
    assert chosen(asked) == set()


def test_the_likelier_course_wins_over_the_shorter_one() -> None:
    likely = Option("likely", 10, teaches={"sql": 4}, chance=0.9)
    short = Option("short", 2, teaches={"sql": 4}, chance=0.2)
    assert chosen(problem(likely, short)) == {"likely"}


def test_what_builds_on_something_unlikely_is_unlikely_itself() -> None:
    basics = Option("basics", 2, chance=0.1)
    built = Option("built", 2, teaches={"sql": 4}, chance=0.9, after=frozenset({"basics"}))
    plain = Option("plain", 20, teaches={"sql": 4}, chance=0.5)
    assert chosen(problem(basics, built, plain)) == {"plain"}


def test_what_is_wished_is_in_even_if_it_adds_nothing() -> None:
    assert chosen(problem(Option("wished", 3, is_wished=True))) == {"wished"}


def test_of_two_equals_the_cheaper_one_is_taken() -> None:
    dear = Option("dear", 5, Decimal(90), {"sql": 4})
    cheap = Option("cheap", 5, Decimal(10), {"sql": 4})
    assert chosen(problem(dear, cheap)) == {"cheap"}


def test_nothing_is_chosen_when_what_is_wished_does_not_fit() -> None:
    assert best_choice(problem(Option("wished", 21, is_wished=True)), seconds=5) is None


def test_a_fraction_of_an_hour_does_not_make_another_week() -> None:
    assert Option("slow", 12, pace=0.4).duration == 30
