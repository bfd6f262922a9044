"""Pages without a browser, for the views of the steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rutkit.widgets.page import Page
from rutkit.workbook import Workbook


@pytest.fixture
def page() -> Iterator[Page]:
    with Workbook.temporary() as workbook:
        page = Page(workbook, today=lambda: date(2026, 11, 22))
        yield page
        page.close()
