"""When support comes to the front, and what it says.

It errs on the side of showing: a card that was not needed costs a glance. The person's own supports, from
the exit plan, are added by the view. No telephone numbers: they differ by country and change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rutkit.steps.emotions.records import FEELINGS, BurnoutInventory, CheckIn

EXTREME = 4
"""The highest step of a feeling."""

WEEK_DAYS = 7
DAYS_AT_EXTREME = 5
"""A working week. A quiet weekend, or a day just begun, does not hide five such days."""

TITLE = "You do not have to carry this alone"

LINES: tuple[str, ...] = (
    "Talk to somebody you trust, today if you can. One person who knows is enough to begin.",
    "See a doctor and tell them what you told this page. How work makes you feel is reason enough to go.",
    "If you are in danger, or think you might harm yourself, call your local emergency number now.",
)


@dataclass(frozen=True)
class Support:
    """Why support is shown, in the person's own answers."""

    reason: str
    title: str = TITLE
    lines: tuple[str, ...] = LINES


def support(
    check_ins: Iterable[CheckIn], inventories: Iterable[BurnoutInventory], today: date
) -> Support | None:
    """What brings support to the front today; None if nothing does.

    Either is enough:

    - the newest answer to how often they think “I can’t take it anymore” is always or often. It stands
      until the question is answered again;
    - a week of 4s: some feeling was at its highest on five or more of the seven days up to `today`.
    """
    answer = _newest_cannot_take_it(inventories, today)
    if answer in ("Always", "Often"):
        return Support(f"You answered that you {answer.lower()} think: “I can’t take it anymore”.")
    days = _days_at_extreme(check_ins, today)
    if days >= DAYS_AT_EXTREME:
        return Support(f"On {days} of the last {WEEK_DAYS} days, a feeling was extreme.")
    return None


def _newest_cannot_take_it(inventories: Iterable[BurnoutInventory], today: date) -> str | None:
    answers = {
        i.day: i.cannot_take_it for i in inventories if i.cannot_take_it is not None and i.day <= today
    }
    return answers[max(answers)] if answers else None


def _days_at_extreme(check_ins: Iterable[CheckIn], today: date) -> int:
    first_day = today - timedelta(days=WEEK_DAYS - 1)
    return sum(
        any(getattr(c, feeling) == EXTREME for feeling in FEELINGS)
        for c in check_ins
        if first_day <= c.day <= today
    )
