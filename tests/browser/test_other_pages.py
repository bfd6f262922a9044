"""What holds on the dashboard holds on the other pages: the index, a step's own notebook, a page that is not there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from reading import assert_charts_are_drawn, page_width, serious, sticking_out
from tabs import Tab

PHONE = 360


def test_the_index_is_usable_by_everybody_and_asks_nobody_else(tab: Tab) -> None:
    tab.page.goto(f"{tab.address}/")
    expect(tab.page.get_by_role("link", name="Start here")).to_be_visible()
    tab.page.wait_for_load_state("networkidle")
    assert tab.addresses
    assert serious(tab) == []


def test_the_index_fits_a_phone(tab: Tab) -> None:
    tab.page.set_viewport_size({"width": PHONE, "height": 740})
    tab.page.goto(f"{tab.address}/")
    assert page_width(tab) <= PHONE


def test_a_page_that_does_not_exist_asks_nobody_else(tab: Tab) -> None:
    answer = tab.page.goto(f"{tab.address}/voila/render/nothing.ipynb")
    assert answer
    assert answer.status == 404
    tab.page.wait_for_load_state("networkidle")
    assert len(tab.complaints) == 1, "The browser itself says that there is no such page"
    tab.complaints.clear()


@pytest.mark.usefixtures("with_demo")
def test_a_steps_own_notebook_draws_its_charts_fits_a_phone_and_is_usable_by_everybody(tab: Tab) -> None:
    tab.open("02-exit-plan").wait_until_drawn()
    assert_charts_are_drawn(tab)
    assert serious(tab) == []

    tab.page.set_viewport_size({"width": PHONE, "height": 740})
    assert page_width(tab) <= PHONE, sticking_out(tab, PHONE)
