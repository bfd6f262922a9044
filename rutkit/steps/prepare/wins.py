"""Small wins: how many, and one of them to remember."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from rutkit.formatting import counted, format_date
from rutkit.steps.prepare.records import SmallWin

LATELY_DAYS = 30


def wins_sentence(wins: Iterable[SmallWin], today: date) -> str:
    """How many there are, in words; empty if there are none."""
    days = [win.day for win in wins if win.day <= today]
    if not days:
        return ""
    lately = sum(day > today - timedelta(days=LATELY_DAYS) for day in days)
    said = f"{counted(len(days), 'small win')} since {format_date(min(days))}"
    return f"{said}, {lately} of them in the last {LATELY_DAYS} days."


def remembered(wins: Iterable[SmallWin], today: date) -> SmallWin | None:
    """One from before the last month, another each day; None if there is none that old."""
    old = sorted(
        (win for win in wins if win.day <= today - timedelta(days=LATELY_DAYS) and win.what.strip()),
        key=lambda win: (win.day, win.id),
    )
    return old[today.toordinal() % len(old)] if old else None
