"""The types a record's fields may have, beside `int`, `float`, `bool`, `date`, `datetime` and `Literal[…]`.

Each is an ordinary Python type with a note saying how a person meets it. Titles, help and bounds stand in the field's
`Field(…)`; what stands here is only what pydantic has no word for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

from rutkit.dates import partial_date


@dataclass(frozen=True)
class Lines:
    """A text of this many lines on the screen; 1 is a single-line field."""

    count: int


@dataclass(frozen=True)
class Unit:
    """What a number counts: "hours a week", "%"."""

    name: str


@dataclass(frozen=True)
class Amount:
    """An amount of money in the workbook's currency."""


@dataclass(frozen=True)
class MonthOnly:
    """A date of which only the month counts; kept as its first day."""


@dataclass(frozen=True)
class AsFarAsKnown:
    """A date of which only the year or the month may be known; kept as text in ISO 8601."""


@dataclass(frozen=True)
class Scale:
    """A whole number picked from a row of named steps, from 0 up.

    Either every step has a label, or only the two ends do (`labels` then holds two and `steps` says how many steps).
    """

    labels: tuple[str, ...]
    steps: int


@dataclass(frozen=True)
class Tags:
    """A handful of short words of the person's own, offered again the next time."""


@dataclass(frozen=True)
class Clock:
    """A text that is a time of day, as somebody wrote it."""


@dataclass(frozen=True)
class Private:
    """Words that nobody else was meant to read: left out of a report unless the person says otherwise."""


@dataclass(frozen=True)
class BehindTheScenes:
    """What nobody needs to read in a report: what rutkit keeps for itself, or somebody else's long text."""


@dataclass(frozen=True)
class PointsAtARecord:
    """A text that is the id of another record, or the key of something authored; empty, it points at nothing."""


@dataclass(frozen=True)
class OnlyIf:
    """A field that is asked only while another choice field of the record has one of these values."""

    field: str
    values: tuple[str, ...]


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2}) ?(?P<half>[ap]\.?m\.?)?", re.IGNORECASE)


def clock_time(text: str) -> time | None:
    """The time of day that somebody wrote; None if it is none.

    >>> clock_time("18:30"), clock_time("6:30 pm"), clock_time("soon")
    (datetime.time(18, 30), datetime.time(18, 30), None)
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _clock_or_nothing(text: str) -> str:
    if text.strip() and clock_time(text) is None:
        raise ValueError("please write a time of day, for example 18:30 or 6:30 pm")
    return text


def _date_or_nothing(text: str) -> str:
    if not text.strip():
        return ""
    known = partial_date(text)
    if known is None:
        raise ValueError("please write a year, a month or a day: 2024, May 2024 or 2024-05-31")
    return known


LONGEST_SHORT_TEXT = 300
LONGEST_LONG_TEXT = 100_000
"""In characters."""
ShortText = Annotated[str, Field(max_length=LONGEST_SHORT_TEXT), Lines(1)]
LongText = Annotated[str, Field(max_length=LONGEST_LONG_TEXT), Lines(4)]
Reference = Annotated[ShortText, PointsAtARecord()]
"""The id of another record, see `PointsAtARecord`."""
PrivateText = Annotated[LongText, Private()]
"""A long text that nobody else was meant to read: a note, a letter, a message."""
Money = Annotated[Decimal, Field(max_digits=14, decimal_places=2), Amount()]
Month = Annotated[date, AfterValidator(_first_of_month), MonthOnly()]
ClockTime = Annotated[str, Field(max_length=20), AfterValidator(_clock_or_nothing), Lines(1), Clock()]
"""A time of day as it was written, see `clock_time`; or empty."""
PartialDate = Annotated[str, Field(max_length=40), AfterValidator(_date_or_nothing), AsFarAsKnown()]
"""A year, a month or a day in ISO 8601, see `partial_date`; or empty."""
TagList = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=60)], ...], Tags()]


def named_scale(*labels: str) -> Scale:
    """A scale with a label for every step: `named_scale("none", "a little", "some")` is 0 to 2."""
    return Scale(labels=labels, steps=len(labels))


def ten_scale(low: str, high: str) -> Scale:
    """A scale from 0 to 10 with its two ends named."""
    return Scale(labels=(low, high), steps=11)
