"""Sums of money as postings write them: "£25-30k", "25.000 €", "$90K - $110K", "₹12-15 LPA", "12 000 zł"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SIGNS = ("£", "$", "€", "₹", "¥", "₩", "₦", "₱", "₽", "₺", "₫", "฿", "₪", "pound;")

CODES = (
    "GBP", "USD", "EUR", "CHF", "AUD", "CAD", "NZD", "SGD", "HKD", "INR", "ZAR", "SEK", "NOK", "DKK",
    "PLN", "CZK", "HUF", "AED", "JPY", "CNY", "MYR", "PHP", "NGN", "KES", "BRL", "MXN", "RON", "ILS",
    "QAR", "SAR", "PKR",
)  # fmt: skip
_NAMES = {
    "£": "GBP", "pound;": "GBP", "&pound;": "GBP", "pounds": "GBP", "pounds sterling": "GBP",
    "€": "EUR", "euro;": "EUR", "&euro;": "EUR", "euro": "EUR", "euros": "EUR",
    "$": "USD", "us$": "USD", "dollars": "USD", "us dollars": "USD", "a$": "AUD", "au$": "AUD",
    "c$": "CAD", "ca$": "CAD", "cdn$": "CAD",
    "nz$": "NZD", "s$": "SGD", "sg$": "SGD", "hk$": "HKD", "r$": "BRL", "mx$": "MXN",
    "₹": "INR", "rs": "INR", "rs.": "INR", "rupees": "INR", "¥": "JPY", "₩": "KRW", "₦": "NGN",
    "₱": "PHP", "₽": "RUB", "₺": "TRY", "₫": "VND",
    "฿": "THB", "₪": "ILS", "zł": "PLN", "zl": "PLN", "kr": "SEK", "kr.": "SEK", "kronor": "SEK",
    "kroner": "DKK", "kč": "CZK", "r": "ZAR", "rm": "MYR",
    "fr.": "CHF", "sfr": "CHF",
}  # fmt: skip
"""What each sign means. "$" and "kr" belong to several countries: the largest that uses them is taken."""

WORTH = {
    "PLN": 4, "CNY": 7, "SEK": 10, "NOK": 10, "DKK": 8, "ZAR": 12, "INR": 20, "CZK": 25, "AED": 3, "HKD": 8,
    "BRL": 4, "MXN": 12, "PHP": 25, "THB": 20, "RUB": 40, "HUF": 350, "JPY": 130, "KRW": 1200, "NGN": 300,
    "KES": 60, "PKR": 80, "VND": 8000, "MYR": 3, "RON": 4, "TRY": 10, "ILS": 4, "QAR": 3, "SAR": 3,
}  # fmt: skip
"""About how many of a currency's units a pound's worth of wage is, to tell a month's pay from a year's. An order of
magnitude of our own: no exchange rate."""


LIKE_A_SUM = re.compile(
    r"[0-9](?:\d{0,2}[,.'’\u00a0 ]\d{3}\b|\d{4,6}\b|\d{0,2}(?:[.,]\d{1,2})?\s?(?:[kK]\b|LPA|lpa|[Ll]a[ck]"
    r"|/\s?[hdwmy]|p\.?[ahmdw]\b"
    r"|p(?:er|r\.?)\s|an?\s[hdwmy]|[A-Z]{3}\b|zł|kr\b|[Ee]uro|pounds|[Dd]ollars|[Rr]upees))"
)
"""A number that may be one of money though no sign stands before it; a quick look, and a generous one."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum or a range of them, in whole units of its currency."""

    start: int
    end: int
    low: float | None
    high: float | None
    """Bounds; one is missing after "up to" and "from", and a single sum is both."""
    currency: str
    """ISO 4217, or "" where none is named."""
    unit: str | None
    """What the first of two sums is said to be for: "£20 per hour - £25"."""
    thousands: bool
    """Written with a k."""
    is_weight: bool
    """"30 pounds" may be one."""


