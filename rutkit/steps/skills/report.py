"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.market.records import Posting, SkillChoice, TargetRole
from rutkit.steps.skills.records import LearningLimits, LearningResource, PlannedHours, Skill
from rutkit.steps.skills.taking import named_weeks, weeks_of

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """What is asked for and how much of it one has, and the plan that was taken."""
    from rutkit.steps.market.market import MarketReader
    from rutkit.steps.skills import charts
    from rutkit.steps.skills.asked import demands
    from rutkit.steps.skills.gaps import gaps

    limits = workbook.only(LearningLimits)
    role = (workbook.get(TargetRole, limits.role) if limits and limits.role else None) or next(
        iter(workbook.all(TargetRole, limit=1)), None
    )
    if role is not None:
        postings = [posting for posting in workbook.all(Posting) if posting.role == role.id]
        choices = [choice for choice in workbook.all(SkillChoice) if choice.role == role.id]
        asked = demands(MarketReader().market(postings, choices))
        yield charts.gap_chart(gaps(asked, workbook.all(Skill)), palette)
    yield charts.timeline_chart(
        named_weeks(weeks_of(workbook.all(PlannedHours)), workbook.all(LearningResource)),
        limits.hours_a_week if limits else None,
        today,
        palette,
        what="The plan you took",
    )
