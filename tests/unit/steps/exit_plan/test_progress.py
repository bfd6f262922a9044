from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from rutkit.records import Record
from rutkit.steps.exit_plan.progress import progress
from rutkit.steps.exit_plan.records import (
    ExitPlan,
    Finances,
    GoCondition,
    Incident,
    Milestone,
    Safety,
    SearchAssumption,
    Support,
    UrgeToQuit,
)
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

TODAY = date(2026, 3, 18)
EXAM = Milestone(what="Pass the exam", by=date(2026, 5, 1))
EVERYTHING: tuple[Record, ...] = (
    Safety(causes_harm=False),
    Finances(
        savings=Decimal(9_000),
        take_home_pay=Decimal(2_500),
        other_income=Decimal(0),
        essential_costs=Decimal(1_500),
        discretionary_costs=Decimal(500),
    ),
    ExitPlan(earliest=date(2026, 6, 1), latest=date(2026, 9, 1)),
    GoCondition(),
    EXAM,
)


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as opened:
        yield opened


def fill(workbook: Workbook, *records: Record) -> None:
    for record in records:
        workbook.add(record)


def test_an_empty_workbook_has_not_begun_and_asks_about_harm_first(workbook: Workbook) -> None:
    found = progress(workbook, TODAY)
    assert found.state is State.NOT_BEGUN
    assert found.action.text == "Say whether this job harms you"


def test_one_logged_urge_is_a_beginning(workbook: Workbook) -> None:
    fill(workbook, UrgeToQuit.model_validate({"at": "2026-03-17T10:00:00+00:00"}))
    found = progress(workbook, TODAY)
    assert (found.state, found.note) == (State.BEGUN, "0 of 5")


@pytest.mark.parametrize(
    ("without", "action"),
    [
        (0, "Say whether this job harms you"),
        (1, "Enter your money"),
        (2, "Choose a window to leave in"),
        (3, "Name one condition for going"),
        (4, "Set the first milestone"),
    ],
)
def test_whatever_is_missing_is_the_next_action(workbook: Workbook, without: int, action: str) -> None:
    fill(workbook, *(record for index, record in enumerate(EVERYTHING) if index != without))
    found = progress(workbook, TODAY)
    assert (found.state, found.note, found.action.text) == (State.BEGUN, "4 of 5", action)


def test_missing_figures_are_counted(workbook: Workbook) -> None:
    fill(workbook, Safety(causes_harm=False), Finances(savings=Decimal(1)))
    assert progress(workbook, TODAY).action.reason.startswith("4 figures to go")


def test_with_everything_there_it_is_done_and_shows_the_next_date(workbook: Workbook) -> None:
    fill(workbook, *EVERYTHING)
    found = progress(workbook, TODAY)
    assert (found.state, found.note) == (State.DONE, "1 May")


def test_once_done_the_search_assumption_comes_next(workbook: Workbook) -> None:
    fill(workbook, *EVERYTHING)
    assert progress(workbook, TODAY).action.text == "Say how long a search may take"


def test_with_the_assumption_set_the_next_milestone_comes_next(workbook: Workbook) -> None:
    fill(workbook, *EVERYTHING, SearchAssumption(median_months=6))
    assert progress(workbook, TODAY).action.reason == "“Pass the exam” is due on 1 May 2026."


def test_with_every_milestone_done_a_new_one_is_asked_for(workbook: Workbook) -> None:
    fill(
        workbook, *EVERYTHING[:-1], EXAM.model_copy(update={"done": True}), SearchAssumption(median_months=6)
    )
    found = progress(workbook, TODAY)
    assert (found.state, found.note, found.action.text) == (State.DONE, "", "Set the next milestone")


def test_an_overdue_milestone_makes_it_due(workbook: Workbook) -> None:
    fill(workbook, *EVERYTHING)
    found = progress(workbook, date(2026, 5, 2))
    assert (found.state, found.note, found.action.text) == (
        State.DUE,
        "overdue",
        "Look at an overdue milestone",
    )


def test_a_review_whose_day_has_come_makes_it_due(workbook: Workbook) -> None:
    fill(workbook, *EVERYTHING)
    plan = workbook.only(ExitPlan)
    assert plan is not None
    workbook.update(plan.model_copy(update={"next_review": TODAY}))
    found = progress(workbook, TODAY)
    assert (found.state, found.note) == (State.DUE, "review")
    assert found.action.reason.startswith("You chose today for it")


def test_a_review_that_was_missed_is_named_by_its_day(workbook: Workbook) -> None:
    fill(workbook, *EVERYTHING)
    plan = workbook.only(ExitPlan)
    assert plan is not None
    workbook.update(plan.model_copy(update={"next_review": TODAY - timedelta(days=1)}))
    assert progress(workbook, TODAY).action.reason.startswith("You chose yesterday for it")


def test_a_milestone_without_words_still_has_a_name(workbook: Workbook) -> None:
    fill(workbook, *EVERYTHING[:-1], EXAM.model_copy(update={"what": ""}))
    assert progress(workbook, date(2026, 5, 2)).action.reason.startswith("“Milestone” was due")


def test_harm_puts_the_sooner_path_before_everything_else(workbook: Workbook) -> None:
    fill(workbook, Safety(causes_harm=True), *EVERYTHING[1:])
    assert progress(workbook, date(2026, 5, 2)).action.text == "Tell one person you trust"


@pytest.mark.parametrize(
    ("records", "action"),
    [
        ((), "Write down who can help you"),
        ((Support(name="Ada"),), "Write down what happened"),
        ((Support(name="Ada"), Incident(day=TODAY)), "Enter your money"),
    ],
)
def test_the_sooner_path_goes_on_step_by_step_and_then_makes_room(
    workbook: Workbook, records: tuple[Record, ...], action: str
) -> None:
    fill(workbook, Safety(causes_harm=True, told="Ada"), *records)
    assert progress(workbook, TODAY).action.text == action


def test_every_note_fits_beside_the_steps_name(workbook: Workbook) -> None:
    fill(workbook, *EVERYTHING[:-1], EXAM.model_copy(update={"by": date(2027, 11, 30)}))
    assert len(progress(workbook, TODAY).note) <= 14
