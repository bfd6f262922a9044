from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from icalendar import Calendar

from rutkit.exchange.calendar import calendar_file
from rutkit.steps.skills.demand import Demand
from rutkit.steps.skills.limits import Limits
from rutkit.steps.skills.planning import LearningPlan, Wishes, plan
from rutkit.steps.skills.records import LearningResource, PlannedHours
from rutkit.steps.skills.taking import calendar_events, plan_changes, standings, this_week

MONDAY = date(2026, 3, 2)
BOOK = LearningResource(
    name="A book", hours=12, cost=Decimal(0), covers=("SQL",), to_level=4, chance=80, link="https://a.example"
)


def made(begin: date = MONDAY, hours: float = 5) -> LearningPlan:
    return plan(Wishes([BOOK], [], [Demand("SQL", 0.5, 40, 0.1)], Limits(hours, Decimal(0), begin, 8)))


def taken(week: int, hours: float = 5) -> PlannedHours:
    return PlannedHours(resource=BOOK.id, week=MONDAY + timedelta(weeks=week), hours=hours)


def test_a_first_plan_adds_its_weeks() -> None:
    changes = plan_changes(made(), [])
    assert [each.hours for each in changes.to_add] == [5, 5, 2]
    assert changes.to_update == changes.to_remove == ()


def test_a_week_that_both_plans_have_keeps_its_record() -> None:
    old = taken(0, hours=3)
    changes = plan_changes(made(), [old])
    assert [(each.id, each.hours) for each in changes.to_update] == [(old.id, 5)]


def test_weeks_that_are_over_stay_as_they_were_planned() -> None:
    changes = plan_changes(made(begin=MONDAY + timedelta(weeks=2)), [taken(0), taken(1)])
    assert changes.to_remove == ()


def test_weeks_to_come_that_the_new_plan_has_not_are_removed() -> None:
    late = taken(7)
    assert plan_changes(made(), [late]).to_remove == (late,)


def test_a_plan_that_is_taken_changes_nothing_when_it_is_taken_again() -> None:
    first = plan_changes(made(), [])
    again = plan_changes(made(), first.to_add)
    assert (again.to_add, again.to_update, again.to_remove) == ((), (), ())


def test_every_week_is_an_event_whose_name_in_the_calendar_stays() -> None:
    week = taken(0)
    calendar = Calendar.from_ical(calendar_file(calendar_events([week], [BOOK])))
    (event,) = calendar.walk("VEVENT")
    assert str(event["UID"]) == f"{week.id}@rutkit"
    assert str(event["SUMMARY"]) == "5 hours this week: A book"
    assert event.decoded("DTSTART") == MONDAY


def test_a_week_of_a_resource_that_is_gone_leaves_no_event() -> None:
    assert calendar_events([taken(0)], []) == ()


def test_what_is_behind_the_plan_says_where_it_would_be() -> None:
    begun = BOOK.model_copy(update={"state": "under way", "hours_done": 4.0})
    (standing,) = standings([begun], [taken(0), taken(1), taken(2)], MONDAY + timedelta(weeks=2))
    assert standing.sentence == "4 of 12 hours done; by the plan it would be 10."


def test_this_week_has_what_is_neither_done_nor_dropped() -> None:
    assert this_week([taken(0)], [BOOK], MONDAY + timedelta(days=3)) == ((BOOK, 5),)
    dropped = BOOK.model_copy(update={"state": "dropped"})
    assert this_week([taken(0)], [dropped], MONDAY) == ()
