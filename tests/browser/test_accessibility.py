"""Everybody can use it: axe finds nothing serious, and everything that takes an answer says what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from tabs import Tab

STEPS = ("home", "acknowledge", "exit_plan", "emotions", "growth", "market", "skills")

SERIOUS = ("serious", "critical")
TAKES_AN_ANSWER = {
    "textbox",
    "searchbox",
    "combobox",
    "listbox",
    "radio",
    "checkbox",
    "switch",
    "spinbutton",
    "slider",
    "Date",
    "DateTime",
    "InputTime",
}
"""The roles, as Chromium's accessibility tree names them."""

both_themes = pytest.mark.parametrize("color_scheme", ["light", "dark"])


@both_themes
def test_axe_finds_nothing_serious_in_an_empty_workbook(open_tab: Any, color_scheme: str) -> None:
    assert violations(open_tab(color_scheme=color_scheme, reduced_motion="reduce").open()) == []


@both_themes
@pytest.mark.usefixtures("with_demo")
def test_axe_finds_nothing_serious_in_a_full_workbook(open_tab: Any, color_scheme: str) -> None:
    assert violations(open_tab(color_scheme=color_scheme, reduced_motion="reduce").open()) == []


def test_axe_finds_nothing_serious_in_a_steps_own_notebook(tab: Tab) -> None:
    tab.open("03-emotions").wait_until_drawn()
    assert serious(tab) == []


def test_axe_finds_nothing_serious_on_the_index(tab: Tab) -> None:
    tab.page.goto(f"{tab.address}/")
    assert serious(tab) == []


def test_everything_that_takes_an_answer_says_what_it_asks(tab: Tab) -> None:
    tab.open()
    assert [controls_without_a_name(opened_wide(tab, step)) for step in STEPS] == [[] for _ in STEPS]


@pytest.mark.usefixtures("with_demo")
def test_axe_finds_nothing_serious_in_forms_that_were_opened(tab: Tab) -> None:
    tab.open()
    assert [serious(opened_wide(tab, step)) for step in STEPS] == [[] for _ in STEPS]


def violations(tab: Tab) -> Sequence[str]:
    """What axe has against each step, one after the other."""
    found = []
    for step in STEPS:
        tab.go(step).wait_until_drawn()
        found += [f"{step}: {violation}" for violation in serious(tab)]
    return found


def serious(tab: Tab) -> Sequence[str]:
    """What axe has against what is seen now, if it is serious or critical."""
    found = Axe().run(tab.page).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} {node['any'][0]['message'] if node['any'] else ''}"
        for violation in found
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]


def opened_wide(tab: Tab, step: str) -> Tab:
    """A step with every form opened that a button opens."""
    tab.go(step).wait_until_drawn()
    openers = tab.step(step).locator(
        ".rutkit-adder > .rutkit-buttons button, .rutkit-folded > button:first-child"
    )
    for button in reversed(openers.filter(visible=True).all()):
        button.click()
    for button in tab.step(step).locator(".rutkit-record-first button:text-is('Edit')").all():
        button.click()
    tab.page.wait_for_timeout(500)
    return tab


def controls_without_a_name(tab: Tab) -> Sequence[str]:
    """Controls to which Chromium's accessibility tree gives no name."""
    session = tab.page.context.new_cdp_session(tab.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    controls = [
        node for node in nodes if not node["ignored"] and node.get("role", {}).get("value") in TAKES_AN_ANSWER
    ]
    assert controls
    return [str(node) for node in controls if not node.get("name", {}).get("value", "").strip()]
