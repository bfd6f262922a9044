"""iCalendar: what stands in the `.ics` files of groups, mail programs and calendars (RFC 5545, kept to loosely)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from rutkit.exchange.calendar_text import CalendarText, calendar_text
from rutkit.exchange.calendar_zones import Clock, Clocks
from rutkit.exchange.errors import CalendarError
from rutkit.exchange.timing import A_DAY, Timing, checked_rule

Progress = Callable[[int, int], object]

LONGEST_LINE = 300
LONGEST_TEXT = 20_000
"""Characters: what goes beyond is cut off."""
LONGEST_DURATION = timedelta(days=366)
"""What lasts longer is taken for so long: some programs write the end of time where they mean that there is none."""
LIKELY_YEARS = range(1900, 2200)
_BETWEEN_NEWS = 50


@dataclass(frozen=True)
class CalendarEntry:
    """An event, or a series of them, of somebody's calendar."""

    uid: str
    """Its name in that calendar: in a newer file of the same calendar it is the same. One time of a series that was
    changed is an entry of its own, whose name begins with that of the series: see `is_part_of`."""
    timing: Timing
    title: str
    about: str
    place: str
    link: str


@dataclass(frozen=True)
class CalendarContent:
    """What was read in a file."""

    name: str
    """Of the calendar, as it calls itself; may be empty."""
    entries: tuple[CalendarEntry, ...]
    canceled: tuple[str, ...]
    """The uids of entries that do not take place."""
    remarks: tuple[str, ...]
    """What was left out or had to be guessed, in sentences."""


def is_part_of(uid: str, series: str) -> bool:
    """Whether an entry is one changed time of the series called `series`."""
    return uid.startswith(f"{series}{_TIME_MARK}")


_TIME_MARK = "#"


def read_calendar(
    content: bytes, filename: str, on_progress: Progress = lambda done, total: None
) -> CalendarContent:
    """The events of an `.ics` file. An event that cannot be read is left out, the rest is read.

    Args:
        content: the bytes of the file, in whatever encoding.
        filename: what the person calls it, for the sentences.
        on_progress: told now and then how many events of how many are read.

    Raises:
        CalendarError: it is empty, too large, no calendar, or breaks off before its first event.
    """
    text = calendar_text(content, filename)
    if not text.events and not text.is_whole:
        raise CalendarError(
            f"“{filename}” breaks off before its first event ends, so nothing was changed; "
            "please export or download it again."
        )
    remarks: Counter[str] = Counter()
    clocks = Clocks(text.zones, text.properties.get("X-WR-TIMEZONE", ""))
    found = list(_read_all(text, clocks, remarks, on_progress))
    entries, canceled = _as_entries(_newest(found))
    return CalendarContent(
        name=text.properties.get("X-WR-CALNAME", "")[:LONGEST_LINE],
        entries=entries,
        canceled=canceled,
        remarks=(*_sentences(remarks, clocks), *(() if text.is_whole else (_BROKEN_OFF,))),
    )


@dataclass(frozen=True)
class _Component:
    """One VEVENT as it was read."""

    uid: str
    replaces: Clock | None
    """For a changed time of a series: the start that it stands for."""
    sequence: int
    is_canceled: bool
    entry: CalendarEntry


def _read_all(
    text: CalendarText, clocks: Clocks, remarks: Counter[str], on_progress: Progress
) -> Iterator[_Component]:
    from icalendar import Event

    all_canceled = text.properties.get("METHOD", "").upper() == "CANCEL"
    for done, event in enumerate(text.events):
        if done % _BETWEEN_NEWS == 0:
            on_progress(done, len(text.events))
        try:
            yield _component(Event.from_ical(event), clocks, remarks, all_canceled)
        except Exception:  # whatever a stranger's event does to the library, the others are to be read
            remarks[_UNREADABLE] += 1
    on_progress(len(text.events), len(text.events))


_UNREADABLE = "left out, since nobody could tell when they take place"
_ONCE = "taken for once, since the rule by which they come back cannot be read"
_REST_OF_SERIES = "read for one day only, though a change was meant for the rest of its series, too"
_BROKEN_OFF = (
    "The file breaks off before its end: what came before was read, so please download it again later."
)


def _sentences(remarks: Counter[str], clocks: Clocks) -> Iterator[str]:
    for what, count in remarks.items():
        yield f"{count} {'event was' if count == 1 else 'events were'} {what}."
    for name in sorted(clocks.unknown):
        yield f"Nobody knows the time zone “{name[:60]}”: its times are taken as they stand, on your own clock."


