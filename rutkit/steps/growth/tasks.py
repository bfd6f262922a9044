"""The tasks of the job: how much of the week teaches, repeats, drains or gives energy, then and now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from rutkit.formatting import counted, format_share, join_words
from rutkit.steps.growth.records import Task, TaskEffect

EFFECTS: tuple[TaskEffect, ...] = get_args(TaskEffect)

REPEAT_AFTER = timedelta(days=120)
"""A look at the job that is older waits to be done again."""

WHOLE_WEEK = 100


@dataclass(frozen=True)
class JobLook:
    """One look at the job: the tasks of one day."""

    day: date
    tasks: tuple[Task, ...]

    @property
    def total(self) -> int:
        """The sum of the shares, in % of the person’s time; 100 if they are the whole week."""
        return sum(task.share or 0 for task in self.tasks)

    @property
    def without_share(self) -> int:
        """How many tasks say nothing of their share."""
        return sum(task.share is None for task in self.tasks)

    def share_that(self, effect: TaskEffect) -> int:
        """The sum of the shares of the tasks with this effect, in % of the person’s time.

        One task may have several effects, so these sums overlap.
        """
        return sum(task.share or 0 for task in self.tasks if effect in task.effects)


def job_looks(tasks: Iterable[Task], today: date) -> tuple[JobLook, ...]:
    """The looks at the job up to `today`, oldest first."""
    days: dict[date, list[Task]] = {}
    for task in tasks:
        if task.day <= today:
            days.setdefault(task.day, []).append(task)
    return tuple(JobLook(day, tuple(found)) for day, found in sorted(days.items()))


def begun_again(look: JobLook, today: date) -> list[Task]:
    """The tasks of a look as the first draft of today’s."""
    return [Task(day=today, name=task.name, share=task.share, effects=task.effects) for task in look.tasks]


def is_due(looks: tuple[JobLook, ...], today: date) -> bool:
    """True if the newest look is older than 120 days, or there is none."""
    return not looks or today - looks[-1].day > REPEAT_AFTER


def tasks_finding(looks: tuple[JobLook, ...]) -> str:
    """How much of the week repeats and how much teaches now, and at the first look; as a heading."""
    now = looks[-1]
    if len(looks) == 1:
        return f"{_percent(now, 'repeats')} of your week repeats, {_percent(now, 'teaches me')} teaches you something"
    return (
        f"{_percent(now, 'repeats')} of your week repeats, {_before(looks, 'repeats')}; "
        f"{_percent(now, 'teaches me')} teaches you something, {_before(looks, 'teaches me')}"
    )


def shares_sentence(look: JobLook) -> str:
    """What to know of shares that are not the whole week; empty if they are."""
    said = []
    if look.total < WHOLE_WEEK:
        said.append(
            f"the shares add up to {_as_percent(look.total)}, so {_as_percent(WHOLE_WEEK - look.total)} of your time "
            "is not in them"
        )
    elif look.total > WHOLE_WEEK:
        said.append(f"the shares add up to {_as_percent(look.total)}, which is more than a week has")
    if look.without_share:
        verb = "is" if look.without_share == 1 else "are"
        said.append(f"{counted(look.without_share, 'task')} without a share {verb} left out")
    if not said:
        return ""
    sentence = join_words(said)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _percent(look: JobLook, effect: TaskEffect) -> str:
    return _as_percent(look.share_that(effect))


def _before(looks: tuple[JobLook, ...], effect: TaskEffect) -> str:
    then, now = looks[0].share_that(effect), looks[-1].share_that(effect)
    return "as before" if then == now else f"{'up' if now > then else 'down'} from {_as_percent(then)}"


def _as_percent(share: int) -> str:
    return format_share(share / WHOLE_WEEK)
