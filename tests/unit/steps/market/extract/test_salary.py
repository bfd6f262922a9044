from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market.extract import salary
from rutkit.steps.market.extract.places import Places
from rutkit.steps.market.extract.reading import Salary
from rutkit.steps.market.extract.sentences import split
from rutkit.steps.market.extract.words import Words


def read(*texts: str) -> Salary | None:
    posting = "\n- ".join(("", *texts))
    return salary.find(Places(Words(posting), split(Words(posting))))


def pay(text: str) -> tuple[float | None, float | None, str, str] | None:
    found = read(text)
    return None if found is None else (found.min, found.max, found.currency, found.unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£25-30k", (25_000, 30_000, "GBP", "year")),
        ("£25k–£30k per annum", (25_000, 30_000, "GBP", "year")),
        ("Salary: £25,000 - £30,000 p.a. + benefits", (25_000, 30_000, "GBP", "year")),
        ("$90K - $110K", (90_000, 110_000, "USD", "year")),
        ("Between $50,000 and $60,000 annually", (50_000, 60_000, "USD", "year")),
        ("$55,000.00 - $65,000.00/year", (55_000, 65_000, "USD", "year")),
        ("25.000 € - 30.000 €", (25_000, 30_000, "EUR", "year")),
        ("EUR 45.000,00 p.a.", (45_000, 45_000, "EUR", "year")),
        ("CHF 90'000 per year", (90_000, 90_000, "CHF", "year")),
        ("60k-70k EUR", (60_000, 70_000, "EUR", "year")),
        ("C$60,000 to C$70,000", (60_000, 70_000, "CAD", "year")),
        ("A$95,000 + super", (95_000, 95_000, "AUD", "year")),
        ("NOK 550 000 - 650 000", (550_000, 650_000, "NOK", "year")),
        ("₹12-15 LPA", (1_200_000, 1_500_000, "INR", "year")),
        ("6-8 lakhs per annum", (600_000, 800_000, "INR", "year")),
        ("Rs. 5,00,000 - 8,00,000 PA", (500_000, 800_000, "INR", "year")),
        ("12 000 zł per month", (12_000, 12_000, "PLN", "month")),
        ("35 000 kr per month", (35_000, 35_000, "SEK", "month")),
        ("R25 000 per month", (25_000, 25_000, "ZAR", "month")),
        ("AED 10,000 - 12,000 per month", (10_000, 12_000, "AED", "month")),
        ("€3.200 per month", (3_200, 3_200, "EUR", "month")),
        ("£12.50 per hour", (12.5, 12.5, "GBP", "hour")),
        ("12,50 € per hour", (12.5, 12.5, "EUR", "hour")),
        ("£9.50ph", (9.5, 9.5, "GBP", "hour")),
        ("$14- $18hr", (14, 18, "USD", "hour")),
        ("$25/hour to $30/hour", (25, 30, "USD", "hour")),
        ("25 pounds per hour", (25, 25, "GBP", "hour")),
        ("Hourly rate: £14", (14, 14, "GBP", "hour")),
        ("£250 per day", (250, 250, "GBP", "day")),
        ("£350 - £400 p/d", (350, 400, "GBP", "day")),
        ("weekly pay of $800", (800, 800, "USD", "week")),
        ("Up to £45,000", (None, 45_000, "GBP", "year")),
        ("From £30k", (30_000, None, "GBP", "year")),
        ("£40k+", (40_000, None, "GBP", "year")),
        ("Starting salary of £24,500 rising to £28,000", (24_500, 28_000, "GBP", "year")),
        ("pound;25K ndash; 30K", (25_000, 30_000, "GBP", "year")),
        ("Salary 30,000 per annum", (30_000, 30_000, "", "year")),
        ("Benefits pensionPay$40,000-$55,000Applying", (40_000, 55_000, "USD", "year")),
    ],
)
def test_pay_is_read_as_it_is_written(
    text: str, expected: tuple[float | None, float | None, str, str]
) -> None:
    assert pay(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Pay: £12.50", "hour"),
        ("Pay: £250", "day"),
        ("Pay: £2,500", "month"),
        ("Pay: £30,000", "year"),
        ("Pay: 6 000 zł", "month"),
        ("Pay: ₹30,000", "month"),
    ],
)
def test_without_a_word_the_size_tells_the_unit(text: str, unit: str) -> None:
    found = read(text)
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Competitive salary",
        "a £30m turnover company",
        "turnover of £300,000",
        "tips c. £2 per hour",
        "£500 referral bonus",
        "$3,000 sign-on bonus",
        "a bonus of £5,000",
        "pension contribution of £5,000",
        "car allowance of £5,000",
        "manage budgets of £200,000",
        "training budget of £1,000 per year",
        "save £500 on your shopping",
        "401k match up to $5,000",
        "Pay includes a competitive base salary plus bonuses, 401K match",
        "we manage £30 billion of assets",
        "Our company raised $50,000 in funding",
        "$0.60 per mile",
        "lift 30 pounds daily",
        "Pay Band: 5",
        "paid holidays after 60-days",
        "Salary Range: $140.88 - $49.69 Hourly",
        "10k steps",
    ],
)
def test_other_sums_are_no_pay(text: str) -> None:
    assert read(text) is None


def test_the_base_is_preferred_over_what_might_be_earned() -> None:
    assert pay("OTE £45,000, basic £22,000") == (22_000, 22_000, "GBP", "year")


def test_earnings_on_target_are_better_than_nothing() -> None:
    assert pay("OTE £40k") == (40_000, 40_000, "GBP", "year")


def test_an_allowance_on_top_is_not_added() -> None:
    assert pay("Salary £30,000 + £5,000 car allowance") == (30_000, 30_000, "GBP", "year")


def test_pay_for_part_of_a_week_says_so() -> None:
    found = read("£21,000 - £23,500 FTE (pro rata)")
    assert found is not None
    assert found.pro_rata


def test_an_hourly_wage_is_worth_forty_hours_in_each_of_52_weeks() -> None:
    found = read("£10 - £12 per hour")
    assert found is not None
    assert (found.annual_min, found.annual_max) == (20_800, 24_960)


def test_an_open_bound_stays_open_for_the_year() -> None:
    found = read("up to £300 per day")
    assert found is not None
    assert (found.annual_min, found.annual_max) == (None, 78_000)


def test_a_bare_dollar_is_that_of_the_one_country_named() -> None:
    found = read("$80,000 a year", "Our office is in Melbourne, Australia")
    assert found is not None
    assert found.currency == "AUD"


def test_what_stood_there_is_kept() -> None:
    found = read("We pay £25,000 - £30,000 per annum for this")
    assert found is not None
    assert found.text == "£25,000 - £30,000 per annum"


@given(st.text(alphabet="£$€ 0123456789.,-kKp/hour annum salary", max_size=50))
def test_any_text_gives_bounds_in_order(text: str) -> None:
    found = read(text)
    if found is not None and found.min is not None and found.max is not None:
        assert 0 < found.min <= found.max