def _component(event: Any, clocks: Clocks, remarks: Counter[str], is_canceled: bool) -> _Component:
    begin = _clock(event["DTSTART"], clocks)
    if begin.reading.year not in LIKELY_YEARS:
        raise ValueError("nobody means such a year")
    replaces = event.get("RECURRENCE-ID")
    if replaces is not None and str(replaces.params.get("RANGE", "")).upper() == "THISANDFUTURE":
        remarks[_REST_OF_SERIES] += 1
    title = _line(event, "SUMMARY") or "An event without a title"
    uid = _line(event, "UID", longest=LONGEST_TEXT) or _made_up_uid(title, begin)
    timing = _timing(event, begin, clocks, remarks)
    return _Component(
        uid=uid,
        replaces=_clock(replaces, clocks) if replaces is not None else None,
        sequence=int(event.get("SEQUENCE", 0)),
        is_canceled=is_canceled or _line(event, "STATUS").upper() == "CANCELLED",
        entry=CalendarEntry(
            uid=uid,
            timing=timing,
            title=title,
            about=_text(event, "DESCRIPTION").strip()[:LONGEST_TEXT],
            place=_line(event, "LOCATION"),
            link=_line(event, "URL"),
        ),
    )


def _timing(event: Any, begin: Clock, clocks: Clocks, remarks: Counter[str]) -> Timing:
    return Timing(
        starts=begin.reading,
        lasts=_lasts(event, begin, clocks),
        zone=begin.zone,
        repeats=_rule(event, remarks),
        also_on=tuple(_starts(event, "RDATE", begin, clocks)),
        leaves_out=tuple(_starts(event, "EXDATE", begin, clocks)),
    )


def _clock(value: Any, clocks: Clocks) -> Clock:
    day = value.dt
    if isinstance(day, tuple):  # a period: its start
        day = day[0]
    params = value.params
    if str(params.get("VALUE", "")).upper() == "DATE" and isinstance(day, datetime):
        day = day.date()
    return clocks.read(day, str(params["TZID"]) if "TZID" in params else None)


def _lasts(event: Any, begin: Clock, clocks: Clocks) -> timedelta:
    """How long it lasts: RFC 5545 has a day for whole days that do not say, and no time for others."""
    least = timedelta(0) if isinstance(begin.reading, datetime) else A_DAY
    if "DTEND" in event:
        return min(max(least, begin.until(_clock(event["DTEND"], clocks))), LONGEST_DURATION)
    if "DURATION" in event:
        duration: timedelta = event["DURATION"].dt
        return min(max(least, duration), LONGEST_DURATION)
    return least


def _rule(event: Any, remarks: Counter[str]) -> str:
    if "RRULE" not in event:
        return ""
    try:
        written = _first(event["RRULE"]).to_ical()
        return checked_rule(written.decode("utf-8") if isinstance(written, bytes) else str(written))
    except Exception:  # the library refuses some rules when they are read, some when they are written
        remarks[_ONCE] += 1
        return ""


def _starts(event: Any, name: str, begin: Clock, clocks: Clocks) -> Iterator[date]:
    """The starts in a property that may stand several times, each with several values and a zone of its own."""
    for listed in _all(event.get(name)):
        for value in listed.dts:
            value.params = {**listed.params, **value.params}
            yield _clock(value, clocks).as_in(begin.zone)


def _line(event: Any, name: str, longest: int = LONGEST_LINE) -> str:
    return " ".join(_text(event, name).split())[:longest]


def _text(event: Any, name: str) -> str:
    return str(_first(event.get(name, "")))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _all(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _made_up_uid(title: str, begin: Clock) -> str:
    return hashlib.sha256(f"{title}\n{begin.reading.isoformat()}".encode()).hexdigest()


_Components = dict[tuple[str, Clock | None], _Component]
"""By uid and, for a changed time of a series, the start that it stands for."""


def _newest(components: Iterable[_Component]) -> _Components:
    """Of each event, and each changed time of a series, the one with the highest number; of equals the last."""
    newest: _Components = {}
    for component in components:
        key = component.uid, component.replaces
        if key not in newest or newest[key].sequence <= component.sequence:
            newest[key] = component
    return newest


def _as_entries(components: _Components) -> tuple[tuple[CalendarEntry, ...], tuple[str, ...]]:
    """The entries, and the uids of what is canceled. A time that was changed falls out of its series."""
    entries: list[CalendarEntry] = []
    canceled: list[str] = []
    changed: dict[str, list[Clock]] = {}
    for uid, replaces in components:
        if replaces is not None:
            changed.setdefault(uid, []).append(replaces)
    for (uid, replaces), component in components.items():
        series = components.get((uid, None), component)
        entry = component.entry
        timing = entry.timing
        if replaces is not None:
            uid = f"{uid}{_TIME_MARK}{replaces.reading.isoformat()}"
            timing = replace(timing, repeats="", also_on=(), leaves_out=())
        elif uid in changed:
            fallen_out = (clock.as_in(timing.zone) for clock in changed[uid])
            timing = replace(timing, leaves_out=(*timing.leaves_out, *fallen_out))
        if component.is_canceled or series.is_canceled:
            canceled.append(uid)
        else:
            entries.append(replace(entry, uid=uid, timing=timing))
    return tuple(entries), tuple(canceled)
