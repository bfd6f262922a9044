from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import log, sqrt
from statistics import NormalDist
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutkit.statistics import Interval
from rutkit.steps.exit_plan.money import MoneyPlan, money_plan
from rutkit.steps.exit_plan.records import Finances, MoneyChange, MoneyEvent, SearchAssumption
from rutkit.steps.exit_plan.search import RUNS, job_starts, search_months, search_range, search_sentence
from rutkit.steps.exit_plan.simulation import (
    PERCENTILES,
    BalanceFan,
    LeavingRisk,
    RiskByMonth,
    balance_fan,
    fan_sentence,
    fan_title,
    risk_by_leaving_month,
    risk_sentence,
    risk_title,
    window_risk_sentence,
)

TODAY = date(2026, 1, 20)


def plan(
    savings: int = 12_000,
    *,
    pay: int = 2_500,
    costs: int = 2_000,
    events: tuple[MoneyEvent, ...] = (),
    changes: tuple[MoneyChange, ...] = (),
) -> MoneyPlan:
    finances = Finances(
        savings=Decimal(savings),
        take_home_pay=Decimal(pay),
        other_income=Decimal(0),
        essential_costs=Decimal(costs),
        discretionary_costs=Decimal(0),
    )
    return money_plan(finances, events, changes, TODAY)


def longer_than(months: float, assumption: SearchAssumption) -> float:
    """P(T > months), from the lognormal distribution itself."""
    assert assumption.median_months is not None
    sigma = log(assumption.spread) / NormalDist().inv_cdf(0.75)
    return 1 - NormalDist(log(assumption.median_months), sigma).cdf(log(months))


def allowed_error(share: float) -> float:
    """Four standard errors of the simulation."""
    return 4 * sqrt(share * (1 - share) / RUNS)


AFTER_LEAVING = SearchAssumption(median_months=6, spread=2, search_while_employed=False)
FROM_NOW = SearchAssumption(median_months=6, spread=2, search_while_employed=True)
WITH_ADVANTAGE = SearchAssumption(
    median_months=6, spread=2, search_while_employed=True, employed_advantage=True
)


@pytest.mark.parametrize("savings", [4_000, 12_000, 40_000])
def test_leaving_now_the_risk_is_that_the_search_outlasts_savings_over_costs(savings: int) -> None:
    expected = longer_than(savings / 2_000, AFTER_LEAVING)
    found = risk_by_leaving_month(plan(savings), AFTER_LEAVING, months=1).months[0]
    assert found.share == pytest.approx(expected, abs=allowed_error(expected))


def test_searching_only_after_leaving_the_risk_falls_by_what_is_saved_until_then() -> None:
    # Four months of pay add 500 each: 14,000 last 7 months from leaving on.
    expected = longer_than(7, AFTER_LEAVING)
    found = risk_by_leaving_month(plan(), AFTER_LEAVING, months=5).months[4]
    assert found.share == pytest.approx(expected, abs=allowed_error(expected))


def test_searching_from_now_the_months_in_the_job_count_once() -> None:
    expected = longer_than(4 + 7, FROM_NOW)
    found = risk_by_leaving_month(plan(), FROM_NOW, months=5).months[4]
    assert found.share == pytest.approx(expected, abs=allowed_error(expected))


def test_with_the_advantage_the_months_in_the_job_count_three_times() -> None:
    expected = longer_than(3 * 4 + 7, WITH_ADVANTAGE)
    found = risk_by_leaving_month(plan(), WITH_ADVANTAGE, months=5).months[4]
    assert found.share == pytest.approx(expected, abs=allowed_error(expected))


def test_a_search_that_ends_in_the_job_takes_a_third_of_the_time_with_the_advantage() -> None:
    starts = job_starts(np.array([6.0]), np.array([4.0]), WITH_ADVANTAGE)
    assert starts[0, 0] == 2.0


def test_what_is_left_of_the_search_at_leaving_takes_its_full_time() -> None:
    starts = job_starts(np.array([15.0]), np.array([4.0]), WITH_ADVANTAGE)
    assert starts[0, 0] == 4.0 + 3.0


def test_half_of_the_searches_lie_between_median_over_spread_and_median_times_spread() -> None:
    months = search_months(FROM_NOW)
    share = np.mean((months > 3) & (months < 12))
    assert share == pytest.approx(0.5, abs=allowed_error(0.5))


def test_a_certain_search_takes_exactly_its_median() -> None:
    certain = FROM_NOW.model_copy(update={"spread": 1.0})
    assert search_months(certain) == pytest.approx(6.0)


def test_the_range_holds_the_quartiles_and_the_ninth_decile() -> None:
    low, high, ninth = search_range(FROM_NOW)
    assert (low, high) == (3, 12)
    assert longer_than(ninth, FROM_NOW) == pytest.approx(0.1)


def test_nothing_is_drawn_before_the_person_says_how_long_a_search_takes() -> None:
    with pytest.raises(ValueError, match="how many months"):
        risk_by_leaving_month(plan(), SearchAssumption())


