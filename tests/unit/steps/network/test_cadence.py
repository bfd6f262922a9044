from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.network.cadence import (
    Rhythm,
    Turn,
    last_touches,
    next_steps,
    rhythm_of,
    standing,
    standings,
)
from rutkit.steps.network.records import Cadence, Contact, Touch

TODAY = date(2026, 11, 22)
ADA = Contact(name="Ada", relation="friend", tags=("choir",))
FRIENDS = Cadence(group="friend", ideal_days=60, longest_days=180)


def touch(ago: int, contact: Contact = ADA, **fields: object) -> Touch:
    return Touch.model_validate({"contact": contact.id, "day": TODAY - timedelta(days=ago), **fields})


def turn(ago: int, rhythm: Rhythm) -> Turn:
    return standing(ADA, rhythm, touch(ago), TODAY).turn


# Whose cadence counts


def test_a_group_is_a_way_of_knowing_people() -> None:
    assert rhythm_of(ADA, [FRIENDS]) == Rhythm(60, 180, "friend")


def test_a_group_may_be_one_of_the_person_s_own_words_in_any_case() -> None:
    assert rhythm_of(ADA, [Cadence(group=" Choir ", ideal_days=30)]) == Rhythm(30, 365, " Choir ")


def test_of_several_groups_the_most_frequent_counts() -> None:
    rhythm = rhythm_of(ADA, [FRIENDS, Cadence(group="choir", ideal_days=14, longest_days=90)])
    assert rhythm == Rhythm(14, 90, "choir")


def test_one_s_own_cadence_comes_before_the_group_s() -> None:
    own = ADA.model_copy(update={"ideal_days": 7, "longest_days": 30})
    assert rhythm_of(own, [FRIENDS]) == Rhythm(7, 30)


def test_what_one_s_own_cadence_leaves_open_is_the_group_s() -> None:
    assert rhythm_of(ADA.model_copy(update={"ideal_days": 7}), [FRIENDS]) == Rhythm(7, 180)


def test_without_any_cadence_it_is_nobody_s_turn() -> None:
    assert rhythm_of(ADA, [Cadence(group="family")]) is None


# Whose turn it is


@pytest.mark.parametrize(
    ("ago", "expected"),
    [(59, Turn.LATER), (60, Turn.NOW), (179, Turn.NOW), (180, Turn.LONG)],
)
def test_it_counts_from_the_last_time_in_touch(ago: int, expected: Turn) -> None:
    assert turn(ago, Rhythm(60, 180)) is expected


def test_a_longest_gap_alone_is_a_cadence_too() -> None:
    assert turn(180, Rhythm(None, 180)) is Turn.LONG


def test_an_ideal_gap_alone_is_never_longer_than_wanted() -> None:
    assert turn(5_000, Rhythm(60, None)) is Turn.NOW


def test_without_a_contact_noted_it_is_time_but_nothing_is_counted() -> None:
    new = standing(ADA, Rhythm(60, 180), None, TODAY)
    assert new.turn is Turn.NOW
    assert new.sentence == "No time in touch noted yet. You wanted about every 60 days, 180 days at most."


def test_the_facts_are_told_without_a_judgment() -> None:
    told = standing(ADA, Rhythm(60, 180, "friend"), touch(200), TODAY).sentence
    assert told == (
        "Last in touch 6 May 2026, 7 months ago. "
        "You wanted about every 60 days, 180 days at most, as for all of “friend”."
    )


@pytest.mark.parametrize(
    ("ago", "expected"),
    [(0, "today"), (1, "yesterday"), (59, "59 days ago"), (70, "2 months ago"), (1_200, "3 years ago")],
)
def test_how_long_it_is_stands_as_one_would_say_it(ago: int, expected: str) -> None:
    assert f", {expected}. " in standing(ADA, Rhythm(60, 180), touch(ago), TODAY).sentence


@given(st.integers(0, 4_000), st.integers(1, 3_650), st.integers(1, 7_300))
def test_it_is_time_exactly_from_its_next_day_on(ago: int, ideal: int, longest: int) -> None:
    theirs = standing(ADA, Rhythm(ideal, longest), touch(ago), TODAY)
    assert theirs.next_day is not None
    assert (theirs.turn is not Turn.LATER) == (theirs.next_day <= TODAY)


def test_those_longest_past_it_come_first_and_those_without_a_contact_last() -> None:
    bo, cleo = Contact(name="Bo", relation="friend"), Contact(name="Cleo", relation="friend")
    last = last_touches([touch(70), touch(500, bo)], TODAY)
    order = [each.contact.name for each in standings([ADA, cleo, bo], last, [FRIENDS], TODAY)]
    assert order == ["Bo", "Ada", "Cleo"]


# The last time in touch


def test_the_newest_contact_is_the_last_one() -> None:
    older, newer = touch(9), touch(3)
    assert last_touches([newer, older], TODAY) == {ADA.id: newer}


def test_a_contact_that_is_yet_to_come_does_not_count() -> None:
    assert last_touches([touch(-1)], TODAY) == {}


# Next steps


def test_a_next_step_is_open_until_the_next_time_in_touch() -> None:
    promised = touch(20, next_step="send the list")
    assert [step.touch for step in next_steps([ADA], last_touches([promised], TODAY), TODAY)] == [promised]
    assert next_steps([ADA], last_touches([promised, touch(1)], TODAY), TODAY) == ()


def test_a_next_step_is_due_on_its_day() -> None:
    tomorrow = touch(20, next_step="call", next_on=TODAY + timedelta(days=1))
    last = last_touches([tomorrow], TODAY)
    assert not next_steps([ADA], last, TODAY)[0].is_due
    assert next_steps([ADA], last, TODAY + timedelta(days=1))[0].is_due
