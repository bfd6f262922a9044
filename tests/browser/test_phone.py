"""On a narrow phone nothing has to be pushed sideways."""

from __future__ import annotations

from typing import Any

import pytest
from tabs import Tab

STEPS = ("home", "acknowledge", "exit_plan", "emotions", "growth", "market", "skills")
WIDTH = 360

TOO_WIDE = """
  (width) => [...document.querySelectorAll('body, body *')]
    .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > width + 1)
    .filter((node) => !node.closest('nav, .rutkit-table-scroll, svg, .rutkit-unseen'))
    .map((node) => node.className || node.tagName)
"""


@pytest.fixture
def phone(open_tab: Any) -> Tab:
    tab: Tab = open_tab(viewport={"width": WIDTH, "height": 740})
    return tab


def test_an_empty_workbook_fits_a_phone(phone: Tab) -> None:
    assert overflowing(phone.open()) == {}


@pytest.mark.usefixtures("with_demo")
def test_a_full_workbook_fits_a_phone(phone: Tab) -> None:
    assert overflowing(phone.open()) == {}


@pytest.mark.usefixtures("with_demo")
def test_a_steps_own_notebook_fits_a_phone(phone: Tab) -> None:
    phone.open("03-emotions").wait_until_drawn()
    assert page_width(phone) <= WIDTH, phone.evaluate(TOO_WIDE, WIDTH)


def test_the_index_fits_a_phone(phone: Tab) -> None:
    phone.page.goto(f"{phone.address}/")
    assert page_width(phone) <= WIDTH


def overflowing(tab: Tab) -> dict[str, list[str]]:
    """For each step that is wider than the phone, what sticks out."""
    found = {}
    for step in STEPS:
        tab.go(step).wait_until_drawn()
        if page_width(tab) > WIDTH:
            found[step] = tab.evaluate(TOO_WIDE, WIDTH)
    return found


def page_width(tab: Tab) -> int:
    width: int = tab.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
    return width
