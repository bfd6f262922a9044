from __future__ import annotations

from datetime import date

import pytest

from rutkit.steps.groups.records import Decision, Group, Visit
from rutkit.steps.groups.trials import (
    decide,
    people_met,
    trial_sentence,
    undecided,
    visits_to,
    wants_decision,
)

TODAY = date(2026, 11, 22)
GUILD = Group(name="The Guild")


def visit(day: int, *met: str, group: Group = GUILD, useful: bool | None = None) -> Visit:
    return Visit(group=group.id, day=date(2026, 11, day), met=met, useful=useful)


def after(decision: Decision, decided: date | None = None) -> Group:
    return GUILD.model_copy(update={"decision": decision, "decided": decided})


def test_visits_are_told_apart_by_group_and_stand_in_their_order() -> None:
    other = visit(1, group=Group(name="Another"))
    assert [each.day.day for each in visits_to(GUILD, [visit(9), other, visit(2)])] == [2, 9]


def test_somebody_who_was_met_twice_is_one_person() -> None:
    assert people_met([visit(1, "Ann", "Bo"), visit(2, "ann")]) == ("Ann", "Bo")


@pytest.mark.parametrize(("days", "asked"), [((), False), ((1,), False), ((1, 8), True), ((1, 8, 15), True)])
def test_after_two_visits_a_decision_is_asked_for(days: tuple[int, ...], asked: bool) -> None:
    assert wants_decision(GUILD, [visit(day) for day in days]) is asked


@pytest.mark.parametrize("decision", ["join", "leave"])
def test_a_decision_is_not_asked_for_twice(decision: Decision) -> None:
    assert not wants_decision(after(decision), [visit(1), visit(8)])


def test_who_wanted_to_go_once_more_is_asked_after_that_visit() -> None:
    once_more = after("once more", date(2026, 11, 10))
    assert not wants_decision(once_more, [visit(1), visit(8)])
    assert wants_decision(once_more, [visit(1), visit(8), visit(15)])


def test_groups_that_wait_stand_by_name() -> None:
    other = Group(name="A circle")
    visits = [*(visit(day) for day in (1, 8)), *(visit(day, group=other) for day in (2, 9))]
    assert undecided([GUILD, other, Group(name="New")], visits) == (other, GUILD)


def test_who_joins_is_a_member_from_today() -> None:
    joined = decide(GUILD, "join", TODAY)
    assert (joined.decision, joined.decided, joined.since) == ("join", TODAY, TODAY)


def test_who_was_a_member_before_stays_one_since_then() -> None:
    member = GUILD.model_copy(update={"since": date(2020, 1, 1)})
    assert decide(member, "join", TODAY).since == date(2020, 1, 1)


def test_a_trial_says_what_its_visits_came_to_and_asks() -> None:
    assert trial_sentence(GUILD, [visit(1, "Ann", useful=True), visit(8, "Bo", useful=False)]) == (
        "2 visits, 2 people met, useful 1 of 2. Would you like to join, to go once more, or to leave it?"
    )


@pytest.mark.parametrize(
    ("group", "visits", "says"),
    [
        (GUILD, [], "No visit yet. Two are enough to decide."),
        (GUILD, [visit(1)], "1 visit, 0 people met. One more visit, then decide."),
        (after("once more", TODAY), [visit(1)], "You wanted to go once more. 1 visit, 0 people met."),
        (after("join", TODAY), [], "You joined in Nov 2026."),
        (after("leave", TODAY), [], "You left it in Nov 2026, and that is an answer, too."),
    ],
)
def test_a_trial_says_where_it_stands(group: Group, visits: list[Visit], says: str) -> None:
    assert trial_sentence(group, visits) == says
