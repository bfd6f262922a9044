"""What step 5 advises: answer what closes soon, and look again when the postings have grown old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_date
from rutkit.steps.advice import Advice, Rules, in_days
from rutkit.steps.job_search.records import Application
from rutkit.steps.market.progress import REPEAT_AFTER, SLUG
from rutkit.steps.market.records import Posting
from rutkit.steps.progress import Action

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

LOOKED_AT = 40
"""Postings with the latest closing days; those that close next week are among them."""
CLOSES_SOON = timedelta(days=7)


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    postings: int = 0
    newest: date | None = None
    """The day on which the newest posting was brought in."""
    closing: Sequence[Posting] = ()
    """Postings that close within a week and to which no application belongs."""


def read(workbook: Workbook, today: date) -> Facts:
    """How many postings, the newest, and those that close soon."""
    newest = workbook.page(Posting, descending=True, limit=1)
    latest = workbook.all(Posting, order_by="closing", descending=True, limit=LOOKED_AT)
    closing = [
        posting
        for posting in latest
        if posting.closing
        and today <= posting.closing <= today + CLOSES_SOON
        and not workbook.count(Application, posting=posting.id)
    ]
    last = newest.records[0].created_at.astimezone().date() if newest.records else None
    return Facts(today, newest.total, last, sorted(closing, key=lambda each: each.closing or today))


def closes_soon(facts: Facts) -> Advice | None:
    """A posting closes within seven days, and no application belongs to it."""
    if not facts.closing:
        return None
    first = facts.closing[0]
    name = ", ".join(part for part in (first.title.strip(), first.company.strip()) if part) or "A posting"
    return Advice(
        Action(
            f"Decide about “{name}”",
            f"It closes {in_days(first.closing or facts.today, facts.today)}. Letting it go is a decision, too.",
            SLUG,
            Posting,
            first.id,
        ),
        strength=62,
        minutes=45,
        numbers=f"Closes on {format_date(first.closing)}." if first.closing else "",
        takes_from="search",
    )


def look_again(facts: Facts) -> Advice | None:
    """The newest posting came in more than 90 days ago."""
    if facts.newest is None or facts.today - facts.newest <= REPEAT_AFTER:
        return None
    days = (facts.today - facts.newest).days
    return Advice(
        Action(
            "Look at the market again",
            "A few new postings show whether what employers ask for has moved.",
            SLUG,
            Posting,
        ),
        strength=30,
        minutes=20,
        numbers=f"The newest of {counted(facts.postings, 'posting')} came in {counted(days, 'day')} ago.",
        takes_from="search",
    )


RULES = Rules(read, to_do=(closes_soon, look_again))
