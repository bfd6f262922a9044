"""What went stale while waiting: the resume, the stories, the practice and the learning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_date
from rutkit.records import Record
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.prepare.entries import ResumeEntry
from rutkit.steps.prepare.records import RECORDS, Highlight, Rehearsal, ResumeBasics, Story

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

RESUME_RECORDS: tuple[type[Record], ...] = tuple(
    kind for kind in RECORDS if issubclass(kind, ResumeEntry | ResumeBasics | Highlight)
)
"""What the master resume is made of."""

RESUME_DAYS, STORIES_DAYS, PRACTICE_DAYS, LEARNING_DAYS = 90, 90, 14, 30
"""Days without a change after which something is called stale. Our choice; no study stands behind it."""


@dataclass(frozen=True)
class Upkeep:
    """One thing that is kept fresh, or not."""

    name: str
    last: date | None
    """When it was last touched; None if it has not been begun."""
    stale_after: int
    """Days."""
    remedy: str
    """The smallest thing that would freshen it."""
    step: str = "prepare"
    """Slug of the step in which that is done."""

    def is_stale(self, today: date) -> bool:
        """Whether it was begun, and has been left alone for too long."""
        return self.last is not None and (today - self.last).days > self.stale_after

    def sentence(self, today: date) -> str:
        """How it stands, in words."""
        if self.last is None:
            return "not begun"
        days = (today - self.last).days
        if days < 1:
            return "today"
        return f"{counted(days, 'day')} ago, on {format_date(self.last)}"


def upkeep(workbook: Workbook) -> tuple[Upkeep, ...]:
    """The four things, from what was last changed, rehearsed or noted."""
    practiced = workbook.all(Rehearsal, order_by="at", descending=True, limit=1)
    learned = workbook.all(LearningEntry, order_by="day", descending=True, limit=1)
    return (
        Upkeep(
            "Resume",
            _last_change(workbook, RESUME_RECORDS),
            RESUME_DAYS,
            "Read it once, and add what you have done since.",
        ),
        Upkeep(
            "Stories",
            _last_change(workbook, (Story,)),
            STORIES_DAYS,
            "Tell one again, and change what no longer fits.",
        ),
        Upkeep(
            "Practice", practiced[0].at.date() if practiced else None, PRACTICE_DAYS, "Say one answer aloud."
        ),
        Upkeep(
            "Learning",
            learned[0].day if learned else None,
            LEARNING_DAYS,
            "Note the last thing you learned.",
            "growth",
        ),
    )


def stale(things: Iterable[Upkeep], today: date) -> tuple[Upkeep, ...]:
    """Those that went stale, the longest left alone first."""
    left = (thing for thing in things if thing.is_stale(today))
    return tuple(sorted(left, key=lambda thing: thing.last or today))


def _last_change(workbook: Workbook, record_types: Iterable[type[Record]]) -> date | None:
    newest = (
        record.updated_at.astimezone().date()
        for kind in record_types
        for record in workbook.all(kind, order_by="updated_at", descending=True, limit=1)
    )
    return max(newest, default=None)
