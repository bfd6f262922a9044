"""What the constants of step 9 were chosen by, worked out anew: `python -m tests.benchmarks.chosen`.

Each row draws many searches, or many days, of a truth that is known, and prints in how many of 100 the interval holds
it. The truths are those of the tests, and some harder ones.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from typing import TypeAlias

import numpy as np

from rutkit.steps.job_search.load.strain import MINIMUM_DAYS, MINIMUM_PERIOD_DAYS, slope_with_interval
from rutkit.steps.job_search.outcomes.forecast import CONFIDENCE, PRIOR_EVENTS, days_to_first
from tests.unit.steps.job_search.load.test_strain import days_alike
from tests.unit.steps.job_search.outcomes.test_forecast import TRUTHS, searched

Truth: TypeAlias = tuple[int, float, float, float, int]

FEW_APPLICATIONS: tuple[Truth, ...] = (
    (5, 4, 0.05, 20, 28),
    (5, 4, 0.2, 20, 28),
    (20, 1, 0.1, 14, 28),
    (5, 4, 0.02, 45, 56),
)
"""Some twenty, fewer than which nothing is forecast."""

PRIORS = (0.5, 0.75, 1.0)
LENGTHS = (MINIMUM_DAYS, 56, 120, 365)
ALIKE = (0.0, 0.2, 0.4, 0.6)
RUNS_OF_ONE = 250


def main() -> None:
    """Try everything and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.chosen", description=__doc__)
    parser.add_argument("--runs", type=int, default=1_000, help="how many of each kind (default: 1,000)")
    arguments = parser.parse_args()
    for line in chain(forecasts(arguments.runs), [""], slopes(arguments.runs)):
        print(line, flush=True)


def forecasts(runs: int) -> Iterator[str]:
    """In how many of 100 searches the range of weeks holds the true wait, for each weight of the prior."""
    yield f"Forecast: the range is to hold {round(100 * CONFIDENCE)} of 100; the prior in use is {PRIOR_EVENTS} events."
    yield f"| weeks | a week | share | delay | {' | '.join(f'prior {prior}' for prior in PRIORS)} |"
    yield "|---" * (4 + len(PRIORS)) + "|"
    for truth in (*TRUTHS, *FEW_APPLICATIONS):
        held = " | ".join(f"{100 * _forecast_holds(truth, prior, runs):.1f}" for prior in PRIORS)
        yield f"| {truth[0]} | {truth[1]} | {truth[2]} | {truth[3]} | {held} |"


def _forecast_holds(truth: Truth, prior: float, runs: int) -> float:
    weeks, a_week, share, delay, prior_days = truth
    generator = np.random.default_rng(2026)
    tail = (1 - CONFIDENCE) / 2
    hits = 0
    for _ in range(runs):
        ways, wait = searched(generator, weeks, a_week, share, delay)
        drawn = days_to_first(ways, prior_days, generator, RUNS_OF_ONE, prior_events=prior)
        low, high = np.quantile(drawn, [tail, 1 - tail])
        hits += bool(low <= wait <= high)
    return hits / runs


def slopes(runs: int) -> Iterator[str]:
    """In how many of 100 the interval around a difference of two periods holds it, by how alike days in a row are."""
    yield (
        f"Load: the interval is to hold 95 of 100; it is shown from {MINIMUM_DAYS} days on, two periods from "
        f"{MINIMUM_PERIOD_DAYS} days each on. Alike: the correlation from one day to the next."
    )
    yield f"| days | {' | '.join(f'alike {alike}' for alike in ALIKE)} |"
    yield "|---" * (1 + len(ALIKE)) + "|"
    for n in LENGTHS:
        yield f"| {n} | {' | '.join(f'{100 * _slope_holds(n, alike, runs):.1f}' for alike in ALIKE)} |"


def _slope_holds(n: int, alike: float, runs: int) -> float:
    generator = np.random.default_rng(n)
    truth, hits = 0.3, 0
    later = (np.arange(n) >= n // 2).astype(np.float64)
    for _ in range(runs):
        _, interval = slope_with_interval(later, truth * later + days_alike(generator, n, alike))
        hits += interval.low <= truth <= interval.high
    return hits / runs


if __name__ == "__main__":
    main()
