"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.market.records import Posting, SkillChoice, TargetRole

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """What postings for the first target role ask for, and on which terms."""
    from rutkit.steps.market import charts
    from rutkit.steps.market.market import MarketReader

    for role in workbook.all(TargetRole, limit=1):
        postings = [posting for posting in workbook.all(Posting) if posting.role == role.id]
        choices = [choice for choice in workbook.all(SkillChoice) if choice.role == role.id]
        market = MarketReader().market(postings, choices)
        yield charts.skills_chart(market, palette, action="")
        yield charts.years_chart(market, palette)
        yield charts.salaries_chart(market, palette)
        yield charts.workplaces_chart(market, palette)
        yield charts.changes_chart(market, palette)
