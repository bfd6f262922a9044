from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rutkit.steps.skills.limits import PlanningError, first_monday, limits_of
from rutkit.steps.skills.records import LearningLimits

MONDAY = date(2026, 3, 2)


def limits(**changed: Any) -> LearningLimits:
    return LearningLimits.model_validate(
        {"hours_a_week": 5, "budget": Decimal(100), "until": date(2026, 3, 29), **changed}
    )


def test_a_plan_has_whole_weeks_from_the_first_monday_on() -> None:
    found = limits_of(limits(), date(2026, 2, 25))
    assert (found.first_week, found.weeks, found.last_day) == (MONDAY, 4, date(2026, 3, 29))


def test_a_week_that_is_not_whole_does_not_count() -> None:
    assert limits_of(limits(until=date(2026, 3, 28)), MONDAY).weeks == 3


def test_a_monday_is_its_own_first_monday() -> None:
    assert first_monday(MONDAY) == MONDAY


def test_a_plan_never_begins_in_the_past() -> None:
    assert limits_of(limits(begin=date(2025, 1, 1)), MONDAY).first_week == MONDAY


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"hours_a_week": None}, "say first the hours you can spare"),
        ({"budget": None, "until": None}, "what you can spend and the day to be done by"),
        ({"hours_a_week": 0}, "With 0 hours a week nothing can be learned"),
        ({"until": date(2026, 3, 5)}, "no whole week"),
        ({"until": date(2031, 3, 5)}, "more than three years away"),
    ],
)
def test_limits_that_leave_nothing_to_plan_with_say_so(changed: dict[str, Any], sentence: str) -> None:
    with pytest.raises(PlanningError, match=sentence):
        limits_of(limits(**changed), MONDAY)


def test_hours_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="greater than or equal to 0"):
        limits(hours_a_week=-1)
