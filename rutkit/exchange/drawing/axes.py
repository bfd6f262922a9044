"""The axes of a figure: from values to places, and where the ticks stand."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rutkit.dates import MONTHS
from rutkit.formatting import format_number

_A_DAY = re.compile(r"\d{4}-\d\d(-\d\d([T ].*)?)?")
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  # figures know no zones
_MOST_TICKS = 6


@dataclass(frozen=True)
class Tick:
    """A place on an axis with its words."""

    at: float
    text: str


@dataclass(frozen=True)
class Axis:
    """One axis of a figure: `low` is drawn at `start`, `high` at `end`, both in pixels."""

    layout: Mapping[str, Any]
    kind: str
    categories: tuple[str, ...]
    low: float
    high: float
    start: float = 0.0
    end: float = 1.0

    def number(self, value: Any) -> float | None:
        """A value as a number on this axis; None if it has no place."""
        match self.kind:
            case "category":
                found = str(value)
                return float(self.categories.index(found)) if found in self.categories else _as_float(value)
            case "date":
                return day_number(value)
            case "log":
                number = _as_float(value)
                return math.log10(number) if number is not None and number > 0 else None
        return _as_float(value)

    def place(self, value: Any) -> float | None:
        """Where a value is drawn, in pixels."""
        number = self.number(value)
        return None if number is None else self.at(number)

    def at(self, number: float) -> float:
        """Where a number of this axis is drawn."""
        span = self.high - self.low
        return self.start + (number - self.low) / (span or 1) * (self.end - self.start)

    def span(self, size: float) -> float:
        """How long a distance on this axis is drawn."""
        return abs(self.at(self.low + size) - self.at(self.low))

    def ticks(self) -> list[Tick]:
        """The ticks within the axis; none where they are not to be shown."""
        if self.layout.get("visible") is False or self.layout.get("showticklabels") is False:
            return []
        inside = sorted((self.low, self.high))
        return [tick for tick in self._all_ticks() if inside[0] - 1e-9 <= tick.at <= inside[1] + 1e-9]

    def _all_ticks(self) -> Iterable[Tick]:
        values = self.layout.get("tickvals")
        if values is not None:
            texts = self.layout.get("ticktext")
            numbers = [self.number(value) for value in values]
            words = texts if texts is not None else [self._written(n) for n in numbers if n is not None]
            return [Tick(n, str(w)) for n, w in zip(numbers, words, strict=False) if n is not None]
        match self.kind:
            case "category":
                return [Tick(float(n), name) for n, name in enumerate(self.categories)]
            case "date":
                return self._dates()
            case "log":
                whole = range(math.floor(min(self.low, self.high)), math.ceil(max(self.low, self.high)) + 1)
                return [Tick(float(n), format_number(10.0**n)) for n in whole]
        return [Tick(n, self._written(n)) for n in self._numbers()]

    def _numbers(self) -> list[float]:
        low, high = sorted((self.low, self.high))
        most = int(self.layout.get("nticks") or _MOST_TICKS)
        step = _as_float(self.layout.get("dtick")) or nice_step((high - low) / max(most - 1, 1))
        first = _as_float(self.layout.get("tick0")) or 0.0
        begin = first + math.ceil((low - first) / step - 1e-9) * step
        count = int((high - begin) / step + 1e-9) + 1
        return [round(begin + step * n, 10) for n in range(min(count, 50))]

    def _dates(self) -> list[Tick]:
        low, high = (_EPOCH + timedelta(days=n) for n in sorted((self.low, self.high)))
        months = (high.year - low.year) * 12 + high.month - low.month
        if months < 2:
            step = max(1, math.ceil((high - low).days / _MOST_TICKS))
            days = [
                low.replace(hour=0, minute=0) + timedelta(days=n)
                for n in range(0, (high - low).days + 1, step)
            ]
            return [Tick(day_number(day) or 0.0, f"{day.day} {MONTHS[day.month - 1]}") for day in days]
        step = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if months / n <= _MOST_TICKS)
        firsts = [n for n in range(low.year * 12, high.year * 12 + 12) if n % step == 0]
        return [
            Tick(day_number(datetime(n // 12, n % 12 + 1, 1)) or 0.0, f"{MONTHS[n % 12]} {n // 12}")  # noqa: DTZ001
            for n in firsts
        ]

    def _written(self, number: float) -> str:
        if self.kind == "date":
            day = _EPOCH + timedelta(days=number)
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        if self.kind == "category":
            return self.categories[int(number)] if 0 <= number < len(self.categories) else ""
        shown = 10**number if self.kind == "log" else number
        suffix = str(self.layout.get("ticksuffix") or "")
        if str(self.layout.get("tickformat") or "").endswith("%"):
            shown, suffix = shown * 100, " %"
        return f"{self.layout.get('tickprefix') or ''}{format_number(round(shown, 6))}{suffix}"


def axis_of(
    layout: Mapping[str, Any], values: Sequence[Any], *, from_zero: bool, pad: float, half: float
) -> Axis:
    """An axis for these values: of the kind that they are, and as long as they need, unless its layout says so.

    `from_zero` is for bars, `pad` the share of the span that marks need at the ends, `half` half a bar's width.
    """
    kind = layout.get("type") or _kind_of(values)
    categories: tuple[str, ...] = ()
    if kind == "category":
        named = layout.get("categoryarray")
        categories = tuple(dict.fromkeys(map(str, [*(named if named is not None else ()), *values])))
    axis = Axis(layout, kind, categories, 0.0, 1.0)
    numbers = [number for value in values for number in [axis.number(value)] if number is not None]
    low, high = _span(axis, numbers or [0.0, 1.0], from_zero=from_zero, pad=pad, half=half)
    if layout.get("autorange") == "reversed":
        low, high = high, low
    return Axis(layout, kind, categories, low, high)


def _span(
    axis: Axis, numbers: Sequence[float], *, from_zero: bool, pad: float, half: float
) -> tuple[float, float]:
    given = axis.layout.get("range")
    low, high = min(numbers), max(numbers)
    if axis.kind == "category":
        low, high = -0.5, len(axis.categories) - 0.5
    else:
        from_zero = from_zero or axis.layout.get("rangemode") == "tozero"
        room = (high - low or 1.0) * pad
        bottom, top = low - room - half, high + room + half
        if from_zero and low >= 0:
            bottom = 0.0
        if from_zero and high <= 0:
            top = 0.0
        low, high = bottom, top
    if given is not None:
        # On a logarithmic axis a range is given in powers of ten.
        ends = [_as_float(end) if axis.kind == "log" else axis.number(end) for end in given]
        low, high = (new if new is not None else old for new, old in zip(ends, (low, high), strict=True))
    return (low, high) if low != high else (low - 0.5, high + 0.5)


def nice_step(rough: float) -> float:
    """The next longer of 1, 2, 2.5, 5 and 10, at its power of ten.

    >>> nice_step(3.1), nice_step(0.11)
    (5.0, 0.2)
    """
    if rough <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= rough * (1 - 1e-9))


def day_number(value: Any) -> float | None:
    """A day or a moment as days since 1970; a number is milliseconds, as in a bar's width."""
    if isinstance(value, datetime):
        return (value.replace(tzinfo=None) - _EPOCH) / timedelta(days=1)
    with suppress(ValueError):
        return day_number(datetime.fromisoformat(str(value)))
    with suppress(ValueError):
        return day_number(datetime.strptime(str(value), "%Y-%m"))  # noqa: DTZ007
    number = _as_float(value)
    return None if number is None else number / 86_400_000


def _kind_of(values: Sequence[Any]) -> str:
    known = [value for value in values if value is not None]
    if all(isinstance(value, int | float) for value in known):
        return "linear"
    return "date" if all(_A_DAY.fullmatch(str(value)) for value in known) else "category"


def _as_float(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
