"""Step 6: a plan is made beside the page, taken with one click, and taken back with one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tabs import Tab

from rutkit.steps.skills.records import LearningLimits, LearningResource, PlannedHours
from rutkit.workbook import Workbook


@pytest.fixture
def unplanned(with_demo: None, file: Path) -> None:
    """The year of the demo, with nothing planned yet."""
    with Workbook.open(file) as workbook:
        for week in workbook.all(PlannedHours):
            workbook.remove(week)


def weeks(file: Path) -> list[PlannedHours]:
    with Workbook.open(file) as workbook:
        return list(workbook.all(PlannedHours))


@pytest.mark.usefixtures("unplanned")
def test_a_plan_is_saved_only_when_it_is_taken_and_undo_takes_all_of_it_back(tab: Tab, file: Path) -> None:
    tab.open(step="skills").wait_until_drawn()
    tab.button("Make a plan").click()
    take = tab.button("Take this plan")
    take.wait_for(timeout=20_000)
    assert weeks(file) == []

    take.click()
    tab.eventually(lambda: len(weeks(file)) > 1)
    tab.button("Undo").click()

    tab.eventually(lambda: weeks(file) == [])


@pytest.mark.usefixtures("unplanned")
def test_limits_that_leave_no_room_are_answered_in_a_sentence(tab: Tab, file: Path) -> None:
    with Workbook.open(file) as workbook:
        limits = workbook.only(LearningLimits)
        assert limits
        workbook.update(limits.model_copy(update={"hours_a_week": 0, "budget": Decimal(0)}))
    tab.open(step="skills").wait_until_drawn()

    tab.button("Make a plan").click()

    expect(tab.step("skills").locator(".rutkit-say").filter(has_text="hours")).to_be_visible(timeout=20_000)


@pytest.mark.usefixtures("unplanned")
def test_what_a_way_to_learn_asks_depends_on_where_it_stands(tab: Tab, file: Path) -> None:
    with Workbook.open(file) as workbook:
        resource = workbook.all(LearningResource)[0]
    tab.open(step="skills")

    tab.collection("learning_resource").locator(
        f"[data-id='{resource.id}'][data-action=edit-learning_resource]"
    ).click()

    form = tab.collection("learning_resource").locator(".rutkit-editor")
    finished = form.locator(".rutkit-field-learning_resource-finished")
    expect(finished).to_be_hidden()
    form.get_by_role("radio", name="done", exact=True).check()
    expect(finished).to_be_visible()
