"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.acknowledge.analysis import assess
from rutkit.steps.acknowledge.records import RutCheck, StayReason

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """The rut check beside others and over time, and what keeps one there."""
    from rutkit.steps.acknowledge import charts

    checks = workbook.all(RutCheck, order_by="day")
    for check in checks[-1:]:
        yield charts.rut_intention(assess(check), palette)
    yield charts.rut_history(checks, palette)
    yield charts.stay_reasons(workbook.all(StayReason), palette)
