"""Where somebody is in step 8, and what to do next there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_short_date
from rutkit.steps.groups.memberships import memberships, renewal_sentence, renewals_due
from rutkit.steps.groups.records import RECORDS, Group, Visit
from rutkit.steps.groups.trials import VISITS_IN_A_TRIAL, called, trial_sentence, undecided, visits_to
from rutkit.steps.progress import Action, Progress, State

if TYPE_CHECKING:
    from rutkit.records import Record
    from rutkit.workbook import Workbook

SLUG = "groups"


def progress(workbook: Workbook, today: date) -> Progress:
    """Done once a group was tried and decided about; due when a trial is over or a membership renews soon."""
    groups, visits = workbook.all(Group), workbook.all(Visit)
    if not groups:
        begun = any(workbook.count(record_type) for record_type in RECORDS)
        return Progress(
            State.BEGUN if begun else State.NOT_BEGUN,
            "",
            _action(
                "Write down two groups of your field", "The guide has a checklist for finding them.", Group
            ),
        )
    waiting = undecided(groups, visits)
    if waiting:
        return Progress(
            State.DUE,
            "to decide",
            _action(
                f"Decide about “{called(waiting[0])}”",
                trial_sentence(waiting[0], visits),
                Group,
                waiting[0].id,
            ),
        )
    renewing = renewals_due(groups, today)
    if renewing:
        return Progress(
            State.DUE,
            "renews soon",
            _action(
                f"Think “{called(renewing[0])}” over before it renews",
                renewal_sentence(renewing[0], today),
                Group,
                renewing[0].id,
            ),
        )
    is_settled = any(group.decision in ("join", "leave") for group in groups)
    return Progress(
        State.DONE if is_settled else State.BEGUN, _note(groups, visits, today), _next(groups, visits)
    )


def _note(groups: list[Group], visits: list[Visit], today: date) -> str:
    joined = len(memberships(groups))
    if joined:
        return f"{joined} joined"
    newest = max((visit.day for visit in visits), default=None)
    return format_short_date(newest, today) if newest else ""


def _next(groups: list[Group], visits: list[Visit]) -> Action:
    """The trial that has come furthest, then a first one, then taking part."""
    on_trial = [group for group in groups if group.decision in ("not decided", "once more")]
    if on_trial:
        furthest = max(on_trial, key=lambda group: (len(visits_to(group, visits)), group.created_at))
        seen = len(visits_to(furthest, visits))
        if furthest.decision == "once more":
            return _action(
                f"Go to “{called(furthest)}” once more", "Then decide: join or leave.", Group, furthest.id
            )
        if seen:
            return _action(
                f"Visit “{called(furthest)}” again",
                f"{seen} of {VISITS_IN_A_TRIAL} visits; then decide.",
                Group,
                furthest.id,
            )
        return _action(
            f"Visit “{called(furthest)}”", "One evening tells you more than its website.", Group, furthest.id
        )
    joined = memberships(groups)
    if not joined:
        return _action(
            "Find another group to try", "Those you tried are settled; the guide has a checklist.", Group
        )
    passive = [group for group in joined if not group.part]
    if passive:
        return _action(
            f"Choose a part to take in “{called(passive[0])}”",
            "Who does something there gets to know people.",
            Group,
            passive[0].id,
        )
    return _action(
        "Note your next visit",
        f"With {counted(len(joined), 'group')}, each visit shows whether it still pays.",
        Visit,
    )


def _action(text: str, reason: str, opens: type[Record] | None = None, record_id: str = "") -> Action:
    return Action(text, reason, SLUG, opens, record_id)
