"""A person's money as a plan: what comes in and goes out in each month to come, with and without this job."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from rutkit.dates import add_months, months_between
from rutkit.formatting import format_date, format_month
from rutkit.records import field_spec
from rutkit.steps.exit_plan.records import Finances, MoneyChange, MoneyEvent

FIGURES = ("savings", "take_home_pay", "other_income", "essential_costs", "discretionary_costs")
"""The fields of `Finances` without which nothing is counted."""

STALE_DAYS = 60
"""After so many days somebody is asked whether their figures still hold."""


@dataclass(frozen=True)
class Spending:
    """How somebody lives after leaving: by what their present costs are multiplied."""

    name: str
    manner: str
    """The same within a sentence: "your money would last 8 months living as now"."""
    essential: float
    discretionary: float


ESSENTIALS_ONLY = Spending("Essentials only", "with essentials only", essential=1.0, discretionary=0.0)
AS_NOW = Spending("As now", "living as now", essential=1.0, discretionary=1.0)
A_FIFTH_MORE = Spending(
    "20\u00a0% higher costs", "with 20\u00a0% higher costs", essential=1.2, discretionary=1.2
)
SPENDINGS = (ESSENTIALS_ONLY, AS_NOW, A_FIFTH_MORE)


@dataclass(frozen=True)
class Change:
    """A monthly amount from counted month `first` on, up to but not including `end` (`None`: for good)."""

    to: Literal["costs", "income"]
    amount: float
    first: int
    end: int | None

    def in_month(self, month: int) -> float:
        """The amount in that counted month; 0 outside its time."""
        return self.amount if month >= self.first and (self.end is None or month < self.end) else 0.0


@dataclass(frozen=True)
class MoneyPlan:
    """Amounts in the person's currency. Counted month 0 is `start`, the month after the one they are in."""

    start: date
    savings: float
    """At `start`: what they have now, with the one-off amounts of the rest of this month."""
    take_home_pay: float
    other_income: float
    essential_costs: float
    discretionary_costs: float
    once: tuple[tuple[int, float], ...]
    """One-off amounts by counted month; positive comes in."""
    changes: tuple[Change, ...]
    once_on_leaving: float
    changes_on_leaving: tuple[Change, ...]
    """Counted from the first month without pay, and over when a new job starts."""

    def month(self, index: int) -> date:
        """The first day of counted month `index`."""
        return add_months(self.start, index)

    def months_of_pay(self, leaving: date) -> int:
        """How many counted months still bring pay if the job ends with the month of `leaving`.

        Raises:
            ValueError: that month is over already.
        """
        count = months_between(self.start, leaving) + 1
        if count < 0:
            raise ValueError(f"{format_month(leaving)} is over: nobody can leave then")
        return count


@dataclass(frozen=True)
class BalancePath:
    """A balance month by month: at the start of each counted month and at its end.

    One-off amounts count at the start of their month; everything else comes and goes evenly over it.
    """

    opening: tuple[float, ...]
    closing: tuple[float, ...]

    def runs_out_after(self) -> float | None:
        """Months from the start until the balance first falls below zero; `None` if it does not.

        >>> BalancePath(opening=(300.0, 100.0), closing=(100.0, -100.0)).runs_out_after()
        1.5
        """
        for month, (opening, closing) in enumerate(zip(self.opening, self.closing, strict=True)):
            if opening < 0:
                return float(month)
            if closing < 0:
                return month + opening / (opening - closing)
        return None


def missing_figures(finances: Finances | None) -> tuple[str, ...]:
    """The titles of the figures that are still empty, in the order of the form."""
    return tuple(
        field_spec(Finances, name).title
        for name in FIGURES
        if finances is None or getattr(finances, name) is None
    )


def missing_sentence(missing: Sequence[str]) -> str:
    """What to fill in before anything can be counted.

    >>> missing_sentence(["Savings you can reach", "Other monthly income"])
    'Still needed, as a number: Savings you can reach; Other monthly income. If one of them is nothing, write 0.'
    """
    return f"Still needed, as a number: {'; '.join(missing)}. If one of them is nothing, write 0."


def age_sentence(finances: Finances, today: date) -> str:
    """A reminder if the figures are older than `STALE_DAYS`; otherwise empty."""
    entered = finances.updated_at.astimezone().date()
    if (today - entered).days <= STALE_DAYS:
        return ""
    return f"These figures are from {format_date(entered)}. Do they still hold?"


