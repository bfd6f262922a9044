from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.network.companies import Target
from rutkit.steps.network.evidence import WEIGHTS
from rutkit.steps.network.records import REASONS, Asking, Cadence, Contact, Reason, Touch, WritingChoices
from rutkit.steps.network.suggestions import Suggestion, may_be_suggested, suggestions

WEDNESDAY = date(2026, 11, 18)
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
FRIENDS = Cadence(group="friend", ideal_days=60, longest_days=180)
ACME = Target("acme", "Acme", open_roles=("Clerk", "Cook"), applications=())


def touch(contact: Contact, day: date) -> Touch:
    return Touch(contact=contact.id, day=day)


def suggested(
    contacts: Sequence[Contact],
    touches: Sequence[Touch] = (),
    *,
    wanted: Sequence[Target] = (),
    choices: WritingChoices | None = None,
    today: date = WEDNESDAY,
) -> tuple[Suggestion, ...]:
    return suggestions(contacts, touches, [FRIENDS], wanted, choices or WritingChoices(), today)


def reasons_for(
    contact: Contact, touches: Sequence[Touch] = (), wanted: Sequence[Target] = ()
) -> dict[Reason, str]:
    found = suggested([contact], touches, wanted=wanted)
    return {because.reason: because.says for each in found for because in each.because}


# Reasons


def test_somebody_is_suggested_when_it_is_time_within_the_week() -> None:
    ada = Contact(name="Ada", relation="friend")
    assert reasons_for(ada, [touch(ada, SUNDAY - timedelta(days=60))]) == {
        "it is time by your cadence": (
            "It is time: you wanted about every 60 days, and were last in touch on 23 Sep 2026."
        )
    }
    assert reasons_for(ada, [touch(ada, SUNDAY - timedelta(days=59))]) == {}


def test_a_dormant_tie_is_one_of_three_years() -> None:
    ada = Contact(name="Ada")
    assert list(reasons_for(ada, [touch(ada, date(2023, 11, 22))])) == ["no word for three years or more"]
    assert reasons_for(ada, [touch(ada, date(2023, 11, 23))]) == {}


def test_without_a_contact_noted_the_day_of_connecting_is_told_as_such() -> None:
    assert reasons_for(Contact(name="Ada", connected=date(2019, 5, 2))) == {
        "no word for three years or more": "Connected since May 2019, and no time in touch noted here."
    }


def test_three_years_before_a_leap_day_is_found() -> None:
    ada = Contact(name="Ada", connected=date(2025, 2, 28))
    assert suggested([ada], today=date(2028, 2, 29))


def test_who_works_where_a_wanted_role_is_open_is_suggested() -> None:
    assert reasons_for(Contact(name="Ada", company="ACME Ltd."), wanted=[ACME]) == {
        "works where a role you want is open": "Acme has 2 roles open that you want."
    }


def test_who_works_where_one_has_applied_is_suggested() -> None:
    applied = Target("acme", "Acme", (), ("Clerk",))
    assert list(reasons_for(Contact(name="Ada", company="Acme"), wanted=[applied])) == [
        "works where you have applied"
    ]


@pytest.mark.parametrize(("closeness", "expected"), [(0, 0), (1, 0), (2, 1), (3, 0), (4, 0), (None, 0)])
def test_a_moderately_weak_tie_is_the_one_in_the_middle(closeness: int | None, expected: int) -> None:
    assert len(suggested([Contact(name="Ada", closeness=closeness)])) == expected


def test_without_a_reason_nobody_is_suggested() -> None:
    assert suggested([Contact(name="Ada"), Contact(closeness=2)]) == ()


def test_a_reason_that_is_turned_off_counts_for_nothing() -> None:
    choices = WritingChoices(reasons=("no word for three years or more",))
    assert suggested([Contact(name="Ada", closeness=2)], choices=choices) == ()


# Weights


def test_every_reason_has_its_weight_and_says_why() -> None:
    assert set(WEIGHTS) == set(REASONS)
    assert all(weight.points > 0 and weight.why.endswith(".") for weight in WEIGHTS.values())


def test_only_one_s_own_choice_needs_no_source() -> None:
    assert [reason for reason, weight in WEIGHTS.items() if not weight.source] == [
        "it is time by your cadence"
    ]


def test_reasons_add_up() -> None:
    weak, both = Contact(name="Ada", closeness=2), Contact(name="Bo", closeness=2, company="Acme")
    assert [each.contact.name for each in suggested([weak, both], wanted=[ACME])] == ["Bo", "Ada"]


@given(st.lists(st.sampled_from([0, 1, 2, 3, None]), max_size=12), st.integers(0, 20))
def test_there_are_never_more_than_one_chose_and_the_heaviest_come_first(
    closeness: list[int | None], most: int
) -> None:
    people = [Contact(name="Ada", closeness=each, relation="friend") for each in closeness]
    found = suggested(people, choices=WritingChoices(people_a_week=most))
    assert len(found) == min(most, len(people))
    assert all(one.points >= other.points for one, other in pairwise(found))


# Within a week

PEOPLE = [Contact(name=f"Person {number}", closeness=2) for number in range(12)]


def names(found: Sequence[Suggestion]) -> list[str]:
    return [each.contact.name for each in found]


def test_the_order_stays_within_a_week() -> None:
    assert names(suggested(PEOPLE, today=MONDAY)) == names(suggested(PEOPLE, today=SUNDAY))


def test_it_stays_whatever_order_the_people_are_read_in() -> None:
    assert names(suggested(PEOPLE)) == names(suggested(PEOPLE[::-1]))


def test_another_week_gives_others_a_turn() -> None:
    weeks = {tuple(names(suggested(PEOPLE, today=MONDAY + timedelta(weeks=week)))) for week in range(4)}
    assert len(weeks) == 4


def test_whoever_was_written_to_keeps_their_place() -> None:
    before = suggested(PEOPLE)
    after = suggested(PEOPLE, [touch(before[1].contact, WEDNESDAY)])
    assert names(after) == names(before)
    assert [each.done for each in after] == [None, WEDNESDAY, None, None, None]


@pytest.mark.parametrize("asking", ["not now", "not this one"])
def test_a_no_makes_room_for_the_next_one_and_moves_nobody_else(asking: Asking) -> None:
    before = suggested(PEOPLE)
    no = before[1].contact
    people = [each.model_copy(update={"asking": asking}) if each is no else each for each in PEOPLE]
    after = names(suggested(people))
    assert no.name not in after
    assert after[:4] == [name for name in names(before) if name != no.name]


def test_not_now_ends_on_its_day() -> None:
    ada = Contact(name="Ada", asking="not now", not_before=WEDNESDAY)
    assert not may_be_suggested(ada, WEDNESDAY - timedelta(days=1))
    assert may_be_suggested(ada, WEDNESDAY)


def test_not_now_without_a_day_and_not_this_one_have_no_end() -> None:
    for asking in set(get_args(Asking)) - {"yes"}:
        assert not may_be_suggested(Contact(name="Ada", asking=asking), date(2100, 1, 1))
