from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.prepare.letters import (
    a_quarter_on,
    is_sealed,
    letter_sentence,
    open_early,
    seal,
    sent,
    unsealed,
    waiting_to_be_read,
)
from rutkit.steps.prepare.records import Letter

TODAY = date(2026, 11, 22)
OPENS = date(2027, 2, 22)
DRAFT = Letter(written=TODAY - timedelta(days=2), opens=OPENS, text="Dear me")
SEALED = seal(DRAFT, TODAY)


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(2026, 11, 22), date(2027, 2, 22)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 1, 31), date(2027, 4, 30)),
    ],
)
def test_a_letter_opens_a_quarter_on(day: date, opens: date) -> None:
    assert a_quarter_on(day) == opens


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_quarter_is_about_ninety_days(day: date) -> None:
    assert 88 <= (a_quarter_on(day) - day).days <= 93


def test_a_letter_that_is_being_written_is_not_sealed() -> None:
    assert not is_sealed(DRAFT, TODAY)
    assert unsealed([SEALED, DRAFT]) == DRAFT


def test_a_sealed_letter_is_dated_by_its_seal_and_stays_shut_until_its_day() -> None:
    assert SEALED.written == TODAY
    assert is_sealed(SEALED, OPENS - timedelta(days=1))
    assert not is_sealed(SEALED, OPENS)


def test_a_letter_opened_early_can_be_read_and_says_so() -> None:
    opened = open_early(SEALED, TODAY)
    assert not is_sealed(opened, TODAY)
    assert "you opened it early" in letter_sentence(opened, TODAY)


def test_a_sealed_letter_says_how_long_it_takes() -> None:
    assert (
        letter_sentence(SEALED, TODAY) == "Written on 22 Nov 2026, sealed until 22 Feb 2027: 92 days to go."
    )


def test_a_letter_whose_day_has_come_says_since_when() -> None:
    assert letter_sentence(SEALED, OPENS) == "Written on 22 Nov 2026, open since 22 Feb 2027."


def test_a_letter_waits_to_be_read_from_its_day_until_it_is_answered() -> None:
    assert waiting_to_be_read([SEALED], TODAY) == ()
    assert waiting_to_be_read([SEALED], OPENS) == (SEALED,)
    assert waiting_to_be_read([SEALED.model_copy(update={"reply": "Thank you."})], OPENS) == ()


def test_letters_stand_with_the_last_to_open_first() -> None:
    sooner = SEALED.model_copy(update={"opens": TODAY})
    assert sent([sooner, DRAFT, SEALED]) == (SEALED, sooner)
