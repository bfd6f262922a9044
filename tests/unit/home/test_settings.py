from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rutkit.formatting import format_moment
from rutkit.home.settings import FilePanel, LockPanel
from rutkit.home.shell import make_view
from rutkit.preferences import Preferences
from rutkit.steps.acknowledge.records import Situation
from rutkit.steps.exit_plan.records import Support
from rutkit.widgets.form import Form
from rutkit.widgets.page import Page
from rutkit.widgets.view import View
from rutkit.workbook import PassphraseError, Workbook, moment_of


@pytest.fixture
def home(tmp_path: Path) -> Iterator[View]:
    with Workbook.open(tmp_path / "me.rutkit") as workbook:
        page = Page(workbook, today=lambda: date(2026, 11, 22))
        view = make_view("workbook", page)
        yield view
        view.close()
        page.close()


def files_of(home: View) -> FilePanel:
    return next(part for part in home._parts if isinstance(part, FilePanel))


def click_restore(home: View, name: str) -> None:
    message = {"type": "action", "action": "restore", "name": name}
    home.page.bridge._receive(home.page.bridge, message, [])


def test_the_link_beside_the_amounts_opens_the_currency(home: View) -> None:
    assert home.page.places.open(Preferences.table())


def test_a_copy_to_take_along_is_a_whole_workbook(home: View, tmp_path: Path) -> None:
    home.workbook.add(Situation(role="Nurse"))
    files = files_of(home)

    files._take_along()

    (content,) = re.findall(r"base64,([^\"]+)", files._result.value)
    copy = tmp_path / "copy.rutkit"
    copy.write_bytes(base64.b64decode(content))
    with Workbook.open(copy) as taken:
        found = taken.only(Situation)
    assert found is not None
    assert found.role == "Nurse"


def test_on_an_organizations_server_the_page_says_who_can_reach_the_file_and_how_to_log_out(
    monkeypatch: pytest.MonkeyPatch, home: View
) -> None:
    monkeypatch.setenv("RUTKIT_OWNER_ONLY", "1")
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/ada/")
    says = FilePanel(home).parts()[0].value
    assert "Those who look after that server can reach its files" in says
    assert 'href="/user/ada/logout"' in says


def test_a_copy_that_is_brought_back_is_in_place_at_once(home: View) -> None:
    situation = home.workbook.add(Situation(role="Nurse"))
    content = home.workbook.content()
    home.workbook.update(situation.model_copy(update={"role": "Teacher"}))
    form = Form(home.page, Situation)

    files_of(home)._bring_back(content, "<me>.rutkit")

    assert form.fields["role"].raw == "Nurse"
    assert "“&lt;me&gt;.rutkit”" in files_of(home)._result.value


def test_a_plain_copy_brought_back_into_a_locked_workbook_is_locked_and_the_page_says_so(home: View) -> None:
    home.workbook.add(Situation(role="Nurse"))
    plain = home.workbook.content()
    home.workbook.encrypt("sesame")

    files_of(home)._bring_back(plain, "me.rutkit")

    assert not home.workbook.path.read_bytes().startswith(b"SQLite format 3")
    assert "locked with your passphrase" in files_of(home)._result.value


def test_the_backup_that_is_named_is_the_one_that_comes_back(home: View) -> None:
    files = files_of(home)
    situation = home.workbook.add(Situation(role="Nurse"))
    named = home.workbook.back_up()
    assert named is not None
    files._list_backups()
    home.workbook.update(situation.model_copy(update={"role": "Teacher"}))
    home.workbook.back_up()

    click_restore(home, named.name)

    found = home.workbook.only(Situation)
    assert found is not None
    assert found.role == "Nurse"


def test_a_backup_that_is_gone_changes_nothing(home: View) -> None:
    home.workbook.add(Situation(role="Nurse"))

    click_restore(home, "2020-01-01T000000.rutkit")

    assert home.workbook.count(Situation) == 1
    assert "no longer there" in home.page.notices.widget.value


def lock(panel: LockPanel, *typed: str) -> None:
    for field, text in zip(panel._fields._fields, typed, strict=True):
        field.value = text
    panel._set.click()


def test_before_it_locks_it_says_that_there_is_no_way_back(home: View) -> None:
    assert "everything in the file is lost" in LockPanel(home)._says.value


def test_a_passphrase_typed_twice_locks_the_file(home: View) -> None:
    panel = LockPanel(home)

    lock(panel, "sesame", "sesame")

    assert home.workbook.encrypted
    assert [field.value for field in panel._fields._fields] == ["", ""]
    with pytest.raises(PassphraseError):
        Workbook.open(home.workbook.path, passphrase="wrong")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [(("sesame", "open"), "The two passphrases differ."), (("", ""), "Please type a passphrase first.")],
)
def test_a_passphrase_mistyped_locks_nothing(home: View, typed: tuple[str, str], sentence: str) -> None:
    panel = LockPanel(home)
    lock(panel, *typed)

    assert not home.workbook.encrypted
    assert sentence in panel._result.value


def test_a_passphrase_comes_off_again(home: View) -> None:
    panel = LockPanel(home)
    lock(panel, "sesame", "sesame")

    panel._take_off.click()

    assert not home.workbook.encrypted


def test_a_temporary_workbook_says_that_it_goes_away(page: Page) -> None:
    view = make_view("workbook", page)

    assert "temporary workbook" in files_of(view)._says.value
    view.close()


def test_a_backup_is_named_by_its_moment(home: View) -> None:
    home.workbook.add(Support(name="My sister"))
    made = home.workbook.back_up()
    assert made is not None
    panel = FilePanel(home)

    panel._make_backups()

    assert format_moment(moment_of(made)) in panel._backups.value
