"""How long the money lasts after leaving, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from rutkit.formatting import format_month, format_number, join_words
from rutkit.steps.exit_plan.money import AS_NOW, SPENDINGS, MoneyPlan, Spending, balance_path
from rutkit.steps.exit_plan.records import ExitPlan

HORIZON = 60
"""Months after leaving that are looked at; money that lasts longer is said to last "more than 60 months"."""


@dataclass(frozen=True)
class RunwayLine:
    """One way of living after leaving."""

    spending: Spending
    balances: tuple[float, ...]
    """At `Runway.days`, one for one."""
    months: float | None
    """Months of money after the job ends; below 0 if it runs out before, `None` if more than `HORIZON`."""


@dataclass(frozen=True)
class Runway:
    """The balance if the job ends with the month of `leaving` and no new job starts."""

    leaving: date
    months_of_pay: int
    """Months counted that still bring pay."""
    days: tuple[date, ...]
    """Firsts of months, from the month after this one to the one after the last that is counted."""
    lines: tuple[RunwayLine, ...]
    """Essentials only, as now, and 20 % higher costs, in this order."""


def month_to_leave(plan: ExitPlan | None, today: date) -> date:
    """The leaving month to show first: the earliest of the window, but never one that is over."""
    this_month = today.replace(day=1)
    return max(plan.earliest, this_month) if plan and plan.earliest else this_month


def runway(plan: MoneyPlan, leaving: date) -> Runway:
    """Count the balance from next month to `HORIZON` months after leaving, for each way of living.

    Raises:
        ValueError: the month of `leaving` is over already.
    """
    months_of_pay = plan.months_of_pay(leaving)
    counted = months_of_pay + HORIZON
    lines = []
    for spending in SPENDINGS:
        path = balance_path(plan, months_of_pay, counted, spending)
        runs_out = path.runs_out_after()
        months = None if runs_out is None else runs_out - months_of_pay
        lines.append(RunwayLine(spending, (plan.savings, *path.closing), months))
    days = tuple(plan.month(index) for index in range(counted + 1))
    return Runway(leaving.replace(day=1), months_of_pay, days, tuple(lines))


def months_shown(runway: Runway) -> int:
    """Counted months on the axis: to a little past the last line's end, or two years if none ends."""
    ends = [line.months for line in runway.lines if line.months is not None]
    after_leaving = 24 if not ends else ceil(max(*ends, 5.0)) + 1
    return runway.months_of_pay + min(HORIZON, after_leaving)


def down_to_zero(runway: Runway, line: RunwayLine, shown: int) -> tuple[list[float], list[float]]:
    """The line's points, in months from the start: as far as the money lasts, or as far as is shown."""
    end = float(shown) if line.months is None else min(shown, runway.months_of_pay + line.months)
    times = [float(month) for month in range(ceil(end))]
    balances = list(line.balances[: len(times)])
    last = 0.0 if line.months is not None and end < shown else line.balances[round(end)]
    return [*times, end], [*balances, last]


def runway_title(result: Runway) -> str:
    """The finding in one line, for life as now."""
    months = next(line.months for line in result.lines if line.spending is AS_NOW)
    if months is not None and months < 0:
        return "Your money would run out before you leave"
    return f"Living as now, your money would last {how_long(months)}"


def runway_sentence(result: Runway) -> str:
    """All three ways of living in one sentence."""
    parts = [f"{how_long(line.months)} {line.spending.manner}" for line in result.lines]
    return (
        f"If you left at the end of {format_month(result.leaving)} and found no new job, your money would "
        f"last {join_words(parts)}."
    )


def how_long(months: float | None) -> str:
    """In words, rounded down to a tenth: a promise of too little does less harm than one of too much."""
    if months is None:
        return f"more than {HORIZON} months"
    if months < 0:
        return "not even until then"
    # The inner rounding undoes what 0.7 × 10 loses in binary.
    tenths = floor(round(months * 10, 6)) / 10
    return "1 month" if tenths == 1 else f"{format_number(tenths)} months"
