"""When a posting was put up, and until when to apply."""

from __future__ import annotations

import re
from datetime import date

from rutkit.dates import month_number
from rutkit.steps.market.extract.places import Phrases, Places


def dates(places: Places) -> tuple[date | None, date | None]:
    """When the posting was put up and until when to apply, each None where it does not say.

    12/03/2024 is the 12th of March unless that cannot be: 03/25/2024 is read the American way.
    """
    if not places.naming(_LABELS):
        return None, None
    posted: date | None = None
    closing: date | None = None
    for sentence, text, _ in places.around(places.matching(_LIKE_A_DATE), 110, 30):
        heading = (sentence.heading or "").lower()
        small = text.lower()
        for match in _DATE.finditer(small):
            day = _day(match)
            before = f"{heading} {small[: match.start()]}"
            if day is None:
                continue
            if _CLOSING.search(before):
                closing = closing or day
            elif _POSTED.search(before):
                posted = posted or day
    return posted, closing


_LABELS = Phrases(
    "closing", "closes", "close", "deadline", "apply by", "apply before", "applications by",
    "application by", "applications should", "applications must",
    "posted", "posting date", "advertised", "published", "last date", "expires", "expiry",
    "valid through", "no later than", "date listed", "listed",
    "date added", "submitted by", "submitted before", "received by", "received before",
)  # fmt: skip
_LIKE_A_DATE = re.compile(
    r"[0-9](?:\d?[/.-]\d\d?[/.-]\d\d|0[0-3]\d\b|\d?(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?,?\s\d\d)"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"""
    (?P<iso_year>(?:19|20)\d\d) [-/.] (?P<iso_month>\d{{1,2}}) [-/.] (?P<iso_day>\d{{1,2}})
  | (?<!\d)(?P<first>\d{{1,2}}) [/.-] (?P<second>\d{{1,2}}) [/.-] (?P<year>(?:20)?\d\d)(?!\d)
  | \b(?P<day>{_DAY}) \s?(?:of\s)?[-\s,]? (?P<month>{_MONTH}) [-\s,]{{0,2}} (?P<named_year>20\d\d|\d\d(?!\d
  |:|\s?[ap]m))
  | \b(?P<us_month>{_MONTH}) \s? (?P<us_day>{_DAY}) ,?\s (?P<us_year>20\d\d)
    """,
    re.VERBOSE,
)
_CLOSING = re.compile(
    r"\b(?:clos(?:es?|ing)|deadline|apply\s(?:by|before)|applications?\s(?:by|clos\w+|before|(?:must"
    r"|should)\sbe)|last\sdate|expir(?:es|y)"
    r"|valid\sthrough|no\slater\sthan|(?:submitted|received)\s(?:by|before))\b[^\n]{0,70}$"
)
_POSTED = re.compile(
    r"\b(?:posted|advertised|published|date\s(?:listed|added)|posting\sdate|listed)\b[^\n]{0,30}$"
)


def _day(match: re.Match[str]) -> date | None:
    if match["iso_year"]:
        return _valid(match["iso_year"], match["iso_month"], match["iso_day"])
    if match["first"]:
        day_first = _valid(match["year"], match["second"], match["first"])
        return day_first or _valid(match["year"], match["first"], match["second"])
    month = month_number(match["month"] or match["us_month"])
    day = re.sub(r"\D", "", match["day"] or match["us_day"])
    return _valid(match["named_year"] or match["us_year"], str(month or 0), day)


def _valid(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
