"""The sealed letter: a resignation draft that waits before it can be read again."""

from __future__ import annotations

from datetime import datetime, timedelta

from rutkit.formatting import format_moment
from rutkit.steps.exit_plan.records import ResignationDraft


def opens_at(draft: ResignationDraft) -> datetime | None:
    """When the seal ends by itself, in local time; `None` if the draft was never sealed."""
    if draft.sealed_at is None:
        return None
    return draft.sealed_at.astimezone() + timedelta(hours=draft.sealed_hours)


def is_sealed(draft: ResignationDraft, now: datetime) -> bool:
    """True while the letter is not to be shown. A moment without a time zone is taken as local time."""
    opens = opens_at(draft)
    return opens is not None and now.astimezone() < opens and not was_opened_early(draft)


def seal(draft: ResignationDraft, now: datetime) -> ResignationDraft:
    """The draft as it is to be saved when the person seals it."""
    return draft.model_copy(update={"sealed_at": now, "opened_early_at": None})


def open_early(draft: ResignationDraft, now: datetime) -> ResignationDraft:
    """The draft as it is to be saved when the person chooses, in a second step, to open it early."""
    return draft.model_copy(update={"opened_early_at": now})


def seal_sentence(draft: ResignationDraft, now: datetime) -> str:
    """Where the letter stands, in words."""
    opens = opens_at(draft)
    if opens is None:
        return "Not sealed yet. Sealed, it cannot be read for a while, and nobody else ever sees it."
    if is_sealed(draft, now):
        return f"Sealed until {format_moment(opens)}: {_time_left(opens - now.astimezone())} to go."
    if was_opened_early(draft):
        return "You opened it before its time. You can seal it again whenever you like."
    return (
        "The wait is over. Read it as if somebody else had written it, then decide what it still says to you."
    )


def was_opened_early(draft: ResignationDraft) -> bool:
    """True if the person opened the letter before its day, and has not sealed it again."""
    if draft.opened_early_at is None or draft.sealed_at is None:
        return False
    return draft.opened_early_at.astimezone() >= draft.sealed_at.astimezone()


def _time_left(left: timedelta) -> str:
    hours = left.days * 24 + left.seconds // 3600
    if hours >= 48:
        return f"{round(hours / 24)} days"
    if hours >= 2:
        return f"{hours} hours"
    return "less than two hours"
