"""Step 4 on the screen: the three questions of this month, and the months before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.chart import Chart, Palette
from rutkit.dates import add_months
from rutkit.formatting import format_month
from rutkit.steps.growth.records import GrowthCheck
from rutkit.steps.growth.trend import trends
from rutkit.widgets import shared
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import block, html, put, stack
from rutkit.widgets.page import Page
from rutkit.widgets.view import View


class MonthCards:
    """The questions, the months before, and what they show."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The questions, and the answers month by month."""
        view = self._view
        return [
            card(
                "This month",
                view.keep(ThisMonth(view.page)).widget,
                view.keep(
                    Folded(
                        view.page,
                        "See, correct or add earlier months",
                        lambda: self._months().widget,
                        holds=(GrowthCheck,),
                    )
                ).widget,
                hint="Three answers and a line each. Once a month is enough, best near its end.",
            ),
            card("Month by month", view.chart("monthly-answers", self._draw, GrowthCheck)),
        ]

    def _months(self) -> Collection[GrowthCheck]:
        return self._view.keep(
            Collection(
                self._view.page,
                GrowthCheck,
                columns=("month", "learning", "challenged", "keeping_up"),
                add_label="Add an earlier month",
                empty="None yet. If you remember the last months well enough, add them.",
                order_by="month",
                descending=True,
                initial=self._newest_open_month,
            )
        )

    def _newest_open_month(self) -> Mapping[str, JsonValue]:
        answered = {check.month for check in self._view.workbook.all(GrowthCheck)}
        today = self._view.page.today()
        before = (add_months(today, -back) for back in count(1))
        return {"month": _raw(next(month for month in before if month not in answered))}

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.steps.growth import charts

        checks = self._view.workbook.all(GrowthCheck)
        return charts.monthly_answers(trends(checks, self._view.page.today()), palette)


class ThisMonth:
    """The form of the month that it is now; a page left open turns to the next."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._says_when = block()
        self.form = Form(page, GrowthCheck, fixed=self._fixed())
        self.widget = stack(self._says_when, self.form.widget, classes=("rutkit-dated",))
        self._month = page.today().replace(day=1)
        self._forget = page.on_new_day(self._new_day)
        self._say()

    def close(self) -> None:
        """Stop following the days, and take the form away; the draft stays."""
        self._forget()
        self.form.close()
        shared.close(self.widget)

    def _new_day(self) -> None:
        month = self._page.today().replace(day=1)
        if month != self._month:
            self._month = month
            self.form.show(None, fixed=self._fixed())
            self._say()

    def _say(self) -> None:
        put(self._says_when, html("<p><b>{month}</b></p>", month=format_month(self._month)))

    def _fixed(self) -> dict[str, JsonValue]:
        return {"month": _raw(self._page.today())}


def _raw(month: date) -> str:
    """A month as forms hold it: "2026-11"."""
    return f"{month:%Y-%m}"
