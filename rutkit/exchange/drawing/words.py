"""Text in a drawing: lines, anchors, and about how wide it is."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup

SIZE = 13
"""Pixels, as on the page."""
LINE = 16

_BREAK = re.compile(r"<br ?/?>")
_BOLD = re.compile(r"</?b>")
_TAG = re.compile(r"<[^>]*>")


def lines_of(text: str) -> list[str]:
    """The lines of a figure's text, without its few tags and with what they escape as it is."""
    return [unescape(_TAG.sub("", line)) for line in _BREAK.split(text)]


def width_of(text: str, size: float = SIZE) -> float:
    """About how wide the longest line is, in pixels."""
    return max((len(line) for line in lines_of(text)), default=0) * size * 0.54


def words_at(
    x: float,
    y: float,
    text: str,
    *,
    anchor: str = "start",
    upright: str = "middle",
    color: str = "",
    angle: float = 0,
    halo: bool = False,
) -> Markup:
    """Lines of text at a point. `anchor` is start, middle or end; `upright` says what of them is at `y`."""
    lines = lines_of(text)
    first = {"top": SIZE * 0.8, "middle": SIZE * 0.35 - LINE * (len(lines) - 1) / 2}.get(
        upright, -SIZE * 0.2 - LINE * (len(lines) - 1)
    )
    spans = Markup("").join(
        Markup('<tspan x="{x}" y="{y}">{line}</tspan>').format(
            x=f"{x:.1f}", y=f"{y + first + LINE * number:.1f}", line=line
        )
        for number, line in enumerate(lines)
    )
    return Markup('<text text-anchor="{anchor}"{style}{turn}{kind}>{spans}</text>').format(
        anchor=anchor,
        style=Markup(' style="fill:{}"').format(color) if color else "",
        turn=Markup(' transform="rotate({} {} {})"').format(f"{angle:g}", f"{x:.1f}", f"{y:.1f}")
        if angle
        else "",
        kind=Markup(' class="{}"').format(" ".join(_classes(text, halo))) if _classes(text, halo) else "",
        spans=spans,
    )


def _classes(text: str, halo: bool) -> list[str]:
    return [name for name, is_so in (("b", bool(_BOLD.search(text))), ("halo", halo)) if is_so]
