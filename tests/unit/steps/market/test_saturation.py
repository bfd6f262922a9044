from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market.extract.reading import Requirement
from rutkit.steps.market.market import Market, ReadPosting
from rutkit.steps.market.readings import Gist
from rutkit.steps.market.records import Posting
from rutkit.steps.market.saturation import FEWEST_POSTINGS, saturation

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]
NOTHING = Posting()


def market_of(asked: list[set[str]]) -> Market:
    read = tuple(ReadPosting(NOTHING, dict.fromkeys(one, Requirement.REQUIRED), Gist()) for one in asked)
    return Market(read, read)


def test_postings_that_all_say_the_same_are_soon_enough() -> None:
    found = saturation(market_of([{"SQL", "R"}] * 30))
    assert found.enough
    assert (found.seen, round(found.last_added)) == (2, 0)
    assert (
        found.sentence
        == "You have seen enough: of 20 requirements that the last ten postings name, none is new."
    )


def test_postings_that_each_say_something_new_are_never_enough() -> None:
    found = saturation(market_of([{str(n)} for n in range(30)]))
    assert found.enough is False
    assert found.last_added == pytest.approx(10)
    assert found.sentence == "Read on: of 10 requirements that the last ten postings name, 10 are new."


def test_few_postings_are_too_few_to_say() -> None:
    found = saturation(market_of([{"SQL"}] * (FEWEST_POSTINGS - 1)))
    assert found.enough is None
    assert found.sentence == "Not enough yet: 19 of 20 different postings."


def test_nothing_read_is_nothing_seen() -> None:
    found = saturation(market_of([]))
    assert (found.n, found.seen, found.curve, found.last_added) == (0, 0, ((0, 0),), 0)


def test_a_long_curve_is_drawn_with_a_hundred_points() -> None:
    curve = saturation(market_of([{"SQL"}] * 5_000)).curve
    assert len(curve) == 101
    assert (curve[0], curve[-1]) == ((0, 0), (5_000, 1))


@given(st.lists(st.sets(st.sampled_from("abcdef")), min_size=1, max_size=7))
def test_the_curve_is_the_mean_over_every_way_of_choosing_postings(asked: list[set[str]]) -> None:
    for count, expected in saturation(market_of(asked)).curve:
        drawn = [len(set().union(*chosen)) for chosen in combinations(asked, count)]
        assert expected == pytest.approx(fmean(drawn), abs=1e-9)
