"""A passphrase goes from its field to the file and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import expect
from servers import REPOSITORY, Server
from tabs import Tab

from rutkit.steps.acknowledge.records import Acknowledgement
from rutkit.storage.errors import PassphraseError
from rutkit.workbook import Workbook

PASSPHRASE = "herring under a wet violet umbrella"
WRONG = "herring under a dry violet umbrella"


@pytest.fixture
def locked(file: Path) -> None:
    """Let the workbook be locked, with an acknowledgement in it."""
    with Workbook.open(file) as workbook:
        workbook.add(Acknowledgement(day=date(2026, 1, 2), sentence="I am stuck."))
        workbook.encrypt(PASSPHRASE)


def test_a_workbook_is_locked_from_the_dashboard(server: Server, tab: Tab) -> None:
    tab.open(step="acknowledge")
    tab.box("situation", "role").fill("Clerk")
    tab.wait_until_saved()
    lock(tab, PASSPHRASE, again=PASSPHRASE)
    expect(tab.button("Change the passphrase")).to_be_visible()
    assert_locked(server.file)
    assert PASSPHRASE.encode() not in server.file.read_bytes()
    assert_kept_to_itself(server, tab)
    tab.reload()
    expect(tab.page.get_by_role("heading", name="This workbook is locked")).to_be_visible()
    unlock(tab, PASSPHRASE)
    tab.go("acknowledge")
    expect(tab.box("situation", "role")).to_have_value("Clerk")


def test_two_passphrases_that_differ_change_nothing(file: Path, tab: Tab) -> None:
    tab.open(step="acknowledge")
    tab.box("situation", "role").fill("Clerk")
    tab.wait_until_saved()
    lock(tab, PASSPHRASE, again=WRONG)
    expect(tab.page.get_by_text("The two passphrases differ. Nothing was changed")).to_be_visible()
    Workbook.open(file).close()


@pytest.mark.usefixtures("locked")
def test_a_wrong_passphrase_says_so_and_changes_nothing(file: Path, tab: Tab) -> None:
    before = file.read_bytes()
    tab.open()
    unlock(tab, WRONG)
    expect(tab.page.get_by_role("alert")).to_contain_text("passphrase")
    expect(tab.page.get_by_role("heading", name="This workbook is locked")).to_be_visible()
    assert file.read_bytes() == before


@pytest.mark.usefixtures("locked")
def test_the_right_passphrase_opens_the_workbook_and_is_found_nowhere_else(server: Server, tab: Tab) -> None:
    tab.open()
    assert "I am stuck." not in tab.page.content()
    unlock(tab, PASSPHRASE)
    expect(tab.page.get_by_text("I am stuck.")).to_be_visible()
    assert_kept_to_itself(server, tab)


@pytest.mark.usefixtures("locked")
def test_a_locked_workbook_opens_in_a_steps_own_notebook(tab: Tab) -> None:
    tab.open("01-acknowledge")
    unlock(tab, PASSPHRASE)
    expect(tab.box("acknowledgement", "sentence")).to_have_value("I am stuck.")


@pytest.mark.usefixtures("locked")
def test_what_is_typed_into_a_locked_workbook_is_kept_when_the_tab_closes(
    open_tab: Callable[..., Tab],
) -> None:
    tab = open_tab().open("01-acknowledge")
    unlock(tab, PASSPHRASE)
    tab.box("situation", "role").click()
    tab.page.keyboard.type("Clerk", delay=40)
    tab.close()
    again = open_tab().open("01-acknowledge")
    unlock(again, PASSPHRASE)
    expect(again.box("situation", "role")).to_have_value("Clerk")


@pytest.mark.usefixtures("locked")
def test_lock_now_empties_every_window_and_keeps_what_was_half_typed(open_tab: Callable[..., Tab]) -> None:
    here, there = open_tab().open(), open_tab().open("01-acknowledge")
    for tab in (here, there):
        unlock(tab, PASSPHRASE)
    expect(here.page.get_by_text("I am stuck.")).to_be_visible()
    there.box("situation", "hours_a_week").fill("a few, perh")
    here.button("Lock now").first.click()
    for tab in (here, there):
        expect(tab.page.get_by_role("heading", name="This workbook is locked")).to_be_visible()
        expect(tab.page.get_by_label("Passphrase", exact=True)).to_be_focused()
        assert "I am stuck." not in tab.page.content()
        assert tab.evaluate("[...document.querySelectorAll('input, textarea')].map((box) => box.value)") == [
            ""
        ]
    unlock(there, PASSPHRASE)
    expect(there.box("situation", "hours_a_week")).to_have_value("a few, perh")


def lock(tab: Tab, passphrase: str, *, again: str) -> None:
    """Lock the workbook in the dashboard."""
    tab.go("workbook")
    tab.button("Set or change the passphrase").click()
    tab.page.get_by_label("Passphrase", exact=True).fill(passphrase)
    tab.page.get_by_label("The same again").fill(again)
    tab.button("Lock the file").click()


def unlock(tab: Tab, passphrase: str) -> None:
    tab.page.get_by_label("Passphrase", exact=True).fill(passphrase)
    tab.button("Open the workbook").click()


def assert_locked(file: Path) -> None:
    with pytest.raises(PassphraseError):
        Workbook.open(file)


def assert_kept_to_itself(server: Server, tab: Tab) -> None:
    """The passphrase is in no address, no log, no environment, no command line, no page and no notebook."""
    kernel: psutil.Process = server.kernel(tab.kernel_id())
    hiding_places = [
        *tab.addresses,
        server.log.read_text(encoding="utf-8"),
        *kernel.environ().values(),
        *kernel.cmdline(),
        tab.page.content(),
        str(tab.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")),
        *(path.read_text(encoding="utf-8") for path in (REPOSITORY / "notebooks").glob("*.ipynb")),
    ]
    assert [place for place in hiding_places if PASSPHRASE in place] == []
