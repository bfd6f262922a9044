"""Weeks and months: their names, how they are counted, and days of which only a part is known."""

from __future__ import annotations

import re
from datetime import date, timedelta

# Not strftime's names: those follow the machine's language, and the sentence around them does not.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month_number(name: str) -> int | None:
    """The month, from 1, that a name begins like, in any case; None if there is none.

    >>> month_number("Sept"), month_number("march"), month_number("Smarch")
    (9, 3, None)
    """
    start = name[:3].capitalize()
    return MONTHS.index(start) + 1 if start in MONTHS else None


def monday_of(day: date) -> date:
    """The Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())


def add_months(day: date, count: int) -> date:
    """The first day of the month `count` months after that of `day`.

    >>> add_months(date(2026, 11, 22), 3)
    datetime.date(2027, 2, 1)
    """
    years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(years, month + 1, 1)


def months_between(first: date, last: date) -> int:
    """How many months the month of `last` lies after that of `first`; negative if before it."""
    return (last.year - first.year) * 12 + last.month - first.month


def partial_date(text: str) -> str | None:
    """A year, a month or a day in ISO 8601, as far as the text says it; None if it says none.

    >>> partial_date("2014"), partial_date("Sept 2014"), partial_date("9/2014"), partial_date("2014-09-30")
    ('2014', '2014-09', '2014-09', '2014-09-30')
    >>> partial_date("present")
    """
    found = next((match for form in _PARTIAL_DATES if (match := form.fullmatch(text.strip()))), None)
    if found is None:
        return None
    parts = found.groupdict()
    year, name, day = int(parts["year"]), parts.get("month"), parts.get("day")
    month = month_number(name) if name and name.isalpha() else int(name or 1)
    try:
        known = date(year, month or 0, int(day or 1))
    except ValueError:
        return None
    if year not in _LIKELY_YEARS:
        return None
    return known.isoformat()[: 10 if day else 7 if name else 4]


def write_partial_date(known: str) -> str:
    """A date that `partial_date` gave, for people; `partial_date` reads it again.

    >>> write_partial_date("2014"), write_partial_date("2014-09"), write_partial_date("2014-09-30")
    ('2014', 'Sep 2014', '30 Sep 2014')
    """
    year, *rest = known.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


_LIKELY_YEARS = range(1900, 2200)

_PARTIAL_DATES = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>[0-9]{4})",
        r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})",
        r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})(?:[T ][0-9:.+Z-]*)?",
        r"(?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})",
        r"(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})",
        r"(?P<day>[0-9]{1,2})\.? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})",
        r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>[0-9]{1,2}),? (?P<year>[0-9]{4})",
    )
)
