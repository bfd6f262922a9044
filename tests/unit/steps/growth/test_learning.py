from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.growth.learning import (
    NewThing,
    by_month,
    by_skill,
    by_source,
    last_new_skill,
    last_new_thing,
    learning_finding,
    new_thing_sentence,
    recent,
)
from rutkit.steps.growth.records import GrowthCheck, LearningEntry

TODAY = date(2026, 11, 22)


def entry(day: date = TODAY, **fields: Any) -> LearningEntry:
    return LearningEntry(day=day, **fields)


def written(check: GrowthCheck, day: date) -> GrowthCheck:
    return check.model_copy(update={"created_at": datetime(day.year, day.month, day.day, 12, tzinfo=UTC)})


entries = st.lists(
    st.builds(
        LearningEntry,
        day=st.dates(date(2025, 6, 1), date(2027, 2, 1)),
        hours=st.none() | st.floats(0, 100),
        source=st.sampled_from(["", "A book", "a book", "A course"]),
        skills=st.lists(st.sampled_from(["SQL", "sql", "ITIL"]), max_size=2).map(tuple),
        at_work=st.none() | st.booleans(),
    ),
    max_size=12,
)


# The months


def test_twelve_calendar_months_count_and_no_day_to_come() -> None:
    days = [date(2025, 11, 30), date(2025, 12, 1), TODAY, date(2026, 11, 23)]
    assert [each.day for each in recent([entry(day) for day in days], TODAY)] == days[1:3]


def test_hours_are_told_apart_by_whose_time_they_were() -> None:
    (month,) = by_month([entry(hours=2, at_work=True), entry(hours=3, at_work=False), entry(hours=4)], TODAY)
    assert (month.at_work, month.own_time, month.not_said, month.hours) == (2, 3, 4, 9)


def test_months_without_learning_are_there_too() -> None:
    months = by_month([entry(date(2026, 8, 30), hours=1)], TODAY)
    assert [month.entries for month in months] == [1, 0, 0, 0]


def test_without_entries_there_are_no_months() -> None:
    assert by_month([], TODAY) == ()


@given(entries)
def test_the_months_add_up_to_all_recent_hours(log: list[LearningEntry]) -> None:
    total = sum(each.hours or 0 for each in recent(log, TODAY))
    assert sum(month.hours for month in by_month(log, TODAY)) == pytest.approx(total)
    assert sum(month.entries for month in by_month(log, TODAY)) == len(recent(log, TODAY))


# The sums


@given(entries)
def test_the_sources_add_up_to_all_recent_hours(log: list[LearningEntry]) -> None:
    total = sum(each.hours or 0 for each in recent(log, TODAY))
    assert sum(source.hours for source in by_source(log, TODAY)) == pytest.approx(total)


@given(entries)
def test_a_name_is_one_in_any_case(log: list[LearningEntry]) -> None:
    names = [skill.name.casefold() for skill in by_skill(log, TODAY)]
    assert len(names) == len(set(names))


def test_an_entry_with_two_skills_counts_in_full_for_both() -> None:
    totals = by_skill([entry(hours=3, skills=("SQL", "Power BI"))], TODAY)
    assert [(total.name, total.hours) for total in totals] == [("Power BI", 3), ("SQL", 3)]


def test_a_skill_named_twice_in_one_entry_counts_once() -> None:
    (total,) = by_skill([entry(hours=3, skills=("SQL", "sql"))], TODAY)
    assert (total.hours, total.entries) == (3, 1)


def test_the_most_hours_come_first_and_what_is_not_said_last() -> None:
    log = [entry(hours=9), entry(hours=1, source="A talk"), entry(hours=5, source="A book")]
    assert [total.name for total in by_source(log, TODAY)] == ["A book", "A talk", "not said"]


def test_the_finding_says_how_much_was_the_person_s_own_time() -> None:
    months = by_month([entry(hours=1, at_work=True), entry(hours=3, at_work=False)], TODAY)
    assert learning_finding(months) == "4 hours of learning in 1 month, 75\u00a0% of it in your own time"


def test_a_share_is_of_the_hours_that_say_whose_time_they_were() -> None:
    log = [entry(hours=1, at_work=True), entry(hours=3, at_work=False), entry(hours=6)]
    assert learning_finding(by_month(log, TODAY)) == (
        "10 hours of learning in 1 month, 75\u00a0% of the 4 hours that say so in your own time"
    )


def test_the_finding_leaves_out_a_share_that_nobody_gave() -> None:
    assert learning_finding(by_month([entry(hours=1)], TODAY)) == "1 hour of learning in 1 month"


# What was new


def test_the_newest_of_checks_and_log_counts() -> None:
    check = written(GrowthCheck(month=date(2026, 11, 1), learned_what="Pivot tables"), date(2026, 11, 10))
    log = [entry(date(2026, 11, 3), what="A shortcut")]
    assert last_new_thing([check], log, TODAY) == NewThing(date(2026, 11, 10), "Pivot tables")


def test_a_check_filled_in_later_counts_from_the_end_of_its_month() -> None:
    check = written(GrowthCheck(month=date(2026, 8, 1), learned_what="Pivot tables"), TODAY)
    assert last_new_thing([check], [], TODAY) == NewThing(date(2026, 8, 31), "Pivot tables")


def test_a_check_that_names_nothing_is_nothing_new() -> None:
    assert last_new_thing([GrowthCheck(month=date(2026, 11, 1), learning=9)], [], TODAY) is None


def test_what_lies_ahead_is_not_new_yet() -> None:
    log = [entry(date(2026, 12, 1), what="A course", skills=("SQL",))]
    assert last_new_thing([], log, TODAY) is None
    assert last_new_skill(log, TODAY) is None


def test_a_skill_is_new_only_the_first_time() -> None:
    log = [
        entry(date(2026, 10, 1), skills=("SQL",)),
        entry(date(2026, 3, 1), skills=("sql",)),
        entry(date(2026, 5, 1), skills=("ITIL",)),
    ]
    assert last_new_skill(log, TODAY) == NewThing(date(2026, 5, 1), "ITIL")


def test_the_days_since_something_new_are_counted() -> None:
    assert new_thing_sentence(NewThing(date(2026, 10, 20), "ITIL"), TODAY) == (
        "33 days since you named something new: “ITIL”."
    )
    assert new_thing_sentence(NewThing(TODAY, "ITIL"), TODAY).startswith("Today")
    assert new_thing_sentence(None, TODAY) == "You have not named anything new yet."
