"""Letters to oneself: written, sealed until a day, and then read by somebody who knows more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rutkit.dates import add_months
from rutkit.formatting import counted, format_date
from rutkit.steps.prepare.records import Letter

QUARTER = 3
"""Months until a letter opens, unless the person chooses another day."""


def a_quarter_on(day: date) -> date:
    """The day a letter of `day` opens: the same day of the month three months on, or that month's last.

    >>> a_quarter_on(date(2026, 11, 30))
    datetime.date(2027, 2, 28)
    """
    first = add_months(day, QUARTER)
    last = (add_months(first, 1) - first).days
    return first.replace(day=min(day.day, last))


def is_sealed(letter: Letter, today: date) -> bool:
    """True while the page does not show the letter."""
    return letter.sealed is not None and letter.opened_early is None and today < letter.opens


def seal(letter: Letter, today: date) -> Letter:
    """The letter as it is to be saved when the person seals it."""
    return letter.model_copy(update={"written": today, "sealed": today, "opened_early": None})


def open_early(letter: Letter, today: date) -> Letter:
    """The letter as it is to be saved when the person chooses, in a second step, to open it before its day."""
    return letter.model_copy(update={"opened_early": today})


def unsealed(letters: Iterable[Letter]) -> Letter | None:
    """The letter that is being written; None if there is none."""
    return next((letter for letter in letters if letter.sealed is None), None)


def sent(letters: Iterable[Letter]) -> tuple[Letter, ...]:
    """The letters that were sealed, the one that opens last first."""
    return tuple(
        sorted(
            (each for each in letters if each.sealed), key=lambda each: (each.opens, each.id), reverse=True
        )
    )


def waiting_to_be_read(letters: Iterable[Letter], today: date) -> tuple[Letter, ...]:
    """Letters whose day has come, and that were neither opened early nor answered."""
    return tuple(
        letter
        for letter in letters
        if letter.sealed
        and letter.opened_early is None
        and letter.opens <= today
        and not letter.reply.strip()
    )


def letter_sentence(letter: Letter, today: date) -> str:
    """Where a sealed letter stands, in words."""
    written = f"Written on {format_date(letter.written)}"
    if is_sealed(letter, today):
        days = counted((letter.opens - today).days, "day")
        return f"{written}, sealed until {format_date(letter.opens)}: {days} to go."
    if letter.opened_early:
        return f"{written}; you opened it early, on {format_date(letter.opened_early)}."
    return f"{written}, open since {format_date(letter.opens)}."
