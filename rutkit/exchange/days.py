"""Days and times as files write them, and the order of day and month that a whole column shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from rutkit.dates import MONTHS, month_number


@dataclass(frozen=True)
class DayOrder:
    """Whether 3/4/2026 is the third of April in a column, and whether the column shows it."""

    day_first: bool
    certain: bool
    """False if every cell can be read both ways."""


def day_order(cells: Iterable[str | None]) -> DayOrder:
    """What a column shows about the order of day and month.

    A number above 12 settles it; then points ("3.4.2026"), which only countries write that put the day first;
    then days that are in order, rising or falling, in one reading only. Otherwise it is taken as month first.
    """
    pairs = [found for cell in cells if cell and (found := _NUMERIC.match(cell))]
    firsts = [int(found["first"]) for found in pairs]
    seconds = [int(found["second"]) for found in pairs]
    if not pairs or firsts == seconds:
        return DayOrder(day_first=False, certain=True)
    day_above_12, month_above_12 = max(firsts) > 12, max(seconds) > 12
    if day_above_12 != month_above_12:
        return DayOrder(day_first=day_above_12, certain=True)
    if all(found["mark"] == "." for found in pairs):
        return DayOrder(day_first=True, certain=True)
    in_order = {
        order: _is_in_order([_numeric_day(found, order) for found in pairs]) for order in (True, False)
    }
    if in_order[True] != in_order[False]:
        return DayOrder(day_first=in_order[True], certain=True)
    return DayOrder(day_first=False, certain=False)


@lru_cache(maxsize=10_000)
def read_moment(text: str, *, day_first: bool) -> datetime | None:
    """The day and time that `text` names, without a zone, as it is written there; None if it names none.

    Reads ISO 8601, "20260403", "3/4/2026" and "3.4.26" in the order of `day_first`, "3 Apr 2026" and
    "Friday, April 3, 2026", each with or without a time ("14:30", "2:30 PM"). Without a time it is midnight.
    """
    text = _WEEKDAY.sub("", " ".join(text.split()))
    for form in (_ISO, _COMPACT, _NUMERIC, _DAY_NAME, _NAME_DAY):
        found = form.match(text)
        if found is None:
            continue
        day = _numeric_day(found, day_first) if form is _NUMERIC else _named_day(found)
        clock = _clock(text[found.end() :])
        return datetime.combine(day, clock) if day and clock else None
    return None


def is_day(text: str) -> bool:
    """True if `text` names a day, in whichever order."""
    return any(read_moment(text, day_first=order) is not None for order in (True, False))


_NAME = rf"(?P<name>{'|'.join(MONTHS)})[a-z]*\.?"
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ", re.IGNORECASE)
_ISO = re.compile(
    r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9])"
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?![0-9])")
_NUMERIC = re.compile(
    r"(?P<first>[0-9]{1,2})(?P<mark>[-/.]) ?(?P<second>[0-9]{1,2})(?P=mark) ?"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])"
)
_DAY_NAME = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?[ -]{_NAME},?[ -](?P<year>[0-9]{{4}})(?![0-9])", re.IGNORECASE
)
_NAME_DAY = re.compile(
    rf"{_NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}})(?![0-9])", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?:[T, ] ?(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?(?: ?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?)?",
    re.IGNORECASE,
)


def _numeric_day(found: re.Match[str], day_first: bool) -> date | None:
    day, month = (found["first"], found["second"]) if day_first else (found["second"], found["first"])
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 2000 if year < 69 else 1900  # as POSIX has it
    return _day(year, int(month), int(day))


def _named_day(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    month = int(groups["month"]) if "month" in groups else month_number(groups["name"])
    return _day(int(groups["year"]), month or 0, int(groups["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(text: str) -> time | None:
    """The time in what follows a day: midnight if nothing does, None if it is something else."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found["hour"] or 0), int(found["minute"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _is_in_order(days: list[date | None]) -> bool:
    known = [day for day in days if day]
    return len(known) == len(days) and known in (sorted(known), sorted(known, reverse=True))
