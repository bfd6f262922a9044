"""How far each application came, and when: what the funnel, the silence and the forecast are worked out from.

Stages are added and never changed, so an application is what its stages say it is. One that skipped a stage has passed
it. `closed` is no stage that is passed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.steps.job_search.records import Application, ApplicationStage, Channel, Outcome, Stage

STAGES_TO_PASS: tuple[Stage, ...] = (
    "applied",
    "recruiter screen",
    "assessment",
    "interview",
    "onsite",
    "offer",
)
"""The stages that are passed, in their order."""

APPLIED, INTERVIEW, OFFER = (
    STAGES_TO_PASS.index("applied"),
    STAGES_TO_PASS.index("interview"),
    STAGES_TO_PASS.index("offer"),
)

_HAD_AN_OFFER: tuple[Outcome, ...] = ("accepted", "declined")


@dataclass(frozen=True, slots=True)
class History:
    """One application, from the day it went out."""

    application: str
    """Its id."""
    channel: Channel | None
    reached: tuple[date | None, ...]
    """For each of `STAGES_TO_PASS`, the day from which it was there or further; None if it never was."""
    ended: date | None
    """Since when it no longer runs; None while it does, or if nobody noted the day."""
    runs: bool
    outcome: Outcome | None

    @property
    def applied(self) -> date:
        """The day it went out: its first stage, whichever that was."""
        first = self.reached[APPLIED]
        assert first is not None
        return first

    @property
    def furthest(self) -> int:
        """The place in `STAGES_TO_PASS` of the furthest stage that it reached."""
        return sum(day is not None for day in self.reached) - 1

    @property
    def replied(self) -> date | None:
        """The first day on which they answered: a stage after the first, or a rejection. None if they did not yet.

        None as well for a rejection whose day nobody noted.
        """
        return self.reached[APPLIED + 1] or (self.ended if self.outcome == "rejected" else None)


def histories(
    applications: Iterable[Application], stages: Iterable[ApplicationStage], today: date
) -> tuple[History, ...]:
    """The history of every application that went out by `today`, the oldest first.

    Stages of days to come, such as an interview that is arranged, do not count yet. Whoever accepted or declined had an
    offer, on the day it ended if there is no stage for it.
    """
    noted: dict[str, list[ApplicationStage]] = defaultdict(list)
    for stage in stages:
        if stage.day <= today:
            noted[stage.application].append(stage)
    found = [_history(each, noted[each.id], today) for each in applications if each.id in noted]
    return tuple(sorted((each for each in found if each), key=lambda each: (each.applied, each.application)))


def _history(application: Application, stages: Sequence[ApplicationStage], today: date) -> History | None:
    first: dict[Stage, date] = {}
    for stage in stages:
        first[stage.stage] = min(stage.day, first.get(stage.stage, stage.day))
    closed = first.pop("closed", None)
    if not first:
        return None
    last = max(first.values())
    runs = application.outcome is None and closed is None
    ended = None if runs else _no_earlier(application.ended or closed, last, today)
    if application.outcome in _HAD_AN_OFFER:
        first.setdefault("offer", ended or last)
    return History(application.id, application.channel, _reached(first), ended, runs, application.outcome)


def _reached(first: dict[Stage, date]) -> tuple[date | None, ...]:
    """From when on it was at each stage or further: the earliest day of that stage and all after it."""
    reached: list[date | None] = []
    earliest: date | None = None
    for stage in reversed(STAGES_TO_PASS):
        day = first.get(stage)
        if day is not None:
            earliest = day if earliest is None else min(day, earliest)
        reached.append(earliest)
    return tuple(reversed(reached))


def _no_earlier(ended: date | None, last: date, today: date) -> date | None:
    """The day it ended, not before its last stage and not after today."""
    return None if ended is None else min(max(ended, last), today)
