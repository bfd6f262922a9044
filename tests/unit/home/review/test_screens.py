from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from rutkit.home.records import Prediction, WeeklyReview
from rutkit.home.review.screens import Screen, next_screen, screens
from rutkit.steps.acknowledge.records import RutCheck
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.job_search.records import Application
from rutkit.steps.network.records import Contact, Touch
from rutkit.steps.skills.records import LearningResource, PlannedHours
from rutkit.workbook import Workbook

MONDAY = date(2026, 11, 16)
THURSDAY = MONDAY + timedelta(days=3)


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as opened:
        yield opened


def screen(workbook: Workbook, name: str) -> Screen:
    return next(each for each in screens(workbook, THURSDAY) if each.name == name)


def test_on_an_empty_workbook_only_the_last_two_screens_want_something(workbook: Workbook) -> None:
    shown = screens(workbook, THURSDAY)

    assert [each.name for each in shown if not each.is_clear] == ["sentence", "stop"]


def test_days_without_a_check_in_are_named(workbook: Workbook) -> None:
    workbook.add(CheckIn(day=MONDAY, angry=1))
    workbook.add(CheckIn(day=MONDAY + timedelta(days=1)))

    found = screen(workbook, "days")

    assert found.said == "1 day of 4 have a check-in."
    assert found.actions[0].text == "Fill in Tuesday, Wednesday and Thursday"


def test_a_whole_week_waits_for_nothing(workbook: Workbook) -> None:
    workbook.add_many([CheckIn(day=MONDAY + timedelta(days=day), angry=1) for day in range(4)], label="days")

    assert screen(workbook, "days").is_clear


def test_what_is_due_for_applications_is_listed_up_to_four(workbook: Workbook) -> None:
    workbook.add_many(
        [Application(title=f"Job {n}", next_action="Write", next_on=THURSDAY) for n in range(6)], label="six"
    )

    found = screen(workbook, "applications")

    assert found.said == "6 things are due. The first 4 are here."
    assert len(found.actions) == 4
    assert all(action.record_id for action in found.actions)


def test_predictions_whose_day_is_over_wait(workbook: Workbook) -> None:
    for due in (MONDAY, THURSDAY):
        workbook.add(Prediction(statement=f"By {due}", percent=40, made=MONDAY, due=due))

    assert [action.text for action in screen(workbook, "predictions").actions] == [f"By {MONDAY}"]


def test_the_learning_of_the_week_stands_beside_the_plan(workbook: Workbook) -> None:
    course = workbook.add(LearningResource(name="SQL", state="under way"))
    workbook.add(PlannedHours(resource=course.id, week=MONDAY, hours=3))
    workbook.add(LearningEntry(day=MONDAY, hours=1.5))

    found = screen(workbook, "learning")

    assert found.said == "1.5 hours noted this week, 3 hours planned."
    assert [action.opens for action in found.actions] == [LearningResource, LearningEntry]


def test_people_who_are_due_are_named(workbook: Workbook) -> None:
    nadia = workbook.add(Contact(name="Nadia Wren"))
    workbook.add(
        Touch(contact=nadia.id, day=MONDAY - timedelta(days=9), next_step="Thank her", next_on=MONDAY)
    )

    texts = [action.text for action in screen(workbook, "people").actions]

    assert texts == ["Nadia Wren: Thank her", "Write to one person this week"]


def test_a_step_without_a_screen_of_its_own_is_among_the_others(workbook: Workbook) -> None:
    assert RutCheck not in {action.opens for action in screen(workbook, "others").actions}


def test_the_next_screen_is_the_first_that_was_not_seen_and_is_not_clear() -> None:
    shown = (
        Screen("days", "", ""),
        Screen("sentence", "", "", field="sentence"),
        Screen("stop", "", "", field="stop"),
    )

    def after(*walked: str, skipped: tuple[str, ...] = ()) -> str | None:
        found = next_screen(shown, WeeklyReview(week=MONDAY, walked=walked, skipped=skipped))
        return found.name if found else None

    assert after() == "sentence"
    assert after("sentence") == "stop"
    assert after(skipped=("sentence", "stop")) is None
