"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from rutkit.exchange.calendar import CalendarEvent
from rutkit.steps.groups.events import calendar_events
from rutkit.steps.groups.records import Group, GroupEvent

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def dates(workbook: Workbook, _today: date) -> Iterable[CalendarEvent]:
    """Events that were not declined, and the days on which memberships renew."""
    return calendar_events(workbook.all(GroupEvent), workbook.all(Group))
