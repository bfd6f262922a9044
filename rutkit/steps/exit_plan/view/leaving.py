"""Step 2 on the screen: when could I leave?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import ipywidgets as widgets

from rutkit.chart import Chart, Palette, empty_chart
from rutkit.preferences import Preferences
from rutkit.steps.exit_plan.evidence import EMPLOYED_SEARCH
from rutkit.steps.exit_plan.money import MoneyPlan
from rutkit.steps.exit_plan.records import ExitPlan, Finances, MoneyChange, MoneyEvent, SearchAssumption
from rutkit.steps.exit_plan.runway import month_to_leave
from rutkit.steps.exit_plan.schedule import window
from rutkit.steps.exit_plan.search import search_sentence
from rutkit.steps.exit_plan.view.money import current_money_plan, missing_money_chart
from rutkit.widgets.card import card
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, html
from rutkit.widgets.view import View

FIRST_QUESTIONS = ("median_months", "search_while_employed", "accepted_risk")
FINER_POINTS = ("spread", "employed_advantage", "new_take_home_pay")

INPUTS = (Finances, MoneyEvent, MoneyChange, SearchAssumption, ExitPlan, Preferences)


class LeavingCards:
    """What the person assumes about their search, and the risk of each month to leave in."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The assumption, the risk by leaving month, and the fan of balances."""
        view = self._view
        return [
            card(
                "Your search",
                view.keep(Form(view.page, SearchAssumption, fields=FIRST_QUESTIONS)).widget,
                view.text(self._assumption, SearchAssumption),
                Folded(view.page, "Change the finer points", self._finer_points).widget,
                view.text(lambda: html('<p class="rutkit-source">{source}</p>', source=EMPLOYED_SEARCH)),
                hint="Nobody knows how long a search takes. Say what you assume, and see what follows.",
            ),
            card("The risk of each month", view.chart("leaving-risk", self._draw_risk, *INPUTS)),
            card("Your money from now on", view.chart("balance-fan", self._draw_fan, *INPUTS), wide=True),
        ]

    def _finer_points(self) -> widgets.Widget:
        """What has a sensible value until somebody changes it."""
        return self._view.keep(Form(self._view.page, SearchAssumption, fields=FINER_POINTS)).widget

    def _assumption(self) -> Markup:
        assumption = self._view.workbook.only(SearchAssumption)
        if assumption is None or assumption.median_months is None:
            return Markup("")
        return html("<p>{said}</p>", said=search_sentence(assumption))

    def _draw_risk(self, palette: Palette) -> Chart:
        def draw(plan: MoneyPlan, assumption: SearchAssumption) -> Chart:
            from rutkit.steps.exit_plan import charts
            from rutkit.steps.exit_plan.simulation import risk_by_leaving_month, window_risk_sentence

            risks = risk_by_leaving_month(plan, assumption)
            chart = charts.risk_chart(risks, palette)
            ends = window(self._view.workbook.only(ExitPlan))
            beside_window = window_risk_sentence(risks, *ends) if ends else ""
            return replace(chart, note=f"{beside_window} {chart.note}".strip())

        return self._if_known("The chance that money runs out, by leaving month", draw)

    def _draw_fan(self, palette: Palette) -> Chart:
        def draw(plan: MoneyPlan, assumption: SearchAssumption) -> Chart:
            from rutkit.steps.exit_plan import charts
            from rutkit.steps.exit_plan.simulation import balance_fan

            leaving = month_to_leave(self._view.workbook.only(ExitPlan), self._view.page.today())
            return charts.fan_chart(balance_fan(plan, assumption, leaving), palette, self._view.page.currency)

        return self._if_known("Where your balance could stand", draw)

    def _if_known(self, title: str, draw: Callable[[MoneyPlan, SearchAssumption], Chart]) -> Chart:
        plan = current_money_plan(self._view)
        if plan is None:
            return missing_money_chart(title, self._view.workbook)
        assumption = self._view.workbook.only(SearchAssumption)
        if assumption is None or assumption.median_months is None:
            return empty_chart(title, "Say how many months you think a search takes, and this is drawn.")
        return draw(plan, assumption)
