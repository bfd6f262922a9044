"""What sources keep apart from a posting's text, written as lines at its end for whoever reads the text alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from rutkit.numerals import write_number


@dataclass(frozen=True, slots=True)
class Pay:
    """What is paid, as a source's own fields say it."""

    low: Decimal | None
    high: Decimal | None
    currency: str = ""
    unit: str = ""
    """"year", "month", "week", "day" or "hour"; empty where it is not said."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a posting beside its text."""

    pay: Pay | None = None
    pay_in_words: str = ""
    """Where the source has no figures of its own."""
    employment: tuple[str, ...] = ()
    """"full-time", "contract"…"""
    workplace: str = ""
    hours: str = ""
    months_of_experience: int | None = None
    sections: tuple[tuple[str, str], ...] = ()
    """Heading and text."""


def with_facts(text: str, facts: Facts) -> str:
    """The text, and below it what it does not say itself.

    >>> print(with_facts("We bake.", Facts(Pay(Decimal(30000), None, "GBP", "year"), employment=("full-time",))))
    We bake.
    <BLANKLINE>
    Salary: GBP 30,000 per year
    Employment type: full-time
    """
    lines = _lines(facts, text)
    if not lines and not facts.sections:
        return text
    said = _letters(text)
    sections = [f"{heading}:\n{body}" for heading, body in facts.sections if _letters(body) not in said]
    unsaid = [line for line in lines if _letters(line) not in said]
    return "\n\n".join(part for part in (text, *sections, "\n".join(unsaid)) if part)


def _lines(facts: Facts, text: str) -> list[str]:
    lines = []
    if facts.pay and not _names(facts.pay, text):
        lines.append(f"Salary: {_pay(facts.pay)}")
    elif facts.pay_in_words and not facts.pay:
        lines.append(f"Salary: {facts.pay_in_words}")
    if facts.employment:
        lines.append(f"Employment type: {', '.join(facts.employment)}")
    if facts.hours:
        lines.append(f"Working hours: {facts.hours}")
    if facts.workplace:
        lines.append(f"Workplace type: {facts.workplace}")
    if facts.months_of_experience:
        years = write_number(round(Decimal(facts.months_of_experience) / 12, 1).normalize())
        lines.append(f"Experience: at least {years} years of experience")
    return lines


def _pay(pay: Pay) -> str:
    sums = [
        write_number(sum_, grouped=True) for sum_ in dict.fromkeys((pay.low, pay.high)) if sum_ is not None
    ]
    open_ended = "up to " if pay.low is None else ""
    figures = f"{pay.currency} {open_ended}{' to '.join(sums)}".strip()
    return f"{figures} per {pay.unit}" if pay.unit else figures


def _names(pay: Pay, text: str) -> bool:
    figures = re.sub(r"(?<=\d)[,.'’ \u00a0](?=\d{3}(?!\d))", "", text)
    return all(f"{sum_:.0f}" in figures for sum_ in (pay.low, pay.high) if sum_ is not None)


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower()))
