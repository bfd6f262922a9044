"""Step 8 on the screen: what the groups bring beside what they take."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.preferences import Preferences
from rutkit.steps.groups.records import Group, Visit
from rutkit.widgets.card import card
from rutkit.widgets.view import View


class WorthCards:
    """New ties per hour and for the cost, and where the evenings went."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The three pictures."""
        view = self._view
        return [
            card("For your time", view.chart("ties-per-hour", self._per_hour, Group, Visit)),
            card("For your money", view.chart("ties-per-cost", self._per_cost, Group, Visit, Preferences)),
            card("Your evenings", view.chart("group-hours", self._hours, Group, Visit), wide=True),
        ]

    def _per_hour(self, palette: Palette) -> Chart:
        from rutkit.steps.groups import charts
        from rutkit.steps.groups.worth import worth

        return charts.ties_per_hour(worth(*self._records(), self._view.page.today()), palette)

    def _per_cost(self, palette: Palette) -> Chart:
        from rutkit.steps.groups import charts
        from rutkit.steps.groups.worth import worth

        page = self._view.page
        return charts.ties_per_cost(worth(*self._records(), page.today()), palette, page.currency)

    def _hours(self, palette: Palette) -> Chart:
        from rutkit.steps.groups import charts

        return charts.hours_by_month(*self._records(), self._view.page.today(), palette)

    def _records(self) -> tuple[list[Group], list[Visit]]:
        return self._view.workbook.all(Group), self._view.workbook.all(Visit)
