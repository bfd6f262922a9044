"""A whole figure as SVG that needs nothing else: no script, no font, no request; colours are CSS variables."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import isfinite
from typing import Any

from markupsafe import Markup

from rutkit.chart import LIGHT, Palette
from rutkit.exchange.drawing.axes import Axis, axis_of
from rutkit.exchange.drawing.extents import axes_named_by, ends_along, values_along
from rutkit.exchange.drawing.marks import (
    Trace,
    draw_bars,
    draw_scatter,
    draw_tiles,
    draw_whiskers_of_bars,
    spacing,
    tag,
)
from rutkit.exchange.drawing.words import LINE, SIZE, lines_of, width_of, words_at

WIDTH = 720
"""Pixels; the page makes it as wide as there is room."""
DRAWN = frozenset({"bar", "scatter", "heatmap"})
_EDGE = 8
_TICK = 5


def draw(figure: Mapping[str, Any], title: str, palette: Palette = LIGHT) -> Markup:
    """The SVG of a figure (in what JSON knows) that was drawn in `palette`; empty if it holds what cannot be drawn.

    `title` is what it says to those who cannot see it.
    """
    return _in_variables(_drawn(figure, title, palette, Markup(' class="figure"')), palette)


def draw_alone(figure: Mapping[str, Any], title: str, palette: Palette = LIGHT) -> Markup:
    """The same as an image of its own, in the colours of `palette` and on its background."""
    style = Markup(_ALONE).format(
        soft=palette.soft, card=palette.card, size=SIZE, width=WIDTH, namespace="http://www.w3.org/2000/svg"
    )
    return Markup(_drawn(figure, title, palette, style).replace("var(--card)", palette.card))


_ALONE = (
    ' xmlns="{namespace}" width="{width}" font-family="system-ui, sans-serif" font-size="{size}" fill="{soft}" '
    'style="background:{card}"'
)


def _drawn(figure: Mapping[str, Any], title: str, palette: Palette, attributes: Markup) -> Markup:
    whole_figure = _unpacked(figure)
    traces = [trace for trace in whole_figure["data"] if trace.get("visible") is not False]
    layout = whole_figure.get("layout", {})
    if not traces or any(trace.get("type", "scatter") not in DRAWN for trace in traces):
        return Markup("")
    height = float(layout.get("height") or 300)
    sheet = _Sheet(traces, layout, palette, height)
    body = Markup("").join(sheet.parts())
    return Markup(
        '<svg viewBox="0 0 {w} {h}" role="img" aria-label="{title}"{attributes}>{body}</svg>'
    ).format(w=WIDTH, h=f"{height + sheet.legend_height:.0f}", title=title, attributes=attributes, body=body)


def _unpacked(value: Any) -> Any:
    """The same with plotly's packed arrays of numbers as lists."""
    if isinstance(value, Mapping):
        if "bdata" not in value:
            return {key: _unpacked(item) for key, item in value.items()}
        import numpy as np

        array = np.frombuffer(b64decode(value["bdata"]), dtype=str(value["dtype"]))
        if "shape" in value:
            array = array.reshape([int(size) for size in str(value["shape"]).split(",")])
        return _unpacked(array.tolist())
    if isinstance(value, list):
        return [_unpacked(item) for item in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def variables(palette: Palette) -> dict[str, str]:
    """The names of a palette's colours in CSS, with the colours."""
    named = {name: getattr(palette, name) for name in ("card", "ink", "soft", "line", "accent", "warm")}
    named |= {f"series-{number}": color for number, color in enumerate(palette.series)}
    return named | {f"ramp-{number}": color for number, color in enumerate(palette.ramp)}


def _in_variables(drawing: Markup, palette: Palette) -> Markup:
    """The same drawing in whichever theme it is looked at."""
    text = str(drawing)
    for name, color in variables(palette).items():
        text = text.replace(f":{color}", f":var(--{name})")
    return Markup(text)


class _Sheet:
    """One figure while it is drawn."""

    def __init__(
        self, traces: Sequence[Trace], layout: Mapping[str, Any], palette: Palette, height: float
    ) -> None:
        self._traces = traces
        self._layout = layout
        self._palette = palette
        self._mode = str(layout.get("barmode") or "group")
        self._gap = float(layout.get("bargap", 0.2))
        self._colors = [self._color(number) for number in range(len(traces))]
        self._legend = list(self._legend_lines())
        self.legend_height = (LINE + 6) * len(self._legend)
        axes = {name: self._bare_axis(name) for name in self._axis_names()}
        self._left, self._right, self._top, self._bottom = self._room(axes, height)
        self._axes = {name: self._placed(name, axis, axes) for name, axis in axes.items()}

    def parts(self) -> Iterator[Markup]:
        """Everything in the order in which it is painted."""
        yield from self._drawn_legend()
        yield from self._shapes(below=True)
        for name, axis in self._axes.items():
            yield from self._drawn_axis(name, axis)
        bars = [n for n, trace in enumerate(self._traces) if trace.get("type") == "bar"]
        of_bars = [self._axes_of(self._traces[n]) for n in bars]
        yield from draw_bars(
            [self._traces[n] for n in bars], of_bars, self._mode, self._gap, [self._colors[n] for n in bars]
        )
        for trace, color in zip(self._traces, self._colors, strict=True):
            x, y = self._axes_of(trace)
            match trace.get("type", "scatter"):
                case "scatter":
                    yield from draw_scatter(trace, x, y, color)
                case "heatmap":
                    yield from draw_tiles(trace, x, y)
                case "bar":
                    yield from draw_whiskers_of_bars(trace, x, y)
        yield from self._shapes(below=False)
        yield from self._annotations()

    # Axes

    def _axis_names(self) -> list[str]:
        used = [name for trace in self._traces for name in axes_named_by(trace)]
        return list(dict.fromkeys(used))

    def _axes_of(self, trace: Trace) -> tuple[Axis, Axis]:
        x, y = axes_named_by(trace)
        return self._axes[x], self._axes[y]

    def _of_axis(self, name: str) -> Mapping[str, Any]:
        return self._layout.get(f"{name[0]}axis{name[1:]}") or {}

    def _bare_axis(self, name: str) -> Axis:
        """An axis that knows its values, and not yet its place."""
        kin = {name, *self._kin_of(name)}
        traces = [trace for trace in self._traces if kin & set(axes_named_by(trace))]
        axis = axis_of(self._of_axis(name), values_along(traces, name[0]), from_zero=False, pad=0.0, half=0.0)
        ends = [*values_along(traces, name[0]), *ends_along(traces, axis, name[0], self._mode)]
        bars = [trace for trace in traces if trace.get("type") == "bar"]
        along = any((trace.get("orientation") == "h") == (name[0] == "x") for trace in bars)
        across = [t for t in bars if (t.get("orientation") == "h") != (name[0] == "x")]
        tiles = any(trace.get("type") == "heatmap" for trace in traces)
        half = 0.5 if tiles else max((spacing(trace, axis) / 2 for trace in across), default=0.0)
        return axis_of(
            self._of_axis(name),
            ends,
            from_zero=along,
            pad=0.05 if not (bars or tiles) or along else 0.0,
            half=half,
        )

    def _kin_of(self, name: str) -> set[str]:
        """The axes that show the same stretch."""
        of = {other: self._of_axis(other).get("matches") for other in self._axis_names()}
        return {
            other for other, master in of.items() if master and (master == name or master == of.get(name))
        } | ({str(of[name])} if of.get(name) else set())

    def _room(self, axes: Mapping[str, Axis], height: float) -> tuple[float, float, float, float]:
        """The edges of what is drawn: room for the words of the outermost axes is left around it."""
        left, bottom = float(_EDGE), float(_EDGE)
        for name, axis in axes.items():
            ticks = axis.ticks()
            widest = max((width_of(tick.text) for tick in ticks), default=0.0)
            has_title = bool(_title_of(axis))
            if name[0] == "y" and self._domain_of(self._of_axis(name).get("anchor") or "x")[0] < 0.01:
                left = max(left, widest + (LINE + 4 if has_title else 0) + _EDGE + _TICK)
            elif name[0] == "x" and self._domain_of(self._of_axis(name).get("anchor") or "y")[0] < 0.01:
                tall: float = max((len(lines_of(tick.text)) for tick in ticks), default=0) * LINE
                turned = self._turned(axis, WIDTH - left)
                tall = widest * 0.6 + 6 if turned else tall
                bottom = max(bottom, tall + (LINE + 4 if has_title else 0) + _EDGE + _TICK)
        top = self.legend_height + 14 + self._above()
        margin = _float((self._layout.get("margin") or {}).get("r"), 0.0)
        return left, WIDTH - max(2 * _EDGE + 6, margin), top, height + self.legend_height - bottom

    def _above(self) -> float:
        """Room for words that stand above everything."""
        tops = [
            len(lines_of(str(each.get("text", "")))) * LINE
            for each in self._layout.get("annotations") or ()
            if str(each.get("yref", "")) in ("paper", "y domain")
            and _float(each.get("y"), 0.0) >= 0.99
            and each.get("yanchor") != "top"
        ]
        return max(tops, default=0.0)

    def _domain_of(self, name: str) -> tuple[float, float]:
        low, high = self._of_axis(name).get("domain") or (0.0, 1.0)
        return float(low), float(high)

    def _placed(self, name: str, axis: Axis, axes: Mapping[str, Axis]) -> Axis:
        low, high = self._domain_of(name)
        if name[0] == "x":
            span = self._right - self._left
            return replace(axis, start=self._left + low * span, end=self._left + high * span)
        span = self._bottom - self._top
        return replace(axis, start=self._bottom - low * span, end=self._bottom - high * span)

    def _turned(self, axis: Axis, room: float) -> bool:
        """Whether the words beneath an axis would run into each other."""
        ticks = axis.ticks()
        if axis.layout.get("tickangle"):
            return True
        span = abs(axis.high - axis.low) or 1
        low, high = axis.layout.get("domain") or (0, 1)
        room *= high - low
        return any(
            (width_of(a.text) + width_of(b.text)) / 2 + 6 > abs(b.at - a.at) / span * room
            for a, b in pairwise(ticks)
        )

    def _drawn_axis(self, name: str, axis: Axis) -> Iterator[Markup]:
        if axis.layout.get("visible") is False:
            return
        other = self._axes.get(str(axis.layout.get("anchor") or ("y" if name[0] == "x" else "x")))
        begin, end = (
            (other.start, other.end)
            if other
            else ((self._bottom, self._top) if name[0] == "x" else (self._left, self._right))
        )
        grid: dict[str, str | float] = {"stroke": self._palette.line, "stroke_width": 1.0}
        turned = name[0] == "x" and self._turned(axis, self._right - self._left)
        for tick in axis.ticks():
            at = axis.at(tick.at)
            if axis.layout.get("showgrid") is not False:
                ends = {"x1": at, "x2": at, "y1": begin, "y2": end}
                if name[0] == "y":
                    ends = {"x1": begin, "x2": end, "y1": at, "y2": at}
                yield tag("line", grid, **ends)
            if name[0] == "y":
                yield words_at(begin - _TICK, at, tick.text, anchor="end")
            elif turned:
                yield words_at(at, begin + _TICK + 6, tick.text, anchor="end", angle=-35)
            else:
                yield words_at(at, begin + _TICK, tick.text, anchor="middle", upright="top")
        title = _title_of(axis)
        middle = (axis.start + axis.end) / 2
        if title and name[0] == "x":
            words = axis.ticks()
            tall: float = max((len(lines_of(tick.text)) for tick in words), default=0) * LINE
            tall = max((width_of(tick.text) for tick in words), default=0.0) * 0.6 + 6 if turned else tall
            yield words_at(middle, begin + _TICK + tall + 3, title, anchor="middle", upright="top")
        elif title:
            widest = max((width_of(tick.text) for tick in axis.ticks()), default=0.0)
            x = begin - _TICK - widest - SIZE
            yield words_at(x, middle, title, anchor="middle", angle=-90)

    # What stands beside the marks

    def _color(self, number: int) -> str:
        trace = self._traces[number]
        for of in (trace.get("marker") or {}, trace.get("line") or {}):
            if isinstance(of.get("color"), str):
                return str(of["color"])
        series = self._layout.get("colorway") or self._palette.series
        return str(series[number % len(series)])

    def _legend_lines(self) -> Iterator[list[int]]:
        """The traces that are named in the legend, line by line."""
        named = [n for n, t in enumerate(self._traces) if t.get("name") and t.get("showlegend") is not False]
        shown = self._layout.get("showlegend")
        if not named or shown is False or (shown is None and len(named) < 2):
            return
        line: list[int] = []
        used = 0.0
        for number in named:
            room = width_of(str(self._traces[number]["name"])) + 40
            if line and used + room > WIDTH - 2 * _EDGE:
                yield line
                line, used = [], 0.0
            line.append(number)
            used += room
        yield line

    def _drawn_legend(self) -> Iterator[Markup]:
        for row, line in enumerate(self._legend):
            x, y = float(_EDGE), _EDGE + 6 + row * (LINE + 6)
            for number in line:
                trace, color = self._traces[number], self._colors[number]
                mode = str(trace.get("mode") or "lines+markers")
                if trace.get("type") == "bar":
                    is_faint = bool(((trace.get("marker") or {}).get("pattern") or {}).get("shape"))
                    style: dict[str, str | float] = {
                        "fill": color,
                        "fill_opacity": 0.45 if is_faint else 1.0,
                        "stroke": color,
                    }
                    yield tag("rect", style, x=x, y=y - 6, width=14, height=12)
                elif trace.get("fill"):
                    filled: dict[str, str | float] = {"fill": str(trace.get("fillcolor") or color)}
                    yield tag("rect", filled, x=x, y=y - 6, width=14, height=12)
                elif "lines" in mode:
                    dash = "5 3" if (trace.get("line") or {}).get("dash") not in (None, "solid") else ""
                    stroke: dict[str, str | float] = {
                        "stroke": color,
                        "stroke_width": 3.0,
                        "stroke_dasharray": dash,
                    }
                    yield tag("line", stroke, x1=x, x2=x + 18, y1=y, y2=y)
                else:
                    yield tag("circle", {"fill": color}, cx=x + 8, cy=y, r=5)
                name = str(trace["name"])
                yield words_at(x + 24, y, name)
                x += width_of(name) + 40

    def _shapes(self, *, below: bool) -> Iterator[Markup]:
        for shape in self._layout.get("shapes") or ():
            if (shape.get("layer") == "below") != below:
                continue
            xs = [self._place("x", shape.get("xref"), shape[end]) for end in ("x0", "x1")]
            ys = [self._place("y", shape.get("yref"), shape[end]) for end in ("y0", "y1")]
            if None in xs or None in ys:
                continue
            (x0, x1), (y0, y1) = [[float(v or 0) for v in each] for each in (xs, ys)]
            line = shape.get("line") or {}
            dash = {"dash": "7 4", "dot": "2 3"}.get(str(line.get("dash")), "")
            stroke: dict[str, str | float] = {
                "stroke": str(line.get("color") or self._palette.soft) if line.get("width", 1) else "",
                "stroke_width": float(line.get("width", 1)),
                "stroke_dasharray": dash,
            }
            if shape.get("type") == "line":
                yield tag("line", stroke, x1=x0, x2=x1, y1=y0, y2=y1)
            else:
                fill: dict[str, str | float] = {
                    "fill": str(shape.get("fillcolor") or "none"),
                    "opacity": _float(shape.get("opacity"), 1.0),
                }
                box = {"x": min(x0, x1), "y": min(y0, y1), "width": abs(x1 - x0), "height": abs(y1 - y0)}
                yield tag("rect", {**fill, **stroke}, **box)

    def _annotations(self) -> Iterator[Markup]:
        for each in self._layout.get("annotations") or ():
            x = self._place("x", each.get("xref"), each.get("x"))
            y = self._place("y", each.get("yref"), each.get("y"))
            if x is None or y is None or not each.get("text"):
                continue
            x, y = x + _float(each.get("xshift"), 0.0), y - _float(each.get("yshift"), 0.0)
            if each.get("showarrow", True):
                to_x, to_y = x + _float(each.get("ax"), 0.0), y + _float(each.get("ay"), -30.0)
                style: dict[str, str | float] = {"stroke": str(each.get("arrowcolor") or self._palette.soft)}
                yield tag("line", style, x1=to_x, y1=to_y, x2=x, y2=y)
                x, y = to_x, to_y
            text = str(each["text"])
            anchor = {"left": "start", "right": "end"}.get(str(each.get("xanchor")), "middle")
            if anchor == "start" and x + width_of(text) > WIDTH:
                x = WIDTH - width_of(text)
            color = (each.get("font") or {}).get("color") or ""
            upright = str(each.get("yanchor") or "middle")
            yield words_at(x, y, text, anchor=anchor, upright=upright, color=str(color), halo=True)

    def _place(self, letter: str, ref: Any, value: Any) -> float | None:
        """Where something stands that is given on an axis, in shares of one, or in shares of the whole."""
        name, _, domain = str(ref or letter).partition(" ")
        if name == "paper":
            begin, end = (self._left, self._right) if letter == "x" else (self._bottom, self._top)
            return begin + _float(value, 0.0) * (end - begin)
        axis = self._axes.get(name)
        if axis is None:
            return None
        return axis.start + _float(value, 0.0) * (axis.end - axis.start) if domain else axis.place(value)


def _title_of(axis: Axis) -> str:
    title = axis.layout.get("title") or ""
    return str(title.get("text") or "") if isinstance(title, Mapping) else str(title)


def _float(value: Any, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) else otherwise
