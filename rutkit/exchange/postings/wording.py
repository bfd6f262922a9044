"""How sources name what they keep in fields of their own: units of pay, kinds of employment, places, days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from rutkit.exchange.days import read_moment
from rutkit.exchange.postings.markup import plain_text
from rutkit.numerals import NotANumberError, read_number

_UNITS = {
    "year": (
        "year",
        "yearly",
        "annum",
        "annual",
        "annually",
        "yr",
        "ann",
        "annual-salary",
        "per-year-salary",
        "pa",
    ),
    "month": ("month", "monthly", "mon", "per-month-salary"),
    "week": ("week", "weekly", "wee", "wk"),
    "day": ("day", "daily", "per-day-wage"),
    "hour": ("hour", "hourly", "hur", "hr", "per-hour-wage"),
}
_UNIT_OF = {name: unit for unit, names in _UNITS.items() for name in names}

_EMPLOYMENT = {
    "full-time": ("fulltime", "full"),
    "part-time": ("parttime", "part"),
    "contract": ("contract", "contractor", "freelance", "fixedterm", "fixedtermcontract", "freelancer"),
    "temporary": ("temporary", "temp", "seasonal", "perdiem", "casual"),
    "internship": ("intern", "internship", "trainee"),
    "apprenticeship": ("apprentice", "apprenticeship"),
    "permanent": ("permanent", "regular", "unlimited"),
    "volunteer": ("volunteer", "voluntary"),
}
_EMPLOYMENT_OF = {name: kind for kind, names in _EMPLOYMENT.items() for name in names}

_WORKPLACES = {
    "remote": (
        "remote",
        "true",
        "yes",
        "1",
        "telecommute",
        "fullyremote",
        "workfromhome",
        "homeoffice",
        "t",
        "y",
    ),
    "hybrid": ("hybrid", "partlyremote", "partial", "partialremote"),
    "on site": ("onsite", "office", "inoffice", "inperson", "workfromoffice"),
}
"""A plain "no" is none of them: many boards say it of every job."""
_WORKPLACE_OF = {name: place for place, names in _WORKPLACES.items() for name in names}


def unit_of_pay(written: object) -> str:
    """ "year", "month", "week", "day" or "hour" for "yearly", "HOUR", "per month"…; empty for anything else."""
    words = re.findall(r"[a-z-]+", str(written or "").lower())
    return next((_UNIT_OF[word] for word in words if word in _UNIT_OF), "")


def kinds_of_employment(written: object) -> tuple[str, ...]:
    """The kinds that are named: "FULL_TIME, CONTRACTOR" are full-time and contract. What is no kind is left out."""
    named = written if isinstance(written, list) else [written or ""]
    parts = (part for name in named for part in re.split(r"[,;|/\n]", str(name)))
    kinds = (_EMPLOYMENT_OF.get(_squeezed(part), "") for part in parts)
    return tuple(dict.fromkeys(filter(None, kinds)))


def workplace(written: object) -> str:
    """ "remote", "hybrid" or "on site"; empty for anything else, "no" included."""
    return _WORKPLACE_OF.get(_squeezed(str(written)), "")


def amount(written: object) -> Decimal | None:
    """A sum above zero, or None."""
    if isinstance(written, bool) or written is None:
        return None
    try:
        number = read_number(str(written), money=True)
    except NotANumberError:
        return None
    return number if number > 0 else None


def pay_in_words(written: object) -> str:
    """What is said of the pay with figures in it, such as "£20k to £25k"; empty for a bare number and "competitive"."""
    text = one_line(words(written)) if isinstance(written, str) else ""
    is_number = re.fullmatch(r"[0-9.,\s-]*", text) is not None
    return "" if is_number or not re.search(r"[0-9]", text) else text


def day(written: object, *, day_first: bool = False) -> date | None:
    """The day that is named, also as seconds or milliseconds since 1970; None if it is none."""
    if isinstance(written, int | float) and not isinstance(written, bool):
        seconds = written / 1_000 if written > _MILLISECONDS_FROM else written
        return datetime.fromtimestamp(seconds, UTC).date() if 0 < seconds < _MILLISECONDS_FROM else None
    if not isinstance(written, str):
        return None
    moment = read_moment(written[:_LONGEST_DAY], day_first=day_first)
    return moment.date() if moment else None


_LONGEST_DAY = 60
_MILLISECONDS_FROM = 100_000_000_000
"""As seconds it is the year 5138."""


def words(value: Any) -> str:
    """A value as text: a name for what has one, commas between several, HTML as plain text."""
    match value:
        case None | bool():
            return ""
        case str():
            return plain_text(value).strip()
        case list():
            return ", ".join(filter(None, map(words, value)))
        case Mapping():
            return next(filter(None, (words(value.get(key)) for key in _NAMES)), "")
        case _:
            return str(value)


_NAMES = ("name", "@value", "display_name", "label", "title", "legalName", "value", "text")


def paragraphs(value: Any) -> str:
    """A value as text, with a line for each of several."""
    return "\n".join(filter(None, map(words, value))) if isinstance(value, list) else words(value)


def one_line(text: str) -> str:
    """Without ends of lines and double blanks."""
    return " ".join(text.split())


def web_address(value: Any) -> str:
    """A link that a browser can follow, or nothing: never a script."""
    address = one_line(words(value))
    return address if re.match(r"https?://[^\s/]+", address, re.IGNORECASE) else ""


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
