from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from rutkit.exchange.importing import plan_import
from rutkit.exchange.mapping import suggest_mapping
from rutkit.exchange.tables import read_table
from rutkit.steps.skills.curves import curves
from rutkit.steps.skills.demand import Demand
from rutkit.steps.skills.limits import Limits, PlanningError
from rutkit.steps.skills.planning import LearningPlan, Wishes, plan
from rutkit.steps.skills.records import LearningResource, Skill

MONDAY = date(2026, 3, 2)


def resource(name: str, hours: float = 5, **changed: Any) -> LearningResource:
    fields = {"cost": Decimal(0), "covers": ("SQL",), "to_level": 4, "chance": 80}
    return LearningResource.model_validate({"name": name, "hours": hours, **fields, **changed})


def wishes(
    *resources: LearningResource,
    hours: float = 5,
    budget: int = 100,
    weeks: int = 4,
    skills: tuple[Skill, ...] = (),
    demands: tuple[Demand, ...] = (Demand("SQL", 0.5, 40, 0.3), Demand("Python", 0.25, 40, 0.1)),
) -> Wishes:
    return Wishes(resources, skills, demands, Limits(hours, Decimal(budget), MONDAY, weeks))


def names(made: LearningPlan) -> list[str]:
    return [each.resource.name for each in made.resources]


def said(made: LearningPlan) -> str:
    return " ".join(made.remarks)


# What it comes to


def test_a_plan_says_how_much_it_covers_and_costs() -> None:
    made = plan(wishes(resource("A course", cost=Decimal(40))))
    assert made.coverage_now == 0
    assert made.coverage_then == pytest.approx(2 / 3 * 0.8)
    assert (made.cost, made.is_best) == (Decimal(40), True)
    assert made.sentence == "1 resource in 4 weeks: from 0 % to about 53 % of what is asked for.".replace(
        " %", "\u00a0%"
    )


def test_only_the_levels_above_the_own_one_count() -> None:
    made = plan(wishes(resource("A course"), skills=(Skill(name="sql", level=3),)))
    assert made.coverage_then - made.coverage_now == pytest.approx(2 / 3 * 0.25 * 0.8)


def test_without_postings_every_skill_on_the_list_counts_the_same() -> None:
    skills = (Skill(name="SQL"), Skill(name="Welding", level=4))
    made = plan(wishes(resource("A course"), skills=skills, demands=()))
    assert made.coverage_now == pytest.approx(0.5)
    assert made.coverage_then == pytest.approx(0.5 + 0.5 * 0.8)


def test_what_has_no_chance_of_its_own_takes_the_median_and_says_so() -> None:
    made = plan(wishes(resource("A course", chance=None)))
    assert made.coverage_then == pytest.approx(2 / 3 * 0.126)
    assert "Jordan, 2015" in said(made)


def test_what_is_under_way_costs_nothing_more_and_takes_only_the_hours_left() -> None:
    begun = resource("Begun", hours=20, hours_done=18, cost=Decimal(90), state="under way")
    made = plan(wishes(begun, hours=2, weeks=1, budget=0))
    assert [sum(each.hours.values()) for each in made.resources] == [pytest.approx(2)]
    assert made.cost == 0


def test_what_is_done_is_no_obstacle_to_what_comes_after_it() -> None:
    basics = resource("Basics", state="done")
    assert names(plan(wishes(basics, resource("Further", after=("basics",))))) == ["Further"]


def test_what_is_not_now_stays_out() -> None:
    made = plan(wishes(resource("Later", choice="not now"), resource("Python book", covers=("Python",))))
    assert names(made) == ["Python book"]


# What is left out, and why


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"hours": None}, "does not say its hours yet"),
        ({"cost": None}, r"does not say its cost \(0 if it is free\) yet"),
        ({"after": ("Nowhere",)}, "is to come after “Nowhere”, which is not on your list"),
        ({"after": ("Odd",)}, "is to be done after itself"),
        ({"starts": date(2026, 2, 20)}, "starts on 20 Feb 2026, before the plan’s first Monday"),
        ({"hours_done": 5.0}, "has all its hours done"),
    ],
)
def test_what_cannot_be_planned_is_named_with_the_reason(changed: dict[str, Any], reason: str) -> None:
    made = plan(wishes(resource("A book"), resource("Odd", **changed)))
    assert names(made) == ["A book"]
    with pytest.raises(PlanningError, match=reason):
        plan(wishes(resource("Odd", choice="in any case", **changed)))


def test_a_circle_is_told_around_and_what_builds_on_it_is_left_out() -> None:
    circle = (resource("One", after=("Two",)), resource("Two", after=("One",)))
    made = plan(wishes(*circle, resource("Three", after=("One",)), resource("A book")))
    assert names(made) == ["A book"]
    assert "“One” comes after “Two”, which comes after “One”: a circle" in said(made)
    assert "“Three” is to come after “One”, which cannot be planned" in said(made)


