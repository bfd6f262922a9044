from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.exit_plan.money import (
    A_FIFTH_MORE,
    AS_NOW,
    ESSENTIALS_ONLY,
    BalancePath,
    age_sentence,
    balance_path,
    left_out,
    missing_figures,
    missing_sentence,
    money_plan,
)
from rutkit.steps.exit_plan.records import Finances, MoneyChange, MoneyEvent

TODAY = date(2026, 1, 20)
FINANCES = Finances(
    savings=Decimal(10_000),
    take_home_pay=Decimal(2_500),
    other_income=Decimal(0),
    essential_costs=Decimal(1_500),
    discretionary_costs=Decimal(500),
)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31))


def closing(
    *, events: list[MoneyEvent] | None = None, changes: list[MoneyChange] | None = None, paid: int = 0
) -> list[float]:
    plan = money_plan(FINANCES, events or [], changes or [], TODAY)
    return list(balance_path(plan, paid, 4).closing)


def test_nothing_is_missing_once_all_five_figures_are_there() -> None:
    assert missing_figures(FINANCES) == ()


def test_zero_is_a_figure() -> None:
    assert missing_figures(FINANCES.model_copy(update={"savings": Decimal(0)})) == ()


def test_missing_figures_are_named_as_the_form_names_them() -> None:
    finances = FINANCES.model_copy(update={"savings": None, "other_income": None})
    assert missing_figures(finances) == ("Savings you can reach", "Other monthly income")


def test_without_any_finances_all_five_figures_are_missing() -> None:
    assert len(missing_figures(None)) == 5


def test_no_plan_is_made_up_from_missing_figures() -> None:
    with pytest.raises(ValueError, match="Savings you can reach"):
        money_plan(FINANCES.model_copy(update={"savings": None}), [], [], TODAY)


def test_the_missing_sentence_says_what_to_write_for_nothing() -> None:
    assert "write 0" in missing_sentence(["Savings you can reach"])


def test_counting_begins_with_the_month_after_this_one() -> None:
    assert money_plan(FINANCES, [], [], TODAY).start == date(2026, 2, 1)


def test_pay_comes_in_until_the_month_of_leaving_and_not_after() -> None:
    assert closing(paid=2) == [10_500, 11_000, 9_000, 7_000]


def test_leaving_this_month_brings_no_further_pay() -> None:
    assert money_plan(FINANCES, [], [], TODAY).months_of_pay(date(2026, 1, 31)) == 0


def test_leaving_next_month_brings_pay_for_one_more_month() -> None:
    assert money_plan(FINANCES, [], [], TODAY).months_of_pay(date(2026, 2, 1)) == 1


def test_nobody_leaves_in_a_month_that_is_over() -> None:
    with pytest.raises(ValueError, match="Dec 2025 is over"):
        money_plan(FINANCES, [], [], TODAY).months_of_pay(date(2025, 12, 31))


def test_a_dated_amount_counts_in_its_month() -> None:
    tax = MoneyEvent(what="Tax", amount=Decimal(800), on=date(2026, 3, 15))
    assert closing(events=[tax]) == [8_000, 5_200, 3_200, 1_200]


def test_an_amount_due_later_this_month_counts_from_the_start() -> None:
    bonus = MoneyEvent(amount=Decimal(800), direction="comes in", on=date(2026, 1, 31))
    assert closing(events=[bonus])[0] == 8_800


def test_an_amount_of_the_past_is_in_the_savings_already() -> None:
    bonus = MoneyEvent(amount=Decimal(800), direction="comes in", on=date(2026, 1, 19))
    assert closing(events=[bonus]) == closing()


def test_severance_comes_with_leaving_whenever_that_is() -> None:
    severance = MoneyEvent(amount=Decimal(3_000), direction="comes in", timing="when I leave")
    assert closing(events=[severance], paid=2) == [10_500, 11_000, 12_000, 10_000]


def test_severance_does_not_come_to_somebody_who_stays() -> None:
    severance = MoneyEvent(amount=Decimal(3_000), direction="comes in", timing="when I leave")
    assert closing(events=[severance], paid=4) == closing(paid=4)


