"""Numbers as people write them: "1,234.50", "1 234,5", "1'234", "$ 40 a month", "about 3200"."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from enum import Enum

from rutkit.preferences import CURRENCIES


class LonePoint(Enum):
    """What a single point before exactly three digits means, as in "1.234"."""

    DECIMALS = "decimals"
    """One and a bit."""
    THOUSANDS = "thousands"
    """One thousand and some: for amounts of money, which have no third decimal."""
    UNCLEAR = "unclear"
    """Could be either: for whole numbers."""


class NotANumberError(ValueError):
    """The text is no number."""


class UnclearNumberError(NotANumberError):
    """The text can be read as two different numbers, which it names."""

    def __init__(self, text: str, readings: tuple[Decimal, Decimal]) -> None:
        super().__init__(text)
        self.text = text
        self.readings = readings


def read_number(
    text: str, *, unit: str = "", money: bool = False, lone_point: LonePoint = LonePoint.DECIMALS
) -> Decimal:
    """The number that a person wrote.

    Thousands may be grouped by a comma, a point, an apostrophe or any kind of space; the decimal mark is a
    point or a comma, whichever comes last. A single comma before exactly three digits groups thousands
    ("1,234" is 1234); a single point there means what `lone_point` says. The words and signs of `unit` may
    stand around the number, abbreviated if wished ("40 hrs"), and with `money` those of any currency, or a k for
    thousands ("12k"). One word or sign that it is a rough figure may stand first ("about 3200", "~40"). Where
    months are asked for, a span may be in words ("half a year").

    >>> read_number("1 234,5"), read_number("$1,234.50", money=True), read_number("40 hrs", unit="hours")
    (Decimal('1234.5'), Decimal('1234.50'), Decimal('40'))

    Raises:
        UnclearNumberError: with `LonePoint.UNCLEAR`, a single point stands before exactly three digits.
        NotANumberError: it is no number, or there are other words around it.
    """
    plain = _ROUGHLY.sub("", _plain(text)) if len(text) <= _LONGEST else ""
    if unit == "months" and plain.lower() in _SPANS:
        return Decimal(_SPANS[plain.lower()])
    found = _NUMBER.fullmatch(plain)
    if found is None:
        raise NotANumberError(text)
    around = found["before"] + " " + found["middle"] + " " + found["after"]
    if not all(_may_stand_around(word, unit, money) for word in _WORD.findall(around)):
        raise NotANumberError(text)
    number = _digits(found["number"].rstrip(" .,'"), lone_point)
    if money and _THOUSANDS in _WORD.findall(found["after"].lower()):
        number *= 1000
    return -number if found["sign"] in _MINUS else number


def write_number(number: float | Decimal, *, grouped: bool = False) -> str:
    """A number as somebody would type it: no exponent, and no decimals if they are all zero.

    >>> write_number(38.0), write_number(1234.5, grouped=True), write_number(Decimal("49.90"))
    ('38', '1,234.5', '49.90')
    """
    exact = Decimal(str(number))
    if not exact.is_finite():
        return str(number)
    comma = "," if grouped else ""
    return f"{exact:{comma}.0f}" if exact == exact.to_integral_value() else f"{exact:{comma}f}"


_LONGEST = 100
_ROUGHLY = re.compile(
    r"^(?:(?:about|around|roughly|circa|(?:approx|ca)\.?)(?![^\W\d_])|[~≈]) ?", re.IGNORECASE
)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SPANS = (
    {"a month": 1, "one month": 1, "half a year": 6, "a year": 12, "one year": 12, "1 year": 12}
    | {"a year and a half": 18, "one and a half years": 18}
    | {f"{word} months": count for count, word in enumerate(_COUNTS, start=1)}
    | {f"{said} years": 12 * count for count, word in enumerate(_COUNTS, start=1) for said in (word, count)}
)
"""Spans that are said in words, in months."""
_MINUS = frozenset("-−")
_NUMBER = re.compile(
    r"(?P<before>[^0-9+−-]*?)(?P<sign>[+−-]?)(?P<middle>[^0-9+−-]*?)"
    r"(?P<number>(?:(?<![^\W\d_])[.,])?[0-9][0-9.,' ]*)(?P<after>[^0-9]*)"
)
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]|_")
_THOUSANDS = "k"
_FILLERS = frozenset({"a", "an", "per", "/", "."})
_MONEY_WORDS = frozenset(code.lower() for code in CURRENCIES) | {
    "a", "c", "ca", "cn", "ft", "fr", "hk", "k", "kr", "kč", "lei", "mx", "nt", "nz", "r", "rm", "rp", "rs", "us",
    "zł", "dollar", "dollars", "euro", "euros", "franc", "francs", "pound", "pounds", "rupees", "yen",
}  # fmt: skip


def _plain(text: str) -> str:
    """With ordinary spaces and apostrophes, and without the dash that stands for no cents ("120.–")."""
    text = re.sub(r"\s+", " ", text.strip()).replace("’", "'")
    return re.sub(r"(?<=\d)[.,][–—-]+", "", text)


def _may_stand_around(word: str, unit: str, money: bool) -> bool:
    word = word.lower()
    if word in _FILLERS:
        return True
    if money and (word in _MONEY_WORDS or unicodedata.category(word[0]) == "Sc"):
        return True
    return any(_abbreviates(word, whole) for whole in _WORD.findall(unit.lower()))


def _abbreviates(word: str, whole: str) -> bool:
    """True if the letters of `word` come in `whole` in that order, from its first on: "hrs" for "hours"."""
    letters = iter(whole)
    return word[0] == whole[0] and all(letter in letters for letter in word)


def _digits(text: str, lone_point: LonePoint) -> Decimal:
    whole, fraction = _split(text, lone_point)
    if not _WHOLE.fullmatch(whole) or not re.fullmatch(r"[0-9]*", fraction):
        raise NotANumberError(text)
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{fraction}" if fraction else digits)


_WHOLE = re.compile(r"[0-9]*|[0-9]{1,3}(?P<mark>[.,' ])(?:[0-9]{2,3}(?P=mark))*[0-9]{3}")
_LONE_MARK = re.compile(r"(?P<whole>[1-9][0-9]{0,2})(?P<mark>[.,])(?P<rest>[0-9]{3})")


def _split(text: str, lone_point: LonePoint) -> tuple[str, str]:
    """The part before the decimal mark, grouped as it was, and the digits after it if there are any."""
    lone = _LONE_MARK.fullmatch(text)
    if lone and lone["mark"] == ",":
        return text, ""
    if lone and lone_point is not LonePoint.DECIMALS:
        if lone_point is LonePoint.UNCLEAR:
            raise UnclearNumberError(text, (Decimal(lone["whole"] + lone["rest"]), Decimal(text)))
        return text, ""
    mark = max(".,", key=text.rfind)
    if text.count(mark) != 1:
        return text, ""
    whole, _, fraction = text.partition(mark)
    return whole, fraction
