from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.steps.job_search.records import Look, PlannedSession, SearchLimits, Session
from rutkit.steps.job_search.rhythm.weeks import (
    WEEKS,
    SearchWeek,
    limits_sentence,
    search_week,
    search_weeks,
    week_finding,
    week_sentence,
    weeks_finding,
)

MONDAY = date(2026, 11, 16)
THURSDAY = date(2026, 11, 19)

PLAN = [
    PlannedSession(weekday="Monday", minutes=60),
    PlannedSession(weekday="Wednesday", minutes=30, activity="apply"),
    PlannedSession(weekday="Saturday", minutes=90, activity="tailor"),
    PlannedSession(weekday="Tuesday", activity="rest"),
    PlannedSession(weekday="Sunday", activity="rest"),
]


def session(day: date, minutes: int = 60, activity: str = "search") -> Session:
    return Session(day=day, minutes=minutes, activity=activity)


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def week(
    *sessions: Session, looks: int = 0, limits: SearchLimits | None = None, today: date = THURSDAY
) -> SearchWeek:
    return search_week(today, PLAN, sessions, [Look(day=MONDAY)] * looks, limits, today)


def test_sessions_count_for_their_week_whatever_the_day() -> None:
    found = week(session(after(0)), session(after(3), 45), session(after(-1)))
    assert (found.done, found.done_minutes) == (2, 105)
    assert (found.planned, found.planned_minutes) == (3, 180)


def test_a_session_of_a_day_to_come_is_not_done_yet() -> None:
    assert week(session(after(5))).done == 0


def test_a_planned_day_of_rest_without_a_session_is_kept() -> None:
    assert (week().rest_kept, week().kept) == (1, 1)


def test_a_day_of_rest_with_a_session_of_rest_is_kept() -> None:
    found = week(session(after(1), 0, "rest"))
    assert (found.rest_kept, found.done) == (1, 0)


def test_a_day_of_rest_with_work_on_it_is_not_kept() -> None:
    assert week(session(after(1))).rest_kept == 0


def test_a_day_of_rest_to_come_is_not_kept_yet_but_stands_in_the_plan() -> None:
    found = week()
    assert (found.rest_planned, found.of_plan) == (2, 5)
    assert found.days[6].rested


def test_more_sessions_than_planned_are_no_more_than_the_plan() -> None:
    assert week(*[session(after(0), 60)] * 7).kept == 3 + 1


@pytest.mark.parametrize(("minutes", "held", "begun"), [(1, 0, 1), (14, 0, 1), (15, 1, 0), (90, 1, 0)])
def test_a_session_is_kept_from_half_of_a_planned_one_up_and_otherwise_begun(
    minutes: int, held: int, begun: int
) -> None:
    found = week(session(after(2), minutes))
    assert (found.held, found.begun) == (held, begun)


def test_one_long_session_keeps_no_more_than_one_of_the_plan() -> None:
    assert week(session(after(0), 600)).held == 1


def test_a_session_that_was_only_begun_is_named_so() -> None:
    assert week_finding(week(session(after(0), 1)), THURSDAY) == "1 of 5 kept, 1 begun; 3 to go in 4 days"


def test_looks_are_counted_against_the_cap() -> None:
    found = week(looks=5, limits=SearchLimits(looks_a_week=3))
    assert (found.looks, found.most_looks, found.looks_over) == (5, 3, 2)


def test_without_limits_looks_have_the_cap_that_the_form_starts_with() -> None:
    assert week().most_looks == SearchLimits().looks_a_week


def test_the_sentence_counts_everything() -> None:
    assert week_sentence(week(session(after(0), 30), looks=1)) == (
        "1 session, 3 planned; 30 minutes, 3 hours planned; 1 of 2 days of rest kept; "
        "1 look at job boards of at most 2."
    )


def test_one_minute_is_one_minute() -> None:
    assert "; 1 minute, 3 hours planned; " in week_sentence(week(session(after(0), 1)))


def test_without_a_plan_the_sentence_says_what_was_done() -> None:
    found = search_week(THURSDAY, [], [session(MONDAY)], [], None, THURSDAY)
    assert week_sentence(found) == "1 session; 1 hour; 0 looks at job boards of at most 2."
    assert week_finding(found, THURSDAY) == "1 session this week; no plan yet"


def test_a_week_without_anything_asks_for_a_plan() -> None:
    assert (
        week_finding(search_week(THURSDAY, [], [], [], None, THURSDAY), THURSDAY)
        == "No plan for the week yet"
    )


def test_the_finding_says_what_is_to_go() -> None:
    assert week_finding(week(session(after(0))), THURSDAY) == "2 of 5 kept; 3 to go in 4 days"


def test_a_day_of_rest_that_is_over_is_not_to_go_any_more() -> None:
    found = week(*(session(after(day)) for day in (0, 1, 2, 5, 6)), today=after(6))
    assert week_finding(found, after(6)) == "3 of 5 kept this week"


def test_a_kept_plan_is_said_to_be() -> None:
    sunday = after(6)
    found = week(*(session(after(day)) for day in (0, 2, 5)), today=sunday)
    assert week_finding(found, sunday) == "This week’s plan is kept"


def test_a_plan_beyond_the_hours_is_asked_about() -> None:
    said = limits_sentence(week(limits=SearchLimits(hours_a_week=2)))
    assert said == "Your plan takes 1 hour more than you gave the search. Which session can go?"


def test_a_week_beyond_the_hours_may_stop() -> None:
    found = week(session(after(0), 300), limits=SearchLimits(hours_a_week=3))
    assert limits_sentence(found) == (
        "The search took 2 hours more than you gave it. The rest can wait until next week."
    )


def test_looks_beyond_the_cap_are_said_kindly() -> None:
    assert limits_sentence(week(looks=3)).startswith(
        "3 looks at job boards, 1 more than you allowed yourself."
    )


def test_within_all_limits_nothing_is_said() -> None:
    assert limits_sentence(week(session(after(0)), looks=2, limits=SearchLimits(hours_a_week=3))) == ""


@pytest.mark.parametrize(("first", "count"), [(0, 1), (-20, 4), (-400, WEEKS)])
def test_weeks_go_from_the_first_session_to_this_one_and_twelve_at_most(first: int, count: int) -> None:
    found = search_weeks(PLAN, [session(after(first))], [], None, THURSDAY)
    assert len(found) == count
    assert found[-1].monday == MONDAY


def test_without_sessions_and_looks_there_are_no_weeks() -> None:
    assert search_weeks(PLAN, [], [], None, THURSDAY) == ()


def test_the_weeks_that_are_over_are_counted_and_this_one_is_not() -> None:
    busy = [session(after(day)) for day in (-14, -12, -9)]
    found = search_weeks(PLAN, busy, [], None, THURSDAY)
    assert [each.kept for each in found] == [5, 2, 1]
    assert weeks_finding(found) == "At least half of the plan was kept in 1 of 2 weeks"


def test_a_first_week_has_no_finding() -> None:
    assert weeks_finding(search_weeks(PLAN, [session(after(0))], [], None, THURSDAY)) == "Your weeks"
