"""Go-conditions: which are met, which are not, and which the workbook cannot know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from rutkit.dates import monday_of
from rutkit.formatting import format_date, format_money
from rutkit.steps.emotions.analysis import WeekToll
from rutkit.steps.exit_plan.records import GoCondition


class Met(Enum):
    """Whether a condition is true."""

    YES = "met"
    NO = "not met"
    UNKNOWN = "cannot be told yet"


@dataclass(frozen=True)
class Known:
    """What the workbook knows by itself."""

    savings: Decimal | None
    toll: tuple[WeekToll, ...]
    today: date


@dataclass(frozen=True)
class ConditionState:
    """One condition and where it stands."""

    condition: GoCondition
    met: Met
    sentence: str
    """What it asks for, and what is there instead or still missing."""


def check_conditions(
    conditions: Sequence[GoCondition], known: Known, currency: str
) -> tuple[ConditionState, ...]:
    """Where each stands: from the workbook's own data where it can know, else from what the person says."""
    return tuple(ConditionState(condition, *_check(condition, known, currency)) for condition in conditions)


def conditions_sentence(states: Sequence[ConditionState]) -> str:
    """How many are met, out of how many."""
    if not states:
        return "No condition yet. One is enough to begin: what must be true before you leave?"
    met = sum(state.met is Met.YES for state in states)
    if met == len(states):
        return "Your one condition is met." if met == 1 else f"All {met} conditions are met."
    unknown = sum(state.met is Met.UNKNOWN for state in states)
    tail = f"; {unknown} cannot be told yet" if unknown else ""
    return f"{met} of {len(states)} conditions met{tail}."


def _check(condition: GoCondition, known: Known, currency: str) -> tuple[Met, str]:
    if condition.kind == "savings reach an amount":
        return _check_savings(condition, known, currency)
    if condition.kind == "the toll stays high for weeks":
        return _check_toll(condition, known)
    return _check_own_word(condition)


def _check_savings(condition: GoCondition, known: Known, currency: str) -> tuple[Met, str]:
    if condition.amount is None:
        return Met.UNKNOWN, "Savings: say how much they must reach."
    wanted = f"Savings of {format_money(condition.amount, currency)}"
    if known.savings is None:
        return Met.UNKNOWN, f"{wanted}: your savings are not entered yet."
    if known.savings >= condition.amount:
        return Met.YES, f"{wanted}: you have {format_money(known.savings, currency)}."
    return Met.NO, f"{wanted}: {format_money(condition.amount - known.savings, currency)} to go."


def _check_toll(condition: GoCondition, known: Known) -> tuple[Met, str]:
    """The last full weeks count: one below the level settles it, one without check-ins leaves it open."""
    if condition.level is None or condition.weeks is None:
        return Met.UNKNOWN, "Toll: say from which level on, and for how many weeks."
    levels = {week.monday: week.mean for week in known.toll}
    last_weeks = [monday_of(known.today) - timedelta(weeks=back) for back in range(1, condition.weeks + 1)]
    seen = [levels[monday] for monday in last_weeks if monday in levels]
    high = sum(level >= condition.level for level in seen)
    span = "the last full week" if condition.weeks == 1 else f"the last {condition.weeks} full weeks"
    wanted = f"Toll at {condition.level} or more in {span}"
    if high < len(seen):
        return Met.NO, f"{wanted}: {high} of {condition.weeks}."
    if len(seen) < condition.weeks:
        return Met.UNKNOWN, f"{wanted}: {len(seen)} of {condition.weeks} weeks have check-ins."
    return Met.YES, f"{wanted}: it was."


def _check_own_word(condition: GoCondition) -> tuple[Met, str]:
    kind = "" if condition.kind == "something else" else condition.kind.capitalize()
    wanted = ": ".join(part for part in (kind, condition.text) if part) or "A condition without words yet"
    if condition.met is None:
        return Met.UNKNOWN, f"{wanted}. Only you can say whether it is so."
    if not condition.met:
        return Met.NO, f"{wanted}. Not yet."
    since = f", since {format_date(condition.met_on)}" if condition.met_on else ""
    return Met.YES, f"{wanted}. Yes{since}."
