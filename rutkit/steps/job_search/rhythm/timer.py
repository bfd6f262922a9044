"""The session that is going on: begun at a moment, and ended with a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from pydantic import JsonValue

from rutkit.formatting import counted
from rutkit.steps.job_search.records import Activity

ACTIVITIES: tuple[Activity, ...] = get_args(Activity)
TIMED: tuple[Activity, ...] = tuple(activity for activity in ACTIVITIES if activity != "rest")
"""What a timer runs for; nobody times their rest."""

LONGEST_MINUTES = 1_440
FORGOTTEN_AFTER = 240
"""Minutes after which a timer may have been forgotten."""


@dataclass(frozen=True)
class Running:
    """A session that has begun and not ended."""

    activity: Activity
    began: datetime
    """On the person's own clock."""

    def minutes(self, now: datetime) -> int:
        """Whole minutes until `now`, at most a day; none for a clock that was set back."""
        return min(max(int((now - self.began).total_seconds() // 60), 0), LONGEST_MINUTES)

    def sentence(self, now: datetime) -> str:
        """What goes on, and for how long."""
        minutes = self.minutes(now)
        lasted = f"for {counted(minutes, 'minute')}" if minutes else "since just now"
        return f"Running {lasted}, begun at {self.began:%H:%M}: {self.activity}."

    def may_be_forgotten(self, now: datetime) -> bool:
        """Whether it runs longer than anybody's session."""
        return self.minutes(now) > FORGOTTEN_AFTER

    def as_draft(self) -> dict[str, JsonValue]:
        """As the workbook keeps it, so that a closed tab or a lost kernel does not end it."""
        return {"activity": self.activity, "began": self.began.isoformat(timespec="seconds")}


def from_draft(values: Mapping[str, JsonValue]) -> Running | None:
    """The session that `Running.as_draft` kept; `None` if it is none."""
    activity, began = values.get("activity"), values.get("began")
    if activity not in ACTIVITIES or not isinstance(began, str):
        return None
    try:
        return Running(activity, datetime.fromisoformat(began))
    except ValueError:
        return None
