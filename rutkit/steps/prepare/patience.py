"""What a person did, week by week, beside what came of it: effort is theirs, outcomes are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rutkit.dates import monday_of
from rutkit.formatting import counted, join_words
from rutkit.steps.job_search.records import Stage

WEEKS = 16
"""How far back one looks: this week and the fifteen before it."""

EFFORTS = (
    "in touch with people",
    "applications",
    "search sessions",
    "things learned",
    "rehearsals",
    "stories and letters",
)
"""What counts as done: all of it is the person's own to decide."""

OUTCOME_OF_STAGE: Mapping[Stage, str] = {
    "recruiter screen": "first talk",
    "assessment": "assessment",
    "interview": "interview",
    "onsite": "interview",
    "offer": "offer",
}
"""What came of it, as others decided, by the stage that an application reached."""

OUTCOMES = tuple(dict.fromkeys(OUTCOME_OF_STAGE.values()))


@dataclass(frozen=True)
class EffortWeek:
    """One week, by its Monday."""

    monday: date
    done: Mapping[str, int] = field(default_factory=dict)
    """How often, by `EFFORTS`."""
    came: Mapping[str, int] = field(default_factory=dict)
    """How often, by `OUTCOMES`."""

    @property
    def efforts(self) -> int:
        """All that was done."""
        return sum(self.done.values())

    @property
    def outcomes(self) -> int:
        """All that came."""
        return sum(self.came.values())


def first_day(today: date) -> date:
    """The Monday from which on the weeks are counted."""
    return monday_of(today) - timedelta(weeks=WEEKS - 1)


def effort_weeks(
    done: Mapping[str, Iterable[date]], came: Mapping[str, Iterable[date]], today: date
) -> tuple[EffortWeek, ...]:
    """Every week from the first in which anything was done, or came, up to this one; quiet ones too.

    Days before `first_day` and days to come do not count.
    """
    counts: dict[date, tuple[Counter[str], Counter[str]]] = {}
    for place, kinds in enumerate((done, came)):
        for kind, days in kinds.items():
            for day in days:
                if first_day(today) <= day <= today:
                    counts.setdefault(monday_of(day), (Counter(), Counter()))[place][kind] += 1
    if not counts:
        return ()
    span = (monday_of(today) - min(counts)).days // 7
    mondays = [min(counts) + timedelta(weeks=count) for count in range(span + 1)]
    nothing: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    return tuple(EffortWeek(monday, *counts.get(monday, nothing)) for monday in mondays)


def patience_finding(seen: Sequence[EffortWeek]) -> str:
    """What was done and what came, in one sentence; not set against each other."""
    efforts, kept = sum(week.efforts for week in seen), sum(week.efforts > 0 for week in seen)
    steps = f"{counted(efforts, 'step')} of your own"
    when = "this week" if len(seen) == 1 else f"in {kept} of {counted(len(seen), 'week')}"
    return f"{steps} {when}; {_what_came(seen)} from others so far"


def _what_came(seen: Sequence[EffortWeek]) -> str:
    totals = {kind: sum(week.came.get(kind, 0) for week in seen) for kind in OUTCOMES}
    return join_words([counted(total, kind) for kind, total in totals.items() if total]) or "nothing"
