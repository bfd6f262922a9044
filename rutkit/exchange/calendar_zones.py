"""Clock times in somebody's `.ics` file, in time zones that have a name everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from rutkit.exchange.time_zones import common_zones, known_zone, zone_named

_PROBED_WEEKS = 104
"""Two years: who keeps the same time for so long keeps the same rules."""


class Clock(NamedTuple):
    """A day, or a time on the clock of a zone."""

    reading: date
    """A `date`, or a naive `datetime`."""
    zone: str
    """IANA name; empty for days, and for times that are the same on every clock."""

    def as_in(self, zone: str) -> date:
        """The same moment on the clock of another zone."""
        if not isinstance(self.reading, datetime) or self.zone == zone or not (self.zone and zone):
            return self.reading
        return self._moment().astimezone(zone_named(zone)).replace(tzinfo=None)

    def until(self, end: Clock) -> timedelta:
        """How much time passes until `end`."""
        if not (isinstance(self.reading, datetime) and isinstance(end.reading, datetime)):
            return timedelta(days=(_day(end.reading) - _day(self.reading)).days)
        if self.zone and end.zone:
            return end._moment() - self._moment()
        return end.reading - self.reading

    def _moment(self) -> datetime:
        assert isinstance(self.reading, datetime)
        return self.reading.replace(tzinfo=zone_named(self.zone)).astimezone(UTC)


class Clocks:
    """Reads the clock times of one file.

    Args:
        zones: the file's own time zones, each as text.
        usual: the zone that the calendar is kept in; times in UTC are put on its clock, so that what comes back
            every week does so at the same hour there.
    """

    def __init__(self, zones: Iterable[str], usual: str = "") -> None:
        self._own = dict(_rules(zones))
        self._usual = known_zone(usual) or "UTC"
        self._names: dict[str, str | None] = {}
        self.unknown: set[str] = set()
        """Names of zones that nobody knows and that the file does not explain."""

    def read(self, value: Any, tzid: str | None) -> Clock:
        """What an icalendar value says, whose parameter TZID is `tzid`."""
        if not isinstance(value, datetime):
            return Clock(value, "")
        bare = value.replace(tzinfo=None)
        if tzid is None:
            if value.tzinfo is None:
                return Clock(bare, "")
            in_utc = Clock(value.astimezone(UTC).replace(tzinfo=None), "UTC")
            return Clock(in_utc.as_in(self._usual), self._usual)
        if tzid not in self._names:
            self._names[tzid] = known_zone(tzid) or self._named_alike(tzid, bare)
        name = self._names[tzid]
        if name is not None:
            return Clock(bare, name)
        if tzid not in self._own:
            self.unknown.add(tzid)
            return Clock(bare, "")
        offset = self._own[tzid].utcoffset(bare) or timedelta()
        return Clock(bare - offset, "UTC")

    def _named_alike(self, tzid: str, around: datetime) -> str | None:
        """A zone that has a name and keeps the same time as the file's own one."""
        own = self._own.get(tzid)
        if own is None:
            return None
        weeks = [around.replace(hour=12) + timedelta(weeks=week) for week in range(_PROBED_WEEKS)]
        offsets = [own.utcoffset(week) for week in weeks]
        for name in common_zones():
            zone = zone_named(name)
            if all(zone.utcoffset(week) == offset for week, offset in zip(weeks, offsets, strict=True)):
                return name
        return None


def _rules(zones: Iterable[str]) -> Iterable[tuple[str, tzinfo]]:
    """The rules of each zone that can be read, by its name in the file."""
    from icalendar import Timezone

    for text in zones:
        try:
            zone: Any = Timezone.from_ical(text)
            yield str(zone["TZID"]), zone.to_tz(lookup_tzid=False)
        except Exception:  # whatever somebody's file does to the library: then the zone is not explained
            continue


def _day(reading: date) -> date:
    return reading.date() if isinstance(reading, datetime) else reading
