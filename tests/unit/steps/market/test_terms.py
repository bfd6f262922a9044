from __future__ import annotations

from collections.abc import Callable
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market import terms
from rutkit.steps.market.extract.reading import EducationMention, Salary, YearsMention
from rutkit.steps.market.market import Market
from rutkit.steps.market.records import Posting

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]


def counts(distribution: terms.Distribution) -> dict[str, int]:
    return {part.label: part.count for part in distribution.parts if part.count}


def pay(low: float | None, high: float | None, currency: str = "GBP") -> Salary:
    return Salary(low, high, currency, "year", False, low, high, "")


def test_the_highest_demand_for_years_counts_and_silence_is_counted_too(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    market = make_market(
        make_posting(years=(YearsMention(2, 3, ""), YearsMention(5, None, ""))),
        make_posting(years=(YearsMention(None, 5, ""),)),
        make_posting(years=(YearsMention(0.5, None, ""),)),
        make_posting(),
    )
    found = terms.years(market)
    assert counts(found) == {"under 1": 2, "5–6": 1}
    assert (found.n, found.said, found.unsaid) == (4, 3, 1)


@pytest.mark.parametrize(
    ("asked", "label"), [(0, "under 1"), (1, "1"), (2.5, "2"), (4, "3–4"), (9, "7–9"), (30, "10 or more")]
)
def test_years_fall_into_groups(
    asked: float, label: str, make_posting: MakePosting, make_market: MakeMarket
) -> None:
    assert counts(terms.years(make_market(make_posting(years=(YearsMention(asked, None, ""),))))) == {
        label: 1
    }


def test_the_lowest_level_of_education_is_what_it_takes(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    levels = (EducationMention("master", None, False, ""), EducationMention("bachelor", None, True, ""))
    market = make_market(make_posting(education=levels), make_posting())
    assert counts(terms.education(market)) == {"bachelor": 1}
    instead = terms.experience_instead(market)
    assert instead is not None
    assert (instead.count, instead.n) == (1, 1)


def test_without_a_level_nothing_is_said_of_experience_instead(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    assert terms.experience_instead(make_market(make_posting())) is None


def test_places_levels_and_terms_are_counted_in_their_order(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    market = make_market(
        make_posting(workplace="hybrid", seniority="senior", employment="contract"), make_posting()
    )
    assert [part.label for part in terms.workplaces(market).parts] == ["remote", "hybrid", "on site"]
    assert counts(terms.workplaces(market)) == {"hybrid": 1}
    assert counts(terms.seniorities(market)) == {"senior": 1}
    assert counts(terms.employments(market)) == {"contract": 1}


def test_pay_is_the_middle_of_what_is_offered_apart_for_each_currency(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    market = make_market(
        *(make_posting(salary=pay(low, low + 10_000)) for low in (20_000, 30_000, 40_000)),
        make_posting(salary=pay(None, 90_000, "USD")),
        make_posting(salary=pay(None, None, "USD")),
        make_posting(),
    )
    pounds, dollars = terms.salaries(market)
    assert (pounds.currency, pounds.count, pounds.low, pounds.middle, pounds.high) == (
        "GBP",
        3,
        30_000,
        35_000,
        40_000,
    )
    assert (dollars.currency, dollars.all) == ("USD", (90_000,))


def test_few_salaries_have_no_interval(make_posting: MakePosting, make_market: MakeMarket) -> None:
    few = [make_posting(salary=pay(20_000 + n, 20_000 + n)) for n in range(terms.FEWEST_SALARIES)]
    assert terms.salaries(make_market(*few[1:]))[0].interval is None
    assert terms.salaries(make_market(*few))[0].interval is not None


@given(st.integers(terms.FEWEST_SALARIES, 200))
def test_the_interval_around_a_median_holds_it_in_at_least_95_of_100_cases(n: int) -> None:
    interval = terms.median_interval(list(map(float, range(1, n + 1))))
    assert interval is not None
    # The median is between the two ranks if at least `low` and fewer than `high` of n values are below it.
    held = sum(comb(n, below) for below in range(int(interval.low), int(interval.high))) / 2**n
    assert 0.95 <= held < 0.995
