"""Where somebody is in step 5, and what to do next there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted
from rutkit.steps.market.records import Posting, TargetRole
from rutkit.steps.progress import Action, Progress, State

if TYPE_CHECKING:
    from rutkit.records import Record
    from rutkit.workbook import Workbook

SLUG = "market"

FEWEST_POSTINGS = 20
"""Different postings of one role from which the step is done; shares of fewer are little more than examples."""

REPEAT_AFTER = timedelta(days=90)
"""Without a new posting for this long, it is time to look again."""


def progress(workbook: Workbook, today: date) -> Progress:
    """Begun with a role, done with twenty postings of one, due when none was added for three months.

    Repeats do not count: the step counts them once, and a vacancy that is put up again is no news.
    """
    roles = workbook.all(TargetRole)
    if not roles:
        return Progress(
            State.NOT_BEGUN,
            "",
            _action(
                "Name the role you want next",
                "As postings call it; then rutkit can read them for you.",
                TargetRole,
            ),
        )
    newest_of_each = [
        workbook.page(Posting, role=role.id, repeats="", descending=True, limit=1) for role in roles
    ]
    most = max(page.total for page in newest_of_each)
    if most < FEWEST_POSTINGS:
        return Progress(State.BEGUN, f"{most} of {FEWEST_POSTINGS}", _gather(most))
    age = today - max(posting.created_at.date() for page in newest_of_each for posting in page.records)
    if age > REPEAT_AFTER:
        return Progress(State.DUE, "look again", _look_again(age.days))
    return Progress(State.DONE, f"{most:,} read", _go_on(most))


def _gather(count: int) -> Action:
    if not count:
        return _action(
            "Bring in your first postings",
            "Paste one, or pick saved pages, a zip or a table; everything is read here and goes nowhere else.",
            Posting,
        )
    return _action(
        "Bring in more postings",
        f"{count} of {FEWEST_POSTINGS} so far; shares of fewer are little more than examples.",
        Posting,
    )


def _look_again(days: int) -> Action:
    return _action(
        "Look at the market again",
        f"Your newest posting came in {counted(days, 'day')} ago; a few new ones show what has moved.",
        Posting,
    )


def _go_on(count: int) -> Action:
    return Action(
        "Go on to your skill gaps",
        f"You have read {counted(count, 'posting')} for one role; next comes what you have of it, and what not.",
        "skills",
    )


def _action(text: str, reason: str, opens: type[Record] | None = None, record_id: str = "") -> Action:
    return Action(text, reason, SLUG, opens, record_id)
