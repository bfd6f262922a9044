from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from rutkit.steps.emotions.records import FEELINGS, CheckIn
from rutkit.steps.job_search.load.strain import (
    Strain,
    after_searching,
    slope_with_interval,
    strain,
    weekly_load,
)
from rutkit.steps.job_search.records import Look, SearchLimits, Session

TODAY = date(2026, 11, 22)  # a Sunday


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def check_ins(tolls: Mapping[int, int]) -> pd.DataFrame:
    """A day's toll, by how many days ago it was."""
    records = [CheckIn(day=ago(days), stressed=toll) for days, toll in tolls.items()]
    columns = {name: [getattr(record, name) for record in records] for name in CheckIn.model_fields}
    return pd.DataFrame(columns).astype(
        {"day": "datetime64[ns]", "workday": "boolean", **dict.fromkeys(FEELINGS, "Int64")}
    )


def searched(days: range | list[int], minutes: int = 60) -> list[Session]:
    return [Session(day=ago(each), minutes=minutes) for each in days]


# The day after


def test_the_search_of_the_day_before_counts() -> None:
    # Heavy days come right after the days with a session.
    sessions = searched(list(range(1, 61, 3)))
    found = after_searching(sessions, check_ins({day: 3 if day % 3 == 0 else 1 for day in range(60)}), TODAY)
    assert found.slope == pytest.approx(2)
    assert found.is_clear
    assert found.finding == "The day after searching is heavier: 2.0 points an hour"


def test_days_that_have_nothing_to_do_with_the_search_show_nothing() -> None:
    generator = np.random.default_rng(1)
    tolls = {day: int(generator.integers(0, 5)) for day in range(90)}
    found = after_searching(searched(list(range(0, 90, 2))), check_ins(tolls), TODAY)
    assert not found.is_clear
    assert found.finding == "Days after searching are not clearly heavier or lighter"


def test_too_few_check_ins_since_the_first_session_are_said() -> None:
    found = after_searching(searched([20]), check_ins(dict.fromkeys(range(40), 2)), TODAY)
    assert found.label == "Not enough yet: 20 of 28 days with a check-in since your first session."


def test_too_few_days_after_a_session_are_said() -> None:
    found = after_searching(searched([1, 2, 3, 50]), check_ins(dict.fromkeys(range(50), 2)), TODAY)
    assert found.label == "Not enough yet: 4 of 7 check-ins on the day after a day with a session."


def test_too_few_days_without_a_session_are_said() -> None:
    found = after_searching(searched(range(51)), check_ins(dict.fromkeys(range(50), 2)), TODAY)
    assert found.label == "Not enough yet: 0 of 7 check-ins on the day after a day without a session."


def test_rest_is_no_search() -> None:
    rest = [Session(day=ago(3), minutes=60, activity="rest")]
    assert after_searching(rest, check_ins({2: 3}), TODAY).n == 0


def test_without_check_ins_nothing_is_said() -> None:
    assert after_searching(searched([3]), check_ins({}), TODAY).n == 0


# Strain while the search grows


def grown(toll: int, toll_before: int, hours: int = 2, hours_before: int = 1) -> Strain:
    """Three sessions a week; the tolls vary a little from day to day."""
    sessions = searched([day for day in range(28) if day % 7 in (0, 2, 4)], 60 * hours)
    before = searched([day for day in range(28, 56) if day % 7 in (0, 2, 4)], 60 * hours_before)
    tolls = {day: (toll if day < 28 else toll_before) + day % 2 for day in range(56)}
    looks = [Look(day=ago(day)) for day in (1, 2, 8, 9, 15, 16, 22, 23, 30, 37, 44, 51)]
    return strain([*sessions, *before], looks, check_ins(tolls), TODAY)


def test_strain_that_rises_with_the_search_suggests_what_it_took_before() -> None:
    found = grown(3, 1)
    assert (found.hours_a_week, found.hours_before) == (6, 3)
    assert found.suggested_hours(SearchLimits(hours_a_week=6)) == 3
    assert found.suggested_looks(SearchLimits(looks_a_week=2)) == 1
    assert found.sentence(SearchLimits(hours_a_week=6)) == (
        "Over the last four weeks the search took 6 hours a week instead of 3, and your days grew heavier: 3.5 instead "
        "of 1.5 of 4. Try 3 hours and 1 look at boards a week for a while. It may not be the search; it is the part "
        "that you can set."
    )


def test_a_cap_that_is_lower_already_is_not_raised() -> None:
    found = grown(3, 1)
    assert found.suggested_hours(SearchLimits(hours_a_week=2)) is None
    assert found.sentence(SearchLimits(hours_a_week=2, looks_a_week=1)).endswith(
        "a week with less is no week lost."
    )


def test_strain_that_rises_without_more_searching_suggests_nothing() -> None:
    found = grown(3, 1, hours=1)
    assert found.suggested_hours(None) is None
    assert found.sentence(None) == "Strain did not clearly rise with the search in the last four weeks."


def test_more_searching_without_more_strain_suggests_nothing() -> None:
    assert grown(2, 2).suggested_hours(None) is None


def test_too_few_check_ins_in_a_period_are_said() -> None:
    found = strain(searched([3]), [], check_ins(dict.fromkeys(range(28), 2)), TODAY)
    assert found.interval is None
    assert found.sentence(None) == "Not enough yet: 0 of 14 check-ins in the four weeks before these."


# Week by week


def test_each_week_has_its_hours_and_its_mean_toll() -> None:
    weeks = weekly_load(searched([0, 6, 7], 90), check_ins({0: 4, 1: 2, 8: 1}), TODAY, weeks=3)
    assert weeks["hours"].to_list() == [0, 1.5, 3]
    assert weeks["n"].to_list() == [0, 1, 2]
    assert weeks["toll"].to_list()[1:] == [1, 3]


def test_without_anything_the_weeks_are_empty() -> None:
    weeks = weekly_load([], check_ins({}), TODAY)
    assert weeks["hours"].to_list() == [0.0] * 12
    assert weeks["toll"].isna().all()


# The line


def test_the_line_is_that_of_least_squares() -> None:
    generator = np.random.default_rng(2)
    x, noise = generator.uniform(0, 3, 40), generator.normal(0, 1, 40)
    slope, interval = slope_with_interval(x, 0.5 * x + noise)
    assert slope == pytest.approx(np.polyfit(x, 0.5 * x + noise, 1)[0])
    assert interval.low < slope < interval.high


def test_two_weeks_of_days_are_too_few_for_an_interval() -> None:
    with pytest.raises(ValueError, match="three weeks"):
        slope_with_interval(np.arange(20.0), np.arange(20.0))


def days_alike(generator: np.random.Generator, n: int, alike: float) -> NDArray[np.float64]:
    """Tolls of days in a row that keep this share of the one before."""
    toll = generator.normal(0, 1, n)
    for day in range(1, n):
        toll[day] += alike * toll[day - 1]
    return toll


@pytest.mark.parametrize("n", [28, 56, 120])
@pytest.mark.parametrize("alike", [0.0, 0.4])
def test_the_interval_is_not_too_narrow_though_days_are_alike(n: int, alike: float) -> None:
    generator = np.random.default_rng(n)
    hits, runs = 0, 150
    for _ in range(runs):
        toll = days_alike(generator, n, alike)
        x = (np.arange(n) >= n // 2).astype(np.float64)
        _, interval = slope_with_interval(x, 0.3 * x + toll)
        hits += interval.low <= 0.3 <= interval.high
    assert hits / runs >= 0.9
