"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.groups.records import Group, Visit
from rutkit.steps.groups.worth import worth

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """What the groups are worth in time and in money."""
    from rutkit.steps.groups import charts

    groups, visits = workbook.all(Group), workbook.all(Visit)
    found = worth(groups, visits, today)
    yield charts.ties_per_hour(found, palette)
    yield charts.ties_per_cost(found, palette, workbook.currency)
    yield charts.hours_by_month(groups, visits, today, palette)
