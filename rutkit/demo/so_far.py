"""The demo's weekly notes: how long the money would last, and how far the skills reach."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.dates import monday_of
from rutkit.home.records import WeeklyMeasure
from rutkit.home.so_far.noting import months_of_money, skills_covered
from rutkit.steps.exit_plan.records import Finances, MoneyChange, MoneyEvent
from rutkit.steps.market.records import Posting, SkillChoice
from rutkit.steps.skills.records import Skill

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

_WEEKS = 8
"""How long the workbook has known the money and the postings."""
_SAVED_A_WEEK = 0.05
"""Months of living."""
_LEARNED_A_WEEK = 1.5
"""Percentage points; most weeks none, but nobody sees that from here."""


def weekly_measures(workbook: Workbook, today: date) -> list[WeeklyMeasure]:
    """What was noted in the weeks before this one, up to what can be counted from the demo's records today."""
    money = months_of_money(
        workbook.only(Finances), workbook.all(MoneyEvent), workbook.all(MoneyChange), today
    )
    skills = skills_covered(workbook.all(Skill), workbook.all(Posting), workbook.all(SkillChoice))
    assert money is not None
    assert skills is not None
    share, n = skills
    notes = []
    for back in range(1, _WEEKS + 1):
        week = monday_of(today) - timedelta(weeks=back)
        months = round(money - back * _SAVED_A_WEEK, 2)
        covered = round(100 * share - back * _LEARNED_A_WEEK, 1)
        notes.append(WeeklyMeasure(week=week, what="months of money", value=months))
        notes.append(WeeklyMeasure(week=week, what="skills covered", value=covered, n=max(5, n - 4 * back)))
    return notes
