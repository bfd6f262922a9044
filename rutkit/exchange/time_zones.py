"""Time zones as calendars of all kinds name them."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo, available_timezones


@cache
def known_zone(name: str) -> str | None:
    """The IANA name of a time zone; None if nobody knows what is meant.

    Outlook writes the names of Windows, and some programs put the name of their own table before IANA's.

    >>> known_zone("W. Europe Standard Time"), known_zone("/example.org/2025a/Europe/Berlin"), known_zone("Mars")
    ('Europe/Berlin', 'Europe/Berlin', None)
    """
    bare = name.strip().strip('"')
    parts = bare.lstrip("/").split("/")
    known = _known()
    for candidate in (bare, *("/".join(parts[-count:]) for count in (3, 2))):
        if candidate.casefold() in known:
            return known[candidate.casefold()]
    return _of_windows().get(bare.casefold())


def zone_named(name: str) -> ZoneInfo:
    """The rules of a time zone that `known_zone` knows.

    Raises:
        ValueError: it knows none by this name.
    """
    known = known_zone(name)
    if known is None:
        raise ValueError(f"no time zone is called {name!r}")
    return ZoneInfo(known)


@cache
def _known() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


@cache
def _of_windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}


@cache
def common_zones() -> tuple[str, ...]:
    """One zone for each time that is kept somewhere in the world, by name."""
    return tuple(sorted({zone for zone in _of_windows().values() if zone.casefold() in _known()}))
