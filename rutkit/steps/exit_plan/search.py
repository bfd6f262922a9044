"""How long a search takes: what the person assumes, drawn many times over.

Let T be the months that a search takes without a job. T is lognormal: ln T is normal with mean ln(median)
and standard deviation ln(spread) / 0.6745, because 0.6745 is the upper quartile of the standard normal
distribution; so half of all searches take between median / spread and median × spread.

Somebody who searches in the job gets through `rate` months of it in each month of pay (3 with the
employed-search advantage, else 1). With L months of pay left the new job starts after

    T / rate                 if T ≤ rate · L  (before leaving),
    L + T - rate · L         otherwise,

and after L + T if the search begins only then.
"""

from __future__ import annotations

from math import exp, log
from statistics import NormalDist
from typing import TYPE_CHECKING

from rutkit.formatting import format_number
from rutkit.steps.exit_plan.records import SearchAssumption

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUNS = 10_000
SEED = 2
"""Fixed, so that a number only changes for a reason; all months share the draws, so that they compare."""

EMPLOYED_RATE = 3
"""How many months without a job one month of searching in a job is worth: "at least three times as effective"
(Faberman, Mueller, Şahin and Topa, Econometrica, 2022; a comparison between groups)."""


def search_months(assumption: SearchAssumption, runs: int = RUNS, seed: int = SEED) -> NDArray[np.float64]:
    """Draw how long a search without a job takes, in months; shape `(runs,)`, formula at the module's head.

    Raises:
        ValueError: the person has not said what the median is.
    """
    import numpy as np

    median, sigma = _median(assumption), _sigma(assumption)
    return median * np.exp(sigma * np.random.default_rng(seed).standard_normal(runs))


def job_starts(
    search: NDArray[np.float64], months_of_pay: NDArray[np.float64], assumption: SearchAssumption
) -> NDArray[np.float64]:
    """Months until the new job starts: `search` (runs,) and `months_of_pay` (months,) give (runs, months)."""
    import numpy as np

    search, pay = search[:, np.newaxis], months_of_pay[np.newaxis, :]
    if not assumption.search_while_employed:
        return pay + search
    rate = EMPLOYED_RATE if assumption.employed_advantage else 1
    return np.where(search <= rate * pay, search / rate, pay + search - rate * pay)


def search_range(assumption: SearchAssumption) -> tuple[float, float, float]:
    """What the person's assumption says: the quartiles of a search and the ninth decile, in months.

    Raises:
        ValueError: the person has not said what the median is.
    """
    median, sigma = _median(assumption), _sigma(assumption)
    ninth_decile = median * exp(sigma * NormalDist().inv_cdf(0.9))
    return median / assumption.spread, median * assumption.spread, ninth_decile


def search_sentence(assumption: SearchAssumption) -> str:
    """The assumption in words, so that the person sees what they have set."""
    if assumption.median_months is None:
        return "Say how many months a search may take; without it, nothing is simulated."
    low, high, long = search_range(assumption)
    when = "begins now" if assumption.search_while_employed else "begins when you have left"
    counted = (
        f", and a month of it in this job counts as {EMPLOYED_RATE}"
        if assumption.search_while_employed and assumption.employed_advantage
        else ""
    )
    return (
        f"You assume that half of searches like yours take between {_months(low)} and {_months(high)} months "
        f"without a job, and one in ten longer than {_months(long)}. Yours {when}{counted}."
    )


def _median(assumption: SearchAssumption) -> float:
    if assumption.median_months is None:
        raise ValueError("say first how many months a search may take")
    return assumption.median_months


def _sigma(assumption: SearchAssumption) -> float:
    return log(assumption.spread) / NormalDist().inv_cdf(0.75)


def _months(months: float) -> str:
    """To the half month below ten, to the month from there up: the assumption is no finer than that."""
    return format_number(round(2 * months) / 2 if months < 10 else round(months))
