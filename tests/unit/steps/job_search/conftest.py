from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from rutkit.steps.job_search.applications.histories import STAGES_TO_PASS, History
from rutkit.steps.job_search.records import Channel, Outcome

TODAY = date(2026, 11, 22)

MakeHistory = Callable[..., History]


@pytest.fixture
def make_history() -> MakeHistory:
    """A history by days: `age` since it went out, and for stages by their names the days after which they came."""

    def make(
        age: int,
        *,
        channel: Channel | None = "board",
        outcome: Outcome | None = None,
        ended_after: int | None = None,
        **stages: int,
    ) -> History:
        applied = TODAY - timedelta(days=age)
        after = {"applied": 0} | {name.replace("_", " "): days for name, days in stages.items()}
        reached: list[date | None] = []
        for place in range(len(STAGES_TO_PASS)):
            later = [after[stage] for stage in STAGES_TO_PASS[place:] if stage in after]
            reached.append(applied + timedelta(days=min(later)) if later else None)
        ended = None if ended_after is None else applied + timedelta(days=ended_after)
        return History("", channel, tuple(reached), ended, outcome is None and ended is None, outcome)

    return make
