from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from rutkit.steps.emotions.analysis import WeekToll
from rutkit.steps.exit_plan.conditions import (
    Known,
    Met,
    check_conditions,
    conditions_sentence,
)
from rutkit.steps.exit_plan.records import GoCondition

TODAY = date(2026, 3, 18)
LAST_MONDAY = date(2026, 3, 9)
"""Of the last week that is over."""


def known(savings: int | None = None, *levels: float | None, ending: date = LAST_MONDAY) -> Known:
    """The weekly levels of the last weeks, newest first; None for a week without check-ins."""
    weeks = [
        WeekToll(ending - timedelta(weeks=back), level, n=5)
        for back, level in enumerate(levels)
        if level is not None
    ]
    return Known(None if savings is None else Decimal(savings), tuple(weeks), TODAY)


def check(condition: GoCondition, facts: Known) -> tuple[Met, str]:
    (state,) = check_conditions([condition], facts, "EUR")
    return state.met, state.sentence


SAVINGS = GoCondition(kind="savings reach an amount", amount=Decimal(12_000))
TOLL = GoCondition(kind="the toll stays high for weeks", level=2, weeks=3)


def test_savings_that_reach_the_amount_meet_the_condition() -> None:
    assert check(SAVINGS, known(12_000)) == (Met.YES, "Savings of €12,000: you have €12,000.")


def test_savings_below_the_amount_say_how_much_is_missing() -> None:
    assert check(SAVINGS, known(9_500)) == (Met.NO, "Savings of €12,000: €2,500 to go.")


def test_savings_that_were_not_entered_cannot_be_told() -> None:
    assert check(SAVINGS, known())[0] is Met.UNKNOWN


def test_what_the_workbook_knows_outweighs_what_was_ticked() -> None:
    assert check(SAVINGS.model_copy(update={"met": True}), known(0))[0] is Met.NO


def test_a_toll_at_the_level_in_every_full_week_meets_the_condition() -> None:
    assert check(TOLL, known(None, 2.0, 2.5, 4.0))[0] is Met.YES


def test_one_full_week_below_the_level_does_not() -> None:
    assert check(TOLL, known(None, 3.0, 1.9, 4.0)) == (
        Met.NO,
        "Toll at 2 or more in the last 3 full weeks: 2 of 3.",
    )


def test_a_week_without_check_ins_leaves_the_toll_open() -> None:
    assert check(TOLL, known(None, 3.0, None, 3.0)) == (
        Met.UNKNOWN,
        "Toll at 2 or more in the last 3 full weeks: 2 of 3 weeks have check-ins.",
    )


def test_one_low_week_settles_it_even_if_another_is_missing() -> None:
    assert check(TOLL, known(None, 3.0, None, 0.5))[0] is Met.NO


def test_the_week_that_still_runs_does_not_count() -> None:
    this_week = WeekToll(LAST_MONDAY + timedelta(weeks=1), 0.0, n=1)
    facts = known(None, 3.0, 3.0, 3.0)
    assert check(TOLL, Known(None, (*facts.toll, this_week), TODAY))[0] is Met.YES


def test_weeks_long_past_do_not_count() -> None:
    assert check(TOLL, known(None, 3.0, 3.0, 3.0, ending=date(2026, 1, 5)))[0] is Met.UNKNOWN


@pytest.mark.parametrize(
    "condition",
    [
        GoCondition(),
        GoCondition(kind="the toll stays high for weeks", level=2),
        GoCondition(kind="something else"),
    ],
)
def test_a_half_filled_condition_cannot_be_told(condition: GoCondition) -> None:
    assert check(condition, known(12_000, 3.0))[0] is Met.UNKNOWN


@pytest.mark.parametrize(("said", "met"), [(True, Met.YES), (False, Met.NO), (None, Met.UNKNOWN)])
def test_of_an_offer_only_the_person_knows(said: bool | None, met: Met) -> None:
    assert check(GoCondition(kind="an offer in hand", met=said), known(12_000))[0] is met


def test_the_persons_own_words_and_day_are_repeated() -> None:
    condition = GoCondition(
        kind="a certificate finished", text="Project management", met=True, met_on=date(2026, 2, 3)
    )
    assert (
        check(condition, known())[1] == "A certificate finished: Project management. Yes, since 3 Feb 2026."
    )


def test_the_summary_counts_what_is_met_and_what_cannot_be_told() -> None:
    states = check_conditions(
        [SAVINGS, TOLL, GoCondition(kind="an offer in hand", met=False)], known(15_000), "EUR"
    )
    assert conditions_sentence(states) == "1 of 3 conditions met; 1 cannot be told yet."


def test_the_summary_says_when_all_are_met() -> None:
    assert (
        conditions_sentence(check_conditions([SAVINGS], known(15_000), "EUR")) == "Your one condition is met."
    )
    assert conditions_sentence(check_conditions([SAVINGS, SAVINGS], known(15_000), "EUR")) == (
        "All 2 conditions are met."
    )


def test_the_summary_of_nothing_asks_for_one() -> None:
    assert conditions_sentence([]).startswith("No condition yet.")
