"""The same notebooks in JupyterLab.

`open_tab` itself holds that nothing was asked of another host and that no console complained.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect
from servers import Server
from tabs import READY_SECONDS, Tab

IN_FRONT = ".jp-NotebookPanel:not(.lm-mod-hidden)"
"""The one of several notebooks that is seen."""


CAN_RUN = """
  (path) => {
    const notebook = jupyterapp.shell.currentWidget;
    return notebook?.context?.path === path && notebook.sessionContext.session?.kernel?.status === 'idle';
  }
"""


@pytest.fixture
def server(lab: Server) -> Server:
    """JupyterLab in the place of Voilà, with no workbook yet."""
    shutil.rmtree(lab.file.parent, ignore_errors=True)
    return lab


@pytest.fixture
def tab(open_tab: Callable[..., Tab]) -> Iterator[Tab]:
    """A tab whose kernels end with it."""
    tab = open_tab(viewport={"width": 1400, "height": 900})
    yield tab
    tab.evaluate("jupyterapp.serviceManager.sessions.shutdownAll()")


def open_notebook(tab: Tab, name: str) -> Locator:
    """Open a notebook in JupyterLab and run it from top to bottom; what it shows."""
    if tab.page.url == "about:blank":
        tab.page.goto(f"{tab.address}/lab/tree/{name}.ipynb?reset")
        tab.page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=READY_SECONDS * 1000)
    else:
        command(tab, "docmanager:open", path=f"{name}.ipynb")
    tab.page.wait_for_function(CAN_RUN, arg=f"{name}.ipynb", timeout=READY_SECONDS * 1000)
    tab.page.locator(f"{IN_FRONT} .jp-CodeCell").wait_for()
    return run(tab)


def run(tab: Tab) -> Locator:
    """Run the notebook in front from top to bottom; what it shows."""
    command(tab, "notebook:run-all-cells")
    shown = tab.page.locator(f"{IN_FRONT} .rutkit-ready")
    shown.wait_for(timeout=READY_SECONDS * 1000)
    return shown


def command(tab: Tab, name: str, **arguments: object) -> None:
    tab.evaluate("([name, args]) => void jupyterapp.commands.execute(name, args)", [name, arguments])


def test_the_dashboard_runs_and_saves_an_answer(tab: Tab, server: Server) -> None:
    dashboard = open_notebook(tab, "00-start-here")
    dashboard.locator(".rutkit-nav-acknowledge").click()
    dashboard.locator(".rutkit-field-situation-role input").fill("Clerk")
    expect(dashboard.locator(".rutkit-saved")).to_have_text("Saved")
    assert "#" not in tab.page.url
    dashboard = run(tab)
    dashboard.locator(".rutkit-nav-acknowledge").click()
    expect(dashboard.locator(".rutkit-field-situation-role input")).to_have_value("Clerk")


def test_several_open_notebooks_leave_the_address_bar_to_jupyterlab(tab: Tab) -> None:
    dashboard = open_notebook(tab, "00-start-here")
    dashboard.locator(".rutkit-nav-exit_plan").click()
    expect(dashboard.locator(".rutkit-step-exit_plan")).to_be_visible()
    step = open_notebook(tab, "03-emotions")
    expect(step.locator(".rutkit-step-emotions")).to_be_visible()
    tab.page.wait_for_url("**/lab/tree/03-emotions.ipynb")
    command(tab, "docmanager:open", path="00-start-here.ipynb")
    expect(dashboard.locator(".rutkit-step-exit_plan")).to_be_visible()
    tab.page.wait_for_url("**/lab/tree/00-start-here.ipynb")


def test_what_is_answered_in_one_notebook_shows_in_another(tab: Tab) -> None:
    dashboard = open_notebook(tab, "00-start-here")
    dashboard.locator(".rutkit-nav-emotions").click()
    step = open_notebook(tab, "03-emotions")
    step.locator(".rutkit-field-check_in-note textarea").fill("A long day")
    expect(step.locator(".rutkit-saved")).to_have_text("Saved")
    command(tab, "docmanager:open", path="00-start-here.ipynb")
    expect(dashboard.locator(".rutkit-field-check_in-note textarea")).to_have_value("A long day")


@pytest.mark.usefixtures("with_demo")
def test_form_and_charts_follow_the_theme(tab: Tab) -> None:
    step = open_notebook(tab, "03-emotions")
    tick = step.locator(".rutkit-chart-weekly-trend svg .xtick text").first
    tick.wait_for(timeout=30_000)
    light = colors(step, tick)
    command(tab, "apputils:change-theme", theme="JupyterLab Dark")
    try:
        expect(tick).not_to_have_css("fill", light["tick"], timeout=15_000)
        dark = colors(step, tick)
    finally:
        command(tab, "apputils:change-theme", theme="JupyterLab Light")
    assert brightness(light["page"]) > 200
    assert brightness(dark["page"]) < 60
    assert brightness(light["ink"]) < 100 < brightness(dark["ink"])
    assert brightness(light["tick"]) < brightness(dark["tick"])


def colors(step: Locator, tick: Locator) -> dict[str, str]:
    """The colors of the ground, of its text and of a chart's axis."""
    read = "(node, property) => getComputedStyle(node)[property]"
    return {
        "page": step.evaluate(read, "backgroundColor"),
        "ink": step.evaluate(read, "color"),
        "tick": tick.evaluate(read, "fill"),
    }


def brightness(color: str) -> float:
    """The mean of red, green and blue in "rgb(1, 2, 3)", from 0 to 255."""
    channels = color[color.index("(") + 1 : -1].split(",")[:3]
    return sum(float(channel) for channel in channels) / 3
