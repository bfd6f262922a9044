from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.prepare.patience import WEEKS, effort_weeks, first_day, patience_finding

TODAY = date(2026, 11, 22)  # a Sunday
MONDAY = date(2026, 11, 16)


def test_what_was_done_is_counted_by_week_and_kind() -> None:
    (week,) = effort_weeks({"applications": [MONDAY, TODAY], "rehearsals": [TODAY]}, {}, TODAY)
    assert (week.monday, dict(week.done), week.efforts) == (MONDAY, {"applications": 2, "rehearsals": 1}, 3)


def test_quiet_weeks_in_between_are_there() -> None:
    found = effort_weeks({"applications": [MONDAY - timedelta(weeks=3)]}, {"interview": [TODAY]}, TODAY)
    assert [(week.efforts, week.outcomes) for week in found] == [(1, 0), (0, 0), (0, 0), (0, 1)]


def test_nothing_before_the_window_and_nothing_to_come_counts() -> None:
    days = [first_day(TODAY) - timedelta(days=1), TODAY + timedelta(days=1)]
    assert effort_weeks({"applications": days}, {}, TODAY) == ()


def test_the_window_is_as_long_as_it_says() -> None:
    assert len(effort_weeks({"applications": [first_day(TODAY)]}, {}, TODAY)) == WEEKS


def test_effort_is_said_beside_what_came_and_not_divided_by_it() -> None:
    found = effort_weeks(
        {"applications": [TODAY, MONDAY - timedelta(weeks=1)]},
        {"interview": [TODAY, TODAY], "offer": [TODAY]},
        TODAY,
    )
    assert (
        patience_finding(found)
        == "2 steps of your own in 2 of 2 weeks; 2 interviews and 1 offer from others so far"
    )


def test_that_nothing_came_is_said_plainly() -> None:
    found = effort_weeks({"rehearsals": [TODAY]}, {}, TODAY)
    assert patience_finding(found) == "1 step of your own this week; nothing from others so far"
