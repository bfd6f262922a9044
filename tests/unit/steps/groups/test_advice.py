from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rutkit.steps.groups.advice import Facts, before_it_renews, decide, go_there, no_use, say_whether
from rutkit.steps.groups.records import Group, GroupEvent, Visit

TODAY = date(2026, 11, 22)


def visits(group: Group, *useful: bool | None) -> list[Visit]:
    return [Visit(group=group.id, day=TODAY - timedelta(days=7), useful=each) for each in useful]


def event(days: int, going: str) -> GroupEvent:
    values: dict[str, Any] = {"title": "Soup", "day": TODAY + timedelta(days=days), "going": going}
    return GroupEvent.model_validate(values)


def test_two_visits_ask_for_a_decision() -> None:
    group = Group(name="Guild")

    assert decide(Facts(TODAY, [group], visits(group, True, True))) is not None
    assert decide(Facts(TODAY, [group], visits(group, True))) is None


def test_a_membership_is_thought_over_thirty_days_before_it_renews() -> None:
    def joined(days: int) -> Group:
        return Group(name="Guild", decision="join", renewal=TODAY + timedelta(days=days))

    assert before_it_renews(Facts(TODAY, [joined(30)])) is not None
    assert before_it_renews(Facts(TODAY, [joined(31)])) is None


def test_a_perhaps_within_a_week_asks_for_yes_or_no() -> None:
    assert say_whether(Facts(TODAY, events=[event(6, "perhaps")])) is not None
    assert say_whether(Facts(TODAY, events=[event(7, "perhaps")])) is None
    assert say_whether(Facts(TODAY, events=[event(3, "yes")])) is None


def test_a_yes_within_a_week_is_remembered() -> None:
    advice = go_there(Facts(TODAY, events=[event(1, "yes")]))

    assert advice is not None
    assert "tomorrow" in advice.action.reason
    assert go_there(Facts(TODAY, events=[event(1, "no")])) is None


def test_a_group_that_helped_on_none_of_four_visits_is_to_be_left() -> None:
    group = Group(name="Guild", decision="join")
    advice = no_use(Facts(TODAY, [group], visits(group, *[False] * 4)))

    assert advice is not None
    assert advice.numbers == "Useful on 0 of 4 visits (0–49\u00a0%, 95\u00a0%)."


def test_three_dull_evenings_may_be_chance() -> None:
    group = Group(name="Guild", decision="join")

    assert no_use(Facts(TODAY, [group], visits(group, *[False] * 3))) is None
    assert no_use(Facts(TODAY, [group], visits(group, True, *[False] * 3))) is None
    left = group.model_copy(update={"decision": "leave"})
    assert no_use(Facts(TODAY, [left], visits(group, *[False] * 9))) is None
