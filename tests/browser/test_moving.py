"""What leaves one workbook comes into another, after a look at what will change, and is taken back as one."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect
from servers import Server
from tabs import Tab

from rutkit.steps.acknowledge.records import Situation
from rutkit.workbook import Workbook

WORKBOOK = ".rutkit-step-workbook"


def test_answers_leave_by_one_card_and_come_in_by_the_other_as_one_undo(
    server: Server, tab: Tab, tmp_path: Path
) -> None:
    tab.open(step="acknowledge")
    tab.box("situation", "role").fill("Clerk")
    tab.wait_until_saved()
    tab.go("workbook")
    tab.button("Make the file", within=WORKBOOK).click()
    with tab.page.expect_download() as download:
        tab.find(f"{WORKBOOK} a[download$='.json']").click()
    taken = tmp_path / download.value.suggested_filename
    download.value.save_as(taken)

    tab.go("acknowledge")
    tab.box("situation", "role").fill("Sailor")
    tab.wait_until_saved()
    tab.go("workbook")
    tab.find(f"{WORKBOOK} .rutkit-import input[type=file]").set_input_files(taken)
    tab.page.get_by_label("How", exact=True).select_option(label="Put the file in place of what is here")
    preview = tab.find(f"{WORKBOOK} .rutkit-import")
    expect(preview).to_contain_text("0 records will be added, 1 changed and 0 removed.")
    preview.get_by_text("What differs").click()
    expect(preview).to_contain_text("“Your role” Sailor → Clerk")
    assert role_in(server.file) == "Sailor"

    tab.button("Bring it in", within=WORKBOOK).click()
    expect(tab.find(WORKBOOK)).to_contain_text("0 records were added, 1 changed and 0 removed.")
    assert role_in(server.file) == "Clerk"
    tab.find("[data-action=undo]").first.click()
    tab.eventually(lambda: role_in(server.file) == "Sailor")


def role_in(file: Path) -> str:
    with Workbook.open(file) as workbook:
        situation = workbook.only(Situation)
    assert situation is not None
    return situation.role
