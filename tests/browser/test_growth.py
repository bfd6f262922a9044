"""Step 4: a month of answers, and a look at the job that is begun again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tabs import Tab

from rutkit.steps.growth.records import GrowthCheck, Task
from rutkit.workbook import Workbook


@pytest.fixture
def looked_at_before(file: Path) -> None:
    """A look at the job of half a year ago, whose shares are not the whole week."""
    day = date.today() - timedelta(days=180)  # noqa: DTZ011 - a person's own calendar
    with Workbook.open(file) as workbook:
        workbook.add_many(
            [
                Task(day=day, name="Tickets", share=60, effects=("repeats",)),
                Task(day=day, name="Test bench", share=30, effects=("teaches me",)),
            ],
            label="wrote them",
        )


def test_the_answers_of_a_month_are_there_after_a_reload(tab: Tab, file: Path) -> None:
    tab.open(step="growth")
    tab.choose("growth_check", "learning", "7")
    tab.box("growth_check", "learned_what").fill("Pivot tables")
    expect(tab.step("growth")).to_contain_text("Today you named something new: “Pivot tables”.")
    tab.reload("growth")
    expect(tab.option("growth_check", "learning", "7")).to_be_checked()
    expect(tab.box("growth_check", "learned_what")).to_have_value("Pivot tables")
    with Workbook.open(file) as workbook:
        (check,) = workbook.all(GrowthCheck)
    assert check.month == date.today().replace(day=1)  # noqa: DTZ011


def test_an_earlier_month_is_added_beside_this_one(tab: Tab) -> None:
    tab.open(step="growth")
    tab.button("See, correct or add earlier months").click()
    tab.button("Add an earlier month").click()
    form = tab.collection("growth_check")
    form.locator(".rutkit-field-growth_check-learning").get_by_role("radio", name="4", exact=True).check()
    form.get_by_role("button", name="Save it").click()
    expect(tab.rows("growth_check")).to_have_count(1)
    expect(tab.rows("growth_check")).to_contain_text("4 of 10")


@pytest.mark.usefixtures("looked_at_before")
def test_a_look_at_the_job_begins_again_from_the_last_and_can_be_taken_back(tab: Tab) -> None:
    tab.open(step="growth")
    expect(tab.step("growth")).to_contain_text("The shares add up to 90")
    tab.button("Look at my job again").click()
    expect(tab.rows("task")).to_have_count(4)
    expect(tab.page.get_by_role("button", name="Look at my job again")).to_be_hidden()
    expect(tab.find(".rutkit-chart-tasks")).to_contain_text("as before")
    tab.button("Undo").click()
    expect(tab.rows("task")).to_have_count(2)
    expect(tab.button("Look at my job again")).to_be_visible()
