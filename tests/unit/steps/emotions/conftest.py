from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from rutkit.steps.emotions.records import FEELINGS, CheckIn
from rutkit.workbook import Workbook

TODAY = date(2026, 3, 17)  # a Tuesday


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def ago() -> Callable[..., CheckIn]:
    """A check-in of so many days ago: `ago(3, stressed=2)`."""

    def check_in(days: int, **answers: Any) -> CheckIn:
        return CheckIn(day=TODAY - timedelta(days=days), **answers)

    return check_in


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    with Workbook.open(tmp_path / "me.rutkit") as opened:
        yield opened


@pytest.fixture
def frame() -> Callable[[Sequence[CheckIn]], pd.DataFrame]:
    """Check-ins with the columns and types that `workbook.frame` gives them."""

    def as_frame(check_ins: Sequence[CheckIn]) -> pd.DataFrame:
        columns = {name: [getattr(c, name) for c in check_ins] for name in CheckIn.model_fields}
        return pd.DataFrame(columns).astype(
            {"day": "datetime64[ns]", "workday": "boolean", **dict.fromkeys(FEELINGS, "Int64")}
        )

    return as_frame
