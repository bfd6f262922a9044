from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as opened:
        yield opened
