"""What step 8 advises: decide after a trial, think before a renewal, go there, and leave what gives nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_share_interval
from rutkit.statistics import wilson_interval
from rutkit.steps.advice import Advice, Rules, in_days
from rutkit.steps.groups.events import Appointment, appointments
from rutkit.steps.groups.memberships import renewal_sentence, renewals_due
from rutkit.steps.groups.progress import SLUG
from rutkit.steps.groups.records import Group, GroupEvent, Visit
from rutkit.steps.groups.trials import called, trial_sentence, undecided, visits_to
from rutkit.steps.progress import Action

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

SOON = timedelta(days=6)


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    groups: Sequence[Group] = ()
    visits: Sequence[Visit] = ()
    events: Sequence[GroupEvent] = ()


def read(workbook: Workbook, today: date) -> Facts:
    """The groups, the visits and the events."""
    return Facts(today, workbook.all(Group), workbook.all(Visit), workbook.all(GroupEvent))


def decide(facts: Facts) -> Advice | None:
    """The trial of a group is over."""
    waiting = undecided(facts.groups, facts.visits)
    if not waiting:
        return None
    return Advice(
        Action(
            f"Decide about “{called(waiting[0])}”",
            "Join, go once more, or leave it: an evening less is an answer, too.",
            SLUG,
            Group,
            waiting[0].id,
        ),
        strength=46,
        minutes=5,
        numbers=trial_sentence(waiting[0], facts.visits).partition(" Would you")[0],
    )


def before_it_renews(facts: Facts) -> Advice | None:
    """A membership renews within 30 days, or its renewal is past."""
    due = renewals_due(facts.groups, facts.today)
    if not due:
        return None
    count = len(visits_to(due[0], facts.visits))
    return Advice(
        Action(
            f"Think “{called(due[0])}” over before it renews",
            renewal_sentence(due[0], facts.today),
            SLUG,
            Group,
            due[0].id,
        ),
        strength=51,
        minutes=5,
        numbers=f"{counted(count, 'visit')} noted.",
    )


def say_whether(facts: Facts) -> Advice | None:
    """An event within a week has neither yes nor no."""
    found = _coming(facts, "perhaps")
    if found is None:
        return None
    return Advice(
        Action(
            f"Say whether you go to “{found.title}”",
            f"It is {in_days(found.occurrence.day, facts.today)}. A no is as good as a yes; a perhaps costs thought.",
            SLUG,
            GroupEvent,
            found.event.id,
        ),
        strength=38,
        minutes=2,
    )


def go_there(facts: Facts) -> Advice | None:
    """An event that the person goes to is within a week."""
    found = _coming(facts, "yes")
    if found is None:
        return None
    return Advice(
        Action(
            f"Go to “{found.title}”",
            f"It is {in_days(found.occurrence.day, facts.today)}. Take one question along for one person.",
            SLUG,
            GroupEvent,
            found.event.id,
        ),
        strength=45,
        minutes=min(found.event.minutes, 240),
    )


def no_use(facts: Facts) -> Advice | None:
    """A group that was not left was clearly useful on less than half of the visits (95 % Wilson)."""
    for group in facts.groups:
        answers = [visit.useful for visit in visits_to(group, facts.visits) if visit.useful is not None]
        if group.decision == "leave" or not answers:
            continue
        useful = sum(answers)
        interval = wilson_interval(useful, len(answers))
        if interval.high < _HALF:
            return Advice(
                Action(
                    f"Stop going to “{called(group)}”",
                    "By your own notes it rarely helped. The evening is yours again.",
                    SLUG,
                    Group,
                    group.id,
                ),
                strength=45,
                numbers=f"Useful on {useful} of {counted(len(answers), 'visit')} "
                f"({format_share_interval(interval.low, interval.high)}, 95\u00a0%).",
            )
    return None


def _coming(facts: Facts, going: str) -> Appointment | None:
    wanted = [event for event in facts.events if event.going == going]
    return next(iter(appointments(wanted, facts.today, facts.today + SOON)), None)


_HALF = 0.5

RULES = Rules(read, to_do=(decide, before_it_renews, say_whether, go_there), to_stop=(no_use,))
