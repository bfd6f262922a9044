"""Step 3 on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.steps.emotions import burnout
from rutkit.steps.emotions.analysis import consistency
from rutkit.steps.emotions.records import BurnoutInventory, CheckIn
from rutkit.steps.emotions.support import support
from rutkit.steps.emotions.view.days import DayPicker
from rutkit.steps.emotions.view.diary import DiaryImport
from rutkit.steps.emotions.view.hard_days import support_section
from rutkit.steps.exit_plan.records import Support
from rutkit.widgets.card import card, columns
from rutkit.widgets.dated import DatedForm
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, stack
from rutkit.widgets.view import View

DAYS_TO_FILL = 60
"""How far back a check-in can be filled in or corrected."""

SUGGESTED_TAGS = 12


class StepView(View):
    """The daily check-in, what it adds up to, and every four weeks the burnout inventory."""

    slug = "emotions"
    package = "rutkit.steps.emotions"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        self._form = self.keep(
            Form(
                self.page,
                CheckIn,
                fixed={"day": self.page.today().isoformat()},
                suggestions={"what_happened": self._frequent_tags()},
            )
        )
        days = self._days = self.keep(DayPicker(self.page, DAYS_TO_FILL, self._show_day))
        self.on_place(CheckIn, self._open_check_in)
        return [
            self.text(self._support, CheckIn, BurnoutInventory, Support),
            columns(
                card(
                    "Check in",
                    days.widget,
                    self._form.widget,
                    hint="How strongly did the day leave you with each of these? Half a minute is enough.",
                ),
                stack(
                    card(
                        "Is it consistent?",
                        self.chart("consistency", self._draw_consistency, CheckIn),
                    ),
                    card("The days so far", self._chart_of_days("calendar")),
                    classes=("rutkit-side",),
                ),
                card("Week by week", self._chart_of_days("weekly_trend"), wide=True),
                card("By day of the week", self._chart_of_days("weekdays")),
                card("Workdays and days off", self._chart_of_days("workdays_and_days_off")),
                card("What comes with it", self._chart_of_days("tags"), wide=True),
                self._inventory_card(),
                card(
                    "Bring your diary along",
                    self.keep(DiaryImport(self.page)).widget,
                    hint="A Daylio export, or any CSV or Excel file with a date column. Only your workbook reads it.",
                    wide=True,
                ),
            ),
        ]

    def _show_day(self, day: date) -> None:
        self._form.show(None, fixed={"day": day.isoformat()})

    def _open_check_in(self, record_id: str) -> bool:
        check_in = self.workbook.get(CheckIn, record_id)
        if check_in is None:
            return False
        self._days.go_to(check_in.day)
        self._form.focus()
        return True

    def _frequent_tags(self) -> tuple[str, ...]:
        recent = self.workbook.all(CheckIn, order_by="day", descending=True, limit=365)
        counts: dict[str, int] = {}
        for tag in (tag for check_in in recent for tag in check_in.what_happened):
            counts[tag] = counts.get(tag, 0) + 1
        return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag))[:SUGGESTED_TAGS])

    def _recent(self) -> list[CheckIn]:
        newest = self.workbook.all(CheckIn, order_by="day", descending=True, limit=DAYS_TO_FILL)
        first = self.page.today() - timedelta(days=DAYS_TO_FILL)
        return [check_in for check_in in newest if check_in.day >= first]

    def _support(self) -> Markup:
        needed = support(self._recent(), self.workbook.all(BurnoutInventory), self.page.today())
        if needed is None:
            return Markup("")
        return support_section(needed, self.workbook.all(Support))

    def _draw_consistency(self, palette: Palette) -> Chart:
        from rutkit.steps.emotions import charts

        return charts.consistency_bars(consistency(self._recent(), self.page.today()), palette)

    def _chart_of_days(self, name: str) -> widgets.Widget:
        """One of the charts that are drawn from all check-ins as a table."""
        return self.chart(name.replace("_", "-"), partial(self._draw_days, name), CheckIn)

    def _draw_days(self, name: str, palette: Palette) -> Chart:
        from rutkit.steps.emotions import charts

        draw: Callable[[Any, date, Palette], Chart] = getattr(charts, name)
        return draw(self.workbook.frame(CheckIn), self.page.today(), palette)

    def _inventory_card(self) -> widgets.Widget:
        def build() -> widgets.Widget:
            return self.keep(
                DatedForm(self.page, BurnoutInventory, again_label="Answer it again today")
            ).widget

        is_due = burnout.is_due(self.workbook.all(BurnoutInventory), self.page.today())
        text = "Answer the thirteen questions" if is_due else "See or correct your answers"
        return card(
            "Every four weeks: how worn out are you?",
            Folded(self.page, text, build, holds=(BurnoutInventory,)).widget,
            self.chart("burnout", self._draw_burnout, BurnoutInventory),
            hint="The Copenhagen Burnout Inventory (Kristensen et al. 2005). It shows a degree, no verdict.",
            wide=True,
        )

    def _draw_burnout(self, palette: Palette) -> Chart:
        from rutkit.steps.emotions import charts

        return charts.burnout_over_time(burnout.scores(self.workbook.all(BurnoutInventory)), palette)
