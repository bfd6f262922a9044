"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.exchange.calendar import CalendarEvent, nine_o_clock, on_a_day
from rutkit.steps.market.records import Posting

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


LOOKED_AT = 500
"""Of the postings that close last: nobody applies to more."""


def dates(workbook: Workbook, today: date) -> Iterator[CalendarEvent]:
    """The days on which postings close, from today on; a posting that repeats another has none of its own."""
    found = workbook.page(Posting, order_by="closing", descending=True, limit=LOOKED_AT, repeats="")
    for posting in reversed(found.records):
        if posting.closing and posting.closing >= today:
            what = ", ".join(part for part in (posting.title.strip(), posting.company.strip()) if part)
            yield on_a_day(
                posting,
                posting.closing,
                f"Closes: {what or 'a posting'}",
                role="closing",
                alarm_before=nine_o_clock(days_before=2),
                link=posting.link,
            )
