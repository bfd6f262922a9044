from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.records import field_spec
from rutkit.steps.emotions.burnout import (
    POINTS,
    burnout_finding,
    due_from,
    is_due,
    personal_change,
    score,
    scores,
    work_change,
)
from rutkit.steps.emotions.records import PERSONAL_ITEMS, WORK_ITEMS, BurnoutInventory

DAY = date(2026, 3, 1)


def inventory(day: date = DAY, **answers: Any) -> BurnoutInventory:
    return BurnoutInventory(day=day, **answers)


def answers_with(items: tuple[str, ...], step: int) -> dict[str, Any]:
    """Every item answered with the same step of its own answers, 0 being the first."""
    return {item: field_spec(BurnoutInventory, item).choices[step] for item in items}


@pytest.mark.parametrize(("step", "mean"), [(0, 100), (1, 75), (2, 50), (3, 25), (4, 0)])
def test_personal_burnout_is_scored_as_published(step: int, mean: float) -> None:
    assert score(inventory(**answers_with(PERSONAL_ITEMS, step))).personal.mean == mean


def test_enough_energy_for_others_counts_the_other_way_round() -> None:
    heaviest = answers_with(WORK_ITEMS, 0) | {"energy_for_others": "Never/almost never"}
    assert score(inventory(**heaviest)).work.mean == 100


def test_the_mean_is_taken_over_the_answered_items() -> None:
    result = score(inventory(tired="Always", worn_out="Often", susceptible="Never/almost never"))
    assert result.personal.mean == pytest.approx(175 / 3)


@pytest.mark.parametrize(("answered", "missing", "valid"), [(2, 1, False), (3, 0, True)])
def test_the_personal_scale_needs_three_answers(answered: int, missing: int, valid: bool) -> None:
    scale = score(inventory(**answers_with(PERSONAL_ITEMS[:answered], 1))).personal
    assert (scale.missing, scale.mean is not None) == (missing, valid)


@pytest.mark.parametrize(("answered", "missing", "valid"), [(3, 1, False), (4, 0, True)])
def test_the_work_scale_needs_four_answers(answered: int, missing: int, valid: bool) -> None:
    scale = score(inventory(**answers_with(WORK_ITEMS[:answered], 1))).work
    assert (scale.missing, scale.mean is not None) == (missing, valid)


def test_every_possible_answer_has_points() -> None:
    offered = {c for item in PERSONAL_ITEMS + WORK_ITEMS for c in field_spec(BurnoutInventory, item).choices}
    assert offered == set(POINTS)


@given(st.fixed_dictionaries({}, optional={item: st.integers(0, 4) for item in PERSONAL_ITEMS + WORK_ITEMS}))
def test_a_score_is_never_outside_0_to_100(steps: dict[str, int]) -> None:
    chosen: dict[str, Any] = {
        item: field_spec(BurnoutInventory, item).choices[step] for item, step in steps.items()
    }
    result = score(inventory(**chosen))
    assert all(mean is None or 0 <= mean <= 100 for mean in (result.personal.mean, result.work.mean))


def test_the_change_skips_times_that_were_not_valid() -> None:
    history = scores(
        [
            inventory(DAY + timedelta(days=56), **answers_with(PERSONAL_ITEMS, 2)),
            inventory(DAY, **answers_with(PERSONAL_ITEMS, 0)),
            inventory(DAY + timedelta(days=28), tired="Seldom"),
        ]
    )
    change = personal_change(history)
    assert change is not None
    assert (change.since, change.points) == (DAY, -50)
    assert work_change(history) is None


def test_the_finding_names_the_scale_that_moved_most() -> None:
    first = answers_with(PERSONAL_ITEMS, 2) | answers_with(WORK_ITEMS[:4], 2)
    second = answers_with(PERSONAL_ITEMS, 2) | answers_with(WORK_ITEMS[:4], 1)
    history = scores([inventory(DAY, **first), inventory(DAY + timedelta(days=28), **second)])
    assert burnout_finding(history) == "Work-related burnout rose by 25 points since 1 Mar 2026"


def test_one_time_is_no_change() -> None:
    history = scores([inventory(**answers_with(PERSONAL_ITEMS, 2))])
    assert burnout_finding(history) == "Your first burnout scores"


def valid_inventory(day: date) -> BurnoutInventory:
    return inventory(day, **answers_with(PERSONAL_ITEMS, 2), **answers_with(WORK_ITEMS, 2))


@pytest.mark.parametrize(("days", "due"), [(27, False), (28, True)])
def test_it_is_due_after_28_days(days: int, due: bool) -> None:
    assert is_due([valid_inventory(DAY)], DAY + timedelta(days=days)) is due


def test_it_is_due_at_once_if_it_was_never_answered() -> None:
    assert is_due([], DAY)


def test_one_begun_and_left_does_not_put_it_off() -> None:
    begun = inventory(DAY + timedelta(days=28), tired="Often")
    assert due_from([valid_inventory(DAY), begun]) == DAY + timedelta(days=28)
