"""Where somebody is in step 3, and what to do next there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.steps.emotions.analysis import (
    MINIMUM_WORKDAYS,
    WINDOW_DAYS,
    consistency,
    consistency_finding,
    has_feelings,
)
from rutkit.steps.emotions.burnout import REPEAT_DAYS, due_from, is_due
from rutkit.steps.emotions.records import BurnoutInventory, CheckIn
from rutkit.steps.emotions.support import support
from rutkit.steps.progress import Action, Progress, State

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

SLUG = "emotions"

RECENT_CHECK_INS = 60
"""Enough to read the state from, however many years there are."""


def progress(workbook: Workbook, today: date) -> Progress:
    """Begun with the first check-in, done with five workdays within 14 days, due when today has none.

    It is also due when the last burnout inventory is 28 days old. A check-in counts once a feeling is
    answered; the five workdays are looked for among the last 60 check-ins, so that a holiday does not undo
    them.
    """
    newest = workbook.all(CheckIn, order_by="day", descending=True, limit=RECENT_CHECK_INS)
    check_ins = [check_in for check_in in newest if check_in.day <= today and has_feelings(check_in)]
    inventories = workbook.all(BurnoutInventory)
    is_checked_in = any(check_in.day == today for check_in in check_ins)
    state, note = _state(check_ins, inventories, today, is_checked_in)
    return Progress(state, note, _action(check_ins, inventories, today, is_checked_in))


def _state(
    check_ins: Sequence[CheckIn], inventories: Sequence[BurnoutInventory], today: date, is_checked_in: bool
) -> tuple[State, str]:
    if not check_ins:
        return State.NOT_BEGUN, ""
    if not _has_been_enough(check_ins):
        return State.BEGUN, f"{_recent_workdays(check_ins, today)} of {MINIMUM_WORKDAYS}"
    if not is_checked_in:
        return State.DUE, "today"
    if is_due(inventories, today):
        return State.DUE, "burnout check"
    return State.DONE, "checked in"


def _action(
    check_ins: Sequence[CheckIn], inventories: Sequence[BurnoutInventory], today: date, is_checked_in: bool
) -> Action:
    needed = support(check_ins, inventories, today)
    if needed is not None:
        return Action("Talk to somebody you trust", needed.reason, SLUG)
    if not is_checked_in:
        return Action("Check in for today", _why_check_in(check_ins, today), SLUG, CheckIn)
    if is_due(inventories, today):
        return Action("Answer the burnout questions", _why_inventory(inventories), SLUG, BurnoutInventory)
    return Action("See which feelings keep coming back", _finding(check_ins, today), SLUG)


def _why_check_in(check_ins: Sequence[CheckIn], today: date) -> str:
    if not check_ins:
        return "Half a minute a day shows whether a feeling is a bad day or the job."
    if not _has_been_enough(check_ins):
        workdays = _recent_workdays(check_ins, today)
        return (
            f"{workdays} of {MINIMUM_WORKDAYS} workdays so far; then you see which feelings are consistent."
        )
    return _finding(check_ins, today)


def _why_inventory(inventories: Sequence[BurnoutInventory]) -> str:
    if due_from(inventories) is None:
        return "Thirteen questions give you a first score to measure later ones against."
    return f"The last time is {REPEAT_DAYS} days ago or more; now you can see the change."


def _finding(check_ins: Sequence[CheckIn], today: date) -> str:
    return f"{consistency_finding(consistency(check_ins, today))}."


def _recent_workdays(check_ins: Sequence[CheckIn], today: date) -> int:
    first_day = today - timedelta(days=WINDOW_DAYS - 1)
    return sum(check_in.workday is True and check_in.day >= first_day for check_in in check_ins)


def _has_been_enough(check_ins: Sequence[CheckIn]) -> bool:
    """True if any 14 days in a row hold five workdays."""
    workdays = sorted(check_in.day for check_in in check_ins if check_in.workday)
    span = MINIMUM_WORKDAYS - 1
    return any(
        (last - first).days < WINDOW_DAYS for first, last in zip(workdays, workdays[span:], strict=False)
    )
