from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from rutkit.steps.emotions.records import BurnoutInventory, CheckIn
from rutkit.steps.emotions.support import LINES, support

Ago = Callable[..., CheckIn]


def inventory(day: date, answer: str | None) -> BurnoutInventory:
    return BurnoutInventory.model_validate({"day": day, "cannot_take_it": answer})


@pytest.mark.parametrize("answer", ["Always", "Often"])
def test_not_taking_it_anymore_brings_support(today: date, answer: str) -> None:
    needed = support([], [inventory(today, answer)], today)
    assert needed is not None
    assert answer.lower() in needed.reason


@pytest.mark.parametrize("answer", ["Sometimes", "Seldom", "Never/almost never", None])
def test_other_answers_do_not(today: date, answer: str | None) -> None:
    assert support([], [inventory(today, answer)], today) is None


def test_it_stands_until_the_question_is_answered_again(today: date) -> None:
    earlier = inventory(today - timedelta(days=90), "Often")
    left_out = inventory(today - timedelta(days=10), None)
    better = inventory(today, "Seldom")
    assert support([], [left_out, earlier], today) is not None
    assert support([], [better, earlier], today) is None


def test_five_days_at_extreme_within_a_week_bring_support(ago: Ago, today: date) -> None:
    assert support([ago(n, angry=4) for n in (0, 1, 2, 3, 6)], [], today) is not None


def test_four_do_not(ago: Ago, today: date) -> None:
    assert support([ago(n, angry=4) for n in range(4)], [], today) is None


def test_the_extreme_feeling_need_not_be_the_same_every_day(ago: Ago, today: date) -> None:
    feelings = ("stressed", "angry", "inadequate", "fearful", "resentful")
    days = [ago(n, **{feeling: 4}) for n, feeling in enumerate(feelings)]
    assert support(days, [], today) is not None


def test_a_quiet_weekend_does_not_hide_an_extreme_working_week(ago: Ago, today: date) -> None:
    week = [ago(n, stressed=4) for n in range(2, 7)]
    weekend = [ago(0, stressed=0), ago(1, stressed=0)]
    assert support(week + weekend, [], today) is not None


def test_days_before_the_last_seven_do_not_count(ago: Ago, today: date) -> None:
    assert support([ago(n, stressed=4) for n in range(3, 12)], [], today) is None


def test_the_words_name_no_telephone_number() -> None:
    assert not any(character.isdigit() for line in LINES for character in line)
