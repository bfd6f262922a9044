from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import exp, log, sqrt
from time import process_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.job_search.applications.histories import APPLIED, History
from rutkit.steps.job_search.outcomes.silence import (
    FEW,
    MINIMUM_WATCHED,
    SHORTEST_CURVE,
    Silence,
    Undated,
    likely_no,
    silence,
)

TODAY = date(2026, 11, 22)

MakeHistory = Callable[..., History]


@pytest.fixture
def answered(make_history: MakeHistory) -> Callable[..., Silence]:
    """The silence of `n` applications as old as `age`, of which some were answered after the `days` given."""

    def make(n: int, days: list[int], age: int = 100) -> Silence:
        open_ones = [make_history(age) for _ in range(n - len(days))]
        return silence([*(make_history(age, recruiter_screen=day) for day in days), *open_ones], TODAY)

    return make


def test_nineteen_applications_are_not_enough_and_it_says_so(answered: Callable[..., Silence]) -> None:
    found = answered(19, [5] * 6)
    assert found.curve == ()
    assert found.sentence == "Not enough yet: 19 of 20 applications."


def test_four_answers_are_not_enough_and_it_says_so(answered: Callable[..., Silence]) -> None:
    assert answered(40, [5] * 4).sentence == "Not enough yet: 4 of 5 answers among 40 applications."


def test_with_nothing_cut_short_the_curve_is_the_share_still_silent(answered: Callable[..., Silence]) -> None:
    found = answered(40, [3, 3, 7, 12, 12])
    assert [found.curve[day].silent for day in (2, 3, 7, 12)] == pytest.approx([1, 38 / 40, 37 / 40, 35 / 40])


def test_what_still_waits_is_watched_for_as_long_as_it_waited(make_history: MakeHistory) -> None:
    # Watched past day 10: 20 of 30; of these half is answered on day 12.
    young = [make_history(10) for _ in range(10)]
    old = [make_history(60) for _ in range(10)]
    later = [make_history(60, recruiter_screen=12) for _ in range(10)]
    assert silence([*young, *old, *later], TODAY).curve[12].silent == pytest.approx(0.5)


def test_the_interval_is_greenwood_s_on_the_log_minus_log_scale(answered: Callable[..., Silence]) -> None:
    point = answered(40, [3, 3, 7, 12, 12]).curve[12]
    share = 35 / 40
    variance = 2 / (40 * 38) + 1 / (38 * 37) + 2 / (37 * 35)
    reach = 1.959964 * sqrt(variance) / -log(share)
    assert point.interval.low == pytest.approx(share ** exp(reach))
    assert point.interval.high == pytest.approx(share ** exp(-reach))


def test_before_the_first_answer_the_curve_is_not_certain(answered: Callable[..., Silence]) -> None:
    interval = answered(40, [3] * 5).curve[0].interval
    assert interval.low < interval.high == 1


def test_the_curve_ends_where_too_few_are_watched(make_history: MakeHistory) -> None:
    old = [make_history(100) for _ in range(MINIMUM_WATCHED - 1)]
    young = [make_history(40, recruiter_screen=5) for _ in range(10)]
    waiting = [make_history(40) for _ in range(10)]
    assert silence([*old, *young, *waiting], TODAY).curve[-1].day == 40


def test_an_application_withdrawn_is_watched_until_then(make_history: MakeHistory) -> None:
    withdrawn = [make_history(90, outcome="withdrawn", ended_after=20) for _ in range(10)]
    others = [make_history(90, recruiter_screen=5 if place < 6 else 70) for place in range(20)]
    curve = silence([*withdrawn, *others], TODAY).curve
    assert (curve[20].watched, curve[21].watched) == (24, 14)


def test_an_end_without_a_day_is_left_out_and_counted(make_history: MakeHistory) -> None:
    found = silence([make_history(90, outcome="rejected"), make_history(50)], TODAY)
    assert (found.n, found.undated) == (1, Undated(answered=1))


@pytest.mark.parametrize(
    ("undated", "off"),
    [
        (Undated(answered=3), "looks smaller than it is"),
        (Undated(ended=2), "looks somewhat larger than it is"),
        (Undated(sent=5, answered=3), "may look smaller or larger than it is"),
    ],
)
def test_what_is_left_out_says_which_way_the_share_answered_is_off(undated: Undated, off: str) -> None:
    assert off in undated.sentence


def test_with_every_day_known_nothing_is_said_to_be_left_out() -> None:
    assert Undated().sentence == ""


def test_an_unknown_day_of_sending_or_of_the_answer_is_no_wait(make_history: MakeHistory) -> None:
    sent = replace(make_history(90, interview=10), undated=frozenset((APPLIED,)))
    answered = replace(make_history(90, recruiter_screen=10), undated=frozenset((APPLIED + 1,)))
    found = silence([sent, answered, make_history(50)], TODAY)
    assert (found.n, found.replies, found.undated) == (1, 0, Undated(sent=1, answered=1))


