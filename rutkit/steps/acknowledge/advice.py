"""What step 1 advises: to look again at what was said a while ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_date
from rutkit.steps.acknowledge.analysis import count_history
from rutkit.steps.acknowledge.progress import REPEAT_AFTER, SLUG
from rutkit.steps.acknowledge.records import Acknowledgement, RutCheck
from rutkit.steps.advice import Advice, Rules
from rutkit.steps.progress import Action

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

STILL_TRUE_AFTER = timedelta(days=180)
"""An acknowledgement older than this is worth reading again. A choice."""


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    checks: Sequence[RutCheck] = ()
    """By day, oldest first."""
    acknowledgement: Acknowledgement | None = None
    """The newest."""


def read(workbook: Workbook, today: date) -> Facts:
    """The rut checks and the newest acknowledgement."""
    newest = workbook.all(Acknowledgement, order_by="day", descending=True, limit=1)
    return Facts(today, workbook.all(RutCheck, order_by="day"), newest[0] if newest else None)


def check_again(facts: Facts) -> Advice | None:
    """The last whole rut check is more than 90 days old."""
    history = count_history(facts.checks)
    if not history or facts.today - history[-1].day <= REPEAT_AFTER:
        return None
    days = (facts.today - history[-1].day).days
    return Advice(
        Action(
            "Take the rut check again",
            "Seven questions, as last time: the new answers show what has moved.",
            SLUG,
            RutCheck,
        ),
        strength=38,
        minutes=3,
        numbers=f"The last one is {counted(days, 'day')} old; {len(history)} so far.",
    )


def still_true(facts: Facts) -> Advice | None:
    """The acknowledgement is half a year old."""
    newest = facts.acknowledgement
    if newest is None or facts.today - newest.day <= STILL_TRUE_AFTER:
        return None
    return Advice(
        Action(
            "Read your acknowledgement once more",
            "Is it still true? If not, one new sentence takes its place, and the old one is kept.",
            SLUG,
            Acknowledgement,
        ),
        strength=22,
        minutes=2,
        numbers=f"You wrote it on {format_date(newest.day)}.",
        is_gentle=True,
    )


RULES = Rules(read, to_do=(check_again, still_true))
