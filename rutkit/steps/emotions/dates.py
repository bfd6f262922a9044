"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.exchange.calendar import CalendarEvent, on_a_day
from rutkit.steps.emotions.burnout import REPEAT_DAYS, due_from
from rutkit.steps.emotions.records import BurnoutInventory

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def dates(workbook: Workbook, _today: date) -> Iterator[CalendarEvent]:
    """The day from which the burnout questions are due again."""
    inventories = workbook.all(BurnoutInventory)
    day = due_from(inventories)
    if day is None:
        return
    last = next(each for each in inventories if each.day + timedelta(days=REPEAT_DAYS) == day)
    yield on_a_day(
        last, day, "Answer the burnout questions", "Thirteen questions, every four weeks.", role="again"
    )