def sums(text: str) -> Iterator[Sum]:
    """The sums of money in a text; millions, percentages and other numbers with nothing to show for money are none."""
    for match in _SUM.finditer(text):
        currency = _CURRENCY_BEFORE.search(text[max(0, match.start() - 7) : match.start()])
        if (
            currency is None
            and text[max(0, match.start() - 1) : match.start()].strip(" (:-–~/\n\"'“‘>≥") != ""
        ):
            continue
        bounds = _bounds(match)
        if bounds is None:
            continue
        scale = (match["scale"] or match["second_scale"] or "").strip().lower()
        yield Sum(
            match.start() - (len(currency[0].lstrip()) if currency else 0),
            match.end(),
            *bounds,
            _code(
                currency[0] if currency else "",
                match["second_currency"],
                match["after"],
                match["second_after"],
            )
            or ("INR" if scale in _LAKHS else ""),
            _first_unit(match) or ("year" if scale in _LAKHS else None),
            scale == "k",
            currency is None and "pounds" in (match["after"] or match["second_after"] or ""),
        )


_SIGN = "£$€₹¥₩₦₱₽₺₫฿₪"
_CODE = "|".join(CODES)
_CURRENCY = (
    rf"(?:(?:US|AUD?|CAD?|CDN|NZD?|SGD?|HKD?|MX|R|A|C|S)?\$|[{_SIGN}]|&?pound;|&?euro;"
    rf"|(?<![A-Za-z])(?:(?:{_CODE})\s?[{_SIGN}]?|Rs\.?|RM|R|Fr\.|SFr|[Kk]r\.?))"
)
_CURRENCY_BEFORE = re.compile(rf"{_CURRENCY}\s?$")
_CURRENCY_AFTER = (
    rf"(?:[{_SIGN}]|(?:{_CODE})\b|zł\b|zl\b|[Kk]r\b\.?|Kč|[Ee]uros?\b|pounds(?:\ssterling)?\b"
    rf"|(?:US\s)?[Dd]ollars\b"
    r"|[Rr]upees\b|kron[eo]r\b)"
)
_LAKHS = ("lakh", "lakhs", "lac", "lacs", "lpa", "l")
_SCALE = (
    r"(?:\s?[kK](?![a-z\d])|\s?(?:mill?ions?|mn|m|M|bn|billions?|MM|B|cr|crores?|Cr)\b"
    r"|\s?(?:thousand|[Ll]akhs?|[Ll]acs?|LPA|lpa|L(?=\s|/))\b)"
)
_FIGURES = (
    r"(?:\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}"
    r"|\d+(?:[.,]\d{1,2})?(?!\d))"
)
_NO_CENTS = r"(?:\.00?|[.,][-–—]+)?"
_OPEN = (
    r"\+(?!\s?(?:£|\$|€|benefits|bens|bonus|comm|car\b|super|pension|ote|equity|excellent|great|full"
    r"|holiday|overtime|tips|company|medical"
    r"|stock|expenses|vat|allowance))"
)
_SUM = re.compile(
    rf"""
    (?!401\s?\(?[kK])
    (?P<first>{_FIGURES}) {_NO_CENTS} (?P<scale>{_SCALE})? (?P<after>\s?{_CURRENCY_AFTER})? (?P<open>{_OPEN})?
    (?P<first_unit>\s?(?:p\.?a\.?|p\.?h\.?|/\s?\w+|per\s\w+|an?\s(?:year|hour|month))(?=\s?(?:[-–—]|to\s)))?
    (?: \s?(?:[-–—−~]+|to|and|or|/|&ndash;|ndash;|up\sto|rising\sto)\s?(?:up\sto\s|a\smaximum\sof\s|c\.?\s?)?
        (?P<second_currency>{_CURRENCY})?\s?
        (?P<second>{_FIGURES}) {_NO_CENTS} (?P<second_scale>{_SCALE})? (?P<second_after>\s?{_CURRENCY_AFTER})?
        (?P<second_open>{_OPEN})?
    )?
    (?! [\d%] | \s?,\s?\d{{3}}(?!\s?\(?[kK]) )
    """,
    re.VERBOSE,
)
_FIRST_UNIT = {"a": "year", "h": "hour", "y": "year", "m": "month", "d": "day", "w": "week"}
_UP_TO = re.compile(
    r"(?:\bup\sto|\bto|\bmax(?:imum)?(?:\sof)?|\bno\smore\sthan)\s?(?:an?\s(?:\w+\s){0,2}?of\s|circa\s"
    r"|c\.?\s?)?[\s:]*$",
    re.IGNORECASE,
)
_UP_TO_AFTER = re.compile(r"\s?max(?:imum)?\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|start(?:s|ing)?\s(?:at|from|on)|minimum(?:\sof)?|min\.?|at\sleast|no\sless\sthan|over"
    r"|more\sthan|(?:in\s)?excess\sof"
    r"|starting\s(?:pay|salary|rate|wage|base)(?:\s\w+){0,2}|upwards\sof)(?:\sis)?[\s:]*$",
    re.IGNORECASE,
)
_FROM_AFTER = re.compile(
    r"\s?(?:plus\b(?!\s[\w£$€])|and\s(?:up|above)\b|or\smore\b|upwards\b|minimum\b|min\b)", re.IGNORECASE
)
_REACH = 35


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None] | None:
    """The lower and the upper bound; None where it is millions, or no range at all."""
    factors = [_factor(match["scale"]), _factor(match["second_scale"])]
    if 0.0 in factors:
        return None
    first = _number(match["first"])
    if match["second"] is None:
        return _open_bounds(match, first * factors[0])
    second = _number(match["second"])
    if match["second_scale"] and not match["scale"] and first < 1000:
        factors[0] = factors[1]  # "25-30k"
    elif match["scale"] and not match["second_scale"] and second < 1000:
        factors[1] = factors[0]  # "25k-30"
    low, high = first * factors[0], second * factors[1]
    if 10 <= low < 1000 <= high and low * 1000 <= high:  # "£25 - £30,000"
        low *= 1000
    elif high < 1000 <= low <= high * 1000:  # "£25,000 - 30"
        high *= 1000
    return (low, high) if high / 20 < low <= high else None


