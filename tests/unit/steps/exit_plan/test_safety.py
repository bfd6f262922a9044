from __future__ import annotations

from typing import get_args

import pytest

from rutkit.steps.exit_plan.records import HarmKind, Safety
from rutkit.steps.exit_plan.safety import NEXT_DAYS, next_days, on_the_sooner_path


@pytest.mark.parametrize(
    ("safety", "expected"),
    [(None, False), (Safety(), False), (Safety(causes_harm=False), False), (Safety(causes_harm=True), True)],
)
def test_only_a_yes_opens_the_sooner_path(safety: Safety | None, expected: bool) -> None:
    assert on_the_sooner_path(safety) is expected


@pytest.mark.parametrize("kind", get_args(HarmKind))
def test_whatever_the_harm_safety_comes_first_and_a_person_second(kind: HarmKind) -> None:
    titles = [step.title for step in next_days(Safety(causes_harm=True, kinds=(kind,)))]
    assert titles[:2] == ["Get to safety first", "Tell one person"]


def test_harassment_adds_whom_to_tell_at_work_and_health_does_not() -> None:
    def titles(kind: HarmKind) -> list[str]:
        return [step.title for step in next_days(Safety(causes_harm=True, kinds=(kind,)))]

    assert "Find out whom to tell at work" in titles("harassment or bullying")
    assert "Find out whom to tell at work" not in titles("my health")


@pytest.mark.parametrize("kinds", [(), ("something else",)])
def test_somebody_who_does_not_say_which_harm_sees_everything(kinds: tuple[HarmKind, ...]) -> None:
    assert next_days(Safety(causes_harm=True, kinds=kinds)) == NEXT_DAYS


def test_no_telephone_number_is_given_since_they_differ_between_countries() -> None:
    assert not any(character.isdigit() for step in NEXT_DAYS for character in step.text)
