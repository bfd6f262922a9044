"""Every date of the workbook for one's own calendar: each step says which it has in its `dates`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from rutkit.exchange.calendar import CalendarEvent, on_a_day
from rutkit.home.moving.parts import HOME
from rutkit.home.records import Prediction
from rutkit.steps import STEPS
from rutkit.workbook import Workbook


def all_dates(workbook: Workbook, today: date, slugs: Collection[str] = ()) -> tuple[CalendarEvent, ...]:
    """The dates of these parts, of all if none is named."""
    of_steps = (
        event
        for step in STEPS
        if not slugs or step.slug in slugs
        for event in step.module("dates").dates(workbook, today)
    )
    of_the_dashboard = _predictions(workbook) if not slugs or HOME in slugs else ()
    return (*of_steps, *of_the_dashboard)


def _predictions(workbook: Workbook) -> Iterator[CalendarEvent]:
    """The days on which predictions fall due."""
    for each in workbook.all(Prediction):
        if each.due and not each.outcome and not each.withdrawn:
            yield on_a_day(each, each.due, f"Did it come true? {each.statement.strip()}".strip(), role="due")
