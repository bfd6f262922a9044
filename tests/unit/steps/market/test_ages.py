from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from rutkit.steps.market.ages import ages
from rutkit.steps.market.market import Market
from rutkit.steps.market.records import Posting

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]
TODAY = date(2026, 11, 22)


def test_ages_fall_into_groups(make_posting: MakePosting, make_market: MakeMarket) -> None:
    days = (-3, 0, 7, 8, 30, 31, 92, 93, 365, 366)
    found = ages(
        make_market(*(make_posting(posted=TODAY - timedelta(days=day)) for day in days), make_posting()),
        TODAY,
    )
    assert [count for _, count in found.groups] == [3, 2, 2, 2, 1]
    assert (found.n, found.dated, found.median_days) == (11, 10, 30.5)


def test_what_is_closed_and_what_repeats_is_counted(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    found = ages(
        make_market(
            make_posting(id="a", closing=TODAY),
            make_posting(repeats="a", closing=TODAY - timedelta(days=1)),
            make_posting(),
            make_posting(),
        ),
        TODAY,
    )
    assert (found.closed, found.repeats, found.share_of_repeats) == (1, 1, 0.25)
    assert found.interval_of_repeats is not None


def test_no_postings_have_no_ages(make_market: MakeMarket) -> None:
    found = ages(make_market(), TODAY)
    assert (found.n, found.median_days, found.share_of_repeats, found.interval_of_repeats) == (
        0,
        None,
        0.0,
        None,
    )
