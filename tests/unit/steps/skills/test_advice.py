from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rutkit.dates import monday_of
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.skills.advice import (
    Facts,
    finished,
    not_continued,
    plan_again,
    second_week,
    this_weeks_learning,
    too_many_at_once,
)
from rutkit.steps.skills.records import LearningLimits, LearningResource, PlannedHours

TODAY = date(2026, 11, 22)
MONDAY = monday_of(TODAY)


def resource(state: str = "under way", began_ago: int = 0, **fields: Any) -> LearningResource:
    values = {"name": "SQL", "state": state, "began": TODAY - timedelta(days=began_ago), **fields}
    return LearningResource.model_validate(values)


def hours(of: LearningResource, *by_week: float, until: date = MONDAY) -> list[PlannedHours]:
    """So many hours in each week, the last one in that of `until`."""
    weeks = range(len(by_week) - 1, -1, -1)
    return [
        PlannedHours(resource=of.id, week=until - timedelta(weeks=back), hours=count)
        for back, count in zip(weeks, by_week, strict=True)
    ]


def test_the_second_week_asks_how_it_goes_on() -> None:
    advice = second_week(Facts(TODAY, [resource(began_ago=7)]))

    assert advice is not None
    assert "12.6\u00a0%" in advice.numbers
    assert second_week(Facts(TODAY, [resource(began_ago=6)])) is None
    assert second_week(Facts(TODAY, [resource(began_ago=7, look="continue")])) is None


def test_what_is_finished_raises_its_skills_once() -> None:
    done = resource("done")
    entry = LearningEntry(id=done.id, day=TODAY)

    assert finished(Facts(TODAY, [done])) is not None
    assert finished(Facts(TODAY, [done], entries=[entry])) is None


def test_a_plan_that_ended_is_made_again_while_something_is_left() -> None:
    left, done = resource("planned"), resource("done")
    ended = hours(left, 2, until=MONDAY - timedelta(weeks=1))

    assert plan_again(Facts(TODAY, [left], ended)) is not None
    assert plan_again(Facts(TODAY, [done], ended)) is None
    assert plan_again(Facts(TODAY, [left], hours(left, 2))) is None


def test_this_week_s_hours_are_advised_and_at_most_one_at_a_time() -> None:
    course = resource(hours=14, hours_done=3.5)
    advice = this_weeks_learning(Facts(TODAY, [course], hours(course, 3)))

    assert advice is not None
    assert (advice.minutes, advice.takes_from) == (60, "learning")
    assert advice.numbers == "3.5 hours of it done so far of 14."
    assert this_weeks_learning(Facts(TODAY, [course])) is None


def test_what_is_not_continued_for_three_weeks_is_to_be_stopped_or_changed() -> None:
    course = resource(began_ago=21, hours_done=1.9, hours=20)
    plan = hours(course, 2, 2, 2)

    assert not_continued(Facts(TODAY, [course], plan)) is not None
    assert not_continued(Facts(TODAY - timedelta(days=1), [course], plan)) is None


def test_half_of_the_planned_hours_is_going_on() -> None:
    course = resource(began_ago=30, hours_done=2)

    assert not_continued(Facts(TODAY, [course], hours(course, 2, 2, 2))) is None


def test_three_at_once_are_too_many() -> None:
    three = [resource(), resource(), resource()]
    advice = too_many_at_once(Facts(TODAY, three, limits=LearningLimits(hours_a_week=4)))

    assert advice is not None
    assert advice.numbers == "3 under way, 1.3 hours a week for each."
    assert too_many_at_once(Facts(TODAY, three[:2])) is None
