"""What step 3 advises: half a minute a day, and somebody to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_date
from rutkit.steps.advice import Advice, Rules
from rutkit.steps.emotions.analysis import (
    NOUNS,
    WINDOW_DAYS,
    Consistency,
    consistency,
    consistency_finding,
    has_feelings,
)
from rutkit.steps.emotions.burnout import due_from, is_due
from rutkit.steps.emotions.progress import RECENT_CHECK_INS, SLUG
from rutkit.steps.emotions.records import BurnoutInventory, CheckIn
from rutkit.steps.exit_plan.records import Support
from rutkit.steps.progress import Action

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    check_ins: Sequence[CheckIn] = ()
    """The newest sixty."""
    inventories: Sequence[BurnoutInventory] = ()


def read(workbook: Workbook, today: date) -> Facts:
    """The newest check-ins, and the inventories, of which there are thirteen a year."""
    newest = workbook.all(CheckIn, order_by="day", descending=True, limit=RECENT_CHECK_INS)
    check_ins = [each for each in newest if each.day <= today and has_feelings(each)]
    return Facts(today, check_ins, workbook.all(BurnoutInventory))


def check_in(facts: Facts) -> Advice | None:
    """Today has no check-in, and earlier days have; stronger by 3 for each missing day, up to 60."""
    if not facts.check_ins or any(each.day == facts.today for each in facts.check_ins):
        return None
    newest = max(each.day for each in facts.check_ins)
    missing = (facts.today - newest).days - 1
    days = sum(facts.today - each.day < timedelta(days=WINDOW_DAYS) for each in facts.check_ins)
    return Advice(
        Action(
            "Check in for today",
            "Half a minute shows whether a feeling is a bad day or the job."
            if not missing
            else f"Half a minute; {counted(missing, 'day')} before today can be filled in, too, if you remember.",
            SLUG,
            CheckIn,
        ),
        strength=min(60, 48 + 3 * missing),
        minutes=1,
        numbers=f"{days} of the last {WINDOW_DAYS} days have a check-in.",
        is_gentle=True,
    )


def burnout_check(facts: Facts) -> Advice | None:
    """The burnout inventory is 28 days old, or there is none beside the check-ins yet."""
    if not facts.check_ins or not is_due(facts.inventories, facts.today):
        return None
    due = due_from(facts.inventories)
    return Advice(
        Action(
            "Answer the burnout questions",
            "Thirteen questions; four weeks later the same ones show the change."
            if due is None
            else "Thirteen questions, as four weeks ago: they show whether it got better or worse.",
            SLUG,
            BurnoutInventory,
        ),
        strength=42,
        minutes=4,
        numbers=f"Due since {format_date(due)}." if due else "",
    )


def tell_somebody(facts: Facts) -> Advice | None:
    """A feeling was there on at least half of the workdays of the last two weeks."""
    results = consistency(facts.check_ins, facts.today)
    strong = max(results, key=_weight)
    if not strong.is_consistent:
        return None
    return Advice(
        Action(
            "Tell one person what keeps coming back",
            f"{consistency_finding(results)}. That is not a bad day. Whoever listens need not solve it; "
            "your exit plan has a place for their name.",
            "exit_plan",
            Support,
        ),
        strength=41,
        minutes=10,
        numbers=f"{NOUNS[strong.feeling].capitalize()}: {strong.label} of workdays, last {WINDOW_DAYS} days.",
        is_gentle=True,
    )


def _weight(result: Consistency) -> float:
    return result.share if result.is_consistent else -1.0


RULES = Rules(read, to_do=(check_in, burnout_check, tell_somebody))
