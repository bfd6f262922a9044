from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rutkit.steps.groups.memberships import (
    cost_a_year,
    memberships,
    memberships_sentence,
    renewal_sentence,
    renewals_due,
    renewed,
)
from rutkit.steps.groups.records import Group

TODAY = date(2026, 11, 22)


def member(name: str = "The Guild", renewal: date | None = None, cost: int | None = 60) -> Group:
    return Group(
        name=name, decision="join", renewal=renewal, cost=Decimal(cost) if cost is not None else None
    )


def test_only_what_was_joined_is_a_membership() -> None:
    assert memberships([member("B"), Group(name="C"), member("A")])[0].name == "A"


def test_the_cost_of_a_year_is_that_of_all_memberships() -> None:
    assert cost_a_year([member(cost=60), member(cost=25), member(cost=None)]) == 85


@pytest.mark.parametrize(
    ("renewal", "is_due"),
    [
        (None, False),
        (date(2026, 11, 1), True),
        (date(2026, 12, 22), True),
        (date(2026, 12, 23), False),
    ],
)
def test_a_renewal_is_due_from_thirty_days_before(renewal: date | None, is_due: bool) -> None:
    assert bool(renewals_due([member(renewal=renewal)], TODAY)) is is_due


def test_the_renewal_of_a_group_that_was_left_is_not_due() -> None:
    left = member(renewal=TODAY).model_copy(update={"decision": "leave"})
    assert renewals_due([left], TODAY) == ()


def test_the_renewal_that_comes_first_is_due_first() -> None:
    late, soon = member("A", date(2026, 12, 10)), member("B", date(2026, 12, 1))
    assert renewals_due([late, soon], TODAY) == (soon, late)


@pytest.mark.parametrize(
    ("day", "year_later"),
    [(date(2026, 12, 31), date(2027, 12, 31)), (date(2028, 2, 29), date(2029, 2, 28))],
)
def test_a_renewed_membership_renews_a_year_later(day: date, year_later: date) -> None:
    assert renewed(member(renewal=day)).renewal == year_later


def test_a_membership_that_says_no_day_stays_as_it_is() -> None:
    assert renewed(member()).renewal is None


@pytest.mark.parametrize(
    ("renewal", "says"),
    [
        (None, ""),
        (date(2026, 11, 1), "It renewed on 1 Nov 2026. Did you stay?"),
        (TODAY, "It renews today. Do you want to stay?"),
        (date(2026, 11, 23), "It renews in 1 day, on 23 Nov 2026. Do you want to stay?"),
        (date(2027, 11, 1), "It renews on 1 Nov 2027."),
    ],
)
def test_a_renewal_is_spoken_of_as_it_comes_nearer(renewal: date | None, says: str) -> None:
    assert renewal_sentence(member(renewal=renewal), TODAY) == says


def test_memberships_say_what_they_cost_and_of_which_that_is_not_known() -> None:
    assert memberships_sentence([member(cost=60), member(cost=None)], "USD") == (
        "2 memberships, $60 a year; 1 of them without a cost yet."
    )


def test_without_a_membership_it_is_said_what_will_stand_there() -> None:
    assert memberships_sentence([], "USD").startswith("None yet.")
