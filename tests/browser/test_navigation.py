"""Getting about: links, the back button, and what the navigation says of each step."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from tabs import Tab

from rutkit.steps import STEPS


def test_the_back_button_leads_to_the_step_before(tab: Tab) -> None:
    tab.open().go("acknowledge").go("emotions")
    tab.page.go_back()
    expect(tab.step("acknowledge")).to_be_visible()
    expect(tab.step("emotions")).to_be_hidden()
    tab.page.go_back()
    expect(tab.step("home")).to_be_visible()
    tab.page.go_forward()
    expect(tab.step("acknowledge")).to_be_visible()


def test_a_copied_link_opens_its_step(tab: Tab, open_tab: Callable[..., Tab]) -> None:
    tab.open().go("exit_plan")
    assert tab.page.url.endswith("#exit_plan")
    other = open_tab()
    other.page.goto(tab.page.url)
    other.wait_until_ready("exit_plan")
    expect(other.step("exit_plan")).to_be_visible()
    expect(other.page.locator("nav [aria-current=page]")).to_contain_text("Exit plan")


def test_a_reload_stays_on_its_step(tab: Tab) -> None:
    tab.open().go("emotions").reload("emotions")
    expect(tab.step("emotions")).to_be_visible()
    expect(tab.step("home")).to_be_hidden()


def test_an_address_that_names_no_step_opens_the_dashboard(tab: Tab) -> None:
    tab.open().page.evaluate("location.hash = 'nowhere'")
    expect(tab.step("home")).to_be_visible()


@pytest.mark.usefixtures("with_demo")
def test_a_link_within_a_step_leads_to_the_other_and_takes_the_keyboard_along(tab: Tab) -> None:
    tab.open(step="market")
    tab.step("market").locator("a[data-route=skills]").click()
    expect(tab.step("skills").locator("h1")).to_be_focused()


@pytest.mark.usefixtures("with_demo")
def test_an_address_may_lead_to_a_form_or_to_a_record(tab: Tab) -> None:
    tab.open().page.evaluate("location.hash = 'prepare/story'")
    expect(tab.box("story", "title")).to_be_focused()
    tab.page.evaluate("location.hash = 'emotions/check_in'")
    expect(tab.field("check_in", "workday").locator("input").first).to_be_focused()
    tab.page.go_back()
    expect(tab.step("prepare")).to_be_visible()
    tab.page.reload()
    tab.wait_until_ready("prepare")
    expect(tab.box("story", "title")).to_be_focused()


@pytest.mark.usefixtures("with_demo")
def test_what_was_written_is_found_and_opens_where_it_stands(tab: Tab) -> None:
    tab.open().go("find")
    tab.page.get_by_label("What are you looking for?").fill("imogen teleco")
    result = tab.step("find").get_by_role("link").first
    expect(result).to_have_text("Person")
    result.click()
    expect(tab.page.locator(".rutkit-somebody h3")).to_be_focused()
    expect(tab.page.locator(".rutkit-somebody h3")).to_contain_text("Imogen Sparrow")


@pytest.fixture
def at_home(tab: Tab) -> Tab:
    return tab.open()


def test_all_ten_steps_stand_in_their_order(at_home: Tab) -> None:
    names = at_home.page.locator("nav li .rutkit-name").all_inner_texts()
    assert names[1 : 1 + len(STEPS)] == [step.short for step in STEPS]


def test_the_navigation_follows_the_answers(tab: Tab) -> None:
    tab.open(step="acknowledge")
    entry = tab.page.locator(".rutkit-nav-acknowledge")
    expect(entry).to_have_class(re.compile("rutkit-not-begun"))
    tab.box("situation", "role").fill("Clerk")
    expect(entry).to_have_class(re.compile("rutkit-begun"))
    expect(entry).to_contain_text("1 of 4")
    tab.box("acknowledgement", "sentence").fill("I have been stuck since spring.")
    expect(entry).to_contain_text("2 of 4")
    tab.go("home")
    expect(tab.step("home")).to_contain_text("I have been stuck since spring.")


@pytest.mark.usefixtures("with_demo")
def test_a_full_workbook_has_no_step_that_is_not_begun(tab: Tab) -> None:
    tab.open()
    expect(tab.page.locator("nav .rutkit-not-begun")).to_have_count(0)
    expect(tab.page.locator(".rutkit-nav-emotions")).to_have_class(re.compile("rutkit-due"))
