from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from rutkit.steps.groups.records import Group, Visit
from rutkit.steps.groups.worth import (
    PER_HOURS,
    PER_MONEY,
    Rate,
    Worth,
    cost_finding,
    money_spent,
    worth,
    worth_finding,
)

TODAY = date(2026, 11, 22)
GUILD, CIRCLE = Group(name="The Guild"), Group(name="The Circle")


def visit(group: Group, day: int, *met: str, hours: float | None = 2, cost: int = 0) -> Visit:
    return Visit(group=group.id, day=date(2026, 11, day), met=met, hours=hours, cost=Decimal(cost))


def many(prefix: str, count: int) -> tuple[str, ...]:
    return tuple(f"{prefix} {number}" for number in range(count))


def test_a_name_is_a_new_tie_only_where_it_is_first_met() -> None:
    found = worth([GUILD, CIRCLE], [visit(GUILD, 1, "Ann"), visit(CIRCLE, 2, "ANN", "Bo")], TODAY)
    assert {each.name: each.ties for each in found} == {"The Guild": 1, "The Circle": 1}


def test_ties_are_counted_for_ten_hours() -> None:
    (guild,) = worth([GUILD], [visit(GUILD, 1, "Ann"), visit(GUILD, 8, "Bo", hours=3)], TODAY)
    assert guild.per_hour.value == pytest.approx(2 / 5 * PER_HOURS)


def test_one_visit_is_not_enough_to_speak_of() -> None:
    (guild,) = worth([GUILD], [visit(GUILD, 1, "Ann")], TODAY)
    assert guild.per_hour.label == "not enough yet: 1 of 2 visits"
    assert worth_finding([guild]) == "New ties per hour: not enough yet"


def test_a_visit_whose_hours_are_not_known_does_not_count_per_hour() -> None:
    visits = [visit(GUILD, 1, "Ann"), visit(GUILD, 8, "Bo", "Cy", hours=None)]
    (guild,) = worth([GUILD], visits, TODAY)
    assert (guild.per_hour.ties, guild.per_hour.visits, guild.ties) == (1, 1, 3)


DAYS = (1, 8, 15, 22)


def test_groups_that_differ_by_chance_do_not_stand_out() -> None:
    visits = [
        *(visit(GUILD, day, f"Ann {day}") for day in DAYS),
        *(visit(CIRCLE, day, f"Bo {day}") for day in DAYS[1:]),
        visit(CIRCLE, 2),
    ]
    assert (
        worth_finding(worth([GUILD, CIRCLE], visits, TODAY)) == "No group stands out yet in new ties per hour"
    )


def test_a_group_stands_out_when_the_intervals_lie_apart() -> None:
    visits = [
        *(visit(GUILD, day, *many(f"Guest {day}", 10)) for day in DAYS),
        *(visit(CIRCLE, day, hours=10) for day in DAYS),
    ]
    found = worth([CIRCLE, GUILD], visits, TODAY)
    assert worth_finding(found) == "The Guild brings more new ties per hour than The Circle"


def test_what_a_group_cost_is_set_beside_the_others_too() -> None:
    visits = [
        *(visit(GUILD, day, *many(f"Guest {day}", 10), cost=5) for day in DAYS),
        *(visit(CIRCLE, day, cost=50) for day in DAYS),
    ]
    found = worth([CIRCLE, GUILD], visits, TODAY)
    assert cost_finding(found) == "The Guild brings more new ties for the cost than The Circle"


def test_three_visits_are_too_few_to_name_one_beside_the_other() -> None:
    visits = [
        *(visit(GUILD, day, *many(f"Guest {day}", 10)) for day in DAYS),
        *(visit(CIRCLE, day, hours=10) for day in DAYS[:3]),
    ]
    found = worth([CIRCLE, GUILD], visits, TODAY)
    assert worth_finding(found) == "Not enough yet to compare new ties per hour: 3 of 4 visits to The Circle"


def of_ties(ties: int, number: int) -> Worth:
    rate = Rate(ties, 8.0, 4, PER_HOURS)
    return Worth(Group(name=f"Group {number}"), 4, ties, rate, Rate(ties, 0, 4, PER_MONEY))


def test_what_stands_out_of_two_may_be_chance_among_ten() -> None:
    pair = [of_ties(17, 0), of_ties(2, 1)]
    between = [of_ties(6, number) for number in range(2, 10)]
    assert worth_finding(pair) == "Group 0 brings more new ties per hour than Group 1"
    assert worth_finding([*pair, *between]) == "No group stands out yet in new ties per hour"


def test_of_many_groups_that_are_alike_one_is_named_at_most_five_times_in_a_hundred() -> None:
    drawn = np.random.default_rng(4).poisson(5, (300, 12))
    named = [
        "brings more" in worth_finding([of_ties(int(ties), number) for number, ties in enumerate(row)])
        for row in drawn
    ]
    assert np.mean(named) <= 0.05


def test_the_one_group_that_is_known_is_spoken_of_alone() -> None:
    found = worth([GUILD, CIRCLE], [visit(GUILD, 1, "Ann"), visit(GUILD, 8), visit(CIRCLE, 2)], TODAY)
    assert worth_finding(found) == "The Guild: about 2.5 new ties in 10 hours"


def test_a_group_that_was_never_visited_is_not_weighed() -> None:
    assert worth([GUILD], [], TODAY) == ()


@pytest.mark.parametrize(
    ("since", "years"),
    [
        (None, 0),
        (date(2026, 11, 22), 1),
        (date(2025, 11, 23), 1),
        (date(2025, 11, 22), 2),
        (date(2027, 1, 1), 0),
    ],
)
def test_every_year_of_membership_that_has_begun_is_paid(since: date | None, years: int) -> None:
    member = GUILD.model_copy(update={"decision": "join", "since": since, "cost": Decimal(60)})
    assert money_spent(member, [], TODAY) == 60 * years


def test_after_leaving_no_further_year_is_paid() -> None:
    left = GUILD.model_copy(
        update={
            "decision": "leave",
            "since": date(2023, 1, 1),
            "decided": date(2023, 6, 1),
            "cost": Decimal(60),
        }
    )
    assert money_spent(left, [visit(GUILD, 1, cost=5)], TODAY) == 65


def test_what_cost_nothing_is_said_to_have_cost_nothing() -> None:
    found = worth([GUILD], [visit(GUILD, 1, "Ann"), visit(GUILD, 8)], TODAY)
    assert cost_finding(found) == "The Guild cost nothing so far"
    assert found[0].per_cost.label == "took nothing so far"


def test_groups_with_a_cost_are_weighed_by_it() -> None:
    visits = [visit(GUILD, 1, "Ann", cost=5), visit(GUILD, 8, "Bo", cost=5)]
    assert cost_finding(worth([GUILD], visits, TODAY)) == "The Guild: about 20 new ties for 100 of its cost"


@pytest.mark.parametrize("rate", [0.2, 1.0, 4.0])
def test_the_interval_holds_the_truth_at_least_as_often_as_it_says(rate: float) -> None:
    hours = 8.0
    drawn = np.random.default_rng(1).poisson(rate * hours, 400)
    intervals = {count: Rate(int(count), hours, 3, 1).interval for count in set(drawn)}
    assert np.mean([intervals[count].low <= rate <= intervals[count].high for count in drawn]) >= 0.95


def test_without_a_tie_the_rate_may_still_be_above_nothing() -> None:
    interval = Rate(0, 10, 2, 10).interval
    assert interval.low == 0
    assert interval.high == pytest.approx(3.689, abs=0.001)
