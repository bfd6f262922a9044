from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from rutkit.exchange.calendar import calendar_file
from rutkit.steps.job_search.records import PlannedSession
from rutkit.steps.job_search.rhythm.schedule import calendar_events

MADE = datetime(2026, 11, 18, 20, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize("written", ["quarter past", "25:00"])
def test_a_plan_takes_no_time_that_is_none(written: str) -> None:
    with pytest.raises(ValidationError, match="please write a time of day"):
        PlannedSession(starts=written)


def test_a_session_comes_back_every_week_from_the_first_such_day_on() -> None:
    (event,) = calendar_events(
        [PlannedSession(weekday="Tuesday", starts="18:30", minutes=45, activity="apply", created_at=MADE)]
    )
    assert event.timing.starts == datetime(2026, 11, 24, 18, 30)  # noqa: DTZ001 - on the person's own clock
    assert b"RRULE:FREQ=WEEKLY" in calendar_file([event])


def test_a_day_of_rest_fills_the_day_whatever_time_it_names() -> None:
    (event,) = calendar_events(
        [PlannedSession(weekday="Sunday", starts="10:00", activity="rest", created_at=MADE)]
    )
    assert event.timing.starts == date(2026, 11, 22)
    assert event.alarm_before is None


def test_a_session_without_a_time_is_kept_for_the_day() -> None:
    (event,) = calendar_events([PlannedSession(weekday="Wednesday", minutes=45, created_at=MADE)])
    assert (event.timing.starts, event.notes) == (date(2026, 11, 18), "45 minutes, whenever it fits.")
