"""When something takes place: once, or again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice, takewhile
from typing import NamedTuple

from rutkit.exchange.time_zones import zone_named

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
"""How often something may come back. Nobody goes anywhere every second."""

A_DAY = timedelta(days=1)


class UnclearRuleError(ValueError):
    """A rule of recurrence that says nothing, or that nobody could keep to."""


@dataclass(frozen=True)
class Timing:
    """When something begins, how long it lasts, and how it comes back.

    >>> evening = Timing(datetime(2026, 11, 3, 18, 30), timedelta(hours=2), repeats="FREQ=WEEKLY;BYDAY=TU")
    >>> [each.day.day for each in occurrences(evening, date(2026, 11, 5), date(2026, 11, 20))]
    [10, 17]
    """

    starts: date
    """A `date` for whole days; a naive `datetime` for a time, as a clock in `zone` shows it."""
    lasts: timedelta = A_DAY
    zone: str = ""
    """IANA name ("Europe/Berlin", "UTC"); empty for a time that is the same on every clock."""
    repeats: str = ""
    """A rule of RFC 5545, 3.3.10 ("FREQ=WEEKLY;BYDAY=MO"); empty for once."""
    also_on: tuple[date, ...] = ()
    """Starts beyond those, each of the kind of `starts`."""
    leaves_out: tuple[date, ...] = ()
    """Starts that fall out; a mere day takes out whatever begins on it."""

    @property
    def is_whole_day(self) -> bool:
        """Whether it fills days, and has no time."""
        return not isinstance(self.starts, datetime)


class Occurrence(NamedTuple):
    """One time that something takes place."""

    start: date
    """As the timing has it: in its own zone."""
    day: date
    """The day on which it begins here."""
    clock: time | None
    """When on that day, on a clock here; None for whole days."""
    last_day: date


def occurrences(timing: Timing, first: date, last: date, here: tzinfo | None = None) -> Iterator[Occurrence]:
    """All that touch the days from `first` to `last` here, in the order of their starts.

    `here` is the zone that the person lives in; None for the machine's.

    Raises:
        UnclearRuleError: the rule cannot be read.
        ValueError: the zone is not known.
    """
    # A day more at both ends: elsewhere it may be another day already.
    around = (_midnight(first) - A_DAY - timing.lasts, _midnight(last) + 2 * A_DAY)
    for start in starts(timing, *around):
        found = as_it_is_here(timing, start, here)
        if found.day <= last and found.last_day >= first:
            yield found


def starts(timing: Timing, after: datetime, before: datetime) -> Iterator[date]:
    """The starts from `after` to `before`, both as a clock in the timing's own zone shows them.

    Raises:
        UnclearRuleError: the rule cannot be read.
    """
    begin = _as_datetime(timing.starts)
    by_rule = _by_rule(timing, begin, before) if timing.repeats else iter((begin,))
    out = set(timing.leaves_out)
    found = {*by_rule, *map(_as_datetime, timing.also_on)}
    for moment in sorted(found):
        if after <= moment <= before and moment not in out and moment.date() not in out:
            yield moment.date() if timing.is_whole_day else moment


def checked_rule(text: str) -> str:
    """A rule of recurrence in capitals and without its name.

    Raises:
        UnclearRuleError: it cannot be read, or comes back more often than daily.
    """
    parts = _parts(text)
    rule = _joined(parts)
    if parts.get("FREQ") not in FREQUENCIES:
        raise UnclearRuleError(
            f"a rule of recurrence says how often it comes back, from daily to yearly: {text!r}"
        )
    _by_rule(Timing(datetime(2026, 1, 1), repeats=rule), datetime(2026, 1, 1), datetime(2026, 1, 2))  # noqa: DTZ001
    return rule


def rule_beside(timing: Timing) -> str:
    """The timing's rule as it is to stand beside its start: the last moment is a day for whole days, else in UTC.

    RFC 5545, 3.3.10, and 3.8.2.4: with a time that is the same on every clock, the last moment is so, too.

    Raises:
        UnclearRuleError: the rule cannot be read.
    """
    parts = _parts(checked_rule(timing.repeats))
    until = _until(parts.get("UNTIL"), timing.zone)
    if until is not None and timing.is_whole_day:
        parts["UNTIL"] = f"{until:%Y%m%d}"
    elif until is not None and timing.zone:
        parts["UNTIL"] = f"{until.replace(tzinfo=zone_named(timing.zone)).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    elif until is not None:
        parts["UNTIL"] = f"{until:%Y%m%dT%H%M%S}"
    return _joined(parts)


def _by_rule(timing: Timing, begin: datetime, before: datetime) -> Iterator[datetime]:
    """The starts by the rule up to `before`. The first start counts even where the rule would not have it."""
    parts = _parts(timing.repeats)
    count = parts.pop("COUNT", None)
    until = _until(parts.pop("UNTIL", None), timing.zone)
    # dateutil is told where to end, since between two starts that a rule never has it would look for ever.
    rule = _rule(parts, begin, min(before, until) if until else before)
    later = (moment for moment in rule if moment > begin)
    found = takewhile(lambda moment: moment <= before, _after(begin, later))
    return islice(found, _whole_number(count)) if count is not None else found


def _after(begin: datetime, later: Iterator[datetime]) -> Iterator[datetime]:
    yield begin
    yield from later


def _rule(parts: dict[str, str], begin: datetime, until: datetime) -> Iterable[datetime]:
    from dateutil.rrule import rrulestr

    try:
        if _whole_number(parts.get("INTERVAL", "1")) < 1 or not parts.keys().isdisjoint(_TOO_FINE):
            raise UnclearRuleError(f"nobody could keep to this rule of recurrence: {parts}")
        return rrulestr(_joined({**parts, "UNTIL": f"{until:%Y%m%dT%H%M%S}"}), dtstart=begin)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnclearRuleError(f"this rule of recurrence cannot be read: {parts}") from error


_TOO_FINE = ("BYSECOND", "BYMINUTE")


def _parts(text: str) -> dict[str, str]:
    """The parts of a rule by their names, all in capitals."""
    bare = text.strip().upper().removeprefix("RRULE:").rstrip(";")
    pairs = [part.partition("=") for part in bare.split(";")]
    if not all(name and value for name, _, value in pairs):
        raise UnclearRuleError(f"this rule of recurrence cannot be read: {text!r}")
    return {name.strip(): value.strip() for name, _, value in pairs}


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _until(text: str | None, zone: str) -> datetime | None:
    """The last moment of a rule, on the clock of the timing's own zone; a mere day lasts until its end."""
    if text is None:
        return None
    try:
        if "T" not in text:
            return datetime.strptime(text, "%Y%m%d") + A_DAY - timedelta(seconds=1)  # noqa: DTZ007
        moment = datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
    except ValueError:
        raise UnclearRuleError(f"a rule of recurrence ends on no day that there is: {text!r}") from None
    if not text.endswith("Z") or not zone:
        return moment
    return moment.replace(tzinfo=UTC).astimezone(zone_named(zone)).replace(tzinfo=None)


def _whole_number(text: str) -> int:
    if not text.isdecimal():
        raise UnclearRuleError(f"a rule of recurrence counts in whole numbers: {text!r}")
    return int(text)


def as_it_is_here(timing: Timing, start: date, here: tzinfo | None = None) -> Occurrence:
    """What begins at `start` in the timing's own zone, as it is here; see `occurrences`.

    Raises:
        OverflowError: it is at the very end of the calendar.
        ValueError: the zone is not known.
    """
    if not isinstance(start, datetime):
        last = start + max(timing.lasts - A_DAY, timedelta(0))
        return Occurrence(start, start, None, last)
    begins, ends = start, start + timing.lasts
    if timing.zone:
        zone = zone_named(timing.zone)
        # How long it lasts is meant as time that passes, which the clock may leap over.
        moment = start.replace(tzinfo=zone).astimezone(UTC)
        begins, ends = moment.astimezone(here), (moment + timing.lasts).astimezone(here)
    # What ends at midnight is over on the day before.
    last = (ends - timedelta(microseconds=1)).date() if ends > begins else begins.date()
    return Occurrence(start, begins.date(), begins.time(), last)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _as_datetime(start: date) -> datetime:
    return start if isinstance(start, datetime) else _midnight(start)
