from __future__ import annotations

from datetime import date

import pytest

from rutkit.steps.network.giving import Balance, balances, hint, overall
from rutkit.steps.network.records import Exchange, Touch


def touch(*exchange: Exchange, contact: str = "ada") -> Touch:
    return Touch(contact=contact, day=date(2026, 11, 1), exchange=exchange)


def test_one_contact_may_be_giving_and_asking_at_once() -> None:
    assert overall([touch("I gave", "I asked")]) == Balance(touches=1, gave=1, asked=1)


def test_each_person_has_a_balance_of_their_own() -> None:
    found = balances([touch("I gave"), touch("I asked", contact="bo"), touch("we caught up", contact="bo")])
    assert found == {"ada": Balance(1, gave=1), "bo": Balance(2, asked=1, caught_up=1)}


@pytest.mark.parametrize(
    ("touches", "expected"),
    [
        ([], "No time in touch is noted yet."),
        ([touch()], "Nothing given and nothing asked; 1 time in touch noted."),
        (
            [touch("I gave")] * 3 + [touch("I asked")],
            "You gave 3 times and asked once; 4 times in touch noted.",
        ),
    ],
)
def test_a_balance_is_told_in_words(touches: list[Touch], expected: str) -> None:
    assert overall(touches).in_words == expected


def test_a_hint_comes_before_the_third_time_of_asking() -> None:
    assert hint("Ada", Balance(touches=1, asked=1)) == ""
    assert hint("Ada", Balance(touches=2, asked=2)).startswith(
        "You have asked Ada twice, and nothing that you gave"
    )


def test_whoever_gave_gets_no_hint() -> None:
    assert hint("Ada", Balance(touches=9, asked=8, gave=1)) == ""


def test_a_hint_recalls_how_the_person_might_help() -> None:
    assert hint("Ada", Balance(touches=2, asked=2), "Her new shelf").endswith("you might help: Her new shelf")
