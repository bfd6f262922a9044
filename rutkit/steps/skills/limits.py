"""What learning may take, in whole weeks from a Monday on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from rutkit.dates import monday_of
from rutkit.errors import RutkitError
from rutkit.formatting import format_date, join_words
from rutkit.steps.skills.records import LearningLimits

MAXIMUM_WEEKS = 156
"""Three years: nobody knows what employers will ask for after that."""


class PlanningError(RutkitError):
    """There is no plan to be made; the message says what stands in its way and what would help."""


@dataclass(frozen=True)
class Limits:
    """Hours, money and weeks."""

    hours_a_week: float
    budget: Decimal
    first_week: date
    """A Monday."""
    weeks: int

    def monday(self, week: int) -> date:
        """The Monday of a week, counted from 0."""
        return self.first_week + timedelta(weeks=week)

    @property
    def last_day(self) -> date:
        """The Sunday of the last week."""
        return self.monday(self.weeks) - timedelta(days=1)


def first_monday(day: date) -> date:
    """The first Monday from `day` on: plans are made of whole weeks."""
    monday = monday_of(day)
    return monday if monday == day else monday + timedelta(weeks=1)


def limits_of(record: LearningLimits | None, today: date) -> Limits:
    """The limits that the person set, from today on at the earliest.

    Raises:
        PlanningError: one is missing, leaves nothing to plan with, or lies too far away.
    """
    record = record or LearningLimits()
    missing = [
        name
        for name, value in (
            ("the hours you can spare in a week", record.hours_a_week),
            ("what you can spend", record.budget),
            ("the day to be done by", record.until),
        )
        if value is None
    ]
    if record.hours_a_week is None or record.budget is None or record.until is None:
        raise PlanningError(f"For a plan, say first {join_words(missing)}.")
    if record.hours_a_week == 0:
        raise PlanningError(
            "With 0 hours a week nothing can be learned. Even half an hour makes a plan; "
            "if there is none now, leave this step until there is."
        )
    first = first_monday(max(today, record.begin or today))
    weeks = ((record.until - first).days + 1) // 7
    if weeks < 1:
        raise PlanningError(
            f"Between the first Monday, {format_date(first)}, and {format_date(record.until)} there is no whole "
            "week. Choose a later day to be done by."
        )
    if weeks > MAXIMUM_WEEKS:
        raise PlanningError(
            f"{format_date(record.until)} is more than three years away, and what employers ask for will be "
            "different by then. Choose a day that is nearer."
        )
    return Limits(record.hours_a_week, record.budget, first, weeks)
