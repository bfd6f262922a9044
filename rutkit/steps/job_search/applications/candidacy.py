"""Where each application stands: read from what happened, never ticked by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar, get_args

from rutkit.formatting import counted, format_date
from rutkit.steps.job_search.records import Application, ApplicationStage, FollowUp, Outcome, Stage

STAGES: tuple[Stage, ...] = get_args(Stage)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
NOT_SENT = "not sent yet"
ENDED = "ended"
DAY_NOT_KNOWN = "day not known"
COLUMNS: tuple[str, ...] = (NOT_SENT, *(stage for stage in STAGES if stage != "closed"), ENDED)
"""Of the board, from left to right."""

TURNED_DOWN: frozenset[Outcome] = frozenset(("rejected", "no reply"))
"""What can be hidden: endings that somebody else, or nobody, decided."""

THEIR_TURN: frozenset[Stage] = frozenset(STAGES) - {"offer", "closed"}
"""Stages in which the person waits for an answer; after an offer it is they who answer."""


@dataclass(frozen=True)
class Candidacy:
    """One application with all that happened to it."""

    application: Application
    stages: tuple[ApplicationStage, ...] = ()
    """As `in_order` has them."""
    follow_ups: tuple[FollowUp, ...] = ()
    """Oldest first."""

    @property
    def newest(self) -> ApplicationStage | None:
        """What happened last; `None` while it has not been sent."""
        return self.stages[-1] if self.stages else None

    @property
    def sent_on(self) -> date | None:
        """The day of the first stage; `None` if it was not sent, or nobody noted the day."""
        return self.stages[0].day if self.stages else None

    @property
    def is_running(self) -> bool:
        """Whether it can still become something. An application that is not sent yet runs, too."""
        return self.application.outcome is None and all(event.stage != "closed" for event in self.stages)

    @property
    def is_turned_down(self) -> bool:
        """Whether it ended by a rejection, or by silence."""
        return self.application.outcome in TURNED_DOWN

    @property
    def column(self) -> str:
        """One of `COLUMNS`."""
        if not self.is_running:
            return ENDED
        return self.newest.stage if self.newest else NOT_SENT

    @property
    def in_words(self) -> str:
        """How it stands: "interview 2", "not sent yet", "ended: declined"."""
        if not self.is_running:
            return f"{ENDED}: {self.application.outcome}" if self.application.outcome else ENDED
        return stage_name(self.newest) if self.newest else NOT_SENT

    @property
    def moved_on(self) -> date | None:
        """The day of its last news, `None` if nobody noted it; before there is any, the day it was written down."""
        return self.newest.day if self.newest else self.application.created_at.date()

    @property
    def asked_since(self) -> tuple[FollowUp, ...]:
        """The follow-ups since the last news: an answer makes the ones before it count no more."""
        last_news = self.newest.day if self.newest else None
        return tuple(one for one in self.follow_ups if last_news and one.day >= last_news)

    @property
    def follow_up_on(self) -> date | None:
        """The day to ask how it stands; `None` if nobody owes an answer, or they were asked often enough.

        `None` as well if the day of the last news is not known: nothing falls due from it.
        """
        newest, application = self.newest, self.application
        if newest is None or newest.day is None or not self.is_running or newest.stage not in THEIR_TURN:
            return None
        asked = self.asked_since
        if len(asked) >= application.follow_ups:
            return None
        last = asked[-1].day if asked else newest.day
        return last + timedelta(days=application.follow_up_days)

    @property
    def next_round(self) -> int:
        """Which interview the next one would be."""
        return max((event.round for event in self.stages if event.stage == "interview"), default=0) + 1


@dataclass(frozen=True)
class Due:
    """Something to do for an application."""

    day: date
    what: str
    candidacy: Candidacy
    is_follow_up: bool


def candidacies(
    applications: Iterable[Application],
    stages: Iterable[ApplicationStage],
    follow_ups: Iterable[FollowUp] = (),
) -> list[Candidacy]:
    """Each application with what happened to it, in the order of `applications`."""
    of_stages, of_follow_ups = _by_application(stages), _by_application(follow_ups)
    return [
        Candidacy(
            application,
            in_order(of_stages[application.id]),
            tuple(sorted(of_follow_ups[application.id], key=lambda one: one.day)),
        )
        for application in applications
    ]


def in_order(stages: Iterable[ApplicationStage]) -> tuple[ApplicationStage, ...]:
    """Oldest first; of one day, in the order in which stages come.

    One whose day is not known stands before the first that comes after it in the order of stages.
    """
    dated: list[tuple[date, ApplicationStage]] = []
    undated: list[ApplicationStage] = []
    for event in stages:
        if event.day is None:
            undated.append(event)
        else:
            dated.append((event.day, event))
    ordered = [event for _, event in sorted(dated, key=lambda one: (one[0], _place(one[1])))]
    for event in sorted(undated, key=_place):
        later = (at for at, other in enumerate(ordered) if _place(other) > _place(event))
        ordered.insert(next(later, len(ordered)), event)
    return tuple(ordered)


def newest_first(all_candidacies: Iterable[Candidacy]) -> list[Candidacy]:
    """Those with the newest news first; those of which nobody noted its day last."""
    return sorted(all_candidacies, key=lambda one: one.moved_on or date.min, reverse=True)


def day_in_words(event: ApplicationStage) -> str:
    """The day of a stage, for people."""
    return format_date(event.day) if event.day else DAY_NOT_KNOWN


def due(all_candidacies: Iterable[Candidacy], today: date) -> list[Due]:
    """What is to be done by today, the longest due first: own next actions, and follow-ups."""
    found: list[Due] = []
    for candidacy in all_candidacies:
        if not candidacy.is_running:
            continue
        application = candidacy.application
        if application.next_on and application.next_on <= today:
            found.append(Due(application.next_on, application.next_action or "Go on", candidacy, False))
        day = candidacy.follow_up_on
        if day and day <= today:
            found.append(Due(day, "Ask how it stands", candidacy, True))
    return sorted(found, key=lambda one: one.day)


def follow_up_sentence(candidacy: Candidacy, today: date) -> str:
    """When to follow up, and whether it is the last time; empty if nothing is owed."""
    day = candidacy.follow_up_on
    if day is None or candidacy.moved_on is None:
        return ""
    asked, most = len(candidacy.asked_since), candidacy.application.follow_ups
    last = " It would be the last time." if asked + 1 == most and asked else ""
    waiting = (today - candidacy.moved_on).days
    if day > today:
        left = (day - today).days
        return f"If you hear nothing, follow up in {counted(left, 'day')}.{last}"
    return f"No news for {counted(waiting, 'day')}: a short, friendly question is fine now.{last}"


def after(candidacy: Candidacy) -> tuple[Stage, int]:
    """The stage that most likely comes after the newest one, and which interview it would be."""
    newest = candidacy.newest
    if newest is None:
        return "applied", 1
    if newest.stage in ("interview", "recruiter screen", "assessment"):
        return "interview", candidacy.next_round
    place = STAGES.index(newest.stage)
    return STAGES[min(place + 1, len(STAGES) - 1)], 1


def in_a_sentence(candidacy: Candidacy, today: date) -> str:
    """When it was sent and how it stands: "Sent on 2 Nov 2026, 20 days ago. At “interview 2” since 14 Nov 2026"."""
    sent = f"Sent {_on(candidacy.sent_on, today)}." if candidacy.sent_on else ""
    if candidacy.is_running:
        newest = candidacy.newest
        if newest is None:
            return "It is not sent yet."
        if sent and len(candidacy.stages) == 1 and newest.stage == "applied":
            return sent
        since = f"since {format_date(newest.day)}" if newest.day else f"({DAY_NOT_KNOWN})"
        return f"{sent} It is at “{stage_name(newest)}” {since}.".lstrip()
    application = candidacy.application
    outcome = f" ({application.outcome})" if application.outcome else ""
    when = f" on {format_date(application.ended)}" if application.ended else ""
    return f"{sent} It ended{when}{outcome}.".lstrip()


def _on(day: date, today: date) -> str:
    ago = (today - day).days
    return f"on {format_date(day)}, {counted(ago, 'day')} ago" if ago > 0 else "today"


def stage_name(event: ApplicationStage) -> str:
    """A stage as it is called, an interview with its number: "interview 2"."""
    return f"interview {event.round}" if event.stage == "interview" else event.stage


def called(application: Application) -> str:
    """What an application is called: "Support manager, Otter Ltd"."""
    parts = [part for part in (application.title.strip(), application.company.strip()) if part]
    return ", ".join(parts) or "An application without a name"


def counts(all_candidacies: Sequence[Candidacy]) -> dict[str, int]:
    """How many applications stand in each of `COLUMNS`."""
    found = dict.fromkeys(COLUMNS, 0)
    for candidacy in all_candidacies:
        found[candidacy.column] += 1
    return found


def _place(event: ApplicationStage) -> tuple[int, int]:
    return STAGES.index(event.stage), event.round


_OfApplication = TypeVar("_OfApplication", ApplicationStage, FollowUp)


def _by_application(records: Iterable[_OfApplication]) -> dict[str, list[_OfApplication]]:
    found: dict[str, list[_OfApplication]] = defaultdict(list)
    for record in records:
        found[record.application].append(record)
    return found
