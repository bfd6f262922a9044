from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.emotions.advice import Facts, burnout_check, check_in, tell_somebody
from rutkit.steps.emotions.records import WORK_ITEMS, BurnoutInventory, CheckIn

TODAY = date(2026, 11, 22)


def check_ins(*days_ago: int, resentful: int = 1) -> list[CheckIn]:
    return [CheckIn(day=TODAY - timedelta(days=ago), workday=True, resentful=resentful) for ago in days_ago]


def inventory(days_ago: int) -> BurnoutInventory:
    personal = dict.fromkeys(("tired", "physically_exhausted", "worn_out"), "Often")
    work = dict.fromkeys(("work_exhausting", "work_burns_out", "work_frustrates"), "Somewhat")
    return BurnoutInventory.model_validate(
        {"day": TODAY - timedelta(days=days_ago), **personal, **work, WORK_ITEMS[-1]: "Seldom"}
    )


def test_a_day_without_a_check_in_asks_for_one_and_more_so_the_longer_it_is() -> None:
    yesterday, last_week = check_in(Facts(TODAY, check_ins(1))), check_in(Facts(TODAY, check_ins(8)))

    assert yesterday is not None
    assert last_week is not None
    assert yesterday.strength < last_week.strength <= 60
    assert "7 days before today" in last_week.action.reason
    assert yesterday.numbers == "1 of the last 14 days have a check-in."


def test_who_has_checked_in_today_or_never_is_not_asked() -> None:
    assert check_in(Facts(TODAY, check_ins(0, 1))) is None
    assert check_in(Facts(TODAY)) is None


def test_the_burnout_questions_come_back_after_four_weeks() -> None:
    assert burnout_check(Facts(TODAY, check_ins(1), [inventory(28)])) is not None
    assert burnout_check(Facts(TODAY, check_ins(1), [inventory(27)])) is None
    assert burnout_check(Facts(TODAY, check_ins(1))) is not None
    assert burnout_check(Facts(TODAY)) is None


def test_a_consistent_feeling_is_something_to_tell_somebody() -> None:
    advice = tell_somebody(Facts(TODAY, check_ins(1, 2, 3, 4, 5, resentful=3)))

    assert advice is not None
    assert advice.numbers.startswith("Resentment: 5 of 5 · ")
    assert advice.action.step == "exit_plan"


def test_four_workdays_are_too_few_to_say_so() -> None:
    assert tell_somebody(Facts(TODAY, check_ins(1, 2, 3, 4, resentful=3))) is None
    assert tell_somebody(Facts(TODAY, check_ins(1, 2, 3, 4, 5, resentful=1))) is None
