"""Which day the check-in is for: today, or one of the last weeks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import ipywidgets as widgets

from rutkit.formatting import format_day, format_short_date
from rutkit.steps.emotions.records import CheckIn
from rutkit.widgets import shared
from rutkit.widgets.markup import stack
from rutkit.widgets.page import Page


class DayPicker:
    """A list of the last `days` days, newest first; those that have a check-in are marked."""

    def __init__(self, page: Page, days: int, on_pick: Callable[[date], object]) -> None:
        self._page = page
        self._days = days
        self._on_pick = on_pick
        self._is_drawing = False
        self._today = self._picked = page.today()
        self._list = shared.make(widgets.Dropdown, description="Day")
        self.widget = stack(self._list, classes=("rutkit-field", "rutkit-day-picker"))
        self._draw()
        self._list.observe(page.guard(lambda change: self._pick(change["new"])), "value")
        self._forget = [
            page.workbook.watch(page.guard(self._workbook_changed)),
            page.on_new_day(self._new_day),
        ]

    def go_to(self, day: date) -> None:
        """Pick a day, however long ago."""
        self._picked = day
        self._draw()
        self._on_pick(day)

    def close(self) -> None:
        """Stop listening to the workbook, and take the list away."""
        for forget in self._forget:
            forget()
        shared.close(self.widget)

    def _pick(self, day: date) -> None:
        if not self._is_drawing and day is not None:
            self._picked = day
            self._on_pick(day)

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        if CheckIn.table() in tables:
            self._draw()

    def _new_day(self) -> None:
        """Who was on today stays on today; who was on another day stays there."""
        was_today = self._picked == self._today
        self._today = self._page.today()
        self._draw()
        if was_today:
            self._list.value = self._today

    def _draw(self) -> None:
        today = self._today
        recent = self._page.workbook.all(CheckIn, order_by="day", descending=True, limit=self._days)
        filled = {check_in.day for check_in in recent}
        days = [today - timedelta(days=back) for back in range(self._days)]
        if self._picked < days[-1]:
            days.append(self._picked)
        options = tuple((_label(day, today) + (" ✓" if day in filled else ""), day) for day in days)
        picked = self._picked if self._picked in days else today
        if options == self._list.options and picked == self._list.value:
            return
        self._is_drawing = True
        self._list.options = options
        self._list.value = picked
        self._is_drawing = False


def _label(day: date, today: date) -> str:
    """As in "Today, Sunday 22 Nov" and "Friday 20 Nov"."""
    spelled = f"{day:%A} {format_short_date(day, today)}"
    return f"{format_day(day, today).capitalize()}, {spelled}" if (today - day).days < 2 else spelled
