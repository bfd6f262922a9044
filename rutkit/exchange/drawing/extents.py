"""How far a figure's marks reach along an axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rutkit.exchange.drawing.axes import Axis
from rutkit.exchange.drawing.marks import Trace


def axes_named_by(trace: Trace) -> tuple[str, str]:
    """The names of the two axes that a trace is drawn on."""
    return str(trace.get("xaxis") or "x"), str(trace.get("yaxis") or "y")


def values_along(traces: Sequence[Trace], letter: str) -> list[Any]:
    """Every value of these traces on their axis of this letter."""
    found: list[Any] = []
    for trace in traces:
        if trace.get("type") == "heatmap":
            rows = trace.get("z") or [[]]
            found += trace.get(letter) or range(len(rows) if letter == "y" else len(rows[0]))
        else:
            found += trace.get(letter) or ()
    return found


def ends_along(traces: Sequence[Trace], axis: Axis, letter: str, mode: str) -> Iterator[float]:
    """How far whiskers and bars reach that begin elsewhere than at nothing."""
    if axis.kind != "linear":
        return
    sums: dict[tuple[str, str, bool], float] = {}
    for trace in traces:
        values = [axis.number(value) for value in trace.get(letter) or ()]
        bars = trace.get(f"error_{letter}") or {}
        for side, sign in (("array", 1), ("arrayminus", -1)):
            for value, length in zip(values, bars.get(side) or (), strict=False):
                if value is not None and length is not None:
                    yield value + sign * length
        if trace.get("type") != "bar" or (trace.get("orientation") == "h") != (letter == "x"):
            continue
        bases = trace.get("base")
        bases = bases if isinstance(bases, list) else [bases] * len(values)
        places = trace.get("y" if letter == "x" else "x") or ()
        for value, base, place in zip(values, bases, places, strict=False):
            if value is None:
                continue
            reach = value + (axis.number(base) or 0.0)
            if mode in ("stack", "relative"):
                key = ("|".join(axes_named_by(trace)), str(place), value < 0)
                sums[key] = reach = sums.get(key, 0.0) + value
            yield reach