def test_the_same_question_gets_the_same_answer_twice() -> None:
    assert risk_by_leaving_month(plan(), FROM_NOW) == risk_by_leaving_month(plan(), FROM_NOW)


def test_ten_thousand_runs_for_every_month_take_less_than_half_a_second() -> None:
    begin = process_time()
    risk_by_leaving_month(plan(), FROM_NOW, months=61)
    assert process_time() - begin < 0.5


@settings(max_examples=30)
@given(st.integers(0, 60_000), st.integers(0, 60_000))
def test_more_savings_never_raise_the_risk(one: int, other: int) -> None:
    poorer, richer = (
        risk_by_leaving_month(plan(savings), FROM_NOW, months=6, runs=500) for savings in sorted((one, other))
    )
    assert all(rich.share <= poor.share for rich, poor in zip(richer.months, poorer.months, strict=True))


@settings(max_examples=30)
@given(st.floats(1, 24), st.floats(1, 24), st.floats(1, 5))
def test_a_longer_search_never_lowers_the_risk(one: float, other: float, spread: float) -> None:
    quicker, slower = (
        risk_by_leaving_month(
            plan(), SearchAssumption(median_months=median, spread=spread), months=6, runs=500
        )
        for median in sorted((one, other))
    )
    assert all(slow.share >= quick.share for slow, quick in zip(slower.months, quicker.months, strict=True))


@settings(max_examples=30)
@given(st.integers(0, 60_000), st.integers(0, 24))
def test_the_advantage_never_raises_the_risk(savings: int, month: int) -> None:
    without = risk_by_leaving_month(plan(savings), FROM_NOW, months=25, runs=200).months[month]
    with_it = risk_by_leaving_month(plan(savings), WITH_ADVANTAGE, months=25, runs=200).months[month]
    assert with_it.share <= without.share


def test_money_that_never_ends_carries_no_risk() -> None:
    income = MoneyChange(change="other income more", amount=Decimal(2_000), from_month=TODAY)
    risks = risk_by_leaving_month(plan(changes=(income,)), FROM_NOW)
    assert {risk.share for risk in risks.months} == {0.0}


def test_no_savings_and_no_pay_is_a_certain_risk() -> None:
    assert risk_by_leaving_month(plan(0), AFTER_LEAVING, months=1).months[0].share == 1.0


def test_the_earliest_month_is_the_first_at_or_under_the_accepted_risk() -> None:
    risks = risk_by_leaving_month(plan(), FROM_NOW)
    assert risks.earliest is not None
    before = [risk for risk in risks.months if risk.month < risks.earliest.month]
    assert risks.earliest.share <= 0.1 < min(risk.share for risk in before)


def test_the_risk_has_an_interval_for_the_error_of_the_simulation() -> None:
    risk = risk_by_leaving_month(plan(), FROM_NOW).months[0]
    assert risk.interval.low < risk.share < risk.interval.high


def test_the_title_names_the_earliest_month() -> None:
    risks = risk_by_leaving_month(plan(60_000), FROM_NOW)
    assert risk_title(risks) == "From the end of Jan 2026 on, the risk is 10\u00a0% or less"


def test_the_title_says_if_there_is_no_such_month() -> None:
    risks = risk_by_leaving_month(plan(0, pay=2_000), FROM_NOW, months=3)
    assert risk_title(risks) == "No month up to Mar 2026 keeps the risk at 10\u00a0% or less"


def risk_that_rises_with_a_bill() -> RiskByMonth:
    """Enough for a month of searching now, but not once a bill has come."""
    bill = MoneyEvent(what="Roof", amount=Decimal(4_000), on=date(2026, 4, 2))
    certain = SearchAssumption(median_months=1, spread=1, search_while_employed=False)
    return risk_by_leaving_month(plan(4_000, pay=2_000, events=(bill,)), certain, months=3)


def test_the_sentence_gives_the_risk_now_and_in_the_earliest_month_in_whole_percents() -> None:
    now, earliest = (
        LeavingRisk(date(2026, month, 1), share, Interval(share, share, 0.95))
        for month, share in ((1, 0.652), (9, 0.0981))
    )
    assert risk_sentence(RiskByMonth((now, earliest), 0.1, earliest, runs=10_000)) == (
        "Of 10,000 runs, the money ran out before a new job started in about 65 in 100 when leaving this month; "
        "leaving at the end of Sep 2026, in about 10 in 100."
    )


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "in none"), (0.001, "in fewer than 1 in 100"), (0.999, "in more than 99 in 100"), (1.0, "in all")],
)
def test_a_risk_that_is_next_to_nothing_or_certain_is_not_rounded_to_it(share: float, said: str) -> None:
    assert f"started {said} when leaving this month" in risk_sentence(risks(share))


def test_the_sentence_says_if_the_risk_rises_again() -> None:
    assert "above your limit again in Mar 2026" in risk_sentence(risk_that_rises_with_a_bill())


def test_the_title_does_not_promise_the_months_after_if_the_risk_rises_again() -> None:
    title = risk_title(risk_that_rises_with_a_bill())
    assert title == "Leaving at the end of Jan 2026 keeps the risk at 10\u00a0% or less"