@pytest.mark.parametrize(
    ("change", "last"),
    [
        ("costs more", 10_000 - 8_000 - 300),
        ("costs less", 10_000 - 8_000 + 300),
        ("other income more", 10_000 - 8_000 + 300),
        ("other income less", 10_000 - 8_000 - 300),
    ],
)
def test_a_change_counts_from_its_month_on(change: str, last: float) -> None:
    record = MoneyChange.model_validate({"change": change, "amount": 100, "from_month": date(2026, 3, 9)})
    assert closing(changes=[record])[-1] == last


def test_a_change_that_began_in_the_past_counts_from_the_start() -> None:
    rent = MoneyChange(change="costs more", amount=Decimal(100), from_month=date(2025, 6, 1))
    assert closing(changes=[rent])[0] == 7_900


def test_a_change_for_two_months_ends_after_them() -> None:
    course = MoneyChange(change="costs more", amount=Decimal(100), from_month=date(2026, 3, 1), for_months=2)
    assert closing(changes=[course]) == [8_000, 5_900, 3_800, 1_800]


def test_a_benefit_begins_when_the_pay_ends() -> None:
    benefit = MoneyChange(
        change="other income more",
        amount=Decimal(900),
        timing="from when I leave until a new job",
        for_months=1,
    )
    assert closing(changes=[benefit], paid=2) == [10_500, 11_000, 9_900, 7_900]


def test_what_cannot_be_counted_is_left_out_and_said() -> None:
    events = [MoneyEvent(what="Move"), MoneyEvent(what="Tax", amount=Decimal(5))]
    changes = [MoneyChange(what="Rent", amount=Decimal(5))]
    assert left_out(events, changes) == (
        "“Move” is left out: it has no amount yet.",
        "“Tax” is left out: it has no date yet.",
        "“Rent” is left out: it has no first month yet.",
    )
    assert closing(events=events, changes=changes) == closing()


def test_what_comes_with_leaving_needs_no_date() -> None:
    assert left_out([MoneyEvent(amount=Decimal(5), timing="when I leave")], []) == ()


def test_people_live_as_now_until_they_leave() -> None:
    plan = money_plan(FINANCES, [], [], TODAY)
    firsts = {
        balance_path(plan, 1, 2, spending).closing[0] for spending in (ESSENTIALS_ONLY, AS_NOW, A_FIFTH_MORE)
    }
    assert firsts == {10_500}


def test_money_runs_out_within_a_month_in_proportion() -> None:
    assert BalancePath((100.0,), (-300.0,)).runs_out_after() == 0.25


def test_money_that_just_reaches_zero_has_not_run_out() -> None:
    assert BalancePath((100.0, 0.0), (0.0, 50.0)).runs_out_after() is None


def test_an_amount_due_at_once_can_end_the_money_at_the_start_of_a_month() -> None:
    assert BalancePath((100.0, -20.0), (50.0, 30.0)).runs_out_after() == 1


def test_figures_of_today_need_no_reminder() -> None:
    finances = FINANCES.model_copy(update={"updated_at": datetime(2026, 1, 19, 12, tzinfo=UTC)})
    assert age_sentence(finances, TODAY) == ""


def test_figures_older_than_sixty_days_ask_to_be_looked_at() -> None:
    finances = FINANCES.model_copy(update={"updated_at": datetime(2025, 11, 3, 12, tzinfo=UTC)})
    assert age_sentence(finances, TODAY) == "These figures are from 3 Nov 2025. Do they still hold?"


@given(st.integers(0, 100_000), st.integers(0, 5_000), st.integers(0, 30))
def test_money_never_lasts_longer_at_higher_costs(savings: int, costs: int, paid: int) -> None:
    finances = FINANCES.model_copy(update={"savings": Decimal(savings), "essential_costs": Decimal(costs)})
    plan = money_plan(finances, [], [], TODAY)
    paths = [balance_path(plan, paid, 60, spending) for spending in (ESSENTIALS_ONLY, AS_NOW, A_FIFTH_MORE)]
    ends = [inf if (months := path.runs_out_after()) is None else months for path in paths]
    assert ends == sorted(ends, reverse=True)
