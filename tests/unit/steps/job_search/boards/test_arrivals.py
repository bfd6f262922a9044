from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.job_search.boards.arrivals import (
    WINDOW_DAYS,
    WORTH_A_LOOK,
    Arrivals,
    arrivals,
    arrivals_finding,
    too_often,
)
from rutkit.steps.job_search.records import Board, Look

TODAY = date(2026, 11, 22)
BOARD = Board(id="one", name="Harbor Jobs")


def look(days_ago: int, new: int = 0, board: str = "one") -> Look:
    return Look(board=board, day=TODAY - timedelta(days=days_ago), new_suitable=new)


def board(*looks: Look) -> Arrivals:
    (found,) = arrivals([BOARD], looks, TODAY)
    return found


def regular(between: int, new: int, looks: int = 10) -> list[Look]:
    return [look(place * between, new) for place in range(looks + 1)]


def test_the_first_look_only_starts_the_clock() -> None:
    found = board(look(20, 40), look(10, 2), look(0, 1))
    assert (found.looks, found.days, found.postings) == (2, 20, 3)


def test_two_looks_on_a_day_are_one() -> None:
    found = board(look(10), look(3, 2), look(3, 1))
    assert (found.looks, found.postings) == (1, 3)


def test_old_looks_and_looks_to_come_do_not_count() -> None:
    found = board(look(WINDOW_DAYS + 1, 5), look(9), look(2, 1), look(-1, 7))
    assert (found.looks, found.days, found.postings) == (1, 7, 1)


def test_a_board_without_a_look_is_not_there() -> None:
    assert arrivals([BOARD], [look(3, board="another")], TODAY) == ()


def test_three_looks_after_the_first_are_not_enough_and_it_says_so() -> None:
    found = board(*regular(9, 2, looks=3))
    assert found.days_for_three is None
    assert found.label == "not enough yet: 3 of 4 looks after the first"


def test_looks_of_a_few_days_are_not_enough_and_it_says_so() -> None:
    assert board(*regular(1, 2, looks=13)).label == "not enough yet: 13 of 14 days from first to last look"


def test_three_postings_take_three_times_the_wait_for_one() -> None:
    found = board(*regular(7, 7, looks=20))
    assert found.days_for_three == pytest.approx(WORTH_A_LOOK, rel=0.01)


def test_the_interval_is_the_gamma_s() -> None:
    # scipy.stats.gamma(12.5).ppf((.1, .9)) is (8.2366, 17.1914), over 40 days.
    found = board(*regular(4, 1), look(0, 2))
    assert (found.postings, found.days) == (12, 40)
    assert found.interval_of_days is not None
    assert (found.interval_of_days.low, found.interval_of_days.high) == pytest.approx((6.98, 14.57), abs=0.01)


def test_a_board_that_brought_nothing_has_a_longest_wait_but_no_end() -> None:
    found = board(*regular(3, 0))
    assert found.interval_of_days is not None
    assert found.interval_of_days.low > 30


@pytest.mark.parametrize("looks", [6, 15, 40])
def test_over_all_rates_the_interval_holds_the_true_wait_in_80_of_100_boards(looks: int) -> None:
    generator = np.random.default_rng(looks)
    hits, runs = 0, 2_000
    for rate in np.exp(generator.uniform(np.log(0.03), np.log(3), runs)):
        days = int(generator.integers(3, 7, looks).sum())
        interval = Arrivals("", looks, days, int(generator.poisson(rate * days))).interval_of_days
        assert interval is not None
        hits += interval.low <= WORTH_A_LOOK / rate <= interval.high
    assert 0.77 <= hits / runs <= 0.83


def test_looking_every_day_for_one_posting_a_week_is_too_often() -> None:
    looks = [look(days, int(days % 7 == 0)) for days in range(43)]
    assert too_often([board(*looks)]) == (
        "You can look at Harbor Jobs less often and spare yourself the rest: it brings three new postings "
        "every 20 days, and you look there every day."
    )


def test_looking_as_often_as_three_come_is_not_too_often() -> None:
    assert too_often([board(*regular(7, 3))]) == ""


def test_too_often_is_said_once_for_all_boards() -> None:
    boards = [BOARD, Board(id="two", name="Quay")]
    looks = [look(days, int(days == 14), board=name) for days in range(40) for name in ("one", "two")]
    said = too_often(arrivals(boards, looks, TODAY))
    assert said.count(".") == 1
    assert "Harbor Jobs and Quay" in said


def test_the_finding_names_the_board_that_brings_most() -> None:
    boards = [BOARD, Board(id="two", name="Quay")]
    looks = [*regular(7, 7), *(each.model_copy(update={"board": "two"}) for each in regular(7, 1))]
    found = arrivals(boards, looks, TODAY)
    assert arrivals_finding(found) == "Harbor Jobs brings three new postings every 3 days"


@given(st.integers(0, 300), st.integers(14, 180))
def test_more_postings_in_the_same_time_never_mean_a_longer_wait(postings: int, days: int) -> None:
    fewer, more = (Arrivals("", 10, days, count).days_for_three for count in (postings, postings + 1))
    assert fewer is not None
    assert more is not None
    assert more < fewer
