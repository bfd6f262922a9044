"""What step 4 advises: a look each month, something new, and less of what drains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_date, format_month
from rutkit.steps.advice import Advice, Rules
from rutkit.steps.growth.learning import last_new_thing, new_thing_sentence
from rutkit.steps.growth.progress import LONG_AGO, SLUG, check_is_due, is_complete
from rutkit.steps.growth.records import GrowthCheck, LearningEntry, Task
from rutkit.steps.growth.tasks import REPEAT_AFTER, is_due, job_looks
from rutkit.steps.progress import Action

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

NEWEST_ENTRIES = 200
DRAINS_FROM = 20
"""Percent of the time from which a task that drains is worth a word. A choice."""


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    checks: Sequence[GrowthCheck] = ()
    """By month, oldest first."""
    entries: Sequence[LearningEntry] = ()
    """The newest of the learning log."""
    tasks: Sequence[Task] = ()


def read(workbook: Workbook, today: date) -> Facts:
    """The growth checks, the newest of the learning log, and the tasks."""
    return Facts(
        today,
        workbook.all(GrowthCheck, order_by="month"),
        workbook.all(LearningEntry, order_by="day", descending=True, limit=NEWEST_ENTRIES),
        workbook.all(Task, order_by="day"),
    )


def monthly_look(facts: Facts) -> Advice | None:
    """There is a whole growth check, and the last month, or from its 20th day this one, has none."""
    answered = [check for check in facts.checks if is_complete(check, facts.today)]
    if not answered or not check_is_due(answered[-1].month, facts.today):
        return None
    return Advice(
        Action(
            "Answer the three questions for this month",
            "Am I learning, am I challenged, am I keeping up? A month left out is a dot less in your trend.",
            SLUG,
            GrowthCheck,
        ),
        strength=44,
        minutes=3,
        numbers=f"{counted(len(answered), 'month')} so far, the last one {format_month(answered[-1].month)}.",
    )


def tasks_again(facts: Facts) -> Advice | None:
    """The last look at the tasks is more than 120 days old."""
    looks = job_looks(facts.tasks, facts.today)
    if not looks or not is_due(looks, facts.today):
        return None
    return Advice(
        Action(
            "Look at your tasks again",
            "It starts from the same list; you only change what has changed.",
            SLUG,
            Task,
        ),
        strength=30,
        minutes=10,
        numbers=f"The last look is from {format_date(looks[-1].day)}.",
    )


def something_new(facts: Facts) -> Advice | None:
    """There is a growth check or a learning log, and nothing new in either for 30 days."""
    new = last_new_thing(facts.checks, facts.entries, facts.today)
    if new is None or (facts.today - new.day).days <= LONG_AGO:
        return None
    return Advice(
        Action(
            "Learn one small thing, and note it",
            "An article, a trick of a colleague, half an hour of trying: small counts.",
            SLUG,
            LearningEntry,
        ),
        strength=39,
        minutes=20,
        numbers=new_thing_sentence(new, facts.today),
        takes_from="learning",
    )


def draining_task(facts: Facts) -> Advice | None:
    """In the newest look at the job a task takes a fifth of the time or more, drains, and teaches nothing."""
    looks = job_looks(facts.tasks, facts.today)
    if not looks or facts.today - looks[-1].day > REPEAT_AFTER:
        return None
    draining = [
        task
        for task in looks[-1].tasks
        if "drains me" in task.effects
        and not {"teaches me", "gives me energy"} & set(task.effects)
        and (task.share or 0) >= DRAINS_FROM
    ]
    if not draining:
        return None
    most = max(draining, key=lambda task: task.share or 0)
    return Advice(
        Action(
            f"Do less of “{most.name.strip() or 'the task that drains you'}”",
            "It drains you and teaches you nothing. Whom could you ask to take a part of it, or to drop it?",
            SLUG,
            Task,
            most.id,
        ),
        strength=36,
        numbers=f"{most.share}\u00a0% of your time, as you saw it on {format_date(looks[-1].day)}.",
    )


RULES = Rules(read, to_do=(monthly_look, tasks_again, something_new), to_stop=(draining_task,))
