"""Pages without a browser, some of them on a workbook that is full of what people might type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rutkit.widgets.page import Page
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)


@pytest.fixture
def page() -> Iterator[Page]:
    with Workbook.temporary() as workbook:
        page = Page(workbook, today=lambda: TODAY)
        yield page
        page.close()
