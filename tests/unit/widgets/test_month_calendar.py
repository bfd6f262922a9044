from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import ipywidgets as widgets
import pytest

from rutkit.widgets.markup import html
from rutkit.widgets.month_calendar import DayEntry, MonthCalendar
from rutkit.widgets.page import Page

EVENING = DayEntry(date(2026, 11, 3), "18:30", "Evening")
WALK = DayEntry(date(2026, 11, 7), "", "Walk", "The harbor", html("<i>{text}</i>", text="stay at home"))


@pytest.fixture
def turned() -> list[date]:
    return []


@pytest.fixture
def calendar(page: Page, turned: list[date]) -> Iterator[MonthCalendar]:
    made = MonthCalendar(
        page, "test", lambda: turned.append(made.month), noun="event", empty="Nothing this month."
    )
    yield made
    made.close()


def said(root: widgets.Widget) -> str:
    own = str(root.value) if isinstance(root, widgets.HTML) else ""
    return own + "".join(said(child) for child in getattr(root, "children", ()))


def press(calendar: MonthCalendar, text: str) -> None:
    next(each for each in calendar._turns.children if each.description == text).click()


def open_day(page: Page, day: str) -> None:
    page.bridge._receive(page.bridge, {"type": "action", "action": "day-test", "day": day}, [])


def test_the_month_of_today_is_seen_first(calendar: MonthCalendar) -> None:
    assert "Nov 2026" in said(calendar.widget)


def test_whole_weeks_are_seen_from_monday_to_sunday(calendar: MonthCalendar) -> None:
    assert calendar.days == (date(2026, 10, 26), date(2026, 12, 6))
    assert len(re.findall("<td", said(calendar.widget))) == 42


def test_today_is_marked(calendar: MonthCalendar) -> None:
    assert 'aria-current="date">22</td>' in said(calendar.widget)


def test_a_day_with_something_on_it_is_a_button_that_says_how_much(calendar: MonthCalendar) -> None:
    calendar.show([EVENING, EVENING])
    assert 'aria-label="3 Nov: 2 events"' in said(calendar.widget)


def test_below_stands_all_of_the_month(calendar: MonthCalendar) -> None:
    calendar.show([EVENING, WALK])
    assert "Tuesday 3 Nov, 18:30" in said(calendar.widget)
    assert "Saturday 7 Nov · The harbor" in said(calendar.widget)
    assert "<i>stay at home</i>" in said(calendar.widget)


def test_what_is_on_a_neighboring_month_stands_only_on_its_day(calendar: MonthCalendar) -> None:
    calendar.show([DayEntry(date(2026, 12, 1), "", "Next month")])
    assert "Nothing this month." in said(calendar.widget)
    assert 'data-day="2026-12-01"' in said(calendar.widget)


def test_a_day_that_is_opened_stands_alone_below_and_closes_again(
    page: Page, calendar: MonthCalendar
) -> None:
    calendar.show([EVENING, WALK])
    open_day(page, "2026-11-07")
    assert "Tuesday 3 Nov" not in said(calendar.widget)
    assert 'aria-pressed="true"' in said(calendar.widget)
    open_day(page, "2026-11-07")
    assert "Tuesday 3 Nov" in said(calendar.widget)


def test_another_month_is_empty_until_it_is_filled(calendar: MonthCalendar, turned: list[date]) -> None:
    calendar.show([EVENING])
    press(calendar, "Later month")
    assert turned == [date(2026, 12, 1)]
    assert "Nothing this month." in said(calendar.widget)
    press(calendar, "This month")
    assert turned[-1] == date(2026, 11, 1)


def test_titles_are_never_markup(calendar: MonthCalendar) -> None:
    calendar.show([DayEntry(date(2026, 11, 3), "", "<b>bold</b>")])
    assert "<b>bold" not in said(calendar.widget)
