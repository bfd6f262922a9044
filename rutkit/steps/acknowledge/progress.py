"""Where somebody is in this step, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_short_date
from rutkit.steps.acknowledge.analysis import count_history, missing_answers, rated, reason_title, unrated
from rutkit.steps.acknowledge.records import (
    QUESTIONS,
    RECORDS,
    Acknowledgement,
    RutCheck,
    Situation,
    StayReason,
)
from rutkit.steps.progress import Action, Progress, State

if TYPE_CHECKING:
    from rutkit.records import Record
    from rutkit.workbook import Workbook

SLUG = "acknowledge"

REPEAT_AFTER = timedelta(days=90)
"""A rut check older than this waits to be taken again."""


def progress(workbook: Workbook, today: date) -> Progress:
    """Done is: a few words on where they are, a finished rut check, rated reasons and an acknowledgement."""
    checks = workbook.all(RutCheck, order_by="day")
    acknowledgements = workbook.all(Acknowledgement, order_by="day")
    asked_for = (
        _situation_action(workbook.only(Situation)),
        _check_action(checks),
        _reasons_action(workbook.all(StayReason, order_by="day")),
        _acknowledgement_action(acknowledgements),
    )
    missing = [action for action in asked_for if action is not None]
    if missing:
        begun = any(workbook.count(record_type) for record_type in RECORDS)
        note = f"{len(asked_for) - len(missing)} of {len(asked_for)}" if begun else ""
        return Progress(State.BEGUN if begun else State.NOT_BEGUN, note, missing[0])
    last = count_history(checks)[-1].day
    if today - last > REPEAT_AFTER:
        return Progress(State.DUE, "check again", _repeat_action(last, today))
    newest = acknowledgements[-1]
    return Progress(State.DONE, format_short_date(newest.day, today), _plan_action(newest, today))


def _situation_action(situation: Situation | None) -> Action | None:
    if situation is not None and (situation.role.strip() or situation.stuck_means.strip()):
        return None
    return _action(
        "Say where you are",
        "Your role, and what “stuck” means for you: a few words are enough to begin.",
        Situation,
    )


def _check_action(checks: Sequence[RutCheck]) -> Action | None:
    if count_history(checks):
        return None
    if not checks:
        return _action(
            "Take the rut check",
            f"{len(QUESTIONS)} questions show how your answers stand beside those of US workers.",
            RutCheck,
        )
    missing = missing_answers(checks[-1])
    return _action(
        "Finish the rut check",
        f"{counted(len(missing), 'question')} to go; until then there is no score.",
        RutCheck,
    )


def _reasons_action(reasons: Sequence[StayReason]) -> Action | None:
    if rated(reasons):
        return None
    if not reasons:
        return _action(
            "Say why you have stayed",
            "Fear, comfort, or avoiding the effort: what keeps you is easier to move once it has a name.",
            StayReason,
        )
    missing = [reason_title(name).lower() for name in unrated(reasons[-1])]
    return _action("Rate what keeps you", f"Still open: {', '.join(missing)}.", StayReason)


def _acknowledgement_action(acknowledgements: Sequence[Acknowledgement]) -> Action | None:
    if acknowledgements:
        return None
    return _action(
        "Write your acknowledgement",
        "One sentence, in your own words, that stays in view while you work on the rest.",
        Acknowledgement,
    )


def _repeat_action(last: date, today: date) -> Action:
    return _action(
        "Take the rut check again",
        f"Your last one is {counted((today - last).days, 'day')} old; a new one shows what has moved.",
        RutCheck,
    )


def _plan_action(acknowledgement: Acknowledgement, today: date) -> Action:
    return Action(
        "Go on to your exit plan",
        f"You said where you are on {format_short_date(acknowledgement.day, today)}; "
        "next comes a way out that is safe.",
        "exit_plan",
    )


def _action(text: str, reason: str, opens: type[Record] | None = None, record_id: str = "") -> Action:
    return Action(text, reason, SLUG, opens, record_id)