def _open_bounds(match: re.Match[str], value: float) -> tuple[float | None, float | None]:
    before = _before(match)
    if match["open"] or _FROM.search(before) or _FROM_AFTER.match(match.string, match.end()):
        return value, None
    if _UP_TO.search(before) or _UP_TO_AFTER.match(match.string, match.end()):
        return None, value
    return value, value


def _before(match: re.Match[str]) -> str:
    """What stands before the sum and its currency."""
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    currency = _CURRENCY_BEFORE.search(before)
    return before[: currency.start()] if currency else before


def _number(written: str) -> float:
    """A sum as written: a last point or comma before one or two figures is the decimal mark, all others group."""
    digits = re.sub(r"[ '’\u00a0\u202f]", "", written)
    cut = max(digits.rfind("."), digits.rfind(","))
    if cut >= 0 and len(digits) - cut - 1 in (1, 2):
        return float(re.sub(r"[.,]", "", digits[:cut]) + "." + digits[cut + 1 :])
    return float(re.sub(r"[.,]", "", digits))


def _factor(scale: str | None) -> float:
    """What a number is multiplied by; 0 for millions, which nobody is paid."""
    scale = (scale or "").strip().lower()
    if scale in _LAKHS:
        return 100_000.0
    if not scale:
        return 1.0
    return 1000.0 if scale in ("k", "thousand") else 0.0


def _code(*written: str | None) -> str:
    for name in written:
        name = (name or "").strip().lower()
        if name:
            code = name[:3].upper()
            return code if code in CODES else _NAMES.get(name, "")
    return ""


def _first_unit(match: re.Match[str]) -> str | None:
    written = (match["first_unit"] or "").lower().strip()
    if not written:
        return None
    letters = re.sub(r"^(?:p\.?|/\s?|per\s|an?\s)", "", written)
    return _FIRST_UNIT.get(letters[:1])
