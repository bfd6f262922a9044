"""Step 9: a session outlives its tab, a card is moved with the keyboard, and an earlier application is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tabs import Tab

from rutkit.steps.job_search.records import Application, ApplicationStage, Session
from rutkit.workbook import Workbook

LEAD = Application(title="Support lead", company="Otter & Sons")


@pytest.fixture
def applied(file: Path) -> None:
    """One application that was sent."""
    with Workbook.open(file) as workbook:
        workbook.add_many(
            [LEAD, ApplicationStage(application=LEAD.id, day=date(2026, 11, 2))], label="an application"
        )


def stages(file: Path) -> list[str]:
    with Workbook.open(file) as workbook:
        return [event.stage for event in workbook.all(ApplicationStage)]


@pytest.mark.usefixtures("applied")
def test_a_card_is_moved_with_the_keyboard_alone(tab: Tab, file: Path) -> None:
    tab.open(step="job_search")
    step = tab.step("job_search")
    move = step.get_by_role("button", name="Move: Support lead, Otter & Sons")
    move.focus()
    tab.page.keyboard.press("Enter")
    first = step.locator(".rutkit-moves button").first
    expect(first).to_be_focused()
    for _ in range(3):
        tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")

    tab.eventually(lambda: stages(file) == ["applied", "interview"])
    expect(step.locator(".rutkit-board section").filter(has_text="Interview")).to_contain_text("Support lead")


@pytest.mark.usefixtures("applied")
def test_an_earlier_application_is_told_while_typing(tab: Tab) -> None:
    tab.open(step="job_search")

    tab.box("application", "company").press_sequentially("otter and sons ltd")

    said = tab.step("job_search").locator(".rutkit-say")
    expect(said).to_contain_text("You have applied to this company before")
    expect(said).to_contain_text("sent on 2 Nov 2026")

    offers = tab.find(".rutkit-section-offers")
    expect(offers.locator(".rutkit-card")).to_have_count(0)
    tab.find(".rutkit-jumps").get_by_role("button", name="Offers").click()
    expect(offers.get_by_role("heading", name="What you choose between")).to_be_visible()


def test_a_session_outlives_its_tab_and_ends_with_a_note(tab: Tab, file: Path) -> None:
    tab.open(step="job_search")
    tab.button("Begin a session").click()
    expect(tab.step("job_search").get_by_role("timer")).to_contain_text("Running")
    tab.reload(step="job_search")
    tab.button("End it").click()
    tab.step("job_search").locator(".rutkit-timer textarea").fill("Two worth answering.")
    tab.button("Save the session").click()

    def saved() -> bool:
        with Workbook.open(file) as workbook:
            return [session.note for session in workbook.all(Session)] == ["Two worth answering."]

    tab.eventually(saved)


def test_what_is_wrong_with_a_file_is_said_where_one_looks(tab: Tab) -> None:
    tab.open(step="job_search").wait_until_drawn()
    applications = tab.step("job_search").locator(".rutkit-card").filter(has_text="Show them as")
    applications.get_by_role("button", name="Import or export").click()

    applications.locator("input[type=file]").set_input_files(
        {"name": "broken.csv", "mimeType": "text/csv", "buffer": b"\x00\xff\xfe"}
    )

    expect(applications.locator(".rutkit-error").filter(has_text="broken.csv")).to_be_in_viewport()
