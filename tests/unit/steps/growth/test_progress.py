from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.records import Record
from rutkit.steps.growth.progress import check_is_due, progress
from rutkit.steps.growth.records import QUESTIONS, GrowthCheck, IndustryTrend, LearningEntry, Task
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)


def check(month: date = date(2026, 11, 1)) -> GrowthCheck:
    return GrowthCheck(month=month, **dict.fromkeys(QUESTIONS, 5))


def task(age: int = 10) -> Task:
    return Task(day=TODAY - timedelta(days=age), name="Tickets", share=60)


def entry(age: int = 10) -> LearningEntry:
    return LearningEntry(day=TODAY - timedelta(days=age), what="A shortcut")


def add(workbook: Workbook, *records: Record) -> None:
    workbook.add_many(records, label="Records")


def test_it_begins_with_the_three_questions(workbook: Workbook) -> None:
    result = progress(workbook, TODAY)
    assert result.state is State.NOT_BEGUN
    assert result.action.text == "Answer the three questions"


def test_one_of_four_things_is_begun(workbook: Workbook) -> None:
    add(workbook, check())
    result = progress(workbook, TODAY)
    assert (result.state, result.note) == (State.BEGUN, "1 of 4")
    assert result.action.text == "List your main tasks"


def test_a_check_with_an_open_question_is_not_enough(workbook: Workbook) -> None:
    add(workbook, GrowthCheck(month=date(2026, 11, 1), learning=5), task(), entry(), IndustryTrend(name="AI"))
    assert progress(workbook, TODAY).note == "3 of 4"


def test_tasks_without_shares_are_not_enough(workbook: Workbook) -> None:
    add(workbook, check(), Task(day=TODAY, name="Tickets"), entry(), IndustryTrend(name="AI"))
    assert progress(workbook, TODAY).action.text == "List your main tasks"


def test_it_is_done_with_all_four_and_leads_on_to_the_market(workbook: Workbook) -> None:
    add(workbook, check(), task(), entry(), IndustryTrend(name="AI"))
    result = progress(workbook, TODAY)
    assert (result.state, result.note) == (State.DONE, "Nov 2026")
    assert result.action.step == "market"


def test_after_a_month_without_anything_new_that_comes_next(workbook: Workbook) -> None:
    add(workbook, check(), task(), entry(31), IndustryTrend(name="AI"))
    result = progress(workbook, TODAY)
    assert result.state is State.DONE
    assert result.action.text == "Learn one small thing, and note it"


def test_it_is_due_near_the_end_of_a_month_without_a_check(workbook: Workbook) -> None:
    add(workbook, check(date(2026, 10, 1)), task(), entry(), IndustryTrend(name="AI"))
    assert progress(workbook, TODAY - timedelta(days=3)).state is State.DONE
    result = progress(workbook, TODAY)
    assert (result.state, result.note) == (State.DUE, "this month")


@pytest.mark.parametrize(
    ("newest", "due"),
    [(date(2026, 11, 1), False), (date(2026, 10, 1), False), (date(2026, 9, 1), True)],
)
def test_at_the_beginning_of_a_month_the_last_one_is_enough(newest: date, due: bool) -> None:
    assert check_is_due(newest, date(2026, 11, 2)) is due


def test_it_is_due_when_the_tasks_are_four_months_old(workbook: Workbook) -> None:
    add(workbook, check(), task(121), entry(), IndustryTrend(name="AI"))
    result = progress(workbook, TODAY)
    assert (result.state, result.note) == (State.DUE, "tasks again")


def test_every_note_fits_beside_the_name_of_the_step(workbook: Workbook) -> None:
    notes = []
    for record in (check(date(2026, 10, 1)), task(121), entry(), IndustryTrend(name="AI")):
        add(workbook, record)
        notes.append(progress(workbook, TODAY).note)
    add(workbook, check())
    notes.append(progress(workbook, TODAY).note)
    assert all(len(note) <= 14 for note in notes)
