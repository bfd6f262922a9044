"""How numbers, days and lists are written on the screen, the same everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rutkit.statistics import Interval

_NO_BREAK_SPACE = "\u00a0"
# `strftime("%b")` would follow the machine's language, and the sentence around it would not.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percent, with a space that never breaks: "32 %".

    Very few are not none, and nearly all are not all: they are "<1 %" and ">99 %".
    """
    if 0 < share < 0.005:
        return f"<1{_NO_BREAK_SPACE}%"
    if 0.995 <= share < 1:
        return f">99{_NO_BREAK_SPACE}%"
    return f"{_whole_percent(share)}{_NO_BREAK_SPACE}%"


def percent_range(interval: Interval) -> str:
    """An interval around a share: "26–38 %"."""
    low, high = _whole_percent(interval.low), _whole_percent(interval.high)
    return f"{low}–{high}{_NO_BREAK_SPACE}%"


def short_day(day: date, today: date | None = None) -> str:
    """A day as "4 Nov 2025", or as "4 Nov" if it lies in the year of `today`."""
    spelled = f"{day.day} {_MONTHS[day.month - 1]}"
    return spelled if today and day.year == today.year else f"{spelled} {day.year}"


def listing(words: Sequence[str]) -> str:
    """Words in a row, as in a sentence: "fear, comfort and effort"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _whole_percent(share: float) -> int:
    """Rounded half up, as people do; the inner rounding undoes what 0.315 × 100 loses in binary."""
    return int(round(share * 100, 6) + 0.5)
