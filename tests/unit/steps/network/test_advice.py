from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rutkit.steps.network.advice import Facts, asking_again, give_something, next_step, one_person_this_week
from rutkit.steps.network.records import Contact, Touch

TODAY = date(2026, 11, 22)
NADIA = Contact(name="Nadia Wren")


def touch(days_ago: int, *exchange: str, **fields: Any) -> Touch:
    day = TODAY - timedelta(days=days_ago)
    return Touch.model_validate({"contact": NADIA.id, "day": day, "exchange": exchange, **fields})


def facts(*touches: Touch, **changes: Any) -> Facts:
    return Facts(TODAY, touches, [NADIA], **changes)


def test_a_next_step_is_due_on_its_day() -> None:
    advice = next_step(facts(touch(5, next_step="Send the numbers", next_on=TODAY)))

    assert advice is not None
    assert advice.action.text == "Nadia Wren: Send the numbers"
    assert advice.action.record_id == NADIA.id
    assert next_step(facts(touch(5, next_on=TODAY + timedelta(days=1)))) is None


def test_a_next_step_is_over_once_the_two_were_in_touch_again() -> None:
    assert next_step(facts(touch(1), touch(5, next_on=TODAY - timedelta(days=2)))) is None


def test_a_week_without_anybody_asks_for_one_person() -> None:
    advice = one_person_this_week(facts(touch(7), touch(27), touch(28)))

    assert advice is not None
    assert "2 times in the last four weeks" in advice.numbers
    assert one_person_this_week(facts(touch(6))) is None
    assert one_person_this_week(facts(touch(7), people_a_week=0)) is None
    assert one_person_this_week(facts()) is None


def test_ten_times_in_touch_without_giving_ask_for_something_to_give() -> None:
    assert give_something(facts(*[touch(ago) for ago in range(10)])) is not None
    assert give_something(facts(*[touch(ago) for ago in range(9)])) is None
    assert give_something(facts(touch(0, "I gave"), *[touch(ago) for ago in range(9)])) is None


def test_nobody_is_asked_a_third_time_before_something_was_given() -> None:
    advice = asking_again(facts(touch(1, "I asked"), touch(50, "I asked")))

    assert advice is not None
    assert advice.numbers == "Asked twice, given not once; 2 times in touch noted."


def test_asking_is_fine_once_or_long_ago_or_after_giving() -> None:
    assert asking_again(facts(touch(1, "I asked"))) is None
    assert asking_again(facts(touch(121, "I asked"), touch(150, "I asked"))) is None
    assert asking_again(facts(touch(1, "I asked"), touch(5, "I asked"), touch(9, "I gave"))) is None
