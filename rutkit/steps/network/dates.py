"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.exchange.calendar import CalendarEvent, nine_o_clock, on_a_day
from rutkit.steps.network.records import Contact, Touch

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def dates(workbook: Workbook, _today: date) -> Iterator[CalendarEvent]:
    """What comes next with somebody, as it was put down the last time that they were in touch."""
    newest: dict[str, Touch] = {touch.contact: touch for touch in workbook.all(Touch, order_by="day")}
    for touch in newest.values():
        contact = workbook.get(Contact, touch.contact) if touch.next_on else None
        if touch.next_on and contact:
            yield on_a_day(
                touch,
                touch.next_on,
                f"{contact.called}: {touch.next_step.strip() or 'be in touch again'}",
                role="next",
                alarm_before=nine_o_clock(days_before=0),
            )
