"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from rutkit.exchange.calendar import CalendarEvent
from rutkit.steps.exit_plan.records import ExitPlan, Milestone
from rutkit.steps.exit_plan.schedule import calendar_events

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def dates(workbook: Workbook, _today: date) -> Iterable[CalendarEvent]:
    """The milestones, and the next look at the plan."""
    return calendar_events(workbook.only(ExitPlan), workbook.all(Milestone))
