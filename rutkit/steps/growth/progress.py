"""Where somebody is in this step, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rutkit.dates import months_between
from rutkit.formatting import format_month
from rutkit.steps.growth.learning import last_new_thing, new_thing_sentence
from rutkit.steps.growth.records import (
    QUESTIONS,
    RECORDS,
    GrowthCheck,
    IndustryTrend,
    LearningEntry,
    Task,
)
from rutkit.steps.growth.tasks import is_due as tasks_are_due
from rutkit.steps.growth.tasks import job_looks
from rutkit.steps.progress import Action, Progress, State

if TYPE_CHECKING:
    from rutkit.records import Record
    from rutkit.workbook import Workbook

SLUG = "growth"

ASKED_FROM_DAY = 20
"""From this day on a month is far enough to be looked at; before, the last one is enough."""

LONG_AGO = 30
"""Days without anything new after which the next action is to learn something."""


def progress(workbook: Workbook, today: date) -> Progress:
    """Done is: the three answers for a month, tasks with shares, one thing learned and one trend of the field.

    It is due again near the end of each month, and when the last look at the tasks is four months old.
    """
    answered = [check for check in workbook.all(GrowthCheck, order_by="month") if is_complete(check, today)]
    tasks = workbook.all(Task, order_by="day")
    asked_for = (
        None if answered else _FIRST_CHECK,
        None if any(task.share for task in tasks) else _FIRST_TASKS,
        None if workbook.count(LearningEntry) else _FIRST_ENTRY,
        None if workbook.count(IndustryTrend) else _FIRST_TREND,
    )
    missing = [action for action in asked_for if action is not None]
    if missing:
        begun = any(workbook.count(record_type) for record_type in RECORDS)
        note = f"{len(asked_for) - len(missing)} of {len(asked_for)}" if begun else ""
        return Progress(State.BEGUN if begun else State.NOT_BEGUN, note, missing[0])
    newest = answered[-1].month
    if check_is_due(newest, today):
        return Progress(State.DUE, "this month", _check_again(newest))
    looks = job_looks(tasks, today)
    if tasks_are_due(looks, today):
        return Progress(State.DUE, "tasks again", _LOOK_AGAIN)
    return Progress(State.DONE, format_month(newest), _later(workbook, answered, today))


def check_is_due(newest: date, today: date) -> bool:
    """True if the last month has no check, or this one has none from its 20th day on."""
    behind = months_between(newest, today)
    return behind > 1 or (behind == 1 and today.day >= ASKED_FROM_DAY)


def is_complete(check: GrowthCheck, today: date) -> bool:
    """True if all three questions are answered, for a month that has begun."""
    return check.month <= today and all(getattr(check, question) is not None for question in QUESTIONS)


def _check_again(newest: date) -> Action:
    return _action(
        "Answer the three questions for this month",
        f"Your last answers are for {format_month(newest)}; a month’s gap is a dot less in your trend.",
        GrowthCheck,
    )


def _later(workbook: Workbook, checks: Sequence[GrowthCheck], today: date) -> Action:
    new = last_new_thing(checks, workbook.all(LearningEntry), today)
    if new is None or (today - new.day).days > LONG_AGO:
        return _action("Learn one small thing, and note it", new_thing_sentence(new, today), LearningEntry)
    return Action(
        "Go on to the job market",
        f"{new_thing_sentence(new, today)} Next: what employers ask for today.",
        "market",
    )


def _action(text: str, reason: str, opens: type[Record] | None = None, record_id: str = "") -> Action:
    return Action(text, reason, SLUG, opens, record_id)


_FIRST_CHECK = _action(
    "Answer the three questions",
    "Learning, challenge, keeping up: three answers and a line each show where you are.",
    GrowthCheck,
)
_FIRST_TASKS = _action(
    "List your main tasks",
    "With their shares you see how much of your week teaches, and how much repeats.",
    Task,
)
_FIRST_ENTRY = _action(
    "Note the last thing you learned",
    "One line is enough; from it the log and the clock begin.",
    LearningEntry,
)
_FIRST_TREND = _action(
    "Name one thing that moves in your field",
    "And where you stand: use it, know it, or not yet.",
    IndustryTrend,
)
_LOOK_AGAIN = _action(
    "Look at your tasks again",
    "Your last look at the job is more than four months old; it starts from the same list.",
    Task,
)
