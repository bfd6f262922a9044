"""How values are written on the screen: one style, everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from rutkit.dates import MONTHS, WEEKDAYS, write_partial_date
from rutkit.numerals import write_number
from rutkit.records import FieldSpec, Kind

EMPTY = "–"
"""What stands where there is no value."""

_NO_BREAK_SPACE = "\u00a0"
_MINUS = "−"


def format_value(spec: FieldSpec, value: Any, *, currency: str = "USD") -> str:
    """The value of a field as a table or a sentence shows it, with its unit; `EMPTY` if there is none.

    `value` has the type that the record gives the field; `currency` is an ISO code and counts for money only.
    """
    if value is None or value in ("", ()):
        return EMPTY
    match spec.kind:
        case Kind.INTEGER | Kind.DECIMAL:
            return _with_unit(format_number(value), _of_one(spec.unit) if value == 1 else spec.unit)
        case Kind.MONEY:
            return _with_unit(format_money(value, currency), spec.unit)
        case Kind.DATE:
            return format_date(value)
        case Kind.DATETIME:
            return format_moment(value)
        case Kind.MONTH:
            return format_month(value)
        case Kind.PARTIAL_DATE:
            return format_partial_date(value)
        case Kind.YES_NO:
            return "yes" if value else "no"
        case Kind.CHOICES | Kind.TAGS:
            return ", ".join(value)
        case Kind.SCALE:
            return format_step(spec, value)
        case _:
            return str(value)


def format_number(number: float | Decimal, *, decimals: int | None = None) -> str:
    """A number with its thousands grouped: "1,234.5", "−3".

    `decimals` is how many to round to (half up, as people do) and show; if None, as many as there are.
    """
    if decimals is None:
        return write_number(number, grouped=True).replace("-", _MINUS)
    rounded = Decimal(str(number)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,f}".replace("-", _MINUS if rounded else "")


def format_money(amount: float | Decimal, currency: str, *, decimals: int | None = None) -> str:
    """An amount with the sign of its currency (an ISO code): "$1,200", "€49.90", "SEK 1,200".

    `decimals` is how many to show; if None, none for a whole amount, and otherwise the currency's own number.
    """
    sign, own_decimals = _currency(currency)
    if decimals is None:
        decimals = 0 if amount == int(amount) else own_decimals
    gap = _NO_BREAK_SPACE if sign[-1].isalpha() else ""
    figures = format_number(amount, decimals=decimals)
    minus = _MINUS if figures.startswith(_MINUS) else ""
    return f"{minus}{sign}{gap}{figures.removeprefix(_MINUS)}"


def format_rough_money(amount: float | Decimal, currency: str) -> str:
    """An amount to two figures, for what is only roughly known: "$8,000" for 7,997, "−€44" for −43.6."""
    exact = Decimal(str(amount))
    places = max(exact.adjusted() - 1, 0)
    return format_money(exact.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP), currency, decimals=0)


def format_share(share: float, *, decimals: int = 0) -> str:
    """A share from 0 to 1 in percent: 0.42 is "42 %", with a space that never breaks."""
    return f"{_percent(share, decimals)}{_NO_BREAK_SPACE}%"


def format_share_interval(low: float, high: float) -> str:
    """An interval around a share, in whole percent: "26–38 %"."""
    return f"{_percent(low, 0)}–{_percent(high, 0)}{_NO_BREAK_SPACE}%"


def format_interval(low: float, high: float, *, decimals: int = 1, unit: str = "") -> str:
    """An interval around a number that may be negative: "−0.2 to 1.4 hours"."""
    ends = f"{format_number(low, decimals=decimals)} to {format_number(high, decimals=decimals)}"
    return _with_unit(ends, unit)


def format_step(spec: FieldSpec, step: int) -> str:
    """A step of a scale: its label, or "7 of 10" if only the ends have one."""
    return spec.choices[step] if len(spec.choices) == spec.steps else f"{step} of {spec.steps - 1}"


def format_date(day: date) -> str:
    """A day in full: "4 Nov 2026"."""
    return f"{day.day} {format_month(day)}"


def format_month(day: date) -> str:
    """The month of a day: "Nov 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def format_partial_date(known: str) -> str:
    """A year, or a month of a year: "2021", "May 2021". A day stays unsaid, as in resumes.

    `known` is as `rutkit.dates.partial_date` gives it.
    """
    return write_partial_date("-".join(known.split("-")[:2]))


def format_moment(moment: datetime) -> str:
    """A day and a time on it: "4 Nov 2026, 09:30"."""
    return f"{format_date(moment)}, {moment:%H:%M}"


def format_day(day: date, today: date) -> str:
    """A day as one speaks of it: "today", "yesterday", "Tuesday" (in the last week), or its date."""
    match (today - day).days:
        case 0:
            return "today"
        case 1:
            return "yesterday"
        case -1:
            return "tomorrow"
        case 2 | 3 | 4 | 5 | 6:
            return WEEKDAYS[day.weekday()]
    return format_short_date(day, today)


def format_short_date(day: date, today: date) -> str:
    """A day without its year if that is the year of `today`: "4 Nov", "4 Nov 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]}" if day.year == today.year else format_date(day)


def format_cell(value: object) -> str:
    """A value of a DataFrame as a plain table shows it."""
    import pandas as pd

    if value is None or value is pd.NA or value != value:
        return EMPTY
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    if hasattr(value, "strftime"):
        return str(value.strftime("%Y-%m-%d"))
    return str(value)


def join_words(words: Sequence[str]) -> str:
    """Words in a row, as in a sentence: "fear, comfort and effort"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """How many of something: "1 workday", "3 workdays", "2 entries"; `plural` where no rule helps."""
    return f"{format_number(count)} {noun if count == 1 else plural or in_plural(noun)}"


def counted_hours(hours: float) -> str:
    """Hours in words, to the tenth: "2.5 hours", "1 hour"."""
    rounded = round(hours, 1)
    return f"{format_number(rounded)} {'hour' if rounded == 1 else 'hours'}"


def in_plural(noun: str) -> str:
    """Several of what a noun names, where English has a rule: "entry" is "entries"."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _percent(share: float, decimals: int) -> str:
    # The inner rounding undoes what 0.315 × 100 loses in binary.
    return format_number(round(share * 100, 6), decimals=decimals)


def _of_one(unit: str) -> str:
    """The unit of a single thing: "posting" for "postings", "hour a week" for "hours a week"."""
    first, *rest = unit.split(" ")
    return " ".join(["person" if first == "people" else first.removesuffix("s"), *rest])


def _with_unit(figures: str, unit: str) -> str:
    return f"{figures}{_NO_BREAK_SPACE}{unit}" if unit else figures


@cache
def _currency(code: str) -> tuple[str, int]:
    """The sign of a currency, in English, and how many decimals its amounts have."""
    from babel.numbers import get_currency_precision, get_currency_symbol

    return get_currency_symbol(code, "en_US"), get_currency_precision(code)
