from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from ipywidgets.widgets import widget as ipywidgets_widget

from rutkit.demo import write_demo
from rutkit.home.panels import ROUTES
from rutkit.home.shell import make_view
from rutkit.widgets.page import Page
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)
EVERY_VIEW = pytest.mark.parametrize("slug", ROUTES)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "year.rutkit"
    write_demo(path, today=TODAY)
    return path


@pytest.fixture
def full_page(year: Path) -> Iterator[Page]:
    with Workbook.open(year) as workbook:
        page = Page(workbook, today=lambda: TODAY)
        yield page
        page.close()


def widgets_alive() -> set[str]:
    return set(ipywidgets_widget._instances)


@EVERY_VIEW
def test_closing_a_view_leaves_no_widget_behind(page: Page, slug: str) -> None:
    make_view(slug, page).close()  # what is shared is made once
    before = widgets_alive()

    make_view(slug, page).close()

    left = [type(ipywidgets_widget._instances[key]).__name__ for key in widgets_alive() - before]
    assert left == []


@EVERY_VIEW
def test_closing_a_view_leaves_nobody_listening(page: Page, slug: str) -> None:
    def listening() -> tuple[int, int, int, int]:
        bridge = page.bridge
        return (
            len(page.workbook._watchers),
            len(bridge._handlers),
            len(bridge._upload_handlers),
            sum(len(observers) for observers in bridge._trait_notifiers.get("theme", {}).values()),
        )

    before = listening()

    make_view(slug, page).close()

    assert listening() == before


@EVERY_VIEW
def test_a_view_of_a_full_year_meets_no_error(full_page: Page, slug: str) -> None:
    make_view(slug, full_page).close()

    assert full_page.notices.widget.value == ""


@EVERY_VIEW
def test_a_view_of_an_empty_workbook_meets_no_error(page: Page, slug: str) -> None:
    make_view(slug, page).close()

    assert page.notices.widget.value == ""
