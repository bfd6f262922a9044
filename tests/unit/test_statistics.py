from __future__ import annotations

from itertools import pairwise
from statistics import fmean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.statistics import (
    Interval,
    bootstrap_difference_of_means,
    bootstrap_mean,
    difference_of_shares,
    wilson_interval,
)


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    n = draw(st.integers(1, 5_000))
    return draw(st.integers(0, n)), n


answers = st.lists(st.integers(0, 4), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        # The examples of R. G. Newcombe, "Two-sided confidence intervals for the single proportion:
        # comparison of seven methods", Statistics in Medicine 17 (1998), 857–872, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_wilson_interval_is_the_published_one(successes: int, n: int, low: float, high: float) -> None:
    interval = wilson_interval(successes, n)
    assert interval.low == pytest.approx(low, abs=5e-5)
    assert interval.high == pytest.approx(high, abs=5e-5)


@given(shares())
def test_the_wilson_interval_lies_within_0_and_1_and_holds_the_share(share: tuple[int, int]) -> None:
    successes, n = share
    interval = wilson_interval(successes, n)
    assert 0 <= interval.low <= successes / n <= interval.high <= 1


@given(shares())
def test_the_wilson_interval_of_the_opposite_is_its_mirror_image(share: tuple[int, int]) -> None:
    successes, n = share
    seen, unseen = wilson_interval(successes, n), wilson_interval(n - successes, n)
    assert (seen.low, seen.high) == pytest.approx((1 - unseen.high, 1 - unseen.low), abs=1e-12)


def test_more_observations_make_the_wilson_interval_narrower() -> None:
    widths = [_width(wilson_interval(n // 2, n)) for n in (2, 10, 100, 1_000)]
    assert all(wider > narrower for wider, narrower in pairwise(widths))


def test_more_confidence_makes_the_wilson_interval_wider() -> None:
    assert _width(wilson_interval(3, 10, confidence=0.99)) > _width(wilson_interval(3, 10, confidence=0.80))


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (-1, 5), (6, 5)])
def test_an_impossible_share_has_no_interval(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="successes"):
        wilson_interval(successes, n)


@pytest.mark.parametrize("confidence", [0.0, 1.0, 95.0])
def test_a_confidence_that_is_no_share_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        wilson_interval(1, 2, confidence=confidence)


@given(answers, st.integers(0, 2**32))
def test_a_bootstrapped_mean_does_not_jump_when_it_is_drawn_again(values: list[int], seed: int) -> None:
    assert bootstrap_mean(values, seed=seed, resamples=50) == bootstrap_mean(values, seed=seed, resamples=50)


@given(answers)
def test_a_bootstrapped_mean_lies_within_the_values(values: list[int]) -> None:
    interval = bootstrap_mean(values, seed=1, resamples=50)
    assert min(values) - 1e-9 <= interval.low <= interval.high <= max(values) + 1e-9


def test_the_bootstrap_agrees_with_the_normal_interval_of_a_large_sample() -> None:
    values = np.random.default_rng(7).normal(10, 2, size=400).tolist()
    half_width = 1.96 * np.std(values) / len(values) ** 0.5
    interval = bootstrap_mean(values, seed=1)
    assert interval.low == pytest.approx(fmean(values) - half_width, abs=0.03)
    assert interval.high == pytest.approx(fmean(values) + half_width, abs=0.03)


def test_the_bootstrapped_difference_covers_a_known_truth_about_as_often_as_it_says() -> None:
    generator = np.random.default_rng(3)
    runs = 300
    covered = 0
    for seed in range(runs):
        workdays = generator.normal(2.5, 1, size=40).tolist()
        days_off = generator.normal(1.5, 1, size=30).tolist()
        interval = bootstrap_difference_of_means(
            workdays, days_off, seed=seed, confidence=0.80, resamples=300
        )
        covered += interval.low <= 1.0 <= interval.high
    assert 0.75 <= covered / runs <= 0.85


@given(answers, answers)
def test_the_bootstrapped_difference_lies_within_the_possible_ones(a: list[int], b: list[int]) -> None:
    interval = bootstrap_difference_of_means(a, b, seed=1, resamples=50)
    assert min(a) - max(b) - 1e-9 <= interval.low <= interval.high <= max(a) - min(b) + 1e-9


def test_two_groups_that_never_vary_differ_by_exactly_their_distance() -> None:
    interval = bootstrap_difference_of_means([3, 3, 3], [1, 1], seed=1)
    assert (interval.low, interval.high) == (2, 2)


@pytest.mark.parametrize(("a", "b"), [([], [1.0]), ([1.0], [])])
def test_a_difference_needs_both_groups(a: list[float], b: list[float]) -> None:
    with pytest.raises(ValueError, match="at least one value"):
        bootstrap_difference_of_means(a, b, seed=1)


def test_a_mean_needs_a_value() -> None:
    with pytest.raises(ValueError, match="at least one value"):
        bootstrap_mean([], seed=1)


def _width(interval: Interval) -> float:
    return interval.high - interval.low


def test_the_interval_around_a_difference_of_shares_is_that_of_the_source() -> None:
    # Newcombe (1998), table II, method 10: 56/70 − 48/80 and 9/10 − 3/10.
    first, second = difference_of_shares((56, 70), (48, 80)), difference_of_shares((9, 10), (3, 10))
    assert (first.low, first.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert (second.low, second.high) == pytest.approx((0.1705, 0.8090), abs=5e-5)


@given(st.integers(1, 100), st.integers(1, 100), st.data())
def test_the_interval_around_a_difference_holds_it_and_turns_with_the_order(
    n: int, m: int, data: st.DataObject
) -> None:
    a, b = data.draw(st.integers(0, n)), data.draw(st.integers(0, m))
    forth, back = difference_of_shares((a, n), (b, m)), difference_of_shares((b, m), (a, n))
    assert -1 - 1e-9 <= forth.low <= a / n - b / m + 1e-9
    assert forth.high >= a / n - b / m - 1e-9
    assert (back.low, back.high) == pytest.approx((-forth.high, -forth.low))
