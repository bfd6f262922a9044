"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.exchange.calendar import CalendarEvent, on_a_day
from rutkit.steps.acknowledge.analysis import count_history
from rutkit.steps.acknowledge.progress import REPEAT_AFTER
from rutkit.steps.acknowledge.records import RutCheck

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def dates(workbook: Workbook, _today: date) -> Iterator[CalendarEvent]:
    """The day on which the rut check is worth taking again."""
    checks = workbook.all(RutCheck, order_by="day")
    finished = {score.day for score in count_history(checks)}
    last = next((check for check in reversed(checks) if check.day in finished), None)
    if last is not None:
        yield on_a_day(
            last,
            last.day + REPEAT_AFTER,
            "Take the rut check again",
            "A new one shows what has moved.",
            role="again",
        )
