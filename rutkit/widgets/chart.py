"""A chart on the page: the finding as its title, the figure, the same in words, and the numbers on request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.chart import Chart, Palette, figure_as_json
from rutkit.formatting import format_cell
from rutkit.widgets import shared
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.page import Page

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

PLOTLY = "application/vnd.plotly.v1+json"
CONFIG = {"displaylogo": False, "showSendToCloud": False, "displayModeBar": False, "responsive": True}
"""Nothing in a chart may offer to upload it."""

MAXIMUM_ROWS = 400
"""Rows of numbers shown; the whole of them is in `workbook.frame`."""


class ChartPanel:
    """Shows what `draw` returns, again after each change and in the colours of each theme.

    A plotly `FigureWidget` would push 5 MB of JavaScript over the socket; an `Output` with one Plotly bundle shows the
    same figure with what the server sends as a static file.

    `when_ready` is told what to call when there is something to draw; by default that is once the page is ready.
    """

    def __init__(
        self,
        page: Page,
        name: str,
        draw: Callable[[Palette], Chart],
        *,
        when_ready: Callable[[Callable[[], object]], object] | None = None,
    ) -> None:
        self._page = page
        self._name = name
        self._draw = draw
        self._shows_numbers = False
        self._chart: Chart | None = None
        self._drawn: object = None
        self._head = block(html('<p class="rutkit-chart-title rutkit-waiting">{text}</p>', text="Drawing…"))
        self._figure = shared.make(widgets.Output, "rutkit-figure")
        self._foot = block()
        self.widget = stack(
            self._head, self._figure, self._foot, classes=("rutkit-chart", f"rutkit-chart-{name}")
        )
        self._forget = page.bridge.on_action(f"numbers-{name}", page.guard(lambda _: self._toggle_numbers()))
        self._redraw = page.guard(lambda _: self._recolor())
        page.bridge.observe(self._redraw, "theme")
        (when_ready or page.when_ready)(self.redraw)

    def redraw(self) -> None:
        """Draw it again from the workbook as it is now."""
        if not self._page.is_ready:
            return
        chart = self._draw(self._page.palette)
        self._chart = chart
        put(
            self._head,
            html(
                '<h3 class="rutkit-chart-title{empty}">{title}</h3>',
                empty=" rutkit-chart-empty" if chart.is_empty else "",
                title=chart.title,
            ),
        )
        drawn = None if chart.figure is None else bundle(chart.figure)
        if drawn != self._drawn:
            self._drawn = drawn
            self._figure.outputs = () if drawn is None else (_output(drawn),)
        self._draw_foot(chart)

    def _recolor(self) -> None:
        if self._chart is not None:
            self.redraw()

    def close(self) -> None:
        """Stop following the theme and its button, and take the chart away."""
        self._forget()
        self._page.bridge.unobserve(self._redraw, "theme")
        shared.close(self.widget)

    def _toggle_numbers(self) -> None:
        self._shows_numbers = not self._shows_numbers
        if self._chart:
            self._draw_foot(self._chart)

    def _draw_foot(self, chart: Chart) -> None:
        parts = [
            html(
                '<p class="rutkit-chart-summary{unseen}">{text}</p>',
                # Whoever sees the figure need not read it as well.
                unseen="" if chart.is_empty or self._shows_numbers else " rutkit-unseen",
                text=chart.summary,
            )
        ]
        if chart.note:
            parts.append(html('<p class="rutkit-source">{text}</p>', text=chart.note))
        if chart.numbers is not None and not chart.is_empty:
            parts.append(
                html(
                    '<button type="button" class="rutkit-link" data-action="numbers-{name}" aria-expanded="{open}">'
                    "{text}</button>",
                    name=self._name,
                    open=str(self._shows_numbers).lower(),
                    text="Hide the numbers" if self._shows_numbers else "Show the numbers",
                )
            )
            if self._shows_numbers:
                parts.append(numbers_table(chart.numbers, chart.title))
                if chart.method:
                    parts.append(html('<p class="rutkit-source">{text}</p>', text=chart.method))
        put(self._foot, joined(parts))


def numbers_table(numbers: pd.DataFrame, caption: str) -> Markup:
    """A DataFrame as a plain HTML table, at most `MAXIMUM_ROWS` rows of it."""
    head = joined(html('<th scope="col">{name}</th>', name=name) for name in numbers.columns)
    shown = numbers.head(MAXIMUM_ROWS)
    rows = joined(
        html(
            "<tr>{cells}</tr>",
            cells=joined(html("<td>{value}</td>", value=format_cell(value)) for value in row),
        )
        for row in shown.itertuples(index=False)
    )
    more = (
        html("<p>The first {shown} of {all} rows.</p>", shown=len(shown), all=len(numbers))
        if len(numbers) > len(shown)
        else Markup("")
    )
    return html(
        '<div class="rutkit-table-scroll" tabindex="0" role="region" aria-label="{caption}">'
        '<table class="rutkit-table">'
        "<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>{more}",
        caption=caption,
        head=head,
        rows=rows,
        more=more,
    )


def bundle(figure: go.Figure) -> dict[str, object]:
    """A figure as plotly's renderer takes it."""
    figure.update_layout(dragmode=False)
    return {**figure_as_json(figure), "config": CONFIG}


def _output(drawn: dict[str, object]) -> dict[str, object]:
    return {"output_type": "display_data", "data": {PLOTLY: drawn}, "metadata": {}}
