"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.exchange.calendar import CalendarEvent, nine_o_clock, on_a_day
from rutkit.steps.prepare.letters import is_sealed
from rutkit.steps.prepare.progress import practice_of
from rutkit.steps.prepare.records import Letter, Rehearsal

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def dates(workbook: Workbook, today: date) -> Iterator[CalendarEvent]:
    """The days on which letters open, and the next on which an answer is worth saying again."""
    for letter in workbook.all(Letter):
        if is_sealed(letter, today):
            yield on_a_day(
                letter,
                letter.opens,
                "A letter of yours opens",
                role="opens",
                alarm_before=nine_o_clock(days_before=0),
            )
    for newest in workbook.all(Rehearsal, order_by="at", descending=True, limit=1):
        next_day = practice_of(workbook, today).next_day
        if next_day:
            yield on_a_day(newest, next_day, "Say an interview answer aloud again", role="again")
