"""Pages without a browser: where no event loop runs, everything that a page would do soon it does at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from rutkit.widgets.page import Page
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)

OpenWindow = Callable[[], Page]


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workbook's file: to copy it is ten times as fast as to make one."""
    path = tmp_path_factory.mktemp("blank") / "me.rutkit"
    Workbook.open(path).close()
    return path


@pytest.fixture
def open_window(tmp_path: Path, blank_file: Path) -> Iterator[OpenWindow]:
    """`open_window()`: one more page on the same file, with a connection of its own."""
    path = Path(shutil.copy(blank_file, tmp_path))
    with ExitStack() as stack:

        def open_one() -> Page:
            workbook = stack.enter_context(Workbook.open(path))
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
