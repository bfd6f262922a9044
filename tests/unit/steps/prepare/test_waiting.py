from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.steps.job_search.applications.histories import History, histories
from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.steps.prepare.waiting import waiting

TODAY = date(2026, 11, 22)


def sent(days_ago: int, *, answered_after: int | None = None) -> tuple[Application, list[ApplicationStage]]:
    application = Application()
    applied = TODAY - timedelta(days=days_ago)
    stages = [ApplicationStage(application=application.id, day=applied, stage="applied")]
    if answered_after is not None:
        day = applied + timedelta(days=answered_after)
        stages.append(ApplicationStage(application=application.id, day=day, stage="interview"))
    return application, stages


def of(*applications: tuple[Application, list[ApplicationStage]]) -> tuple[History, ...]:
    stages = [stage for _, its_stages in applications for stage in its_stages]
    return histories([application for application, _ in applications], stages, TODAY)


@pytest.fixture
def many() -> tuple[History, ...]:
    return of(*(sent(day, answered_after=5 if day % 3 == 0 else None) for day in range(10, 70, 2)))


def test_only_what_runs_without_a_word_still_waits() -> None:
    assert waiting(of(sent(12), sent(30, answered_after=4)), TODAY).waits == (12,)


def test_from_a_few_applications_nothing_is_said_of_what_is_ahead() -> None:
    assert waiting(of(sent(12)), TODAY).ahead_in_words == ""


def test_what_is_ahead_is_a_range_of_weeks_with_its_assumption(many: tuple[History, ...]) -> None:
    said = waiting(many, TODAY).ahead_in_words
    assert "another interview:" in said
    assert "week" in said
    assert "80 times in 100" in said
