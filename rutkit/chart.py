"""A chart as a person meets it: the finding, the figure, the same in words, and the numbers behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from math import isfinite
from textwrap import shorten
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from rutkit.statistics import Interval


@dataclass(frozen=True)
class Palette:
    """The colors of one theme. `series` is safe for color-blind eyes and reaches 3 : 1 against `card`.

    The hues follow Okabe and Ito, "Color Universal Design" (2008), darkened or lightened for the background.
    """

    name: str
    card: str
    ink: str
    soft: str
    line: str
    accent: str
    warm: str
    series: tuple[str, ...]
    ramp: tuple[str, ...]
    """From nothing to most, for heat maps; neighbours differ in lightness, not only in hue."""


LIGHT = Palette(
    name="light",
    card="#ffffff",
    ink="#22302f",
    soft="#5b6b69",
    line="#e4ded3",
    accent="#1f6f6b",
    warm="#963e1a",
    series=("#0072b2", "#d55e00", "#8a6d3b", "#7a4fa3", "#a0305e", "#00795c"),
    ramp=("#edf3f2", "#b9d8d4", "#7fb7b1", "#3f8d87", "#14504c"),
)

DARK = Palette(
    name="dark",
    card="#1c2324",
    ink="#e9efed",
    soft="#a3b3b0",
    line="#2d3738",
    accent="#6fc2bb",
    warm="#f0a27a",
    series=("#56b4e9", "#f08a3c", "#cdb06a", "#b695dc", "#e58ab0", "#3fc79a"),
    ramp=("#253233", "#2f5552", "#3f817b", "#6fb5ae", "#c4ece7"),
)


@dataclass(frozen=True)
class Chart:
    """What a step's `charts.py` returns.

    `figure` carries data, axis titles with units and nothing of the page: no title (the page shows `title` as a heading
    that wraps on a phone), no fonts, no backgrounds (`dress` adds them).
    """

    title: str
    """The finding, in words: "Resentment is consistent; fear is not"."""
    summary: str
    """One sentence that says what the figure shows, for those who cannot see it."""
    figure: go.Figure | None = None
    numbers: pd.DataFrame | None = None
    """What was drawn, as a table: readable column names, units in them."""
    note: str = ""
    """Small print: n, interval, source with year and population, what it does not mean."""
    method: str = ""
    """How it was worked out, by the names that statisticians use; shown with the numbers."""

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to draw yet; `summary` then says what to do to fill it."""
        return self.figure is None


def empty_chart(title: str, what_to_do: str) -> Chart:
    """A chart with nothing to draw yet: `title` says what it will show, `what_to_do` how to fill it."""
    return Chart(title=title, summary=what_to_do)


def figure_as_json(figure: go.Figure) -> dict[str, Any]:
    """A figure in what JSON knows: arrays as lists, dates as text, amounts as numbers."""
    plain: dict[str, Any] = _plain(figure.to_plotly_json())
    return plain


def plot_text(words: str, longest: int) -> str:
    """Somebody's own words for a figure: at most `longest` characters, and none of it read as markup.

    >>> plot_text("<b>the weekly meeting about meetings", 22)
    '&lt;b&gt;the weekly meeting…'
    """
    return escape(shorten(words, longest, placeholder="…"), quote=False)


def whiskers(
    values: Sequence[float], intervals: Sequence[Interval | None], color: str, *, scale: float = 1
) -> dict[str, Any]:
    """Plotly's error bars from each value to the ends of its interval; none where there is no interval.

    `scale` is what both are drawn in: 100 where the axis counts in percent.
    """
    pairs = list(zip(values, intervals, strict=True))
    return {
        "type": "data",
        "symmetric": False,
        "array": [scale * (interval.high - value) if interval else None for value, interval in pairs],
        "arrayminus": [scale * (value - interval.low) if interval else None for value, interval in pairs],
        "color": color,
        "thickness": 1.5,
        "width": 4,
    }


def add_range(figure: go.Figure, row: int, ends: tuple[float, float], color: str, hover: str) -> None:
    """Draw a range as a thick line on a row of a figure. `hover` is a template without anybody's own words."""
    figure.add_scatter(
        x=list(ends),
        y=[row, row],
        mode="lines",
        line={"color": color, "width": 10},
        hovertemplate=f"{hover}<extra></extra>",
        showlegend=False,
    )


def add_diamond(figure: go.Figure, row: int, value: float, palette: Palette, hover: str) -> None:
    """Draw a diamond on a row of a figure, seen on a range as well as beside it. `hover` as in `add_range`."""
    figure.add_scatter(
        x=[value],
        y=[row],
        mode="markers",
        marker={
            "color": palette.card,
            "size": 12,
            "symbol": "diamond",
            "line": {"color": palette.ink, "width": 2},
        },
        hovertemplate=f"{hover}<extra></extra>",
        showlegend=False,
    )


def dress(figure: go.Figure, palette: Palette, *, height: int = 300) -> go.Figure:
    """Give a figure the theme's fonts, colors and margins, in place; returns it.

    Colors that the figure sets itself stay.
    """
    axis = {
        "gridcolor": palette.line,
        "linecolor": palette.line,
        "zerolinecolor": palette.line,
        "title_font_size": _FONT_SIZE,
        "automargin": True,
    }
    figure.update_layout(
        template=None,
        autosize=True,
        height=figure.layout.height or height,
        paper_bgcolor=palette.card,
        plot_bgcolor=palette.card,
        colorway=palette.series,
        font={"family": _FONT, "size": _FONT_SIZE, "color": palette.soft},
        margin={"l": 8, "r": 8, "t": 16, "b": 8},
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
        hoverlabel={"bgcolor": palette.ink, "font": {"color": palette.card}},
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": palette.soft, "activecolor": palette.accent},
    )
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure


_FONT_SIZE = 13
_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if hasattr(value, "tolist"):
        value = value.astype(str).tolist() if value.dtype.kind == "M" else value.tolist()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, float) and not isfinite(value):
        return None
    return value.isoformat() if hasattr(value, "isoformat") else value
