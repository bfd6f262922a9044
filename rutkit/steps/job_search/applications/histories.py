"""How far each application came, and when: what the funnel, the silence and the forecast are worked out from.

Stages are added and never changed, so an application is what its stages say it is. One that skipped a stage has passed
it. `closed` is no stage that is passed.

A stage whose day nobody noted was reached by the day on which it was written down. That is enough to say that an
application is old enough to count, and nothing else may be made of it: how long something took cannot be told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.steps.job_search.applications.candidacy import in_order
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
    """For each of `STAGES_TO_PASS`, the day from which it was there or further; None if it never was.

    At the places that are `undated`, a day by which it was there.
    """
    ended: date | None
    """Since when it no longer runs; None while it does, or if nobody noted the day."""
    runs: bool
    outcome: Outcome | None
    undated: frozenset[int] = frozenset()
    """The places in `STAGES_TO_PASS` that it reached on a day that nobody noted."""

    @property
    def applied(self) -> date:
        """The day it went out: its first stage, whichever that was. A day by which it had if that `is_undated`."""
        first = self.reached[APPLIED]
        assert first is not None
        return first

    @property
    def is_undated(self) -> bool:
        """Whether nobody noted the day it went out."""
        return APPLIED in self.undated

    @property
    def furthest(self) -> int:
        """The place in `STAGES_TO_PASS` of the furthest stage that it reached."""
        return sum(day is not None for day in self.reached) - 1

    @property
    def replied(self) -> date | None:
        """The first day on which they answered: a stage after the first, or a rejection. None if they did not yet.

        None as well for an answer whose day nobody noted.
        """
        if self.furthest > APPLIED:
            return None if APPLIED + 1 in self.undated else self.reached[APPLIED + 1]
        return self.ended if self.outcome == "rejected" else None

    @property
    def is_answered(self) -> bool:
        """Whether they answered, on a day that is known or not."""
        return self.furthest > APPLIED or self.outcome == "rejected"

    @property
    def waits_since(self) -> date | None:
        """Since when it waits for a first answer; None if it does not, or nobody noted the day it went out."""
        return self.applied if self.runs and not self.is_answered and not self.is_undated else None


def histories(
    applications: Iterable[Application], stages: Iterable[ApplicationStage], today: date
) -> tuple[History, ...]:
    """The history of every application that went out by `today`, the oldest first.

    Stages of days to come, such as an interview that is arranged, do not count yet. Whoever accepted or declined had an
    offer, on the day it ended if there is no stage for it.
    """
    noted: dict[str, list[ApplicationStage]] = defaultdict(list)
    for stage in stages:
        if stage.day is None or stage.day <= today:
            noted[stage.application].append(stage)
    found = [_history(each, noted[each.id], today) for each in applications if each.id in noted]
    return tuple(sorted((each for each in found if each), key=lambda each: (each.applied, each.application)))


def _history(application: Application, stages: Sequence[ApplicationStage], today: date) -> History | None:
    first: dict[Stage, ApplicationStage] = {}
    for event in in_order(stages):
        first.setdefault(event.stage, event)
    closed = first.pop("closed", None)
    if not first:
        return None
    runs = application.outcome is None and closed is None
    last = max((event.day for event in first.values() if event.day), default=None)
    ended = None if runs else _no_earlier(application.ended or (closed.day if closed else None), last, today)
    days = {stage: event.day or _by(event, ended, today) for stage, event in first.items()}
    undated = {stage for stage, event in first.items() if event.day is None}
    if application.outcome in _HAD_AN_OFFER and "offer" not in days:
        days["offer"] = ended or max(days.values())
        undated |= set() if ended else {"offer"}
    reached, places = _reached(days, undated)
    return History(application.id, application.channel, reached, ended, runs, application.outcome, places)


def _reached(
    days: Mapping[Stage, date], undated: Collection[Stage]
) -> tuple[tuple[date | None, ...], frozenset[int]]:
    """From when on it was at each stage or further, and at which places that day is not known.

    It is the earliest day of that stage and all after it; for a stage that was skipped, what is known of the next.
    """
    reached: list[date | None] = []
    places: set[int] = set()
    earliest: date | None = None
    is_known = True
    for place, stage in reversed(tuple(enumerate(STAGES_TO_PASS))):
        day = days.get(stage)
        if stage in undated:
            is_known = False
        elif day is not None and (earliest is None or day <= earliest):
            is_known = True
        if day is not None:
            earliest = day if earliest is None else min(day, earliest)
        reached.append(earliest)
        if not is_known:
            places.add(place)
    return tuple(reversed(reached)), frozenset(places)


def _by(event: ApplicationStage, ended: date | None, today: date) -> date:
    """A day by which a stage without a day had been reached: it was written down, or all was over."""
    return min(event.created_at.date(), ended or today, today)


def _no_earlier(ended: date | None, last: date | None, today: date) -> date | None:
    """The day it ended, not before its last stage and not after today."""
    return None if ended is None else min(max(ended, last or ended), today)
