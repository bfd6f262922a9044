from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rutkit.storage.errors import BusyError, DamagedFileError, LocationError, NotAWorkbookError
from rutkit.storage.restoring import restore
from rutkit.workbook import Workbook

Write = Callable[..., None]
Read = Callable[..., list[str]]
OpenWorkbook = Callable[..., Workbook]


@pytest.fixture
def backup(open_workbook: OpenWorkbook, write: Write) -> Path:
    """A backup of a workbook with one wish; the workbook got another one since."""
    write("Rest")
    with open_workbook() as workbook:
        made = workbook.back_up()
    assert made is not None
    write("Work")
    return made


def test_restoring_goes_back_to_the_backup(backup: Path, path: Path, read: Read) -> None:
    restore(path, backup)

    assert read() == ["Rest"]
    assert read(at=backup) == ["Rest"]


def test_the_present_file_is_backed_up_first(backup: Path, path: Path, read: Read) -> None:
    aside = restore(path, backup)

    assert read(at=aside) == ["Rest", "Work"]


def test_an_open_workbook_goes_back_and_works_on(
    backup: Path, open_workbook: OpenWorkbook, read: Read
) -> None:
    workbook = open_workbook()

    workbook.restore(backup)
    workbook.save_draft("wish", "new", {"text": "a"})

    assert workbook.draft("wish", "new") is not None
    assert read() == ["Rest"]


def test_a_damaged_workbook_is_put_aside_as_it_is(backup: Path, path: Path, read: Read) -> None:
    path.write_bytes(path.read_bytes()[:5_000])

    aside = restore(path, backup)

    assert aside is not None
    assert aside.stat().st_size == 5_000
    assert read() == ["Rest"]


def test_a_workbook_whose_passphrase_is_lost_is_put_aside(
    backup: Path, path: Path, open_workbook: OpenWorkbook, read: Read, tmp_path: Path
) -> None:
    former = tmp_path / "former.rutkit"
    former.write_bytes(backup.read_bytes())
    with open_workbook() as workbook:
        workbook.encrypt("open sesame")

    aside = restore(path, former)

    assert read() == ["Rest"]
    assert read("open sesame", at=aside) == ["Rest", "Work"]


def test_a_missing_workbook_is_made_of_the_backup(backup: Path, path: Path, read: Read) -> None:
    path.unlink()

    assert restore(path, backup) is None
    assert read() == ["Rest"]


def test_a_damaged_backup_changes_nothing(backup: Path, path: Path, read: Read) -> None:
    backup.write_bytes(backup.read_bytes()[:5_000])

    with pytest.raises(DamagedFileError, match=backup.name):
        restore(path, backup)

    assert read() == ["Rest", "Work"]


def test_some_other_file_is_no_backup(backup: Path, path: Path, read: Read) -> None:
    backup.write_text("Dear diary", encoding="utf-8")

    with pytest.raises(NotAWorkbookError):
        restore(path, backup)

    assert read() == ["Rest", "Work"]


def test_a_missing_backup_is_said(path: Path) -> None:
    with pytest.raises(LocationError, match="There is no backup"):
        restore(path, path.with_name("nothing.rutkit"))


def test_a_workbook_that_is_open_in_another_window_is_left_alone(
    backup: Path, path: Path, open_workbook: OpenWorkbook, read: Read
) -> None:
    open_workbook()

    with pytest.raises(BusyError):
        restore(path, backup)

    assert read() == ["Rest", "Work"]


def test_a_live_workbook_can_be_taken_over_with_what_it_saved_last(
    tmp_path: Path, path: Path, open_workbook: OpenWorkbook
) -> None:
    live = open_workbook(at=tmp_path / "other.rutkit")
    live.save_draft("wish", "new", {"text": "just now"})

    restore(path, live.path)

    draft = open_workbook().draft("wish", "new")
    assert draft is not None
    assert draft.values == {"text": "just now"}


def test_a_plain_copy_that_comes_back_into_a_locked_workbook_is_locked_with_its_passphrase(
    backup: Path, path: Path, open_workbook: OpenWorkbook, read: Read, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.rutkit"
    plain.write_bytes(backup.read_bytes())
    with open_workbook() as workbook:
        workbook.encrypt("open sesame")
        workbook.restore(plain)
        assert workbook.encrypted

    assert not path.read_bytes().startswith(b"SQLite format 3")
    assert plain.read_bytes().startswith(b"SQLite format 3")
    assert read("open sesame") == ["Rest"]
    assert [each.name for each in path.parent.glob("*.part*")] == []


def test_a_plain_copy_that_comes_back_into_a_plain_workbook_stays_plain(
    backup: Path, path: Path, open_workbook: OpenWorkbook
) -> None:
    with open_workbook("typed for nothing") as workbook:
        workbook.restore(backup)

    assert path.read_bytes().startswith(b"SQLite format 3")
