"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.steps.prepare.records import Rehearsal

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """What was practised, and how long answers take."""
    from rutkit.steps.job_search.applications.histories import histories
    from rutkit.steps.prepare import charts
    from rutkit.steps.prepare.waiting import waiting

    found = waiting(histories(workbook.all(Application), workbook.all(ApplicationStage), today), today)
    yield charts.practice_by_week(workbook.all(Rehearsal, order_by="at"), today, palette)
    yield charts.waiting(found.silence, found.waits, palette)
