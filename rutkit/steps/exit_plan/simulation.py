"""When could I leave? The chance that the money runs out before a new job starts, by simulation.

The search is drawn (see `search`); the money is not: for each leaving month the money plan fixes after how
many months R it runs out without a new job. A run fails if the new job starts later than R.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rutkit.formatting import format_month, format_number, format_rough_money, format_share
from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.exit_plan.money import AS_NOW, BalancePath, MoneyPlan, Spending, balance_path
from rutkit.steps.exit_plan.records import SearchAssumption
from rutkit.steps.exit_plan.search import RUNS, SEED, job_starts, search_months

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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


def risk_title(result: RiskByMonth) -> str:
    """The finding in one line."""
    accepted = format_share(result.accepted)
    if result.earliest is None:
        return f"No month up to {format_month(result.months[-1].month)} keeps the risk at {accepted} or less"
    month = format_month(result.earliest.month)
    if _above_again(result):
        return f"Leaving at the end of {month} keeps the risk at {accepted} or less"
    return f"From the end of {month} on, the risk is {accepted} or less"


def window_risk_sentence(result: RiskByMonth, first: date, last: date) -> str:
    """The risk at both ends of the window to leave in, beside the accepted one; empty if no month of it is counted."""
    inside = [risk for risk in result.months if first <= risk.month <= last]
    if not inside:
        return ""
    ends = f"{format_share(inside[0].share)} in {format_month(inside[0].month)}"
    if len(inside) > 1:
        ends += f" and {format_share(inside[-1].share)} in {format_month(inside[-1].month)}"
    within = sum(risk.share <= result.accepted for risk in inside)
    if within == len(inside):
        verdict = "every month of it is within the"
    elif within:
        verdict = f"{within} of its {len(inside)} months are within the"
    else:
        verdict = "no month of it is within the"
    return f"In your window the risk is {ends}; {verdict} {format_share(result.accepted)} you accept."


def risk_sentence(result: RiskByMonth) -> str:
    """The risk now and in the earliest month, in whole percents, and whether it rises again."""
    now, earliest = result.months[0], result.earliest
    later = (
        f"; leaving at the end of {format_month(earliest.month)}, in {_in_a_hundred(earliest.share)}"
        if earliest and earliest is not now
        else ""
    )
    sentences = [
        f"Of {format_number(result.runs)} runs, the money ran out before a new job started in "
        f"{_in_a_hundred(now.share)} when leaving this month{later}."
    ]
    again = _above_again(result)
    if again:
        sentences.append(f"It is above your limit again in {format_month(again.month)}.")
    return " ".join(sentences)


def risk_note(result: RiskByMonth) -> str:
    """What a run is, how many there were, and what they do not mean."""
    return (
        "A run is your search, played through once: it takes a time drawn from what you assume, and your money is "
        f"counted until the new job starts. {format_number(result.runs)} runs for each month; the 95\u00a0% interval "
        "among the numbers is for the error of the simulation alone. Everything rests on the search time and the "
        "amounts that you set; it is not a forecast."
    )


def fan_title(fan: BalanceFan) -> str:
    """The finding in one line: when, if at all, the 5 % line falls below zero."""
    below = [day for day, balance in zip(fan.days, fan.percentiles[5], strict=True) if balance < 0]
    leaving = format_month(fan.leaving)
    if not below:
        return f"Leaving in {leaving}, fewer than 1 run in 20 is ever out of money"
    return f"Leaving in {leaving}, at least 1 run in 20 is out of money by {format_month(below[0])}"


def fan_sentence(fan: BalanceFan, currency: str) -> str:
    """Half of the runs and nine in ten of them on the last day shown, to two figures."""
    low, middle, high = (
        format_rough_money(fan.percentiles[percentile][-1], currency) for percentile in (5, 50, 95)
    )
    last = format_month(fan.days[-1])
    if low == high:
        return f"In {last}, at least 9 of 10 runs have about {middle}."
    return (
        f"In {last}, half of the runs have more than about {middle} and half have less; "
        f"9 of 10 have between about {low} and about {high}."
    )


def fan_note(fan: BalanceFan) -> str:
    """How it was made and what it does not mean."""
    return (
        f"{format_number(fan.runs)} runs; each draws one search time from your assumption. In a new job you "
        "live as now, on the pay you expect there. It is not a forecast."
    )


def _above_again(result: RiskByMonth) -> LeavingRisk | None:
    """The first month after the earliest good one whose risk is not accepted."""
    if result.earliest is None:
        return None
    later = result.months[result.months.index(result.earliest) :]
    return next((risk for risk in later if risk.share > result.accepted), None)


def _in_a_hundred(share: float) -> str:
    """A share of the runs as one would say it.

    >>> _in_a_hundred(0.652), _in_a_hundred(0.001), _in_a_hundred(0)
    ('about 65 in 100', 'fewer than 1 in 100', 'none')
    """
    if share in {0, 1}:
        return "all" if share else "none"
    if share < 0.01:
        return "fewer than 1 in 100"
    return "more than 99 in 100" if share > 0.99 else f"about {format_number(100 * share, decimals=0)} in 100"


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
