"""What the workbook notes once a week, because the records of today cannot tell it later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rutkit.dates import monday_of
from rutkit.home.records import WeeklyMeasure
from rutkit.steps.exit_plan.money import AS_NOW, missing_figures, money_plan
from rutkit.steps.exit_plan.records import Finances, MoneyChange, MoneyEvent
from rutkit.steps.market.records import Posting, SkillChoice, TargetRole
from rutkit.steps.skills.demand import coverage, own_levels, weights
from rutkit.steps.skills.records import LearningLimits, Skill

if TYPE_CHECKING:
    from rutkit.widgets.page import Page


def months_of_money(
    finances: Finances | None, events: Sequence[MoneyEvent], changes: Sequence[MoneyChange], today: date
) -> float | None:
    """Months after leaving this month that the money lasts, living as now; None if that is not known, or too long."""
    from rutkit.steps.exit_plan.runway import runway

    if finances is None or missing_figures(finances):
        return None
    found = runway(money_plan(finances, events, changes, today), today)
    return next(line.months for line in found.lines if line.spending is AS_NOW)


def note_this_week(page: Page) -> None:
    """Note what can be known now, unless this week has it. For a thread; reading postings may take seconds."""
    today = page.today()
    week = monday_of(today)
    with page.alone():
        workbook = page.workbook
        if workbook.read_only:
            return
        has = {each.what for each in workbook.page(WeeklyMeasure, week=week).records}
        if "months of money" not in has:
            months = months_of_money(
                workbook.only(Finances), workbook.all(MoneyEvent), workbook.all(MoneyChange), today
            )
            if months is not None:
                workbook.note(WeeklyMeasure(week=week, what="months of money", value=months))
    if "skills covered" not in has:
        covered = _skills_covered(page)
        if covered is not None:
            with page.alone():
                share, n = covered
                workbook.note(WeeklyMeasure(week=week, what="skills covered", value=100 * share, n=n))


def skills_covered(
    skills: Sequence[Skill], postings: Sequence[Posting], choices: Sequence[SkillChoice]
) -> tuple[float, int] | None:
    """Of what postings ask for, the share that the skills meet, weighed by demand, and from how many postings.

    None as long as there are too few postings, or no skill has a level.
    """
    from rutkit.steps.market.market import MarketReader
    from rutkit.steps.skills.asked import demands

    levels = own_levels(skills)
    if not levels:
        return None
    market = MarketReader().market(postings, choices)
    found = demands(market)
    return (coverage(weights(found), levels), market.n) if found else None


def _skills_covered(page: Page) -> tuple[float, int] | None:
    """The same for the role that is learned for."""
    workbook = page.workbook
    with page.alone():
        skills = workbook.all(Skill)
        limits = workbook.only(LearningLimits)
        role = (limits and limits.role) or next((each.id for each in workbook.all(TargetRole, limit=1)), "")
        choices = [each for each in workbook.all(SkillChoice) if each.role == role]
    return skills_covered(skills, page.all_in_parts(Posting, role=role), choices)
