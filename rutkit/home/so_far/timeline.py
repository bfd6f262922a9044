"""All steps on one line of weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from rutkit.dates import monday_of
from rutkit.formatting import counted, format_date

WEEKS = 52


@dataclass(frozen=True)
class Lane:
    """One step: how many entries each week has."""

    name: str
    entries: Mapping[date, int]
    """By the week's Monday; weeks without any are not there."""


@dataclass(frozen=True)
class Timeline:
    """The last 52 weeks, or those since the first entry."""

    mondays: tuple[date, ...]
    lanes: tuple[Lane, ...]

    @property
    def visited(self) -> int:
        """Weeks in which any step has an entry."""
        return sum(any(monday in lane.entries for lane in self.lanes) for monday in self.mondays)

    @property
    def longest_gap(self) -> int:
        """Weeks in a row without any entry, at most."""
        quiet = (not any(monday in lane.entries for lane in self.lanes) for monday in self.mondays)
        return max((len(list(run)) for is_quiet, run in groupby(quiet) if is_quiet), default=0)


def timeline(days: Mapping[str, Iterable[date]], today: date) -> Timeline:
    """The days on which something was done in each step, by week."""
    newest = monday_of(today)
    oldest = newest - timedelta(weeks=WEEKS - 1)
    lanes = tuple(
        Lane(name, Counter(monday for day in done if oldest <= (monday := monday_of(day)) <= newest))
        for name, done in days.items()
    )
    first = min((monday for lane in lanes for monday in lane.entries), default=newest)
    weeks = (newest - first).days // 7 + 1
    return Timeline(tuple(first + timedelta(weeks=week) for week in range(weeks)), lanes)


def timeline_finding(found: Timeline) -> str:
    """In how many weeks somebody was here."""
    return f"Something in {found.visited} of {counted(len(found.mondays), 'week')}"


def timeline_sentence(found: Timeline) -> str:
    """The same in words, with the gaps and the steps that were visited."""
    begun = [lane for lane in found.lanes if lane.entries]
    gap = (
        f"The longest time without an entry was {counted(found.longest_gap, 'week')}. "
        if found.longest_gap
        else ""
    )
    entries = sum(sum(lane.entries.values()) for lane in begun)
    return f"{gap}{counted(entries, 'entry')} in {counted(len(begun), 'step')} since {format_date(found.mondays[0])}."
