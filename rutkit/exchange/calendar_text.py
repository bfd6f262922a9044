"""The text of somebody's `.ics` file, cut into its events and time zones, each of which is then read by itself.

One event that is broken, or a file that breaks off, must not take the others along.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rutkit.exchange.encodings import encoding_of
from rutkit.exchange.errors import CalendarError

MAXIMUM_BYTES = 10_000_000
MAXIMUM_EVENTS = 10_000


@dataclass
class CalendarText:
    """What a file holds, as text; nothing of it is understood yet."""

    events: list[str] = field(default_factory=list)
    """Each from `BEGIN:VEVENT` to `END:VEVENT`, without its reminders."""
    zones: list[str] = field(default_factory=list)
    """Each from `BEGIN:VTIMEZONE` to `END:VTIMEZONE`."""
    properties: dict[str, str] = field(default_factory=dict)
    """Of the calendar itself: `METHOD`, `X-WR-CALNAME`."""
    is_whole: bool = False
    """Whether it ends as a calendar does."""


def calendar_text(content: bytes, filename: str) -> CalendarText:
    """Cut a file into its parts.

    Raises:
        CalendarError: it is empty, too large, or no calendar.
    """
    if len(content) > MAXIMUM_BYTES:
        raise CalendarError(
            f"“{filename}” is larger than {MAXIMUM_BYTES // 1_000_000} MB, so it was not read and nothing was "
            "changed; please export fewer years of it."
        )
    found = _cut(_lines(content, filename))
    if len(found.events) > MAXIMUM_EVENTS:
        raise CalendarError(
            f"“{filename}” holds more than {MAXIMUM_EVENTS:,} events, so it was not read and nothing was changed; "
            "please export fewer years of it."
        )
    return found


def _lines(content: bytes, filename: str) -> list[str]:
    """The lines, with those joined that were folded.

    Raises:
        CalendarError: this is no calendar.
    """
    start = content[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise CalendarError(f"“{filename}” is empty, so nothing was read and nothing was changed.")
    if start.startswith(b"PK"):
        raise CalendarError(
            f"“{filename}” is a packed file, so it was not read and nothing was changed; "
            "please unpack it and choose the calendar in it, which ends in .ics."
        )
    if start.startswith(b"<"):
        raise CalendarError(
            f"“{filename}” is a web page and not a calendar, so nothing was changed; a group’s calendar page often "
            "has a link called “Export”, “iCal” or “Subscribe” that leads to the file."
        )
    # A file that breaks off within a letter is still in the encoding of all that stands before.
    encoding = encoding_of(content.rpartition(b"\n")[0] or content)
    text = content.decode(encoding or "latin-1", errors="replace")
    if "BEGIN:VCALENDAR" not in text[:10_000].upper():
        raise CalendarError(
            f"“{filename}” is no calendar file, so nothing was read and nothing was changed; "
            "such a file ends in .ics and begins with BEGIN:VCALENDAR."
        )
    # Not str.splitlines: that takes rare letters within a text for the end of its line.
    return re.split(r"\r\n|\n|\r", re.sub(r"(?:\r\n|\n|\r)[ \t]", "", text))


def _cut(lines: Iterable[str]) -> CalendarText:
    found = CalendarText()
    open_parts: list[str] = []
    kept: list[str] = []
    for line in lines:
        name, _, value = line.partition(":")
        word, part = name.strip().upper(), value.strip().upper()
        if word == "BEGIN":
            if part in _KEPT:
                kept, open_parts = [], []  # one that never ended is lost, and nothing after it
            open_parts.append(part)
        within = next((each for each in open_parts if each in _KEPT), None)
        if within and "VALARM" not in open_parts:
            kept.append(line)
        elif not within and word in _OF_CALENDAR:
            found.properties[word] = value.strip()
        if word == "END":
            if part in open_parts:
                open_parts = open_parts[: len(open_parts) - 1 - open_parts[::-1].index(part)]
            if part == within:
                (found.events if part == "VEVENT" else found.zones).append("\r\n".join([*kept, ""]))
            found.is_whole = part == "VCALENDAR"
    return found


_KEPT = ("VEVENT", "VTIMEZONE")
_OF_CALENDAR = ("METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE")
