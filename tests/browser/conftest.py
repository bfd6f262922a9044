"""A real browser, real servers, and a workbook that begins anew for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import NAMES, OPTIONS, needed
from playwright.sync_api import Browser, Playwright, sync_playwright
from servers import Server
from servers import lab as running_lab
from servers import voila as running_voila
from tabs import Tab

from rutkit.demo import write_demo

OpenTab = Callable[..., Tab]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is; without one these tests are skipped, unless there has to be one."""
    return needed(*NAMES)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Playwright, for one module at a time: while it runs, this thread seems to have an event loop.

    Widgets that other tests make in this process look for one.
    """
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium: str, playwright: Playwright) -> Iterator[Browser]:
    """Chromium, started once for each module."""
    running = playwright.chromium.launch(executable_path=chromium, args=list(OPTIONS))
    yield running
    running.close()


@pytest.fixture(scope="session")
def voila(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`voila notebooks`, for all tests; each begins with a workbook of its own."""
    with running_voila(tmp_path_factory.mktemp("voila")) as server:
        yield server


@pytest.fixture(scope="session")
def lab(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """JupyterLab, for all tests; each begins with a workbook of its own."""
    with running_lab(tmp_path_factory.mktemp("lab")) as server:
        yield server


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year in the life of somebody invented."""
    file = tmp_path_factory.mktemp("demo") / "demo.rutkit"
    write_demo(file)
    return file


@pytest.fixture
def server(voila: Server) -> Server:
    """The server whose pages `open_tab` opens, with no workbook yet; a module may put another in its place."""
    shutil.rmtree(voila.file.parent, ignore_errors=True)
    return voila


@pytest.fixture
def file(server: Server) -> Path:
    """The workbook behind the pages; there is none yet."""
    return server.file


@pytest.fixture
def with_demo(file: Path, demo: Path) -> None:
    """Let the workbook be the demo's."""
    file.parent.mkdir(mode=0o700)
    shutil.copyfile(demo, file)


@pytest.fixture
def open_tab(browser: Browser, server: Server) -> Iterator[OpenTab]:
    """Opens a tab, each in a browser profile of its own; what the profile is like goes by name.

    However a test ends, no tab may have asked another host for anything, and none may have complained, unless its
    `complaints` were cleared because the test gave it reason to.
    """
    tabs: list[Tab] = []
    contexts = []

    def open_tab(address: str = server.address, **profile: Any) -> Tab:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 860}, **profile}))
        tabs.append(Tab(contexts[-1].new_page(), address))
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        tab.close()
    for context in contexts:
        context.close()
    assert [tab.strangers() for tab in tabs if tab.strangers()] == []
    assert [tab.complaints for tab in tabs if tab.complaints] == []


@pytest.fixture
def tab(open_tab: OpenTab) -> Tab:
    """A tab with nothing in it yet."""
    return open_tab()
