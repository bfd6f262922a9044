"""Step 7: people come in from files, are taken back with one undo, and may be merged."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect
from tabs import Tab

from rutkit.steps.network.records import Contact
from rutkit.workbook import Workbook

LINKEDIN = (
    'Notes:\n"Some of the mail addresses are missing."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    'Ada,Example,https://www.linkedin.com/in/ada-example,,"Acme, Inc.",Engineer,12 Mar 2024\n'
    "Bo,Example,https://www.linkedin.com/in/bo-example,,,,03 Jan 2019\n,,,,,,28 Sep 2023\n"
)
VCARDS = (
    "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;QUOTED-PRINTABLE:Zo=C3=AB <b>Exam=\nple</b>\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Example\nitem1.EMAIL;type=pref:ada@example.com\nEND:VCARD\n"
)


def pick(tab: Tab, files: dict[str, str]) -> None:
    """Choose files, as they might lie on somebody's disk."""
    payloads: list[FilePayload] = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()}
        for name, text in files.items()
    ]
    tab.find(".rutkit-step-network .rutkit-import input[type=file]").first.set_input_files(payloads)


@pytest.fixture
def with_people(tab: Tab, file: Path) -> Tab:
    """A page on which people were brought in from LinkedIn and from a phone."""
    tab.open(step="network")
    pick(tab, {"Connections.csv": LINKEDIN, "phone.vcf": VCARDS})
    preview = tab.step("network").locator(".rutkit-import").filter(visible=True).first
    expect(preview).to_contain_text("4 people from “Connections.csv” and “phone.vcf” will be added.")
    expect(preview).to_contain_text("Zoë <b>Example</b>")
    tab.button("Add these people").click()
    expect(tab.status()).to_have_text("Added 4 people")
    assert names(file) == ["Ada Example", "Ada Example", "Bo Example", "Zoë <b>Example</b>"]
    return tab


def names(file: Path) -> list[str]:
    with Workbook.open(file) as workbook:
        return sorted(contact.name for contact in workbook.all(Contact))


def test_files_of_people_are_shown_first_and_one_undo_takes_all_of_them_back(
    with_people: Tab, file: Path
) -> None:
    tab = with_people
    expect(tab.rows("contact")).to_have_count(4)
    tab.find("button[aria-label='Bo Example: friend']").click()
    expect(tab.rows("contact").filter(has_text="friend")).to_have_count(1)
    expect(tab.find("button[aria-label='Bo Example: friend']")).to_have_count(0)

    tab.button("Undo", within=".rutkit-status").click()
    expect(tab.find("button[aria-label='Bo Example: friend']")).to_be_visible()
    tab.button("Undo", within=".rutkit-status").click()

    expect(tab.rows("contact")).to_have_count(0)
    assert names(file) == []


def test_two_who_may_be_one_are_merged_only_by_a_click(with_people: Tab, file: Path) -> None:
    tab = with_people
    card = tab.step("network").locator(".rutkit-card").filter(has_text="The same person twice?")
    expect(card).to_contain_text("they have the same name", timeout=20_000)

    tab.button("Merge them").click()

    expect(card).to_be_hidden()
    with Workbook.open(file) as workbook:
        (ada,) = (contact for contact in workbook.all(Contact) if contact.name == "Ada Example")
    assert (ada.company, ada.mail) == ("Acme, Inc.", "ada@example.com")
