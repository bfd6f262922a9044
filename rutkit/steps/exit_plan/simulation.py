"""When could I leave? The chance that the money runs out before a new job starts, by simulation.

The search is drawn; the money is not. Let T be the months that a search takes without a job. T is lognormal:
ln T is normal with mean ln(median) and standard deviation ln(spread) / 0.6745, because 0.6745 is the upper
quartile of the standard normal distribution; so half of all searches take between median / spread and
median × spread.

Somebody who searches in the job gets through `rate` months of it in each month of pay (3 with the
employed-search advantage, else 1). With L months of pay left the new job starts after

    T / rate                 if T ≤ rate · L  (before leaving),
    L + T - rate · L         otherwise,

and after L + T if the search begins only then. The money runs out after R months, which the money plan fixes
for each L. A run fails if the new job starts later than R.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import exp, log
from statistics import NormalDist
from typing import TYPE_CHECKING

from rutkit.formatting import format_money, format_month, format_number, format_share
from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.exit_plan.money import AS_NOW, BalancePath, MoneyPlan, Spending, balance_path
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

HORIZON = 240
"""Counted months after which money that has not run out is taken to last."""

PERCENTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True)
class LeavingRisk:
    """One leaving month and the share of runs in which the money ran out before a new job started."""

    month: date
    share: float
    interval: Interval
    """95 %, for the error of the simulation alone; it says nothing about the assumptions."""


@dataclass(frozen=True)
class RiskByMonth:
    """The risk of every leaving month, earliest first, against the one that the person accepts."""

    months: tuple[LeavingRisk, ...]
    accepted: float
    """From 0 to 1."""
    earliest: LeavingRisk | None
    """The first month at or under the accepted risk."""
    runs: int


@dataclass(frozen=True)
class BalanceFan:
    """Where the balance stands over time if the person leaves at the end of one month."""

    leaving: date
    days: tuple[date, ...]
    """Firsts of months."""
    percentiles: dict[int, tuple[float, ...]]
    """For each of `PERCENTILES` the balance at each of `days`: at 5, a twentieth of the runs have less."""
    runs: int


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


def risk_by_leaving_month(
    plan: MoneyPlan,
    assumption: SearchAssumption,
    *,
    months: int = 25,
    spending: Spending = AS_NOW,
    runs: int = RUNS,
    seed: int = SEED,
) -> RiskByMonth:
    """The risk of leaving at the end of this month and of each of the `months` - 1 that follow.

    Raises:
        ValueError: the person has not said how long a search takes.
    """
    import numpy as np

    pay = np.arange(months, dtype=np.float64)
    runs_out = np.array(
        [_runs_out_after(balance_path(plan, count, HORIZON, spending)) for count in range(months)]
    )
    fails = job_starts(search_months(assumption, runs, seed), pay, assumption) > runs_out
    risks = tuple(
        LeavingRisk(plan.month(index - 1), int(failed) / runs, wilson_interval(int(failed), runs))
        for index, failed in enumerate(np.count_nonzero(fails, axis=0))
    )
    accepted = assumption.accepted_risk / 100
    return RiskByMonth(
        months=risks,
        accepted=accepted,
        earliest=next((risk for risk in risks if risk.share <= accepted), None),
        runs=runs,
    )


def balance_fan(
    plan: MoneyPlan,
    assumption: SearchAssumption,
    leaving: date,
    *,
    months: int = 24,
    spending: Spending = AS_NOW,
    runs: int = RUNS,
    seed: int = SEED,
) -> BalanceFan:
    """The spread of balances over `months` counted months if the job ends with the month of `leaving`.

    From the day a new job starts the person lives as now, on the pay they expect there; what holds only until
    a new job (benefits, insurance paid alone) is over. Whoever finds one before leaving gets nothing that
    comes with leaving.

    Raises:
        ValueError: the month is over already, or the person has not said how long a search takes.
    """
    import numpy as np

    months_of_pay = plan.months_of_pay(leaving)
    search = search_months(assumption, runs, seed)
    start = job_starts(search, np.array([months_of_pay], dtype=np.float64), assumption)[:, 0]
    new_pay = assumption.new_take_home_pay
    monthly_pay = plan.take_home_pay if new_pay is None else float(new_pay)

    stayed = balance_path(plan, months, months)
    left = balance_path(plan, min(months_of_pay, months), months, spending)
    at_start = np.where(start < months_of_pay, _balance_at(stayed, start), _balance_at(left, start))
    without_pay = _without_pay(plan, stayed)
    since_start = -_balance_at(without_pay, start)

    balances = np.empty((runs, months + 1))
    balances[:, 0] = plan.savings
    for month in range(months):
        working = np.maximum(month + 1 - start, 0)
        in_new_job = at_start + since_start + without_pay.closing[month] + monthly_pay * working
        still_searching = left.closing[month] if month >= months_of_pay else stayed.closing[month]
        balances[:, month + 1] = np.where(working > 0, in_new_job, still_searching)
    quantiles = np.percentile(balances, PERCENTILES, axis=0)
    return BalanceFan(
        leaving=leaving.replace(day=1),
        days=tuple(plan.month(index) for index in range(months + 1)),
        percentiles={
            percentile: tuple(float(value) for value in row)
            for percentile, row in zip(PERCENTILES, quantiles, strict=True)
        },
        runs=runs,
    )


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


def risk_title(result: RiskByMonth) -> str:
    """The finding in one line."""
    accepted = format_share(result.accepted)
    if result.earliest is None:
        return f"No month up to {format_month(result.months[-1].month)} keeps the risk at {accepted} or less"
    return f"From the end of {format_month(result.earliest.month)} on, the risk is {accepted} or less"


def risk_sentence(result: RiskByMonth) -> str:
    """The earliest month with its share and interval, and whether the risk rises again."""
    first = result.months[0]
    begin = f"Leaving this month, the money ran out before a new job started in {_share(first)}."
    if result.earliest is None or result.earliest is first:
        return begin
    text = (
        f"{begin} Leaving at the end of {format_month(result.earliest.month)}, in {_share(result.earliest)}."
    )
    later = [r for r in result.months if r.month > result.earliest.month and r.share > result.accepted]
    return f"{text} It is above your limit again in {format_month(later[0].month)}." if later else text


def risk_note(result: RiskByMonth) -> str:
    """How it was made and what it does not mean."""
    return (
        f"{format_number(result.runs)} simulated searches for each month; the 95 % interval is for the error "
        "of the simulation alone. Everything rests on the search time and the amounts that you set; it is "
        "not a forecast."
    )


def fan_title(fan: BalanceFan) -> str:
    """The finding in one line: when, if at all, the 5 % line falls below zero."""
    below = [day for day, balance in zip(fan.days, fan.percentiles[5], strict=True) if balance < 0]
    if not below:
        return f"Leaving in {format_month(fan.leaving)}, 19 of 20 runs never go below zero at a month’s end"
    return f"Leaving in {format_month(fan.leaving)}, 1 run in 20 is below zero by {format_month(below[0])}"


def fan_sentence(fan: BalanceFan, currency: str) -> str:
    """The middle and the two ends on the last day shown."""
    low, middle, high = (
        format_money(fan.percentiles[percentile][-1], currency, decimals=0) for percentile in (5, 50, 95)
    )
    last = fan.days[-1]
    return f"In {format_month(last)} the middle run has {middle}; 9 of 10 runs lie between {low} and {high}."


def _months(months: float) -> str:
    """To the half month below ten, to the month from there up: the assumption is no finer than that."""
    return format_number(round(2 * months) / 2 if months < 10 else round(months))


def _share(risk: LeavingRisk) -> str:
    low, high = (format_share(end, decimals=1) for end in (risk.interval.low, risk.interval.high))
    return f"{format_share(risk.share, decimals=1)} of the runs ({low} to {high})"


def _median(assumption: SearchAssumption) -> float:
    if assumption.median_months is None:
        raise ValueError("say first how many months a search may take")
    return assumption.median_months


def _sigma(assumption: SearchAssumption) -> float:
    return log(assumption.spread) / NormalDist().inv_cdf(0.75)


def _runs_out_after(path: BalancePath) -> float:
    months = path.runs_out_after()
    return float("inf") if months is None else months


def _without_pay(plan: MoneyPlan, stayed: BalancePath) -> BalancePath:
    """The path of somebody who stays, less the pay of this job: what a new job's pay is added to."""
    return BalancePath(
        tuple(value - month * plan.take_home_pay for month, value in enumerate(stayed.opening)),
        tuple(value - (month + 1) * plan.take_home_pay for month, value in enumerate(stayed.closing)),
    )


def _balance_at(path: BalancePath, times: NDArray[np.float64]) -> NDArray[np.float64]:
    """The balance at any moment, in months from the start; past the end it is the last."""
    import numpy as np

    opening, closing = np.array(path.opening), np.array(path.closing)
    inside = np.minimum(times, len(opening))
    month = np.minimum(inside.astype(np.int64), len(opening) - 1)
    value: NDArray[np.float64] = opening[month] + (inside - month) * (closing[month] - opening[month])
    return value
