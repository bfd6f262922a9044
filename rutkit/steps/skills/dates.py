"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from rutkit.exchange.calendar import CalendarEvent
from rutkit.steps.skills.records import LearningResource, PlannedHours
from rutkit.steps.skills.taking import calendar_events

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def dates(workbook: Workbook, _today: date) -> Iterable[CalendarEvent]:
    """The weeks of the learning plan that was taken."""
    return calendar_events(workbook.all(PlannedHours), workbook.all(LearningResource))
