"""What stands in a figure: bars, lines, marks, tiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from rutkit.exchange.drawing.axes import Axis
from rutkit.exchange.drawing.words import words_at

Trace = Mapping[str, Any]


def color_of(of: Any, number: int, otherwise: str) -> str:
    """The colour of one of a trace's marks: one for all, or one each."""
    if isinstance(of, list):
        of = of[number] if number < len(of) else None
    return str(of) if of else otherwise


def tag(name: str, style: Mapping[str, str | float], **attributes: str | float) -> Markup:
    """An element of SVG."""
    said = "".join(
        Markup(' {}="{}"').format(key.replace("_", "-"), _short(value)) for key, value in attributes.items()
    )
    css = ";".join(f"{key.replace('_', '-')}:{_short(value)}" for key, value in style.items() if value != "")
    return Markup("<{name}{said}{css}/>").format(
        name=name, said=Markup(said), css=Markup(' style="{}"').format(css) if css else ""
    )


def _short(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def draw_bars(
    traces: Sequence[Trace], axes: Sequence[tuple[Axis, Axis]], mode: str, gap: float, colors: Sequence[str]
) -> Iterator[Markup]:
    """All bars of a figure; those that stand on each other or side by side have to know of each other."""
    stacked: dict[tuple[int, str, bool], float] = {}
    for number, (trace, (x, y)) in enumerate(zip(traces, axes, strict=True)):
        lies = trace.get("orientation") == "h"
        along, across = (x, y) if lies else (y, x)
        values, places = (trace.get("x"), trace.get("y")) if lies else (trace.get("y"), trace.get("x"))
        if values is None or places is None:
            continue
        marker = trace.get("marker") or {}
        is_faint = bool((marker.get("pattern") or {}).get("shape"))
        for index, (value, place) in enumerate(zip(values, places, strict=False)):
            length, at = along.number(value), across.number(place)
            if length is None or at is None:
                continue
            base = _base(trace, index, along)
            if mode in ("stack", "relative"):
                key = (id(along), str(place), length < 0)
                base += stacked.get(key, 0.0)
                stacked[key] = stacked.get(key, 0.0) + length
            width, offset = _thickness(trace, index, across, mode, gap, number, len(traces))
            begin, end = along.at(base), along.at(base + length)
            edges = across.at(at + offset), across.at(at + offset + width)
            color = color_of(marker.get("color"), index, colors[number])
            line = marker.get("line") or {}
            yield _box(
                (begin, end) if lies else edges,
                edges if lies else (begin, end),
                {
                    "fill": color,
                    "fill_opacity": 0.45 if is_faint else _number(marker.get("opacity"), 1.0),
                    "stroke": color if is_faint else color_of(line.get("color"), index, ""),
                    "stroke_width": 1.0 if is_faint else _number(line.get("width"), 0.0),
                },
            )
            yield from _text_of_bar(trace, index, begin, end, sum(edges) / 2, lies=lies)


def _base(trace: Trace, index: int, along: Axis) -> float:
    base = trace.get("base")
    if isinstance(base, list):
        base = base[index]
    return (along.number(base) or 0.0) if base is not None else 0.0


def _thickness(
    trace: Trace, index: int, across: Axis, mode: str, gap: float, number: int, count: int
) -> tuple[float, float]:
    """How thick a bar is and where it begins beside its place, both on its axis."""
    width, offset = trace.get("width"), trace.get("offset")
    width = width[index] if isinstance(width, list) else width
    offset = offset[index] if isinstance(offset, list) else offset
    in_days = 86_400_000 if across.kind == "date" else 1
    if width is not None:
        thick = float(width) / in_days
    else:
        thick = spacing(trace, across) * (1 - gap)
        if mode == "group":
            thick /= count
            return thick, thick * (number - count / 2)
    return thick, float(offset) / in_days if offset is not None else -thick / 2


def spacing(trace: Trace, across: Axis) -> float:
    """The distance of neighbouring bars on their axis."""
    places = trace.get("y" if trace.get("orientation") == "h" else "x")
    numbers = sorted({n for value in (places or ()) for n in [across.number(value)] if n is not None})
    return min((b - a for a, b in pairwise(numbers)), default=1.0)


def _text_of_bar(
    trace: Trace, index: int, begin: float, end: float, middle: float, *, lies: bool
) -> Iterator[Markup]:
    texts = trace.get("text")
    text = texts[index] if isinstance(texts, list) and index < len(texts) else texts
    if not text or trace.get("textposition", "none") == "none":
        return
    if trace["textposition"] in ("inside", "auto"):
        color = str((trace.get("textfont") or {}).get("color") or "")
        color = color if isinstance((trace.get("textfont") or {}).get("color"), str) else ""
        x, y = ((begin + end) / 2, middle) if lies else (middle, (begin + end) / 2)
        yield words_at(x, y, str(text), anchor="middle", color=color)
    elif lies:
        yield words_at(end + 5, middle, str(text))
    else:
        yield words_at(middle, min(begin, end) - 3, str(text), anchor="middle", upright="bottom")


def draw_scatter(trace: Trace, x: Axis, y: Axis, color: str) -> Iterator[Markup]:
    """Lines, areas, marks and words of one trace."""
    points = [
        (x.place(a), y.place(b)) for a, b in zip(trace.get("x") or (), trace.get("y") or (), strict=False)
    ]
    mode = trace.get("mode") or "lines+markers"
    line = trace.get("line") or {}
    stroke = str(line.get("color") or color)
    if trace.get("fill") in ("toself", "tozeroy", "tonexty"):
        whole = [(a, b) for a, b in points if a is not None and b is not None]
        yield tag("path", {"fill": str(trace.get("fillcolor") or color)}, d=_path([whole], "linear") + "Z")
    width = _number(line.get("width"), 2.0)
    if "lines" in mode and width:
        dash = {"dash": "7 4", "dot": "2 3", "dashdot": "7 3 2 3"}.get(str(line.get("dash")), "")
        yield tag(
            "path",
            {"fill": "none", "stroke": stroke, "stroke_width": width, "stroke_dasharray": dash},
            d=_path(_pieces(points, connects=bool(trace.get("connectgaps"))), str(line.get("shape"))),
        )
    yield from _error_bars(trace, x, y, points)
    if "markers" in mode:
        yield from _markers(trace, points, stroke)
    if "text" in mode:
        yield from _texts(trace, points)


def _pieces(
    points: Iterable[tuple[float | None, float | None]], *, connects: bool
) -> list[list[tuple[float, float]]]:
    pieces: list[list[tuple[float, float]]] = [[]]
    for a, b in points:
        if a is not None and b is not None:
            pieces[-1].append((a, b))
        elif not connects:
            pieces.append([])
    return [piece for piece in pieces if piece]


def _path(pieces: Iterable[Sequence[tuple[float, float]]], shape: str) -> str:
    parts: list[str] = []
    for piece in pieces:
        for number, (a, b) in enumerate(piece):
            if number and shape == "hv":
                parts.append(f"H{a:.1f}V{b:.1f}")
            else:
                parts.append(f"{'L' if number else 'M'}{a:.1f} {b:.1f}")
    return "".join(parts)


def _markers(
    trace: Trace, points: Sequence[tuple[float | None, float | None]], color: str
) -> Iterator[Markup]:
    marker = trace.get("marker") or {}
    edge = marker.get("line") or {}
    for number, (a, b) in enumerate(points):
        if a is None or b is None:
            continue
        size = marker.get("size", 7)
        half = _number(size[number] if isinstance(size, list) else size, 7.0) / 2
        symbol = marker.get("symbol") or "circle"
        symbol = str(symbol[number] if isinstance(symbol, list) else symbol)
        fill = color_of(marker.get("color"), number, color)
        is_open = symbol.endswith("-open") or symbol.startswith("line")
        style: dict[str, str | float] = {
            "fill": "var(--card)" if is_open else fill,
            "stroke": fill if is_open else color_of(edge.get("color"), number, ""),
            "stroke_width": max(_number(edge.get("width"), 0.0), 2.0 if is_open else 0.0),
            "opacity": _number(marker.get("opacity"), 1.0),
        }
        if symbol.startswith("line"):
            upright = "ns" in symbol
            yield tag(
                "path",
                style,
                d=f"M{a:.1f} {b - half:.1f}v{2 * half:.1f}"
                if upright
                else f"M{a - half:.1f} {b:.1f}h{2 * half:.1f}",
            )
        elif symbol.startswith("square"):
            yield tag("rect", style, x=a - half, y=b - half, width=2 * half, height=2 * half)
        elif symbol.startswith("diamond"):
            yield tag(
                "path",
                style,
                d=f"M{a:.1f} {b - half:.1f}l{half:.1f} {half:.1f} {-half:.1f} {half:.1f} {-half:.1f} {-half:.1f}Z",
            )
        elif symbol.startswith("triangle"):
            yield tag("path", style, d=f"M{a:.1f} {b - half:.1f}l{half:.1f} {2 * half:.1f}h{-2 * half:.1f}Z")
        else:
            yield tag("circle", style, cx=a, cy=b, r=half)


def _texts(trace: Trace, points: Sequence[tuple[float | None, float | None]]) -> Iterator[Markup]:
    texts, where = trace.get("text"), trace.get("textposition") or "middle center"
    color = (trace.get("textfont") or {}).get("color")
    for number, (a, b) in enumerate(points):
        text = texts[number] if isinstance(texts, list) and number < len(texts) else texts
        if a is None or b is None or not text:
            continue
        place = str(where[number] if isinstance(where, list) else where)
        anchor = "start" if "right" in place else "end" if "left" in place else "middle"
        upright = "bottom" if "top" in place else "top" if "bottom" in place else "middle"
        shift = 6 if anchor == "start" else -6 if anchor == "end" else 0
        yield words_at(
            a + shift,
            b,
            str(text),
            anchor=anchor,
            upright=upright,
            color=color if isinstance(color, str) else "",
        )


def _error_bars(
    trace: Trace, x: Axis, y: Axis, points: Sequence[tuple[float | None, float | None]]
) -> Iterator[Markup]:
    """The whiskers of a trace, at its points."""
    for name, axis, lies in (("error_x", x, True), ("error_y", y, False)):
        bars = trace.get(name) or {}
        values = trace.get("x" if lies else "y") or ()
        for number, (point, value) in enumerate(zip(points, values, strict=False)):
            middle, across = axis.number(value), point[1 if lies else 0]
            ends = [_at(bars.get(side), number) for side in ("array", "arrayminus")]
            up, down = ends[0], ends[1] if ends[1] is not None else ends[0]
            if middle is None or across is None or up is None or down is None:
                continue
            begin, end = axis.at(middle - down), axis.at(middle + up)
            style: dict[str, str | float] = {
                "stroke": str(bars.get("color") or "var(--soft)"),
                "stroke_width": 1.5,
                "fill": "none",
            }
            cap = _number(bars.get("width"), 4.0)
            whisker = (
                f"M{begin:.1f} {across:.1f}H{end:.1f}" if lies else f"M{across:.1f} {begin:.1f}V{end:.1f}"
            )
            caps = (
                f"M{at:.1f} {across - cap:.1f}v{2 * cap}"
                if lies
                else f"M{across - cap:.1f} {at:.1f}h{2 * cap}"
                for at in (begin, end)
            )
            d = whisker + "".join(caps)
            yield tag("path", style, d=d)


def draw_whiskers_of_bars(trace: Trace, x: Axis, y: Axis) -> Iterator[Markup]:
    """The whiskers at the ends of bars."""
    points = [
        (x.place(a), y.place(b)) for a, b in zip(trace.get("x") or (), trace.get("y") or (), strict=False)
    ]
    yield from _error_bars(trace, x, y, points)


def draw_tiles(trace: Trace, x: Axis, y: Axis) -> Iterator[Markup]:
    """A heat map: a tile for each number, none where there is none."""
    rows = trace.get("z") or ()
    low, high = _number(trace.get("zmin"), 0.0), _number(trace.get("zmax"), 1.0)
    xs, ys = trace.get("x"), trace.get("y")
    gap = _number(trace.get("xgap"), 0.0) / 2
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            a, b = x.number(xs[column] if xs else column), y.number(ys[row] if ys else row)
            if value is None or a is None or b is None:
                continue
            color = _on_scale(trace.get("colorscale") or (), (value - low) / ((high - low) or 1))
            yield _box(
                (x.at(a - 0.5), x.at(a + 0.5)), (y.at(b - 0.5), y.at(b + 0.5)), {"fill": color}, inset=gap
            )


def _on_scale(scale: Sequence[Sequence[Any]], share: float) -> str:
    """The colour of the nearest step of a scale."""
    return str(min(scale, key=lambda step: abs(float(step[0]) - share))[1]) if scale else "var(--accent)"


def _box(
    xs: tuple[float, float], ys: tuple[float, float], style: Mapping[str, str | float], *, inset: float = 0
) -> Markup:
    (left, right), (top, bottom) = sorted(xs), sorted(ys)
    return tag(
        "rect",
        style,
        x=left + inset,
        y=top + inset,
        width=max(right - left - 2 * inset, 0.0),
        height=max(bottom - top - 2 * inset, 0.0),
    )


def _at(values: Any, number: int) -> float | None:
    if not isinstance(values, list) or number >= len(values) or values[number] is None:
        return None
    return float(values[number])


def _number(value: Any, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) else otherwise
