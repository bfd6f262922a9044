"""Pages without a browser: where no event loop runs, everything that a page would do soon it does at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from rutkit.widgets.page import Page
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)

OpenWindow = Callable[[], Page]


@pytest.fixture
def open_window(tmp_path: Path) -> Iterator[OpenWindow]:
    """`open_window()`: one more page on the same file, with a connection of its own."""
    with ExitStack() as stack:

        def open_one() -> Page:
            workbook = stack.enter_context(Workbook.open(tmp_path / "me.rutkit"))
            page = Page(workbook, today=lambda: TODAY)
            stack.callback(page.close)
            return page

        yield open_one


@pytest.fixture
def page(open_window: OpenWindow) -> Page:
    return open_window()


@pytest.fixture
def other(open_window: OpenWindow, page: Page) -> Page:
    """A second window on the file of `page`; each sees what the other did when it polls."""
    return open_window()
