from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from rutkit.records import Record
from rutkit.steps.progress import Progress, State
from rutkit.steps.skills.progress import progress
from rutkit.steps.skills.records import LearningLimits, LearningResource, PlannedHours, Skill
from rutkit.workbook import Workbook

TODAY = date(2026, 3, 4)
MONDAY = date(2026, 3, 2)
SKILL = Skill(name="SQL", level=2)
BOOK = LearningResource(name="A book", hours=10, cost=Decimal(0))
LIMITS = LearningLimits(hours_a_week=5, budget=Decimal(0), until=date(2026, 6, 1))
WEEK = PlannedHours(resource=BOOK.id, week=MONDAY, hours=5)


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as opened:
        yield opened


def seen(workbook: Workbook, *records: Record) -> Progress:
    workbook.add_many(records, label="so far")
    return progress(workbook, TODAY)


@pytest.mark.parametrize(
    ("records", "note", "action"),
    [
        ([Skill(name="SQL")], "0 of 4", "Say how well you have your skills"),
        ([SKILL], "1 of 4", "Put one way to learn on your list"),
        ([SKILL, BOOK], "2 of 4", "Say what learning may take"),
        ([SKILL, BOOK, LIMITS], "3 of 4", "Make a plan and take it"),
    ],
)
def test_each_part_leads_to_the_next(
    workbook: Workbook, records: list[Record], note: str, action: str
) -> None:
    found = seen(workbook, *records)
    assert (found.state, found.note, found.action.text) == (State.BEGUN, note, action)


def test_with_a_plan_it_is_done_and_names_this_week(workbook: Workbook) -> None:
    found = seen(workbook, SKILL, BOOK, LIMITS, WEEK)
    assert (found.state, found.note) == (State.DONE, "8 Mar")
    assert found.action.reason == "Your plan has 5 hours for it this week."


def test_the_second_week_of_something_is_due(workbook: Workbook) -> None:
    begun = BOOK.model_copy(update={"state": "under way", "began": TODAY - timedelta(days=8)})
    found = seen(workbook, SKILL, begun, LIMITS, WEEK)
    assert (found.state, found.note) == (State.DUE, "second week")


def test_what_is_done_and_has_raised_nothing_is_due(workbook: Workbook) -> None:
    found = seen(workbook, SKILL, BOOK.model_copy(update={"state": "done"}), LIMITS, WEEK)
    assert (found.state, found.note) == (State.DUE, "finished")


def test_a_plan_that_is_over_is_due(workbook: Workbook) -> None:
    over = WEEK.model_copy(update={"week": MONDAY - timedelta(weeks=3)})
    found = seen(workbook, SKILL, BOOK, LIMITS, over)
    assert (found.state, found.action.text) == (State.DUE, "Plan again from today")
