"""Where somebody is in step 9, and what to do next there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_day
from rutkit.steps.job_search.applications.candidacy import Due, called, candidacies
from rutkit.steps.job_search.applications.due_now import DAYS_AT_MOST, due_now
from rutkit.steps.job_search.records import (
    RECORDS,
    Application,
    ApplicationStage,
    FollowUp,
    PlannedSession,
    SearchLimits,
    Session,
)
from rutkit.steps.job_search.rhythm.weeks import search_week
from rutkit.steps.progress import Action, Progress, State

if TYPE_CHECKING:
    from rutkit.records import Record
    from rutkit.workbook import Workbook

SLUG = "job_search"


def progress(workbook: Workbook, today: date) -> Progress:
    """Done with limits, a weekly plan and an application; due when something for an application is."""
    missing = [
        action
        for action in (_limits_action(workbook), _plan_action(workbook), _application_action(workbook))
        if action
    ]
    if missing:
        begun = any(workbook.count(record_type) for record_type in RECORDS)
        note = f"{3 - len(missing)} of 3" if begun else ""
        return Progress(State.BEGUN if begun else State.NOT_BEGUN, note, missing[0])
    waiting = due_of(workbook, today)
    if waiting:
        return Progress(State.DUE, f"{len(waiting):,} due", _due_action(waiting[0], today))
    return Progress(State.DONE, "", _rhythm_action(workbook, today))


def _limits_action(workbook: Workbook) -> Action | None:
    limits = workbook.only(SearchLimits)
    if limits and limits.hours_a_week is not None:
        return None
    return _action(
        "Say what the search may take",
        "Hours in a normal week: it is easier to keep up what has an end.",
        SearchLimits,
    )


def _plan_action(workbook: Workbook) -> Action | None:
    if workbook.count(PlannedSession):
        return None
    return _action(
        "Plan the sessions of a week",
        "Two are enough to begin, and a day of rest is one, too.",
        PlannedSession,
    )


def _application_action(workbook: Workbook) -> Action | None:
    if workbook.count(Application):
        return None
    return _action(
        "Write down one application", "One that you sent, or a posting that you mean to answer.", Application
    )


def due_of(workbook: Workbook, today: date) -> tuple[Due, ...]:
    """What is due. Follow-ups are looked for among the newest news, so that 5,000 applications are as quick as 50."""
    planned = workbook.page(Application, outcome=None, order_by="next_on", limit=NEWEST).records
    news = workbook.all(ApplicationStage, order_by="day", descending=True, limit=NEWEST)
    asked = workbook.all(FollowUp, order_by="day", descending=True, limit=NEWEST)
    running = {application.id: application for application in planned}
    for event in news:
        if event.application not in running:
            application = workbook.get(Application, event.application)
            if application:
                running[application.id] = application
    dated = [event for event in news if event.day]
    days = kept_days_of_silence(workbook)
    found = due_now(candidacies(running.values(), dated, asked), today, days).listed
    # What has no day is not among the newest, and may come after what would be due.
    possible = {one.candidacy.application.id: one.candidacy.application for one in found}
    undated = [
        event
        for application in possible
        for event in workbook.page(ApplicationStage, application=application, day=None).records
    ]
    return due_now(candidacies(possible.values(), [*dated, *undated], asked), today, days).listed


NEWEST = 150
"""Of each kind that is read: what is older than that, nobody asks about any more."""


def kept_days_of_silence(workbook: Workbook) -> int:
    """Days of silence after which nobody is asked any more, as the page of step 9 worked it out last.

    It rests on all applications; to read them here would hold up every page.
    """
    kept = workbook.draft(*_SILENCE)
    days = kept.values.get("days") if kept else None
    return days if isinstance(days, int) else DAYS_AT_MOST


def keep_days_of_silence(workbook: Workbook, days: int) -> None:
    """Keep it for `progress`; like a draft it is no change, and nothing to undo."""
    if not workbook.read_only and days != kept_days_of_silence(workbook):
        workbook.save_draft(*_SILENCE, {"days": days})


_SILENCE = ("days_of_silence", "")


def _due_action(one: Due, today: date) -> Action:
    name = called(one.candidacy.application)
    if one.is_follow_up and one.candidacy.moved_on:
        days = counted((today - one.candidacy.moved_on).days, "day")
        return _action(
            f"Ask how it stands: {name}",
            f"No news for {days}; a short, friendly question is fine now.",
            Application,
            one.candidacy.application.id,
        )
    return _action(
        f"{one.what}: {name}",
        f"You put it down for {format_day(one.day, today)}.",
        Application,
        one.candidacy.application.id,
    )


def _rhythm_action(workbook: Workbook, today: date) -> Action:
    sessions = workbook.all(Session, order_by="day", descending=True, limit=MOST_IN_A_WEEK)
    week = search_week(today, workbook.all(PlannedSession), sessions, (), None, today)
    if week.held == week.planned:
        return _action(
            "Let it rest until Monday", f"All {week.planned} sessions of this week’s plan are kept."
        )
    begun = f", and {week.begun} begun" if week.begun else ""
    return _action(
        "Hold the next session of your plan",
        f"{week.held} of {week.planned} of this week are kept{begun}.",
        Session,
    )


MOST_IN_A_WEEK = 100


def _action(text: str, reason: str, opens: type[Record] | None = None, record_id: str = "") -> Action:
    return Action(text, reason, SLUG, opens, record_id)
