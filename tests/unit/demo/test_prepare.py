from __future__ import annotations

from datetime import date, timedelta
from itertools import chain

import pytest

from rutkit.demo.prepare import prepare
from rutkit.steps.prepare.letters import is_sealed, waiting_to_be_read
from rutkit.steps.prepare.practice import NEW_A_DAY
from rutkit.steps.prepare.progress import progress
from rutkit.steps.prepare.questions import questions
from rutkit.steps.prepare.records import Letter, Question, Rehearsal, Story
from rutkit.steps.prepare.stories import is_whole
from rutkit.steps.progress import State
from rutkit.workbook import Workbook


@pytest.fixture(params=range(3), ids=lambda days: f"day {days}")
def today(request: pytest.FixtureRequest) -> date:
    return date(2026, 11, 22) + timedelta(days=request.param)


def test_the_step_is_far_enough_to_look_around_in(today: date) -> None:
    with Workbook.temporary() as workbook:
        workbook.add_many(prepare(today), label="demo")
        assert progress(workbook, today).state in (State.DONE, State.DUE)


def test_one_letter_is_shut_and_the_other_was_answered(today: date) -> None:
    letters = [record for record in prepare(today) if isinstance(record, Letter)]
    assert [is_sealed(letter, today) for letter in letters] == [False, True]
    assert waiting_to_be_read(letters, today) == ()


def test_one_story_is_still_to_be_finished(today: date) -> None:
    stories = [record for record in prepare(today) if isinstance(record, Story)]
    assert [is_whole(story) for story in stories].count(False) == 1


def test_what_was_said_aloud_are_questions_that_there_are(today: date) -> None:
    records = prepare(today)
    known = {question.key for question in questions(r for r in records if isinstance(r, Question))}
    assert {record.question for record in records if isinstance(record, Rehearsal)} <= known


def test_no_day_begins_more_questions_than_the_step_asks_for(today: date) -> None:
    first: dict[str, date] = {}
    for record in prepare(today):
        if isinstance(record, Rehearsal):
            first.setdefault(record.question, record.at.date())
    begun = list(first.values())
    assert max(begun.count(day) for day in begun) <= NEW_A_DAY


def test_nothing_was_written_in_the_future(today: date) -> None:
    days = chain.from_iterable((r.created_at.date(), r.updated_at.date()) for r in prepare(today))
    assert max(days) < today
