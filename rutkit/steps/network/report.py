"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.network.giving import balances
from rutkit.steps.network.records import Contact, Touch

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """Times in touch week by week, and giving and asking."""
    from rutkit.steps.network import charts

    touches = workbook.all(Touch)
    balance = balances(touches)
    names = {contact.id: contact.called for contact in workbook.all(Contact) if contact.id in balance}
    yield charts.weeks_chart(touches, today, palette)
    yield charts.giving_chart(balance, names, palette)
