"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.acknowledge.records import Situation
from rutkit.steps.growth.clock import growth_clock
from rutkit.steps.growth.learning import by_month, last_new_skill, recent
from rutkit.steps.growth.records import GrowthCheck, LearningEntry, RoleHistory, Task
from rutkit.steps.growth.tasks import job_looks
from rutkit.steps.growth.trend import trends

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """The monthly answers, the clock, what was learned, and what the tasks do."""
    from rutkit.steps.growth import charts

    entries, situation = workbook.all(LearningEntry), workbook.only(Situation)
    without_hours = sum(entry.hours is None for entry in recent(entries, today))
    since = situation.since if situation else None
    hands = growth_clock(since, workbook.only(RoleHistory), last_new_skill(entries, today), today)
    yield charts.monthly_answers(trends(workbook.all(GrowthCheck), today), palette)
    yield charts.growth_clock(hands, palette)
    yield charts.learning_by_month(by_month(entries, today), without_hours, palette)
    yield charts.tasks_then_and_now(job_looks(workbook.all(Task), today), palette)
