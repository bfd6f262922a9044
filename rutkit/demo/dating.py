"""The days on which the demo's records were written: those that they tell of."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from rutkit.records import Record

R = TypeVar("R", bound=Record)


def days_ago(today: date, count: int) -> date:
    """The day `count` days before `today`; with a negative `count`, after it."""
    return today - timedelta(days=count)


def written_on(day: date, record: R) -> R:
    """`record` as if it had been saved on the evening of `day`."""
    evening = datetime.combine(day, time(19, 30), UTC)
    return record.model_copy(update={"created_at": evening, "updated_at": evening})
