"""Nobody is asked but the server at this machine, and nobody but the owner is answered with their workbook.

`open_tab` itself holds that no tab asked another host for anything and that no console complained.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from servers import Server
from tabs import Tab

STEPS = ("acknowledge", "exit_plan", "emotions", "growth", "market", "skills")
NOTEBOOKS = ("02-exit-plan", "05-market")
"""The step with the most charts, and the one that reads other people's pages; the dashboard shows all of them."""

MARKS = ".cartesianlayer :is(.points path, .point path, .lines path, .hm image)"
FILLED = ".rutkit-chart:has([data-action^=numbers-])"
"""A chart that has something to draw offers its numbers; otherwise it says what fills it."""
CHARTS = f"""
  () => [...document.querySelectorAll('{FILLED}')].filter((chart) => chart.checkVisibility()).map((chart) => ({{
    name: chart.className,
    height: chart.querySelector('svg.main-svg').getBoundingClientRect().height,
    marks: chart.querySelectorAll('{MARKS}').length,
    tools: chart.querySelectorAll('.modebar, [data-title*="share" i], a[href^="http"]').length,
  }}))
"""
SMALLEST = 100
"""Pixels of height; a chart squashed flatter than this cannot be read."""


def test_the_index_asks_nobody_else(tab: Tab) -> None:
    tab.page.goto(f"{tab.address}/")
    expect(tab.page.get_by_role("link", name="Start here")).to_be_visible()
    tab.page.wait_for_load_state("networkidle")
    assert tab.addresses


def test_a_page_that_does_not_exist_asks_nobody_else(tab: Tab) -> None:
    answer = tab.page.goto(f"{tab.address}/voila/render/nothing.ipynb")
    assert answer
    assert answer.status == 404
    tab.page.wait_for_load_state("networkidle")
    assert len(tab.complaints) == 1, "The browser itself says that there is no such page"
    tab.complaints.clear()


@pytest.mark.usefixtures("with_demo")
def test_the_dashboard_and_every_step_on_it_ask_nobody_else_and_draw_their_charts(tab: Tab) -> None:
    tab.open()
    for step in STEPS:
        tab.go(step).wait_until_drawn()
        assert_charts_are_drawn(tab)


@pytest.mark.parametrize("notebook", NOTEBOOKS)
@pytest.mark.usefixtures("with_demo")
def test_a_steps_own_notebook_asks_nobody_else_and_draws_its_charts(tab: Tab, notebook: str) -> None:
    tab.open(notebook).wait_until_drawn()
    assert_charts_are_drawn(tab)


def test_an_empty_workbook_asks_nobody_else(tab: Tab) -> None:
    tab.open()
    for step in STEPS:
        tab.go(step).wait_until_drawn()


@pytest.mark.usefixtures("with_demo")
@pytest.mark.parametrize("notebook", ["00-start-here", "03-emotions"])
def test_a_visitor_under_another_host_name_gets_a_temporary_workbook_of_their_own(
    server: Server, open_tab: Callable[..., Tab], notebook: str
) -> None:
    owner = open_tab().open()
    acknowledged = owner.find(".rutkit-quote").inner_text()
    visitor = open_tab(f"http://rutkit.example:{server.port}").open(notebook)
    expect(visitor.page.get_by_text("This is a temporary workbook").first).to_be_visible()
    if notebook == "00-start-here":
        visitor.go("emotions")
    visitor.box("check_in", "note").fill("A visitor was here")
    visitor.wait_until_saved()
    assert acknowledged not in visitor.page.content()
    owner.reload()
    owner.go("emotions")
    expect(owner.box("check_in", "note")).to_have_value("")


def assert_charts_are_drawn(tab: Tab) -> None:
    """Every chart in sight that has something to draw has marks in it, and no tools that could send it anywhere."""
    for figure in tab.find(f"{FILLED}:visible .rutkit-figure").all():
        figure.locator(MARKS).first.wait_for(state="attached")
    charts = tab.evaluate(CHARTS)
    assert charts
    assert [chart["name"] for chart in charts if not chart["marks"]] == []
    assert [chart["name"] for chart in charts if chart["height"] < SMALLEST] == []
    assert [chart["name"] for chart in charts if chart["tools"]] == []
