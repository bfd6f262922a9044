"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.exit_plan.money import missing_figures, money_plan
from rutkit.steps.exit_plan.records import (
    ExitPlan,
    Finances,
    Milestone,
    MoneyChange,
    MoneyEvent,
    SearchAssumption,
    UrgeToQuit,
)
from rutkit.steps.exit_plan.runway import month_to_leave, runway
from rutkit.steps.exit_plan.urges import summarize_urges

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """The milestones, how long the money lasts and how sure that is, and how urges to quit pass."""
    from rutkit.steps.exit_plan import charts

    plan, finances = workbook.only(ExitPlan), workbook.only(Finances)
    yield charts.milestones_chart(workbook.all(Milestone, order_by="by"), plan, today, palette)
    if finances is not None and not missing_figures(finances):
        money = money_plan(finances, workbook.all(MoneyEvent), workbook.all(MoneyChange), today)
        yield charts.runway_chart(runway(money, month_to_leave(plan, today)), palette, workbook.currency)
        assumption = workbook.only(SearchAssumption)
        if assumption is not None and assumption.median_months is not None:
            from rutkit.steps.exit_plan.simulation import risk_by_leaving_month

            yield charts.risk_chart(risk_by_leaving_month(money, assumption), palette)
    yield charts.urges_chart(summarize_urges(workbook.all(UrgeToQuit), today), palette)
