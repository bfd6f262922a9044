"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.dates import add_months
from rutkit.exchange.calendar import CalendarEvent, on_a_day
from rutkit.steps.growth.progress import ASKED_FROM_DAY
from rutkit.steps.growth.records import GrowthCheck, Task
from rutkit.steps.growth.tasks import REPEAT_AFTER

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


A_DAY = timedelta(days=1)


def dates(workbook: Workbook, _today: date) -> Iterator[CalendarEvent]:
    """When the three questions are asked again, and the tasks."""
    for check in workbook.all(GrowthCheck, order_by="month", descending=True, limit=1):
        day = add_months(check.month, 1).replace(day=ASKED_FROM_DAY)
        yield on_a_day(check, day, "Three questions on your growth", "A minute, once a month.", role="again")
    for task in workbook.all(Task, order_by="day", descending=True, limit=1):
        yield on_a_day(
            task,
            task.day + REPEAT_AFTER + A_DAY,
            "Look at your tasks again",
            "It starts from the list of the last time.",
            role="again",
        )
