from __future__ import annotations

from collections.abc import Callable

import pytest

from rutkit.steps.market.demand import demand
from rutkit.steps.market.market import Market
from rutkit.steps.market.records import Posting

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]


def test_the_most_wanted_comes_first_and_required_is_apart_from_preferred(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    market = make_market(
        make_posting("SQL", preferred=("R",)), make_posting("SQL"), make_posting(preferred=("SQL",))
    )
    sql, r = demand(market)
    assert (sql.name, sql.required, sql.preferred, sql.asked, sql.n) == ("SQL", 2, 1, 3, 3)
    assert (r.name, r.required, r.preferred) == ("R", 0, 1)
    assert r.share == pytest.approx(1 / 3)


def test_a_share_comes_with_its_interval(make_posting: MakePosting, make_market: MakeMarket) -> None:
    (sql,) = demand(make_market(make_posting("SQL"), make_posting()))
    assert sql.interval.low < 0.5 < sql.interval.high


def test_repeats_do_not_raise_demand(make_posting: MakePosting, make_market: MakeMarket) -> None:
    (sql,) = demand(make_market(make_posting("SQL", id="a"), make_posting("SQL", repeats="a")))
    assert (sql.asked, sql.n) == (1, 1)


def test_no_postings_ask_for_nothing(make_market: MakeMarket) -> None:
    assert demand(make_market()) == ()
