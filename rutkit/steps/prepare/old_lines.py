"""Which entries of the master have grown old, by the dates that stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rutkit.formatting import counted
from rutkit.steps.prepare.entries import ResumeEntry
from rutkit.steps.prepare.resume import Master, title_of

ENDED_YEARS = 10
CERTIFICATE_YEARS = 3
CURRENT_MONTHS = 6
"""After how long an ended entry, a certificate and a current job without news are named. Our choice: no study stands
behind it."""


@dataclass(frozen=True)
class OldLine:
    """An entry that may be out of date."""

    entry: ResumeEntry
    why: str

    @property
    def sentence(self) -> str:
        """What it is, and why it is named."""
        return f"{title_of(self.entry)}: {self.why}"


def old_lines(master: Master, today: date) -> tuple[OldLine, ...]:
    """Entries that may be out of date, in the master's order. Whether one is, the person knows."""
    found = ((entry, _why(entry, master, today)) for entry in master.all_entries())
    return tuple(OldLine(entry, why) for entry, why in found if why)


def _why(entry: ResumeEntry, master: Master, today: date) -> str:
    ended = _years_since(_said(entry, "end_date"), today)
    if ended is not None and ended >= ENDED_YEARS:
        return f"ended {counted(ended, 'year')} ago. Most of its space may be worth more to something newer."
    if entry.section == "certificates":
        age = _years_since(_said(entry, "date"), today)
        if age is not None and age >= CERTIFICATE_YEARS:
            return f"{counted(age, 'year')} old. Is it still valid?"
    if entry.section == "work" and _said(entry, "start_date") and not _said(entry, "end_date"):
        months = max(0, (today - max(_changes(entry, master))).days // 30)
        if months >= CURRENT_MONTHS:
            return f"goes on, and nothing new stands there since {counted(months, 'month')}. What have you done since?"
    return ""


def _said(entry: ResumeEntry, name: str) -> str:
    return str(getattr(entry, name, ""))


def _changes(entry: ResumeEntry, master: Master) -> Iterator[date]:
    for record in (entry, *master.lines_of(entry)):
        yield record.updated_at.astimezone().date()


def _years_since(iso: str, today: date) -> int | None:
    """Whole years since a date of which only the year or month may be known: rather too few than too many."""
    if not iso:
        return None
    year, month = int(iso[:4]), int(iso[5:7] or 12)
    return max(0, (today.year * 12 + today.month - year * 12 - month) // 12)