def test_the_assumption_is_put_into_words() -> None:
    assert search_sentence(WITH_ADVANTAGE) == (
        "You assume that half of searches like yours take between 3 and 12 months without a job, and one in "
        "ten longer than 22. Yours begins now, and a month of it in this job counts as 3."
    )


def test_every_balance_of_the_fan_starts_at_the_savings() -> None:
    fan = balance_fan(plan(), FROM_NOW, TODAY)
    assert {balances[0] for balances in fan.percentiles.values()} == {12_000}


def test_the_percentiles_never_cross() -> None:
    fan = balance_fan(plan(), FROM_NOW, date(2026, 4, 1))
    rows = np.array([fan.percentiles[percentile] for percentile in PERCENTILES])
    assert (np.diff(rows, axis=0) >= 0).all()


def certain_fan(search: float, leaving: date, **changes: object) -> tuple[float, ...]:
    certain = SearchAssumption(median_months=search, spread=1, **changes)
    return balance_fan(
        plan(
            events=(MoneyEvent(amount=Decimal(3_000), direction="comes in", timing="when I leave"),),
            changes=(
                MoneyChange(
                    change="other income more",
                    amount=Decimal(900),
                    timing="from when I leave until a new job",
                ),
            ),
        ),
        certain,
        leaving,
        months=4,
    ).percentiles[50]


def test_a_new_job_brings_its_pay_and_ends_the_benefits() -> None:
    # Left at once with 3,000; two months at 900 - 2,000; then 2,500 - 2,000.
    assert certain_fan(2, TODAY) == pytest.approx([12_000, 13_900, 12_800, 13_300, 13_800])


def test_a_new_job_in_the_middle_of_a_month_pays_for_half_of_it() -> None:
    assert certain_fan(1.5, TODAY)[2] == pytest.approx(13_900 - 550 + 250)


def test_the_pay_in_a_new_job_is_what_the_person_expects() -> None:
    assert certain_fan(2, TODAY, new_take_home_pay=Decimal(3_000))[4] == pytest.approx(14_800)


def test_somebody_who_finds_a_job_before_leaving_gets_no_severance() -> None:
    assert certain_fan(1, date(2026, 4, 1)) == pytest.approx([12_000, 12_500, 13_000, 13_500, 14_000])


def test_a_search_that_never_ends_follows_the_money_plan() -> None:
    assert certain_fan(60, TODAY) == pytest.approx([12_000, 13_900, 12_800, 11_700, 10_600])


def test_a_leaving_month_beyond_the_fan_leaves_the_pay_as_it_is() -> None:
    assert certain_fan(60, date(2027, 1, 1)) == pytest.approx([12_000, 12_500, 13_000, 13_500, 14_000])


def test_the_fan_says_when_one_run_in_twenty_is_below_zero() -> None:
    fan = balance_fan(plan(), AFTER_LEAVING, TODAY)
    assert fan_title(fan) == "Leaving in Jan 2026, at least 1 run in 20 is out of money by Sep 2026"


def fan_that_ends_at(low: float, middle: float, high: float) -> BalanceFan:
    ends: dict[int, tuple[float, ...]] = {5: (low,), 25: (low,), 50: (middle,), 75: (high,), 95: (high,)}
    return BalanceFan(TODAY, (date(2028, 12, 1),), ends, runs=10_000)


def test_the_fan_says_where_half_and_nine_in_ten_of_the_runs_end_and_no_closer_than_that() -> None:
    assert fan_sentence(fan_that_ends_at(-43_800, 7_997, 22_633), "USD") == (
        "In Dec 2028, half of the runs have more than about $8,000 and half have less; "
        "9 of 10 have between about −$44,000 and about $23,000."
    )


def test_runs_that_all_end_alike_have_one_amount() -> None:
    certain = FROM_NOW.model_copy(update={"spread": 1.0})
    assert fan_sentence(balance_fan(plan(), certain, TODAY, months=6), "EUR") == (
        "In Aug 2026, at least 9 of 10 runs have about €0."
    )


def risks(*shares: float, accepted: float = 0.1) -> RiskByMonth:
    months = tuple(
        LeavingRisk(date(2027, 1 + index, 1), share, Interval(share, share, 0.95))
        for index, share in enumerate(shares)
    )
    return RiskByMonth(months, accepted, None, runs=10_000)


def test_the_window_is_set_beside_the_accepted_risk() -> None:
    said = window_risk_sentence(risks(0.6, 0.3, 0.08), date(2027, 2, 1), date(2027, 3, 1))
    assert said.replace("\u00a0", " ") == (
        "In your window the risk is 30 % in Feb 2027 and 8 % in Mar 2027; "
        "1 of its 2 months are within the 10 % you accept."
    )


def test_a_window_above_the_accepted_risk_is_said_to_be() -> None:
    said = window_risk_sentence(risks(0.6, 0.3, 0.08), date(2027, 1, 1), date(2027, 2, 1))
    assert "no month of it is within" in said


def test_a_window_that_is_over_has_no_risk() -> None:
    assert window_risk_sentence(risks(0.6), date(2026, 1, 1), date(2026, 2, 1)) == ""
