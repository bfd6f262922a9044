from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pandas as pd
import pytest

from rutkit.statistics import Interval
from rutkit.steps.emotions.days import (
    WeekdayToll,
    by_day,
    calendar_days,
    rolling_means,
    weekday_finding,
    weekday_tolls,
    weekly_means,
)
from rutkit.steps.emotions.records import CheckIn
from rutkit.workbook import Workbook

Ago = Callable[..., CheckIn]
Frame = Callable[[Sequence[CheckIn]], pd.DataFrame]


def test_a_workbook_gives_the_frame_that_is_expected_here(workbook: Workbook, frame: Frame, ago: Ago) -> None:
    check_ins = [ago(1, stressed=2, workday=True, what_happened=("deadline",)), ago(0)]
    workbook.add_many(check_ins, label="Check-ins")
    columns = ["day", "workday", "stressed", "what_happened"]
    pd.testing.assert_frame_equal(workbook.frame(CheckIn)[columns], frame(check_ins)[columns])


def test_days_are_in_order_and_none_lies_ahead_or_a_year_back(frame: Frame, ago: Ago, today: date) -> None:
    days = by_day(frame([ago(n, stressed=1) for n in (0, 364, 365, -1, 7)]), today)
    assert [(today - day.date()).days for day in days.index] == [364, 7, 0]


def test_missing_feelings_change_neither_toll_nor_strongest(frame: Frame, ago: Ago, today: date) -> None:
    day = by_day(frame([ago(0, stressed=4, angry=1)]), today).iloc[0]
    assert (day["toll"], day["strongest"]) == (2.5, 4)


def test_a_week_has_the_mean_of_its_days_and_their_number(frame: Frame, today: date) -> None:
    monday = date(2026, 3, 9)
    check_ins = [CheckIn(day=monday, angry=1), CheckIn(day=monday + timedelta(days=6), angry=2)]
    weeks = weekly_means(frame(check_ins), today)
    assert list(weeks.index) == [pd.Timestamp(monday)]
    assert (weeks["angry"].iloc[0], weeks["n"].iloc[0]) == (1.5, 2)


def test_the_rolling_mean_needs_three_of_seven_days(frame: Frame, ago: Ago, today: date) -> None:
    rolling = rolling_means(frame([ago(n, fearful=n) for n in (0, 2, 4)]), today)["fearful"]
    assert rolling.isna().to_list() == [True, True, True, True, False]
    assert rolling.iloc[-1] == 2


def test_a_gap_of_weeks_breaks_the_rolling_mean(frame: Frame, ago: Ago, today: date) -> None:
    rolling = rolling_means(frame([ago(n, fearful=2) for n in (0, 1, 2, 30, 31, 32)]), today)["fearful"]
    assert rolling[pd.Timestamp(today - timedelta(days=15))] != 2


@pytest.mark.parametrize(("weeks", "known"), [(4, False), (5, True)])
def test_a_day_of_the_week_is_known_from_five_of_them_up(
    frame: Frame, ago: Ago, today: date, weeks: int, known: bool
) -> None:
    tuesdays = frame([ago(7 * n, stressed=n % 3) for n in range(weeks)])
    tuesday = weekday_tolls(tuesdays, today)[1]
    assert tuesday.n == weeks
    assert (tuesday.interval is not None) is known


def test_a_day_of_the_week_stands_out_when_its_interval_clears_the_others() -> None:
    calm = WeekdayToll(1, 1.0, 9, Interval(0.8, 1.2, 0.95))
    heavy = WeekdayToll(0, 2.0, 9, Interval(1.5, 2.5, 0.95))
    unsure = WeekdayToll(0, 2.0, 9, Interval(0.9, 3.0, 0.95))
    assert weekday_finding([heavy, calm]) == "Mondays weigh most"
    assert weekday_finding([unsure, calm]) == "No single day weighs most"


def test_the_calendar_holds_every_day_from_a_monday_to_today(frame: Frame, ago: Ago, today: date) -> None:
    days = calendar_days(frame([ago(0, stressed=3)]), today, weeks=2)
    assert [day.date() for day in days.index] == [date(2026, 3, 9) + timedelta(days=n) for n in range(9)]
    assert days["strongest"].count() == 1
    assert (days["week"].iloc[-1], days["weekday"].iloc[-1]) == (1, 1)
