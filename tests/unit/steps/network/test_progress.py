from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from rutkit.steps.network.progress import FEWEST_PEOPLE, progress
from rutkit.steps.network.records import Cadence, Contact, Touch, WritingChoices
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

SUNDAY = date(2026, 11, 22)
PEOPLE = [Contact(name=f"Person {number}") for number in range(FEWEST_PEOPLE)]


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as opened:
        yield opened


@pytest.fixture
def all_there(workbook: Workbook) -> Workbook:
    workbook.add_many(PEOPLE, label="people")
    workbook.add(Cadence(group="friend"))
    note(workbook, 3)
    return workbook


def note(workbook: Workbook, ago: int, **fields: object) -> None:
    day = SUNDAY - timedelta(days=ago)
    workbook.add(Touch.model_validate({"contact": PEOPLE[0].id, "day": day, **fields}))


def test_it_begins_with_five_people(workbook: Workbook) -> None:
    workbook.add_many(PEOPLE[:2], label="people")
    seen = progress(workbook, SUNDAY)
    assert (seen.state, seen.note, seen.action.text) == (State.BEGUN, "0 of 3", "Write down 3 more people")


def test_then_comes_a_first_time_in_touch(workbook: Workbook) -> None:
    workbook.add_many(PEOPLE, label="people")
    assert progress(workbook, SUNDAY).action.text == "Write to one person, and note it"


def test_then_comes_a_cadence(workbook: Workbook) -> None:
    workbook.add_many(PEOPLE, label="people")
    note(workbook, 3)
    assert progress(workbook, SUNDAY).action.text == "Choose how often to be in touch"


def test_a_cadence_for_one_person_is_one(workbook: Workbook) -> None:
    workbook.add_many(PEOPLE[1:], label="people")
    workbook.add(PEOPLE[0].model_copy(update={"ideal_days": 30}))
    note(workbook, 3)
    assert progress(workbook, SUNDAY).state is State.DONE


def test_with_a_contact_this_week_it_is_done(all_there: Workbook) -> None:
    seen = progress(all_there, SUNDAY)
    assert (seen.state, seen.note) == (State.DONE, "19 Nov")


def test_a_new_week_is_due(all_there: Workbook) -> None:
    seen = progress(all_there, SUNDAY + timedelta(days=1))
    assert (seen.state, seen.action.text) == (State.DUE, "Write to one person this week")


def test_whoever_wants_no_suggestions_is_not_reminded_each_week(all_there: Workbook) -> None:
    all_there.put(WritingChoices(people_a_week=0))
    assert progress(all_there, SUNDAY + timedelta(days=1)).state is State.DONE


def test_a_next_step_is_due_on_its_day(all_there: Workbook) -> None:
    note(all_there, 2, next_step="send the list", next_on=SUNDAY)
    seen = progress(all_there, SUNDAY)
    assert (seen.note, seen.action.text) == ("next step", "Person 0: send the list")


def test_a_next_step_is_over_with_the_next_time_in_touch(all_there: Workbook) -> None:
    note(all_there, 2, next_step="send the list", next_on=SUNDAY)
    note(all_there, 1)
    assert progress(all_there, SUNDAY).state is State.DONE
