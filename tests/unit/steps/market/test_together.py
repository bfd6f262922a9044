from __future__ import annotations

from collections.abc import Callable

import pytest

from rutkit.steps.market.market import Market
from rutkit.steps.market.records import Posting
from rutkit.steps.market.together import FEWEST_POSTINGS, pairs

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]


@pytest.fixture
def market(make_posting: MakePosting, make_market: MakeMarket) -> Market:
    """SQL and Excel always together, in 10 of 40; teamwork in half of all, whatever else they ask for."""
    return make_market(
        *(make_posting("SQL", "Excel", "Teamwork") for _ in range(5)),
        *(make_posting("SQL", "Excel") for _ in range(5)),
        *(make_posting("Teamwork") for _ in range(15)),
        *(make_posting("Baking") for _ in range(15)),
    )


def test_skills_that_are_asked_for_together_are_a_pair(market: Market) -> None:
    (pair,) = pairs(market)
    assert {pair.skill, pair.other} == {"SQL", "Excel"}
    assert (pair.both, pair.share, pair.share_elsewhere) == (10, 1.0, 0.0)
    assert pair.lift == pytest.approx(4)


def test_too_few_postings_have_no_pairs(make_posting: MakePosting, make_market: MakeMarket) -> None:
    few = make_market(*(make_posting("SQL", "Excel") for _ in range(FEWEST_POSTINGS - 1)))
    assert pairs(few) == ()
