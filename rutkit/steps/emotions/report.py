"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.emotions import burnout
from rutkit.steps.emotions.analysis import consistency
from rutkit.steps.emotions.records import BurnoutInventory, CheckIn

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """Which feelings keep coming back, what comes with them, and how worn out one is."""
    from rutkit.steps.emotions import charts

    frame = workbook.frame(CheckIn)
    yield charts.consistency_bars(consistency(workbook.all(CheckIn), today), palette)
    yield charts.weekly_trend(frame, today, palette)
    yield charts.calendar(frame, today, palette)
    yield charts.tags(frame, today, palette)
    yield charts.burnout_over_time(burnout.scores(workbook.all(BurnoutInventory)), palette)
