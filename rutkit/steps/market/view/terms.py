"""Step 5 on the screen: what else postings ask for and offer, how old they are, and whether more would tell more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.steps.market.view.current import CurrentMarket
from rutkit.widgets.card import card
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.steps.market.market import Market


class TermCards:
    """Years, education, pay, place, seniority and employment."""

    def __init__(self, current: CurrentMarket) -> None:
        self._current = current

    def cards(self) -> Sequence[widgets.Widget]:
        """A card for each matter."""
        return [
            card("Pay", self._chart("salaries")),
            card("Experience", self._chart("years")),
            card("Education", self._chart("education")),
            card("Place of work", self._chart("workplaces")),
            card("Seniority", self._chart("seniorities")),
            card("Employment", self._chart("employments")),
        ]

    def _chart(self, name: str) -> widgets.Widget:
        def draw(market: Market, palette: Palette) -> Chart:
            from rutkit.steps.market import charts

            chart: Chart = getattr(charts, f"{name}_chart")(market, palette)
            return chart

        return self._current.chart(f"market-{name}", draw)


class TimeCards:
    """What rises and falls, the postings' age and repeats, and the curve of what is new."""

    def __init__(self, view: View, current: CurrentMarket) -> None:
        self._view = view
        self._current = current

    def cards(self) -> Sequence[widgets.Widget]:
        """A card for each matter."""
        current = self._current
        return [
            card("Have you seen enough?", current.chart("saturation", self._draw_saturation)),
            card("How old your postings are", current.chart("ages", self._draw_ages)),
            card("Rising and falling", current.chart("changes", self._draw_changes), wide=True),
        ]

    def _draw_saturation(self, market: Market, palette: Palette) -> Chart:
        from rutkit.steps.market import charts

        return charts.saturation_chart(market, palette)

    def _draw_ages(self, market: Market, palette: Palette) -> Chart:
        from rutkit.steps.market import charts

        return charts.ages_chart(market, self._view.page.today(), palette)

    def _draw_changes(self, market: Market, palette: Palette) -> Chart:
        from rutkit.steps.market import charts

        return charts.changes_chart(market, palette)
