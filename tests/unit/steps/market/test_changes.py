from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from rutkit.steps.market.changes import FEWEST_POSTINGS, changes
from rutkit.steps.market.market import Market
from rutkit.steps.market.records import Posting

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]
FIRST = date(2026, 1, 1)


@pytest.fixture
def market(make_posting: MakePosting, make_market: MakeMarket) -> Market:
    """Eighty days with a posting each: AI only in the later half, Fax only in the earlier one, SQL in every second."""
    return make_market(
        *(
            make_posting(
                "AI" if day >= 40 else "Fax",
                *(["SQL"] if day % 2 else []),
                posted=FIRST + timedelta(days=day),
            )
            for day in range(80)
        )
    )


def test_what_rose_comes_first_and_what_fell_last(market: Market) -> None:
    found = changes(market)
    assert [(one.skill, one.verdict) for one in found.skills] == [
        ("AI", "rising"),
        ("SQL", "not clear"),
        ("Fax", "falling"),
    ]
    assert not found.not_enough


def test_the_periods_are_halves_unless_a_day_is_given(market: Market) -> None:
    found = changes(market)
    assert found.earlier is not None
    assert found.later is not None
    assert (found.earlier.n, found.later.n, found.later.first) == (40, 40, FIRST + timedelta(days=40))
    later = changes(market, since=FIRST + timedelta(days=45)).later
    assert later is not None
    assert later.n == 35


def test_too_few_in_one_period_are_not_compared(market: Market) -> None:
    found = changes(market, since=FIRST + timedelta(days=80 - FEWEST_POSTINGS + 1))
    assert found.skills == ()
    assert found.not_enough.startswith(f"Not enough yet: {FEWEST_POSTINGS - 1} of {FEWEST_POSTINGS} postings")


def test_postings_without_a_day_are_not_placed(make_posting: MakePosting, make_market: MakeMarket) -> None:
    found = changes(make_market(*(make_posting("SQL") for _ in range(100))))
    assert (
        found.not_enough
        == "None of these postings says when it was posted, so nothing can be compared over time."
    )


def test_skills_compared_with_each_other_widen_each_other_s_intervals(market: Market) -> None:
    confidences = [one.interval.confidence for one in changes(market).skills]
    assert confidences == pytest.approx([1 - 0.05 / 3] * 3)
