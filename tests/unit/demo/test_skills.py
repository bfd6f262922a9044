from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.demo.skills import skills
from rutkit.steps.progress import State
from rutkit.steps.skills.limits import limits_of
from rutkit.steps.skills.planning import Wishes, plan
from rutkit.steps.skills.progress import progress
from rutkit.steps.skills.records import RECORDS, LearningLimits, LearningResource, PlannedHours, Skill
from rutkit.workbook import Workbook


@pytest.fixture(params=range(7), ids=lambda days: f"day {days}")
def today(request: pytest.FixtureRequest) -> date:
    return date(2026, 11, 22) + timedelta(days=request.param)


def test_every_form_of_the_step_has_something_in_it(today: date) -> None:
    assert {type(record) for record in skills(today)} == set(RECORDS)


def test_the_plan_never_goes_beyond_the_limit(today: date) -> None:
    hours: dict[date, float] = {}
    for record in skills(today):
        if isinstance(record, PlannedHours):
            hours[record.week] = hours.get(record.week, 0) + record.hours
    assert max(hours.values()) <= 5


def test_each_resource_has_all_its_hours_in_the_plan(today: date) -> None:
    records = skills(today)
    hours = {r.id: r.hours for r in records if isinstance(r, LearningResource)}
    planned: dict[str, float] = {}
    for record in records:
        if isinstance(record, PlannedHours):
            planned[record.resource] = planned.get(record.resource, 0) + record.hours
    assert all(hours[each] == total for each, total in planned.items())


def test_the_step_is_far_enough_to_look_around_in(today: date) -> None:
    with Workbook.temporary() as workbook:
        workbook.add_many(skills(today), label="demo")
        assert progress(workbook, today).state in (State.DONE, State.DUE)


def test_a_plan_can_be_made_again(today: date) -> None:
    records = skills(today)
    (limits,) = (record for record in records if isinstance(record, LearningLimits))
    made = plan(
        Wishes(
            [record for record in records if isinstance(record, LearningResource)],
            [record for record in records if isinstance(record, Skill)],
            (),
            limits_of(limits, today),
        )
    )
    assert len(made.resources) >= 3
    assert made.is_best


def test_nothing_was_written_in_the_future(today: date) -> None:
    assert max(record.created_at.date() for record in skills(today)) < today
