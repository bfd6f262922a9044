from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.home.records import WeeklyMeasure
from rutkit.home.so_far import measures
from rutkit.home.so_far.measures import APPLICATIONS, MONEY, Reading, change, counts, growths, noted, tolls
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.growth.records import GrowthCheck

TODAY = date(2026, 11, 22)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def check_ins(*ago: int, stressed: int = 2) -> list[CheckIn]:
    return [CheckIn(day=days_ago(each), stressed=stressed) for each in ago]


def test_the_toll_has_a_reading_from_five_days_of_two_weeks_up() -> None:
    assert tolls(check_ins(0, 3, 6, 9), TODAY).readings == ()
    assert tolls(check_ins(0, 3, 6, 9, 13), TODAY).readings[-1] == Reading(TODAY, 2.0, 5)


def test_the_toll_leaves_out_what_is_older_than_two_weeks() -> None:
    assert tolls(check_ins(0, 3, 6, 9, 14), TODAY).on(TODAY) is None


def test_a_months_growth_is_the_mean_of_its_answers() -> None:
    checks = [GrowthCheck(month=date(2026, 11, 1), learning=4, challenged=7)]

    assert growths(checks, TODAY).readings == (Reading(date(2026, 11, 1), 5.5, 2),)


def test_a_month_without_an_answer_has_no_growth() -> None:
    assert growths([GrowthCheck(month=date(2026, 11, 1))], TODAY).readings == ()


def test_what_was_noted_is_read_by_its_own_name() -> None:
    notes = [
        WeeklyMeasure(week=date(2026, 11, 16), what="months of money", value=5.5),
        WeeklyMeasure(week=date(2026, 11, 16), what="skills covered", value=40, n=62),
        WeeklyMeasure(week=date(2024, 1, 1), what="months of money", value=1),
    ]

    assert [each.value for each in noted(MONEY, "months of money", notes, TODAY).readings] == [5.5]


def test_what_is_counted_has_its_first_reading_four_weeks_after_the_first_time() -> None:
    readings = counts(APPLICATIONS, [days_ago(34), days_ago(30), days_ago(1)], TODAY).readings

    assert readings == (Reading(days_ago(7), 2, 2), Reading(TODAY, 1, 1))


def test_what_was_begun_today_counts_today() -> None:
    assert counts(APPLICATIONS, [TODAY], TODAY).readings == (Reading(TODAY, 1, 1),)


def test_what_was_never_done_has_no_reading() -> None:
    assert counts(APPLICATIONS, [], TODAY).readings == ()


def test_an_application_that_is_dated_ahead_does_not_count_yet() -> None:
    assert counts(APPLICATIONS, [TODAY + timedelta(days=3)], TODAY).readings == ()


@given(st.lists(st.integers(0, 800), max_size=30))
def test_a_count_is_the_number_of_days_within_four_weeks(ago: list[int]) -> None:
    for reading in counts(APPLICATIONS, [days_ago(each) for each in ago], TODAY).readings:
        assert reading.value == sum(0 <= (reading.day - days_ago(each)).days < 28 for each in ago)


def test_a_change_has_the_readings_of_then_and_now() -> None:
    measure = tolls([*check_ins(*range(7), stressed=1), *check_ins(*range(7, 200), stressed=3)], TODAY)

    found = change(measure, TODAY)

    assert [each and each.value for each in (found.now, found.a_week_ago, found.a_month_ago)] == [
        2.0,
        3.0,
        3.0,
    ]
    assert found.at_the_start == measure.readings[0]


def test_a_change_has_no_start_within_a_month() -> None:
    assert change(tolls(check_ins(*range(20)), TODAY), TODAY).at_the_start is None


def test_an_old_reading_does_not_stand_for_now() -> None:
    assert change(tolls(check_ins(*range(60, 90)), TODAY), TODAY).now is None


@pytest.mark.parametrize(
    "kind", [measures.TOLL, measures.GROWTH, MONEY, measures.SKILLS, measures.TOUCHES, APPLICATIONS]
)
def test_every_kind_says_how_it_is_made_and_what_to_do_for_a_first_reading(kind: measures.Kind) -> None:
    assert kind.how.endswith(".")
    assert kind.empty.endswith(".")
