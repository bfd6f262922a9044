from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from rutkit.records import describe
from rutkit.steps.acknowledge.records import (
    QUESTIONS,
    REASONS,
    Acknowledgement,
    RutCheck,
    Situation,
    StayReason,
)

DAY = date(2025, 11, 4)


def test_a_rut_check_can_be_saved_after_any_single_answer() -> None:
    assert RutCheck(day=DAY, promotion="not too true").satisfaction is None


def test_every_question_of_a_rut_check_can_be_left_open() -> None:
    fields = {spec.name: spec for spec in describe(RutCheck)}
    assert all(fields[question].optional for question in QUESTIONS)


def test_the_questions_are_asked_in_the_order_of_the_fields() -> None:
    assert tuple(spec.name for spec in describe(RutCheck) if spec.name != "day") == QUESTIONS


def test_every_reason_has_words_beside_it() -> None:
    fields = [spec.name for spec in describe(StayReason) if spec.name != "day"]
    assert fields == [name for reason in REASONS for name in (reason, f"{reason}_words")]


@pytest.mark.parametrize("weight", [-1, 11])
def test_a_reason_weighs_from_0_to_10(weight: int) -> None:
    with pytest.raises(ValidationError):
        StayReason(day=DAY, fear=weight)


@pytest.mark.parametrize("hours", [-1, 169, float("nan"), float("inf")])
def test_a_week_has_no_more_hours_than_there_are(hours: float) -> None:
    with pytest.raises(ValidationError):
        Situation(hours_a_week=hours)


def test_only_the_month_counts_of_the_day_somebody_began() -> None:
    assert Situation(since=date(2019, 3, 17)).since == date(2019, 3, 1)


@pytest.mark.parametrize("sentence", ["", "   ", "\n"])
def test_an_acknowledgement_says_something(sentence: str) -> None:
    with pytest.raises(ValidationError):
        Acknowledgement(day=DAY, sentence=sentence)


def test_an_acknowledgement_is_kept_without_the_spaces_around_it() -> None:
    assert Acknowledgement(day=DAY, sentence=" I am stuck. ").sentence == "I am stuck."
