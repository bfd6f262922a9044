from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from rutkit.steps.job_search.rhythm.timer import FORGOTTEN_AFTER, Running, from_draft

BEGAN = datetime(2026, 11, 22, 18, 30)  # noqa: DTZ001 - on the person's own clock
RUNNING = Running("apply", BEGAN)


def after(minutes: float) -> datetime:
    return BEGAN + timedelta(minutes=minutes)


def test_it_counts_whole_minutes() -> None:
    assert RUNNING.minutes(after(12.9)) == 12


def test_a_clock_that_was_set_back_counts_none() -> None:
    assert RUNNING.minutes(after(-60)) == 0


def test_it_counts_no_more_than_a_day() -> None:
    assert RUNNING.minutes(after(5_000)) == 1_440


def test_it_may_be_forgotten_after_four_hours() -> None:
    assert not RUNNING.may_be_forgotten(after(FORGOTTEN_AFTER))
    assert RUNNING.may_be_forgotten(after(FORGOTTEN_AFTER + 1))


def test_it_says_what_runs_and_since_when() -> None:
    assert RUNNING.sentence(after(1)) == "Running for 1 minute, begun at 18:30: apply."
    assert RUNNING.sentence(after(0)) == "Running since just now, begun at 18:30: apply."


def test_it_comes_back_from_the_workbook_as_it_was() -> None:
    assert from_draft(RUNNING.as_draft()) == RUNNING


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"activity": "apply"},
        {"activity": "nap", "began": BEGAN.isoformat()},
        {"activity": "apply", "began": "x"},
    ],
)
def test_what_is_no_session_runs_not(values: dict[str, str]) -> None:
    assert from_draft({**values}) is None
