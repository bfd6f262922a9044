from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from rutkit.records import Kind, describe, field_spec
from rutkit.steps.emotions.records import (
    FEELINGS,
    PERSONAL_ITEMS,
    RECORDS,
    WORK_ITEMS,
    BurnoutInventory,
    CheckIn,
)


def test_a_check_in_needs_nothing_but_its_day() -> None:
    assert CheckIn(day=date(2026, 3, 17)).stressed is None


@pytest.mark.parametrize("record_type", RECORDS)
def test_every_field_can_be_shown_in_a_form(record_type: type[CheckIn]) -> None:
    assert all(spec.title for spec in describe(record_type))


@pytest.mark.parametrize("feeling", FEELINGS)
def test_every_feeling_is_a_scale_with_a_word_for_each_step(feeling: str) -> None:
    spec = field_spec(CheckIn, feeling)
    assert (spec.kind, spec.choices) == (Kind.SCALE, ("none", "a little", "some", "strong", "extreme"))


def test_a_feeling_beyond_the_scale_is_refused() -> None:
    with pytest.raises(ValidationError):
        CheckIn(day=date(2026, 3, 17), angry=5)


def test_the_inventory_has_six_personal_and_seven_work_items() -> None:
    asked = tuple(spec.name for spec in describe(BurnoutInventory) if spec.kind is Kind.CHOICE)
    assert asked == PERSONAL_ITEMS + WORK_ITEMS
    assert (len(PERSONAL_ITEMS), len(WORK_ITEMS)) == (6, 7)
