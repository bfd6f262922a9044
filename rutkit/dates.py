"""Weeks and months: their names, and how they are counted."""

from __future__ import annotations

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
