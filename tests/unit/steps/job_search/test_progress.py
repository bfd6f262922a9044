from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from rutkit.steps.job_search.progress import keep_days_of_silence, progress
from rutkit.steps.job_search.records import (
    Application,
    ApplicationStage,
    PlannedSession,
    SearchLimits,
    Session,
)
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 20)
"""A Friday."""


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as workbook:
        yield workbook


def set_up(workbook: Workbook, *, sent: int = 1) -> Application:
    """Everything that the step asks for once; the application was sent so many days ago."""
    application = Application(title="Lead", company="Otter")
    workbook.add(SearchLimits(hours_a_week=4))
    workbook.add(PlannedSession())
    workbook.add(application)
    workbook.add(ApplicationStage(application=application.id, day=TODAY - timedelta(days=sent)))
    return application


def test_limits_come_first(workbook: Workbook) -> None:
    workbook.add(Application(title="Lead"))
    seen = progress(workbook, TODAY)
    assert (seen.state, seen.note, seen.action.text) == (
        State.BEGUN,
        "1 of 3",
        "Say what the search may take",
    )


def test_it_is_done_with_limits_a_plan_and_an_application(workbook: Workbook) -> None:
    set_up(workbook)
    assert progress(workbook, TODAY).state is State.DONE


def test_a_follow_up_makes_it_due_again(workbook: Workbook) -> None:
    set_up(workbook, sent=8)
    seen = progress(workbook, TODAY)
    assert (seen.state, seen.note) == (State.DUE, "1 due")
    assert seen.action.text == "Ask how it stands: Lead, Otter"


def test_what_is_silent_for_too_long_is_not_due(workbook: Workbook) -> None:
    set_up(workbook, sent=200)
    assert progress(workbook, TODAY).state is State.DONE


def test_a_newer_stage_of_some_day_keeps_it_from_falling_due(workbook: Workbook) -> None:
    application = set_up(workbook, sent=8)
    workbook.add(ApplicationStage(application=application.id, stage="interview"))
    assert progress(workbook, TODAY).state is State.DONE


def test_what_has_ended_is_not_due(workbook: Workbook) -> None:
    application = set_up(workbook, sent=8)
    stored = workbook.get(Application, application.id)
    assert stored
    workbook.update(stored.model_copy(update={"outcome": "rejected"}))
    assert progress(workbook, TODAY).state is State.DONE


def test_the_next_session_of_the_plan_is_next(workbook: Workbook) -> None:
    set_up(workbook)
    assert progress(workbook, TODAY).action.text == "Hold the next session of your plan"


def test_when_the_plan_is_kept_it_may_rest(workbook: Workbook) -> None:
    set_up(workbook)
    workbook.add(Session(day=TODAY, minutes=30))
    assert progress(workbook, TODAY).action.text == "Let it rest until Monday"


def test_a_session_that_was_only_begun_is_not_kept(workbook: Workbook) -> None:
    set_up(workbook)
    workbook.add(Session(day=TODAY, minutes=5))
    action = progress(workbook, TODAY).action
    assert (action.text, action.reason) == (
        "Hold the next session of your plan",
        "0 of 1 of this week are kept, and 1 begun.",
    )


def test_what_is_silent_for_too_long_goes_by_one_s_own_answers(workbook: Workbook) -> None:
    set_up(workbook, sent=40)
    assert progress(workbook, TODAY).state is State.DUE
    keep_days_of_silence(workbook, 21)
    assert progress(workbook, TODAY).state is State.DONE