def test_a_budget_of_zero_with_nothing_free_says_so() -> None:
    made = plan(wishes(resource("Dear", cost=Decimal(10)), budget=0))
    assert names(made) == []
    assert "With a budget of 0 only free resources fit" in said(made)


def test_resources_that_teach_nothing_asked_for_say_so() -> None:
    made = plan(wishes(resource("Knitting", covers=("Knitting",))))
    assert "No resource on your list teaches a skill that is asked for" in said(made)


def test_an_empty_list_is_nothing_to_plan() -> None:
    with pytest.raises(PlanningError, match="There is nothing to plan yet"):
        plan(wishes())


# What does not fit


def test_a_wish_beyond_the_budget_says_how_much_is_missing() -> None:
    dear = resource("Dear", cost=Decimal(150), choice="in any case")
    with pytest.raises(PlanningError, match=r"costs \$150: \$50 more than your budget") as caught:
        plan(wishes(dear))
    assert "hours a week" not in str(caught.value)


def test_a_wish_beyond_the_hours_says_how_many_are_needed_or_until_when() -> None:
    long = resource("Long", hours=30, choice="in any case")
    with pytest.raises(
        PlanningError, match=r"needs 7.5 hours a week instead of 5, or until 12 Apr 2026 \(2 weeks more\)"
    ):
        plan(wishes(long))


def test_loosened_as_told_it_fits() -> None:
    long = resource("Long", hours=30, choice="in any case")
    assert names(plan(wishes(long, hours=7.5))) == ["Long"]
    assert names(plan(wishes(long, weeks=6))) == ["Long"]


def test_what_a_wish_builds_on_is_wished_too() -> None:
    basics = resource("Basics", hours=25)
    with pytest.raises(PlanningError, match="Basics and Further"):
        plan(wishes(basics, resource("Further", after=("Basics",), choice="in any case")))


# How fast it is


def test_a_hundred_resources_over_half_a_year_get_a_plan_and_a_bound_on_what_it_misses() -> None:
    random = Random(6)
    demands = tuple(Demand(f"skill {n}", 1 / (n + 2), 50, 0.1) for n in range(40))
    resources = [
        resource(
            f"resource {n}",
            hours=random.choice([4, 8, 12, 20, 40]),
            cost=Decimal(random.choice([0, 0, 20, 49, 99, 199])),
            covers=tuple(f"skill {random.randrange(40)}" for _ in range(2)),
            to_level=random.randint(2, 5),
            chance=random.choice([13, 30, 50, 70, 90]),
            hours_a_week=random.choice([None, None, None, 2, 4]),
            after=(f"resource {random.randrange(n)}",) if n and random.random() < 0.2 else (),
        )
        for n in range(100)
    ]
    asked = wishes(*resources, hours=8, budget=800, weeks=26, demands=demands)
    made = plan(asked)
    assert made.resources
    assert made.coverage_then <= made.coverage_bound


# What more would buy


def test_a_curve_never_falls_and_marks_what_is_set() -> None:
    listed = [resource("A", hours=12), resource("B", hours=10, cost=Decimal(120), covers=("Python",))]
    found = curves(wishes(*listed))
    for curve in (found.budget, found.hours):
        covered = [point.coverage for point in curve if point.coverage is not None]
        assert covered == sorted(covered)
        assert sum(point.is_set for point in curve) == 1
    most = found.budget[-1].coverage
    assert most is not None
    assert most == pytest.approx(plan(wishes(*listed, budget=200)).coverage_then)


def test_where_a_wish_does_not_fit_a_curve_has_no_point() -> None:
    found = curves(wishes(resource("Dear", cost=Decimal(80), choice="in any case")))
    assert [point.coverage is None for point in found.budget][:3] == [True, True, True]


def test_a_curve_from_a_budget_of_zero_still_shows_what_money_would_buy() -> None:
    found = curves(wishes(resource("Dear", cost=Decimal(80)), budget=0))
    assert found.budget[0].is_set
    assert found.budget[-1].limit >= 80


# A list from elsewhere


def test_a_list_of_courses_is_imported_and_hours_below_zero_are_refused() -> None:
    content = b"Name,Cost,Hours in all,Skills it teaches\nEvenings,90,24,SQL; Excel\nOdd,10,-3,SQL\n"
    table = read_table(content, "courses.csv")
    found = plan_import(table, suggest_mapping(table, LearningResource), LearningResource)
    assert [(each.name, each.hours, each.covers) for each in found.records] == [
        ("Evenings", 24, ("SQL", "Excel"))
    ]
    assert "“-3” in “Hours in all”" in found.skipped[0].reason
