"""What is asked of a person today: little enough to be done, the newest first.

A history that is brought in may hold thousands of applications that nobody answered. To ask about each of them helps
nobody, so those that are silent for too long are counted, and can be let go together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.formatting import counted
from rutkit.steps.job_search.applications.candidacy import Candidacy, Due, due
from rutkit.steps.job_search.applications.histories import histories
from rutkit.steps.job_search.records import Application

DAYS_AT_MOST = 60
"""Of silence after which an application is old, as long as one's own applications do not tell. A choice."""


@dataclass(frozen=True)
class DueNow:
    """What is due, and what is too old to be asked about one by one."""

    listed: tuple[Due, ...]
    """Own next actions, and follow-ups that make sense; what fell due last comes first."""
    old: tuple[Candidacy, ...]
    """Applications with a follow-up due, but without news for too long."""


def due_now(candidacies: Iterable[Candidacy], today: date, days: int = DAYS_AT_MOST) -> DueNow:
    """What is due by today; without news for more than `days` days, an application is old."""
    listed: list[Due] = []
    old: list[Candidacy] = []
    for one in reversed(due(candidacies, today)):
        since = one.candidacy.moved_on
        if one.is_follow_up and since and (today - since).days > days:
            old.append(one.candidacy)
        else:
            listed.append(one)
    return DueNow(tuple(listed), tuple(old))


def days_of_silence(candidacies: Sequence[Candidacy], today: date) -> int:
    """Days of silence that likely mean no, see `silence`; `DAYS_AT_MOST` as long as that cannot be told."""
    from rutkit.steps.job_search.outcomes.silence import silence

    applications = [each.application for each in candidacies]
    stages = [event for each in candidacies for event in each.stages]
    means_no = silence(histories(applications, stages, today), today).means_no
    return means_no.day if means_no else DAYS_AT_MOST


def old_sentence(old: Sequence[Candidacy], days: int) -> str:
    """How many are old, and what letting them rest means."""
    them = "it" if len(old) == 1 else "them"
    return (
        f"{counted(len(old), 'application')} {'has' if len(old) == 1 else 'have'} had no news for more than "
        f"{counted(days, 'day')}. You may let {them} rest: nothing is ended or removed, you are only not asked "
        f"to follow {them} up any more."
    )


def at_rest(application: Application) -> Application:
    """The application, to be followed up no more."""
    return application.model_copy(update={"follow_ups": 0})
