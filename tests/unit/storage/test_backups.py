from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine

from rutkit.storage.errors import DamagedFileError
from rutkit.workbook import Workbook

Write = Callable[..., None]
Read = Callable[..., list[str]]
OpenWorkbook = Callable[..., Workbook]


def test_a_backup_holds_what_the_file_held(
    open_workbook: OpenWorkbook, write: Write, read: Read, path: Path
) -> None:
    write("Rest")

    backup = open_workbook().back_up()
    write("Work")

    assert read(at=backup) == ["Rest"]
    assert read() == ["Rest", "Work"]


def test_a_backup_is_one_private_file(open_workbook: OpenWorkbook, write: Write, path: Path) -> None:
    write("Rest")

    backup = open_workbook().back_up()

    assert backup is not None
    assert list(backup.parent.iterdir()) == [backup]
    if os.name == "posix":
        assert backup.stat().st_mode & 0o777 == 0o600
        assert backup.parent.stat().st_mode & 0o777 == 0o700


def test_a_workbook_without_content_needs_no_backup(open_workbook: OpenWorkbook) -> None:
    assert open_workbook().back_up() is None


def test_the_first_change_of_a_day_makes_a_backup_of_the_days_before(
    open_workbook: OpenWorkbook, write: Write, read: Read
) -> None:
    with time_machine.travel("2025-11-04 08:00", tick=False):
        write("Rest")
        assert open_workbook().backups() == []
    with time_machine.travel("2025-11-05 08:00", tick=False):
        write("Work", "Play")
        (backup,) = open_workbook().backups()

    assert backup.name.startswith("2025-11-05")
    assert read(at=backup) == ["Rest"]


def test_a_backup_that_fails_is_said_and_does_not_stop_the_save(
    open_workbook: OpenWorkbook, write: Write, read: Read, path: Path
) -> None:
    write("Rest")
    path.with_name("me-backups").write_text("in the way", encoding="utf-8")

    with open_workbook() as workbook:
        workbook.add_many([], label="nothing")
        (notice,) = workbook.notices
    write("Work")

    assert notice.startswith("Today’s backup could not be made.")
    assert read() == ["Rest", "Work"]


def test_a_copy_of_a_damaged_file_does_not_count(
    open_workbook: OpenWorkbook, write: Write, path: Path
) -> None:
    write("x" * 100_000)
    content = bytearray(path.read_bytes())
    content[-4_096 * 4 :] = os.urandom(4_096 * 4)
    path.write_bytes(content)
    workbook = open_workbook()

    with pytest.raises(DamagedFileError, match=r"me\.rutkit is damaged"):
        workbook.back_up()

    assert list(path.with_name("me-backups").iterdir()) == []


def test_two_weeks_and_twelve_months_are_kept(open_workbook: OpenWorkbook, write: Write, path: Path) -> None:
    write("Rest")
    folder = path.with_name("me-backups")
    folder.mkdir()
    today = date(2025, 11, 20)
    for days in range(1, 500):
        day = today - timedelta(days=days)
        (folder / f"{day}T08-00-00.rutkit").touch()
        (folder / f"{day}T20-00-00.rutkit").touch()

    with time_machine.travel(f"{today} 09:00", tick=False):
        workbook = open_workbook()
        workbook.back_up()
        workbook.back_up()
    kept = [backup.name[:13] for backup in workbook.backups()]

    assert kept[:2] == ["2025-11-20T09", "2025-11-20T09"]
    assert kept[2:15] == [f"{today - timedelta(days=days)}T20" for days in range(1, 14)]
    assert kept[15:] == [
        "2025-10-31T20",
        "2025-09-30T20",
        "2025-08-31T20",
        "2025-07-31T20",
        "2025-06-30T20",
        "2025-05-31T20",
        "2025-04-30T20",
        "2025-03-31T20",
        "2025-02-28T20",
        "2025-01-31T20",
        "2024-12-31T20",
    ]


def test_other_files_among_the_backups_stay(open_workbook: OpenWorkbook, write: Write, path: Path) -> None:
    write("Rest")
    notes = path.with_name("me-backups") / "2019 notes.rutkit"
    notes.parent.mkdir()
    notes.touch()

    open_workbook().back_up()

    assert notes.exists()


def test_a_download_is_the_whole_file(
    open_workbook: OpenWorkbook, write: Write, read: Read, tmp_path: Path
) -> None:
    write("Rest")
    download = tmp_path / "download.rutkit"

    download.write_bytes(open_workbook().content())

    assert read(at=download) == ["Rest"]
