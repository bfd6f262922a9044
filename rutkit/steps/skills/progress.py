"""Where somebody is in step 6, and what to do next there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rutkit.formatting import counted, counted_hours, format_short_date
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.market.records import Posting
from rutkit.steps.progress import Action, Progress, State
from rutkit.steps.skills.candidates import called
from rutkit.steps.skills.finishing import look_is_due, unsettled
from rutkit.steps.skills.limits import PlanningError, limits_of
from rutkit.steps.skills.records import RECORDS, LearningLimits, LearningResource, PlannedHours, Skill
from rutkit.steps.skills.taking import last_day_of, this_week

if TYPE_CHECKING:
    from rutkit.records import Record
    from rutkit.workbook import Workbook

SLUG = "skills"


def progress(workbook: Workbook, today: date) -> Progress:
    """Done with a rated skill, a resource, limits and a plan; due when something under way wants a decision."""
    resources, planned = workbook.all(LearningResource), workbook.all(PlannedHours)
    asked_for = (
        _skills_action(workbook),
        _resources_action(workbook, resources),
        _limits_action(workbook, planned, today),
        _plan_action(planned),
    )
    missing = [action for action in asked_for if action is not None]
    if missing:
        begun = any(workbook.count(record_type) for record_type in RECORDS)
        note = f"{len(asked_for) - len(missing)} of {len(asked_for)}" if begun else ""
        return Progress(State.BEGUN if begun else State.NOT_BEGUN, note, missing[0])
    due = _due(workbook, resources, planned, today)
    if due:
        return Progress(State.DUE, due[0], due[1])
    end = last_day_of(planned)
    return Progress(
        State.DONE,
        format_short_date(end, today) if end else "",
        _week_action(resources, planned, today),
    )


def _skills_action(workbook: Workbook) -> Action | None:
    if any(skill.level is not None for skill in workbook.all(Skill)):
        return None
    if workbook.count(Skill):
        return _action(
            "Say how well you have your skills", "Without a level a skill counts as not had.", Skill
        )
    if workbook.count(Posting):
        return _action(
            "Say how well you have the skills asked for",
            "Five of those that your postings ask for are enough to begin.",
            Skill,
        )
    return _action(
        "Write down five skills you have", "With how well, and what shows it; a resume can be read in.", Skill
    )


def _resources_action(workbook: Workbook, resources: list[LearningResource]) -> Action | None:
    if resources:
        return None
    asked = "what your postings ask for" if workbook.count(Posting) else "a skill you want"
    return _action(
        "Put one way to learn on your list",
        f"A course, a book or a project that teaches {asked}.",
        LearningResource,
    )


def _limits_action(workbook: Workbook, planned: list[PlannedHours], today: date) -> Action | None:
    if planned:
        return None
    try:
        limits_of(workbook.only(LearningLimits), today)
    except PlanningError:
        return _action(
            "Say what learning may take",
            "Hours in a normal week, money and a day: the plan never goes beyond them.",
            LearningLimits,
        )
    return None


def _plan_action(planned: list[PlannedHours]) -> Action | None:
    if planned:
        return None
    return _action(
        "Make a plan and take it",
        "It fits the most useful learning into your hours and your budget.",
        LearningLimits,
    )


def _due(
    workbook: Workbook, resources: list[LearningResource], planned: list[PlannedHours], today: date
) -> tuple[str, Action] | None:
    for resource in resources:
        if look_is_due(resource, today):
            return "second week", _action(
                f"Decide about “{called(resource)}”",
                "It is in its second week, when most who stop do: continue, change or stop?",
                LearningResource,
                resource.id,
            )
    finished = unsettled(resources, workbook.all(LearningEntry))
    if finished:
        return "finished", _action(
            f"Raise what “{called(finished[0])}” taught you",
            "It is done, but its skills and your learning log do not know yet.",
            LearningResource,
            finished[0].id,
        )
    end = last_day_of(planned)
    if end and end < today:
        return "plan ended", _action(
            "Plan again from today",
            f"The plan you took ended on {format_short_date(end, today)}.",
            LearningLimits,
        )
    return None


def _week_action(resources: list[LearningResource], planned: list[PlannedHours], today: date) -> Action:
    now = this_week(planned, resources, today)
    if now:
        resource, hours = now[0]
        more = f", with {counted(len(now) - 1, 'other')} beside it" if len(now) > 1 else ""
        return _action(
            f"Learn: “{called(resource)}”",
            f"Your plan has {counted_hours(hours)} for it this week{more}.",
            LearningResource,
            resource.id,
        )
    return _action("Look at what is missing most", "Your plan has nothing for this week.")


def _action(text: str, reason: str, opens: type[Record] | None = None, record_id: str = "") -> Action:
    return Action(text, reason, SLUG, opens, record_id)