def left_out(events: Iterable[MoneyEvent], changes: Iterable[MoneyChange]) -> tuple[str, ...]:
    """A sentence for each one-off amount or monthly change that cannot be counted yet, saying why."""
    reasons = [(event.what or "A one-off amount", _event_lacks(event)) for event in events]
    reasons += [(change.what or "A monthly change", _change_lacks(change)) for change in changes]
    return tuple(f"“{what}” is left out: it has no {lacks} yet." for what, lacks in reasons if lacks)


def money_plan(
    finances: Finances, events: Iterable[MoneyEvent], changes: Iterable[MoneyChange], today: date
) -> MoneyPlan:
    """The months to come, from the month after `today` on.

    One-off amounts before `today` are taken to be in the savings already; what cannot be counted yet is left
    out (see `left_out`). Cost changes count as essential.

    Raises:
        ValueError: a figure is missing (see `missing_figures`).
    """
    missing = missing_figures(finances)
    if missing:
        raise ValueError(missing_sentence(missing))
    start = add_months(today, 1)
    events = [event for event in events if not _event_lacks(event)]
    changes = [change for change in changes if not _change_lacks(change)]
    dated = [(event.on, _signed(event)) for event in events if event.timing == "on a date" and event.on]
    return MoneyPlan(
        start=start,
        savings=_number(finances.savings) + sum(amount for on, amount in dated if today <= on < start),
        take_home_pay=_number(finances.take_home_pay),
        other_income=_number(finances.other_income),
        essential_costs=_number(finances.essential_costs),
        discretionary_costs=_number(finances.discretionary_costs),
        once=tuple((months_between(start, on), amount) for on, amount in dated if on >= start),
        changes=tuple(
            _change(change, months_between(start, change.from_month))
            for change in changes
            if change.timing == "from a month on" and change.from_month
        ),
        once_on_leaving=sum(_signed(event) for event in events if event.timing == "when I leave"),
        changes_on_leaving=tuple(
            _change(change, 0) for change in changes if change.timing != "from a month on"
        ),
    )


def balance_path(
    plan: MoneyPlan, months_of_pay: int, months: int, spending: Spending = AS_NOW
) -> BalancePath:
    """The balance over `months` counted months if pay stops after `months_of_pay` and no new job starts.

    Until then the person lives as now, afterwards as `spending` says. With `months_of_pay >= months` they
    stay.
    """
    once = [0.0] * months
    for month, amount in plan.once:
        if month < months:
            once[month] += amount
    if months_of_pay < months:
        once[months_of_pay] += plan.once_on_leaving
    opening, closing = [], []
    balance = plan.savings
    for month in range(months):
        balance += once[month]
        opening.append(balance)
        balance += _monthly_net(plan, month, months_of_pay, spending)
        closing.append(balance)
    return BalancePath(tuple(opening), tuple(closing))


def _monthly_net(plan: MoneyPlan, month: int, months_of_pay: int, spending: Spending) -> float:
    employed = month < months_of_pay
    active = [(change.to, change.in_month(month)) for change in plan.changes]
    if not employed:
        active += [(change.to, change.in_month(month - months_of_pay)) for change in plan.changes_on_leaving]
    costs = AS_NOW if employed else spending
    income = plan.other_income + sum(amount for to, amount in active if to == "income")
    essential = plan.essential_costs + sum(amount for to, amount in active if to == "costs")
    pay = plan.take_home_pay if employed else 0.0
    return pay + income - costs.essential * essential - costs.discretionary * plan.discretionary_costs


def _signed(event: MoneyEvent) -> float:
    amount = _number(event.amount)
    return amount if event.direction == "comes in" else -amount


def _change(change: MoneyChange, first: int) -> Change:
    sign = 1 if change.change.endswith("more") else -1
    return Change(
        to="costs" if change.change.startswith("costs") else "income",
        amount=sign * _number(change.amount),
        first=first,
        end=first + change.for_months if change.for_months else None,
    )


def _event_lacks(event: MoneyEvent) -> str:
    if event.amount is None:
        return "amount"
    return "date" if event.timing == "on a date" and event.on is None else ""


def _change_lacks(change: MoneyChange) -> str:
    if change.amount is None:
        return "amount"
    return "first month" if change.timing == "from a month on" and change.from_month is None else ""


def _number(amount: Decimal | None) -> float:
    return float(amount or 0)
