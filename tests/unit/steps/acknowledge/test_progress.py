from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from rutkit.records import Record
from rutkit.steps.acknowledge.progress import progress
from rutkit.steps.acknowledge.records import Acknowledgement, RutCheck, Situation, StayReason
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

CheckOf = Callable[..., RutCheck]
DAY = date(2025, 11, 4)
SITUATION = Situation(role="Team lead")
REASONS = StayReason(day=DAY, fear=0, comfort=5, effort=10)
ACKNOWLEDGEMENT = Acknowledgement(day=DAY, sentence="I have outgrown this job.")


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as book:
        yield book


@pytest.fixture
def done(workbook: Workbook, check_of: CheckOf) -> Workbook:
    _add(workbook, SITUATION, check_of(3, day=DAY), REASONS, ACKNOWLEDGEMENT)
    return workbook


def test_an_empty_workbook_begins_with_where_they_are(workbook: Workbook) -> None:
    seen = progress(workbook, DAY)
    assert (seen.state, seen.note) == (State.NOT_BEGUN, "")
    assert seen.action.text == "Say where you are"


def test_the_first_word_begins_the_step(workbook: Workbook) -> None:
    workbook.add(Situation(hours_a_week=40))
    seen = progress(workbook, DAY)
    assert (seen.state, seen.note) == (State.BEGUN, "0 of 4")


def test_what_stuck_means_is_enough_to_say_where_they_are(workbook: Workbook) -> None:
    workbook.add(Situation(stuck_means="Every week is the same."))
    assert progress(workbook, DAY).note == "1 of 4"


def test_each_part_leads_to_the_next(workbook: Workbook, check_of: CheckOf) -> None:
    actions = []
    for part in (SITUATION, check_of(3, day=DAY), REASONS, ACKNOWLEDGEMENT):
        _add(workbook, part)
        actions.append(progress(workbook, DAY).action.text)
    assert actions == [
        "Take the rut check",
        "Say why you have stayed",
        "Write your acknowledgement",
        "Go on to your exit plan",
    ]


def test_a_rut_check_that_was_begun_is_to_be_finished(workbook: Workbook) -> None:
    _add(workbook, SITUATION, RutCheck(day=DAY, stress="often", promotion="very true"))
    action = progress(workbook, DAY).action
    assert action.text == "Finish the rut check"
    assert "5 questions to go" in action.reason


def test_reasons_that_are_half_rated_are_named(workbook: Workbook, check_of: CheckOf) -> None:
    _add(workbook, SITUATION, check_of(3, day=DAY), StayReason(day=DAY, comfort=2))
    assert progress(workbook, DAY).action.reason == "Still open: fear, avoiding the effort."


@pytest.mark.parametrize(("today", "note"), [(date(2025, 12, 24), "4 Nov"), (date(2026, 1, 2), "4 Nov 2025")])
def test_the_step_is_done_on_the_day_of_the_acknowledgement(done: Workbook, today: date, note: str) -> None:
    seen = progress(done, today)
    assert (seen.state, seen.note) == (State.DONE, note)


def test_a_new_acknowledgement_is_the_one_that_counts(done: Workbook) -> None:
    done.add(Acknowledgement(day=date(2025, 12, 1), sentence="And I know why."))
    assert progress(done, date(2025, 12, 2)).note == "1 Dec"


@pytest.mark.parametrize(("days", "state"), [(90, State.DONE), (91, State.DUE)])
def test_a_rut_check_is_due_again_when_it_is_older_than_90_days(
    done: Workbook, days: int, state: State
) -> None:
    assert progress(done, DAY + timedelta(days=days)).state is state


def test_a_check_that_is_due_says_how_old_it_is(done: Workbook) -> None:
    action = progress(done, DAY + timedelta(days=100)).action
    assert action.text == "Take the rut check again"
    assert "100 days old" in action.reason


def test_an_unfinished_check_does_not_make_an_old_one_new(done: Workbook) -> None:
    today = DAY + timedelta(days=100)
    done.add(RutCheck(day=today, stress="often"))
    assert progress(done, today).state is State.DUE


def test_a_new_check_ends_the_wait(done: Workbook, check_of: CheckOf) -> None:
    today = DAY + timedelta(days=100)
    done.add(check_of(2, day=today))
    assert progress(done, today).state is State.DONE


def _add(workbook: Workbook, *records: Record) -> None:
    for record in records:
        workbook.add(record)
