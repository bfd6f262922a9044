from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from rutkit.dates import add_months
from rutkit.steps.growth.records import QUESTIONS, GrowthCheck
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    with Workbook.open(tmp_path / "me.rutkit") as opened:
        yield opened


@pytest.fixture
def checks() -> Callable[[Sequence[int]], list[GrowthCheck]]:
    """The same answer to all three questions in each of the months up to October: `checks([6, 5, 5])`."""

    def of_values(values: Sequence[int]) -> list[GrowthCheck]:
        months = [add_months(TODAY, back - len(values)) for back in range(len(values))]
        return [
            GrowthCheck(month=month, **dict.fromkeys(QUESTIONS, value))
            for month, value in zip(months, values, strict=True)
        ]

    return of_values
