"""Many records: add, edit, remove, undo, search, sort, page, import and export."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Locator, expect
from tabs import Tab

from rutkit.exchange.exporting import write_csv
from rutkit.steps.exit_plan.records import Milestone, Support
from rutkit.workbook import Workbook

HELPERS = 40
PAGE = 10


@pytest.fixture
def many(file: Path) -> list[Support]:
    """Forty helpers in the workbook, not in alphabetical order."""
    with Workbook.open(file) as workbook:
        return workbook.add_many(
            [Support(name=f"Helper {(number * 7) % HELPERS:02}") for number in range(HELPERS)],
            label="wrote them",
        )


@pytest.fixture
def plan(tab: Tab) -> Tab:
    """The step with most collections."""
    return tab.open(step="exit_plan")


def add_helper(tab: Tab, name: str) -> None:
    tab.button("Add somebody who can help").click()
    tab.box("support", "name").fill(name)
    tab.button("Save it").click()
    expect(tab.rows("support").filter(has_text=name)).to_have_count(1)


def test_an_answer_is_taken_back_with_undo(tab: Tab) -> None:
    tab.open(step="acknowledge")
    tab.choose("rut_check", "learning", "disagree")
    expect(tab.find(".rutkit-bars")).to_contain_text("disagree (you)")
    tab.button("Undo").click()
    expect(tab.option("rut_check", "learning", "disagree")).not_to_be_checked()
    expect(tab.find(".rutkit-bars")).to_have_count(0)
    expect(tab.status()).to_contain_text("Taken back")


def test_an_entry_is_added_and_edited_in_its_place(plan: Tab) -> None:
    add_helper(plan, "Robin")
    add_helper(plan, "Kim")
    plan.rows("support").filter(has_text="Robin").get_by_role("button", name="Edit").click()
    expect(plan.box("support", "name")).to_be_focused()
    plan.box("support", "reach").fill("Room 12")
    plan.wait_until_saved()
    plan.button("Done").click()
    expect(plan.rows("support")).to_have_count(2)
    expect(plan.rows("support").first).to_contain_text("Room 12")


def test_an_entry_that_was_removed_comes_back_with_undo(plan: Tab) -> None:
    add_helper(plan, "Robin")
    plan.rows("support").get_by_role("button", name="Remove").click()
    expect(plan.rows("support")).to_have_count(0)
    plan.button("Undo").click()
    expect(plan.rows("support")).to_contain_text(["Robin"])


@pytest.mark.usefixtures("many")
def test_forty_entries_are_paged(plan: Tab) -> None:
    expect(plan.rows("support")).to_have_count(PAGE)
    pager = plan.collection("support").locator(".rutkit-pager")
    expect(pager).to_contain_text("1–10 of 40")
    for _ in range(3):
        pager.get_by_role("button", name="Next").click()
    expect(pager).to_contain_text("31–40 of 40")
    expect(pager.get_by_role("button", name="Next")).to_be_disabled()


@pytest.mark.usefixtures("many")
def test_forty_entries_are_sorted_both_ways(plan: Tab) -> None:
    heading = plan.collection("support").get_by_role("columnheader", name="Who")
    heading.get_by_role("button").click()
    expect(plan.rows("support").first).to_contain_text("Helper 00")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    heading.get_by_role("button").click()
    expect(plan.rows("support").first).to_contain_text("Helper 39")


@pytest.mark.usefixtures("many")
def test_forty_entries_are_searched(plan: Tab) -> None:
    plan.collection("support").get_by_label("Search").fill("helper 3")
    expect(plan.rows("support")).to_have_count(10)
    plan.collection("support").get_by_label("Search").fill("helper 37")
    expect(plan.rows("support")).to_have_count(1)


def test_an_import_says_what_it_will_skip_and_why_before_anything_is_saved(
    plan: Tab, tmp_path: Path, file: Path
) -> None:
    table = tmp_path / "milestones.csv"
    table.write_text("What,By when\nAsk for a reference,2031-02-03\nUpdate resume,soon\n", encoding="utf-8")
    exchange = plan.collection("milestone")
    plan.button("Import or export", within=".rutkit-collection-milestone").click()
    exchange.locator("input[type=file]").set_input_files(table)
    expect(exchange).to_contain_text("1 milestone from “milestones.csv” will be added")
    exchange.get_by_text("1 row cannot be read and will be skipped").click()
    expect(exchange.get_by_text(re.compile("^Row 3"))).to_be_visible()
    assert milestones(file) == []
    plan.button("Import these", within=".rutkit-collection-milestone").click()
    expect(plan.rows("milestone")).to_have_count(1)
    plan.button("Undo").click()
    expect(plan.rows("milestone")).to_have_count(0)


def test_entries_leave_as_csv_and_as_excel(many: list[Support], plan: Tab, file: Path) -> None:
    plan.button("Import or export", within=".rutkit-collection-support").click()
    links = plan.collection("support")
    name, content = saved(plan, links.get_by_role("link", name="as CSV"))
    with Workbook.open(file) as workbook:
        assert (name, content) == ("rutkit-support.csv", write_csv(Support, workbook.all(Support)))
    name, content = saved(plan, links.get_by_role("link", name="as Excel"))
    assert name == "rutkit-support.xlsx"
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    names = {str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert names == {helper.name for helper in many}


def test_dates_leave_for_a_calendar(plan: Tab) -> None:
    plan.button("Add a milestone").click()
    plan.box("milestone", "what").fill("Ask for a reference")
    plan.box("milestone", "by").fill("2031-02-03")
    plan.button("Save it").click()
    name, content = saved(plan, plan.page.get_by_role("link", name="for your calendar"))
    assert name == "rutkit-exit-plan.ics"
    events = Calendar.from_ical(content).walk("VEVENT")
    assert ["Ask for a reference" in str(event["SUMMARY"]) for event in events] == [True]


def milestones(file: Path) -> list[Milestone]:
    with Workbook.open(file) as workbook:
        return workbook.all(Milestone)


def saved(tab: Tab, link: Locator) -> tuple[str, bytes]:
    """Follow a link that saves a file; its name, and what is in it."""
    with tab.page.expect_download() as download:
        link.click()
    content = Path(download.value.path()).read_bytes()
    address = link.get_attribute("href")
    assert address
    assert content == b64decode(address.partition(",")[2])
    return download.value.suggested_filename, content
