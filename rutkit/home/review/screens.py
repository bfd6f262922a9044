"""What a weekly review walks through: small screens, read from the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.dates import WEEKDAYS, monday_of
from rutkit.formatting import counted, counted_hours, format_day, join_words
from rutkit.home.forecasts.scoring import is_due
from rutkit.home.records import Prediction, WeeklyReview
from rutkit.steps import STEPS
from rutkit.steps.advice import Advice
from rutkit.steps.emotions.analysis import has_feelings
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.job_search.applications.candidacy import called as called_application
from rutkit.steps.job_search.progress import due_of
from rutkit.steps.job_search.records import Application
from rutkit.steps.network import advice as network_advice
from rutkit.steps.progress import Action, State
from rutkit.steps.skills.candidates import called as called_resource
from rutkit.steps.skills.records import LearningResource, PlannedHours
from rutkit.steps.skills.taking import this_week

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

LISTED = 4
"""Things on one screen at most: the rest is counted."""
NEWEST = 100


@dataclass(frozen=True)
class Screen:
    """One screen."""

    name: str
    """Kept with the review: "days"."""
    title: str
    said: str
    """A sentence on how it stands."""
    actions: tuple[Action, ...] = ()
    """What is due, each with the form that it is done in."""
    field: str = ""
    """The field of the review that is filled in here; empty if none is."""

    @property
    def is_clear(self) -> bool:
        """Whether nothing waits here."""
        return not self.actions and not self.field


SENTENCE = Screen(
    "sentence", "The week as a whole", "It need not be fair, and nobody else reads it.", field="sentence"
)


def stop_screen(to_stop: Advice | None) -> Screen:
    """The last one, with what the brief would stop."""
    hint = (
        f"Your numbers point to this: {to_stop.action.text}. {to_stop.numbers}"
        if to_stop
        else "Nothing stands out in what you have noted."
    )
    return Screen("stop", "Next week", hint, field="stop")


def screens(workbook: Workbook, today: date, to_stop: Advice | None = None) -> tuple[Screen, ...]:
    """All screens of this week, in their order; those on which nothing waits among them."""
    return (
        *(
            make(workbook, today)
            for make in (_days, _applications, _predictions, _learning, _people, _others)
        ),
        SENTENCE,
        stop_screen(to_stop),
    )


def next_screen(shown: Sequence[Screen], review: WeeklyReview | None) -> Screen | None:
    """The first that was neither walked through nor skipped, and on which something waits; None when all is done."""
    seen = {*review.walked, *review.skipped} if review else set()
    return next((screen for screen in shown if screen.name not in seen and not screen.is_clear), None)


def _days(workbook: Workbook, today: date) -> Screen:
    monday = monday_of(today)
    newest = workbook.all(CheckIn, order_by="day", descending=True, limit=NEWEST)
    there = {check_in.day for check_in in newest if has_feelings(check_in)}
    days = [monday + timedelta(days=each) for each in range(today.weekday() + 1)]
    missing = [day for day in days if there and min(there) < day and day not in there]
    if not missing:
        return Screen("days", "The days of this week", "Every day so far has a check-in.")
    names = join_words([WEEKDAYS[day.weekday()] for day in missing])
    return Screen(
        "days",
        "The days of this week",
        f"{counted(len(days) - len(missing), 'day')} of {len(days)} have a check-in.",
        (
            Action(
                f"Fill in {names}" if len(missing) <= LISTED else f"Fill in {len(missing)} days",
                "As far as you remember; a day left out is no harm.",
                "emotions",
                CheckIn,
            ),
        ),
    )


def _applications(workbook: Workbook, today: date) -> Screen:
    due = due_of(workbook, today)
    return _listed(
        "applications",
        "Applications",
        counted(len(due), "thing is", "things are") + " due.",
        [
            Action(
                f"{one.what}: {called_application(one.candidacy.application)}",
                f"Due {format_day(one.day, today)}.",
                "job_search",
                Application,
                one.candidacy.application.id,
            )
            for one in due
        ],
    )


def _predictions(workbook: Workbook, today: date) -> Screen:
    due = [each for each in workbook.all(Prediction, order_by="due") if is_due(each, today)]
    actions = [
        Action(each.statement, f"{each.percent}\u00a0% on {format_day(each.made, today)}.", "forecasts")
        for each in due
    ]
    said = f"{counted(len(due), 'prediction')} can be settled: what came?"
    return _listed("predictions", "Predictions", said, actions)


def _learning(workbook: Workbook, today: date) -> Screen:
    now = this_week(workbook.all(PlannedHours), workbook.all(LearningResource), today)
    monday = monday_of(today)
    entries = workbook.all(LearningEntry, order_by="day", descending=True, limit=NEWEST)
    hours = sum(each.hours or 0 for each in entries if monday <= each.day <= today)
    if not now and not entries:
        return Screen("learning", "Learning", "Nothing is planned.")
    planned = sum(hours for _, hours in now)
    resources = [
        Action(
            f"Hours done of “{called_resource(resource)}”",
            f"The plan has {counted_hours(of)} this week.",
            "skills",
            LearningResource,
            resource.id,
        )
        for resource, of in now
    ]
    note = Action("Note what you learned", "One line is enough.", "growth", LearningEntry)
    said = (
        f"{counted_hours(hours)} noted this week{f', {counted_hours(planned)} planned' if planned else ''}."
    )
    return _listed("learning", "Learning", said, [*resources, note])


def _people(workbook: Workbook, today: date) -> Screen:
    facts = network_advice.read(workbook, today)
    found = (rule(facts) for rule in (network_advice.next_step, network_advice.one_person_this_week))
    actions = [advice.action for advice in found if advice]
    return _listed("people", "People", counted(len(actions), "thing") + " to think of.", actions)


ELSEWHERE = frozenset({"emotions", "job_search", "network"})
"""Steps with a screen of their own."""


def _others(workbook: Workbook, today: date) -> Screen:
    due = []
    for step in STEPS:
        if step.slug not in ELSEWHERE:
            progress = step.progress(workbook, today)
            if progress.state is State.DUE:
                due.append(progress.action)
    return _listed(
        "others",
        "The other steps",
        f"{counted(len(due), 'step asks', 'steps ask')} for something again. At most one of it is for next week.",
        due,
    )


def _listed(name: str, title: str, said: str, actions: Sequence[Action]) -> Screen:
    if not actions:
        return Screen(name, title, "Nothing waits here.")
    more = f" The first {LISTED} are here." if len(actions) > LISTED else ""
    return Screen(name, title, said + more, tuple(actions[:LISTED]))
