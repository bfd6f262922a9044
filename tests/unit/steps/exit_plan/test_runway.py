from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rutkit.steps.exit_plan.money import money_plan
from rutkit.steps.exit_plan.records import ExitPlan, Finances, MoneyEvent
from rutkit.steps.exit_plan.runway import (
    HORIZON,
    Runway,
    how_long,
    month_to_leave,
    runway,
    runway_sentence,
    runway_title,
)

TODAY = date(2026, 1, 20)


def of(
    savings: int, *, leaving: date = TODAY, essential: int = 1_500, events: tuple[MoneyEvent, ...] = ()
) -> Runway:
    finances = Finances(
        savings=Decimal(savings),
        take_home_pay=Decimal(2_500),
        other_income=Decimal(0),
        essential_costs=Decimal(essential),
        discretionary_costs=Decimal(500),
    )
    return runway(money_plan(finances, events, [], TODAY), leaving)


def test_savings_over_costs_is_how_long_the_money_lasts() -> None:
    assert [line.months for line in of(12_000).lines] == pytest.approx([8.0, 6.0, 5.0])


def test_the_time_counts_from_leaving_and_what_is_saved_until_then_helps() -> None:
    # Two months of pay add 500 each to 11,000.
    assert of(11_000, leaving=date(2026, 3, 1)).lines[1].months == pytest.approx(6.0)


def test_balances_stand_at_the_days_one_for_one() -> None:
    result = of(12_000)
    assert result.days[:2] == (date(2026, 2, 1), date(2026, 3, 1))
    assert result.lines[1].balances[:2] == (12_000, 10_000)
    assert len(result.days) == len(result.lines[1].balances) == HORIZON + 1


def test_money_that_outlasts_the_horizon_is_not_given_a_number() -> None:
    assert of(1_000_000).lines[0].months is None


def test_the_title_says_how_long_living_as_now() -> None:
    assert runway_title(of(12_000)) == "Living as now, your money would last 6 months"


def test_the_sentence_says_all_three() -> None:
    assert runway_sentence(of(12_000)) == (
        "If you left at the end of Jan 2026 and found no new job, your money would last 8 months with "
        "essentials only, 6 months living as now and 5 months with 20\u00a0% higher costs."
    )


def test_money_that_ends_before_leaving_is_said_so() -> None:
    bill = MoneyEvent(amount=Decimal(5_000), on=date(2026, 2, 10))
    result = of(1_000, leaving=date(2026, 6, 1), events=(bill,))
    assert runway_title(result) == "Your money would run out before you leave"


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0.0, "0 months"),
        (1.0, "1 month"),
        (7.49, "7.4 months"),
        (0.7, "0.7 months"),
        (None, "more than 60 months"),
    ],
)
def test_a_time_is_rounded_down_to_a_tenth(months: float | None, words: str) -> None:
    assert how_long(months) == words


def test_the_month_shown_first_is_the_earliest_of_the_window() -> None:
    assert month_to_leave(ExitPlan(earliest=date(2026, 6, 1)), TODAY) == date(2026, 6, 1)


@pytest.mark.parametrize("plan", [None, ExitPlan(), ExitPlan(earliest=date(2025, 6, 1))])
def test_without_a_window_to_come_it_is_this_month(plan: ExitPlan | None) -> None:
    assert month_to_leave(plan, TODAY) == date(2026, 1, 1)
