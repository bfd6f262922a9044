"""What `rutkit serve` makes of Voilà's scripts runs in the browser as Voilà's own would."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect
from servers import Server, rutkit
from tabs import Tab


@pytest.fixture
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`rutkit serve`, with no workbook yet."""
    with rutkit(tmp_path_factory.mktemp("rutkit")) as running:
        shutil.rmtree(running.file.parent, ignore_errors=True)
        yield running


@pytest.mark.usefixtures("with_demo")
def test_a_page_asks_for_few_scripts_and_shows_its_charts(
    server: Server, open_tab: Callable[..., Tab]
) -> None:
    tab = open_tab()
    (address,) = re.findall(r"http://\S+", server.log.read_text(encoding="utf-8"))
    tab.page.goto(f"{address}#emotions")
    tab.wait_until_ready("emotions")
    expect(tab.find(".rutkit-step-emotions .js-plotly-plot").first).to_be_visible()
    scripts = [asked for asked in tab.addresses if ".js" in asked]
    assert (
        len(scripts) < 35
    )  # it would be 95; what is left is mostly MathJax, which Voilà reads once a page stands
