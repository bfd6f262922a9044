"""Step 2 on the screen: the money, and how long it lasts."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.chart import Chart, Palette, empty_chart
from rutkit.formatting import counted
from rutkit.preferences import Preferences
from rutkit.steps.exit_plan.money import (
    MoneyPlan,
    age_sentence,
    left_out,
    missing_figures,
    missing_sentence,
    money_plan,
)
from rutkit.steps.exit_plan.records import ExitPlan, Finances, MoneyChange, MoneyEvent
from rutkit.steps.exit_plan.runway import month_to_leave, runway
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, html, joined
from rutkit.widgets.places import address
from rutkit.widgets.view import View
from rutkit.workbook import Workbook

WORKBOOK = "workbook"
"""The panel where the currency is chosen. A step's own notebook has no such panel."""


class MoneyCards:
    """What comes in and goes out, and the runway that follows from it."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The figures, the runway, and what changes."""
        view = self._view
        events = view.keep(
            Collection(
                view.page,
                MoneyEvent,
                columns=("what", "amount", "direction"),
                add_label="Add a one-off amount",
                empty="None. Think of severance, taxes, insurance, a move.",
            )
        )
        changes = view.keep(
            Collection(
                view.page,
                MoneyChange,
                columns=("what", "amount", "change"),
                add_label="Add a monthly change",
                empty="None. Think of rent that rises, a loan paid off, insurance you would pay yourself.",
            )
        )
        return [
            card(
                "Your money",
                view.text(self._currency, Preferences),
                view.keep(Form(view.page, Finances)).widget,
                view.text(self._remarks, Finances, MoneyEvent, MoneyChange),
            ),
            card(
                "How long would it last?",
                view.chart("runway", self._draw, Finances, MoneyEvent, MoneyChange, ExitPlan, Preferences),
            ),
            card("One-off amounts", events.widget, hint="What comes in or goes out one time."),
            card("Monthly changes", changes.widget, hint="What will come or go every month."),
        ]

    def _currency(self) -> Markup:
        page = self._view.page
        where = address(WORKBOOK, Preferences)
        change = (
            html(
                '<a class="rutkit-link" data-route="{where}" href="#{where}">Change the currency</a>.',
                where=where,
            )
            if WORKBOOK in page.bridge.routes
            else html("The currency is chosen in the whole workbook, under “Your workbook”.")
        )
        return html(
            '<p class="rutkit-hint">In {currency}. {change} Rough figures such as “about 3200” are enough to begin.'
            "</p>",
            currency=page.currency,
            change=change,
        )

    def _remarks(self) -> Markup:
        workbook = self._view.workbook
        finances = workbook.only(Finances)
        missing = missing_figures(finances)
        sentences = [missing_sentence(missing)] if missing else []
        if finances:
            sentences.append(age_sentence(finances, self._view.page.today()))
        sentences.extend(left_out(workbook.all(MoneyEvent), workbook.all(MoneyChange)))
        return joined(html('<p class="rutkit-hint">{text}</p>', text=text) for text in sentences if text)

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.steps.exit_plan import charts

        view = self._view
        plan = current_money_plan(view)
        if plan is None:
            return missing_money_chart("How long your money would last", view.workbook)
        leaving = month_to_leave(view.workbook.only(ExitPlan), view.page.today())
        return charts.runway_chart(runway(plan, leaving), palette, view.page.currency)


def current_money_plan(view: View) -> MoneyPlan | None:
    """The months to come as the workbook knows them; None while a figure is missing."""
    workbook = view.workbook
    finances = workbook.only(Finances)
    if finances is None or missing_figures(finances):
        return None
    return money_plan(finances, workbook.all(MoneyEvent), workbook.all(MoneyChange), view.page.today())


def missing_money_chart(title: str, workbook: Workbook) -> Chart:
    """The empty state of every chart that needs the money: how many figures are missing."""
    missing = len(missing_figures(workbook.only(Finances)))
    return empty_chart(title, f"{counted(missing, 'figure')} of “Your money” to go, then this is drawn.")
