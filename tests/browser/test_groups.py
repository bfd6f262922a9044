"""Step 8: a trial is decided and its people come along, the month goes by keyboard, and a calendar file comes twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect
from tabs import Tab

from rutkit.steps.groups.records import Group, GroupEvent
from rutkit.steps.network.records import Contact
from rutkit.workbook import Workbook


def today_at_noon() -> datetime:
    return datetime.now().replace(hour=12, minute=0, second=0, microsecond=0)  # noqa: DTZ005


def calendar_of(title: str) -> bytes:
    start = today_at_noon() + timedelta(days=1)
    lines = (
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "UID:one@guild.example",
        f"SUMMARY:{title}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}",
        "RRULE:FREQ=WEEKLY",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
    return "\r\n".join(lines).encode()


def titles(file: Path) -> list[str]:
    with Workbook.open(file) as workbook:
        return [event.title for event in workbook.all(GroupEvent)]


def take_in(tab: Tab, file: Path, title: str) -> None:
    """Read a calendar file in which the one event has this title."""
    upload = tab.step("groups").locator("input[type=file][accept*='.ics']")
    upload.set_input_files(FilePayload(name="guild.ics", mimeType="text/calendar", buffer=calendar_of(title)))
    tab.button("Take them in").click()
    tab.eventually(lambda: titles(file) == [title])


@pytest.mark.usefixtures("with_demo")
def test_a_trial_ends_with_a_decision_and_with_somebody_for_the_network(tab: Tab, file: Path) -> None:
    room = tab.open(step="groups").wait_until_drawn().step("groups")

    waiting = room.get_by_role("group", name="Your decision about Harbor Spreadsheet Circle").first
    waiting.get_by_role("button", name="Join").click()
    expect(room.locator(".rutkit-section-memberships")).to_contain_text("2 memberships")
    room.get_by_role("button", name="Add Jonas Kettle to your people").click()

    def jonas() -> Contact | None:
        with Workbook.open(file) as workbook:
            return workbook.find(Contact, name="Jonas Kettle")

    tab.eventually(lambda: jonas() is not None)
    with Workbook.open(file) as workbook:
        joined = workbook.find(Group, name="Harbor Spreadsheet Circle")
    assert joined
    assert joined.decision == "join"


def test_a_calendar_file_is_taken_in_and_a_newer_one_brings_it_up_to_date(tab: Tab, file: Path) -> None:
    tab.open(step="groups")

    take_in(tab, file, "Tea")
    take_in(tab, file, "Tea and cake")
    tab.button("Undo").click()

    tab.eventually(lambda: titles(file) == ["Tea"])


def test_the_month_is_read_by_keyboard_on_a_phone(tab: Tab, file: Path) -> None:
    with Workbook.open(file) as workbook:
        workbook.add_many(
            [
                GroupEvent(title=title, day=today_at_noon().date().replace(day=day), at="18:30")
                for title, day in (("Evening", 3), ("Walk", 17))
            ],
            label="noted",
        )
    tab.page.set_viewport_size({"width": 360, "height": 740})
    month = tab.open(step="groups").step("groups").locator(".rutkit-month")

    day = month.locator("button[data-day$='-03']").first
    day.focus()
    tab.page.keyboard.press("Enter")

    expect(month.locator("button[aria-pressed=true]")).to_be_focused()
    expect(month.get_by_text("Evening", exact=True).last).to_be_visible()
    expect(month.locator(".rutkit-actions")).not_to_contain_text("Walk")