def test_nobody_can_say_of_an_unknown_day_of_sending_that_silence_means_no(
    make_history: MakeHistory,
) -> None:
    found = silence(
        [make_history(100, recruiter_screen=8) for _ in range(10)] + [make_history(100)] * 30, TODAY
    )
    undated = replace(make_history(90), undated=frozenset((APPLIED,)))
    assert likely_no([undated], found, TODAY) == ()


def test_silence_means_no_once_few_of_those_silent_still_hear_anything(
    answered: Callable[..., Silence],
) -> None:
    # Of 60, ten are answered by day 8 and none later.
    found = answered(60, [4] * 5 + [8] * 5)
    assert found.means_no is not None
    assert found.means_no.day == 8
    assert (
        found.sentence
        == "After 8 days of silence, fewer than 1 in 10 of your applications still hear anything."
    )


def test_few_answers_in_all_do_not_make_the_first_day_of_silence_a_no(
    answered: Callable[..., Silence],
) -> None:
    # 5 of 100 are ever answered, all of them on day 15 or later.
    found = answered(100, [15, 16, 17, 18, 20])
    assert found.means_no is not None
    assert found.means_no.day == 20


def test_half_of_the_answers_are_there_on_a_day(answered: Callable[..., Silence]) -> None:
    assert answered(60, [2, 4, 6, 8]).half_of_replies is None
    assert answered(60, [2, 4, 6, 8, 30, 31]).half_of_replies == 6


def test_a_curve_that_is_short_beside_the_answers_cannot_see_late_ones(
    answered: Callable[..., Silence],
) -> None:
    found = answered(40, [20] * 6, age=SHORTEST_CURVE + 2)
    assert found.means_no is None
    assert found.sentence == (
        "Not enough yet: your applications have been watched for 30 days, which is too short to see late answers."
    )


def test_the_day_has_an_interval_that_holds_it(answered: Callable[..., Silence]) -> None:
    means_no = answered(200, [4, 6, 8, 9, 11, 14, 18, 25, 33] * 5).means_no
    assert means_no is not None
    assert means_no.latest is not None
    assert means_no.earliest <= means_no.day <= means_no.latest


def test_few_applications_do_not_tell_how_late_the_day_may_be(answered: Callable[..., Silence]) -> None:
    found = answered(20, [4, 6, 8, 9, 11])
    assert found.means_no is not None
    assert found.means_no.latest is None
    assert "how late cannot be told yet" in found.details


def test_only_what_runs_and_is_silent_for_longer_is_likely_a_no(make_history: MakeHistory) -> None:
    found = silence(
        [make_history(100, recruiter_screen=8) for _ in range(10)] + [make_history(100)] * 30, TODAY
    )
    running, young = make_history(9), make_history(8)
    answered, over = make_history(50, interview=20), make_history(50, outcome="no reply", ended_after=40)
    assert likely_no([running, young, answered, over], found, TODAY) == (running,)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 250)), min_size=20, max_size=80))
def test_the_curve_only_falls_and_stays_within_its_interval(waits: list[tuple[int, int]]) -> None:
    found = silence([_history(age, reply) for reply, age in waits], TODAY)
    shares = [point.silent for point in found.curve]
    assert shares == sorted(shares, reverse=True)
    assert all(point.interval.low <= point.silent <= point.interval.high for point in found.curve)


def _history(age: int, reply: int) -> History:
    applied = date.fromordinal(TODAY.toordinal() - age)
    replied = date.fromordinal(applied.toordinal() + reply) if reply <= age else None
    return History("", None, (applied, replied, *[None] * 4), None, True, None)


@pytest.mark.parametrize(("n", "share"), [(40, 0.3), (150, 0.1)])
def test_the_interval_holds_the_true_share_in_95_of_100_searches(n: int, share: float) -> None:
    generator = np.random.default_rng(n)
    hits, told, runs = 0, 0, 400
    for _ in range(runs):
        ages = generator.integers(0, 120, n)
        replies = np.where(generator.random(n) < share, 1 + generator.gamma(2, 6, n).astype(int), 999)
        curve = silence(
            [_history(int(age), int(reply)) for age, reply in zip(ages, replies, strict=True)], TODAY
        )
        if len(curve.curve) > 14:
            told += 1
            # A wait of at most 14 days is a gamma draw below 14: 1 − exp(−14/6) (1 + 14/6) of those answered.
            truth = 1 - share * (1 - exp(-14 / 6) * (1 + 14 / 6))
            point = curve.curve[14]
            hits += point.interval.low <= truth <= point.interval.high
    assert told > 0.9 * runs
    assert 0.92 <= hits / told <= 0.985


def test_five_thousand_applications_take_less_than_a_third_of_a_second(make_history: MakeHistory) -> None:
    many = [make_history(age % 300, recruiter_screen=age % 30) for age in range(30, 5_030)]
    begin = process_time()
    silence(many, TODAY)
    assert process_time() - begin < 0.33


def test_few_is_one_in_ten_as_the_sentence_says() -> None:
    assert round(1 / FEW) * FEW == 1
