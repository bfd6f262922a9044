"""Bad files and bad places: each is said in words, and the original stays as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import apsw
import pytest

from rutkit.storage.errors import (
    DamagedFileError,
    DiskFullError,
    LocationError,
    NotAWorkbookError,
    PassphraseError,
    ReadOnlyError,
    StorageError,
)
from rutkit.storage.migrations import Migration
from rutkit.workbook import Workbook

Write = Callable[..., None]
Read = Callable[..., list[str]]
OpenWorkbook = Callable[..., Workbook]


@pytest.fixture(autouse=True)
def closed_workbook(write: Write) -> None:
    write("Rest", "x" * 20_000)


def test_a_text_file_is_no_workbook(path: Path, open_workbook: OpenWorkbook) -> None:
    path.write_text("Dear diary\n" * 500, encoding="utf-8")

    with pytest.raises(NotAWorkbookError, match="is not a rutkit workbook"):
        open_workbook()

    assert path.read_text(encoding="utf-8") == "Dear diary\n" * 500


def test_another_programs_database_is_no_workbook_and_stays_as_it_is(
    tmp_path: Path, open_workbook: OpenWorkbook
) -> None:
    other = tmp_path / "photos.db"
    connection = sqlite3.connect(other)
    connection.execute("PRAGMA journal_mode = delete")
    connection.execute("CREATE TABLE photo (name TEXT)")
    connection.close()
    before = other.read_bytes()

    with pytest.raises(NotAWorkbookError):
        open_workbook(at=other)

    assert other.read_bytes() == before
    assert not (tmp_path / "photos.db-wal").exists()


@pytest.mark.parametrize("kept", [50, 1_000, 4_096, 9_000, -4_096, -10])
@pytest.mark.parametrize("passphrase", [None, "open sesame"])
def test_a_cut_off_file_is_said_to_be_damaged_and_stays_as_it_is(
    path: Path, open_workbook: OpenWorkbook, kept: int, passphrase: str | None
) -> None:
    if passphrase:
        with open_workbook() as workbook:
            workbook.encrypt(passphrase)
    rest = path.read_bytes()[:kept]
    path.write_bytes(rest)

    with pytest.raises(DamagedFileError, match=r"me\.rutkit is damaged.*rutkit restore"):
        open_workbook(passphrase)

    assert path.read_bytes() == rest


def test_an_empty_file_beside_backups_was_one_with_content(path: Path, open_workbook: OpenWorkbook) -> None:
    open_workbook().back_up()
    path.write_bytes(b"")

    with pytest.raises(DamagedFileError):
        open_workbook()


def test_an_empty_file_without_backups_is_begun(tmp_path: Path, read: Read) -> None:
    (tmp_path / "new.rutkit").touch()

    assert read(at=tmp_path / "new.rutkit") == []


def test_a_damaged_page_is_said_when_it_is_read(path: Path, read: Read) -> None:
    content = bytearray(path.read_bytes())
    content[4_096 * 3 :] = os.urandom(len(content) - 4_096 * 3)
    path.write_bytes(content)

    with pytest.raises(DamagedFileError):
        read()


def test_a_file_of_a_newer_rutkit_opens_for_reading_only(
    path: Path, open_workbook: OpenWorkbook, read: Read
) -> None:
    _pretend_newer(path)
    workbook = open_workbook()

    assert workbook.read_only
    assert "newer rutkit" in workbook.notices[0]
    assert read()[0] == "Rest"
    with pytest.raises(ReadOnlyError, match="newer rutkit"):
        workbook.save_draft("wish", "new", {})
    with pytest.raises(ReadOnlyError, match="newer rutkit"), workbook.batch("planned"):
        pass


def test_a_window_that_was_open_when_a_newer_rutkit_came_saves_no_more(
    path: Path, open_workbook: OpenWorkbook
) -> None:
    workbook = open_workbook()
    _pretend_newer(path)

    with pytest.raises(ReadOnlyError, match="Reload the page"), workbook.batch("planned"):
        pass


def test_a_missing_passphrase_is_asked_for(path: Path, open_workbook: OpenWorkbook) -> None:
    with open_workbook() as workbook:
        workbook.encrypt("open sesame")
    before = path.read_bytes()

    with pytest.raises(PassphraseError, match="protected with a passphrase"):
        open_workbook()

    assert path.read_bytes() == before


def test_a_wrong_passphrase_says_so_and_changes_nothing(
    path: Path, open_workbook: OpenWorkbook, read: Read
) -> None:
    with open_workbook() as workbook:
        workbook.encrypt("open sesame")
    before = path.read_bytes()

    with pytest.raises(PassphraseError, match="not the passphrase"):
        open_workbook("open says me")

    assert path.read_bytes() == before
    assert read("open sesame")[0] == "Rest"


def test_a_passphrase_for_a_file_that_has_none_is_mentioned(open_workbook: OpenWorkbook) -> None:
    assert "not encrypted" in open_workbook("open sesame").notices[0]


def test_a_folder_is_no_file(tmp_path: Path, open_workbook: OpenWorkbook) -> None:
    with pytest.raises(LocationError, match="is a folder"):
        open_workbook(at=tmp_path)


def test_a_place_under_a_file_cannot_be_made(path: Path, open_workbook: OpenWorkbook) -> None:
    with pytest.raises(LocationError, match="Choose a folder"):
        open_workbook(at=path / "me.rutkit")


def test_a_full_disk_keeps_what_was_saved_before(
    open_workbook: OpenWorkbook, read: Read, migrations: Sequence[Migration]
) -> None:
    workbook = open_workbook()
    workbook.save_draft("wish", "new", {"text": "kept"})
    workbook._connection.pragma("max_page_count", 1)  # SQLite then behaves as on a full disk

    with pytest.raises(DiskFullError, match="is full, so this was not saved"):
        workbook.save_draft("wish", "new", {"text": "x" * 100_000})

    draft = workbook.draft("wish", "new")
    assert draft is not None
    assert draft.values == {"text": "kept"}
    assert len(read()) == 2


def test_a_full_disk_while_a_file_is_brought_up_to_date_leaves_the_old_one(
    path: Path, migrations: Sequence[Migration], read: Read
) -> None:
    fill = Migration(
        3,
        "too much",
        "PRAGMA max_page_count = 1; CREATE TABLE filler (content BLOB);"
        "INSERT INTO filler VALUES (zeroblob(1000000));",
    )

    with pytest.raises(DiskFullError):
        Workbook(path, migrations=(*migrations, fill))

    assert read()[0] == "Rest"


class TestAReadOnlyFolder:
    """As somebody who may not write there: for the system's administrator every folder is writable."""

    @pytest.fixture
    def folder(self, path: Path) -> Iterator[Path]:
        if os.name != "posix":
            pytest.skip("Windows has no such permissions")
        with tempfile.TemporaryDirectory() as name:  # not in tmp_path, which lets in its owner only
            folder = Path(name)
            shutil.copy(path, folder)
            (folder / path.name).chmod(0o444)
            folder.chmod(0o555)
            yield folder
            folder.chmod(0o755)

    def run(self, folder: Path, code: str) -> str:
        program = f"""
import os, sys, platformdirs
from pathlib import Path
from rutkit.storage.errors import StorageError
from rutkit.storage.opening import open_file
from rutkit.storage.migrations import Migration
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
folder = Path(sys.argv[1])
path = folder / "me.rutkit"
old = (Migration(1, "", ""), Migration(2, "", ""))
{code}
"""
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def test_a_workbook_there_opens_for_reading_only(self, folder: Path) -> None:
        output = self.run(
            folder,
            "file = open_file(path, None, old);"
            "print(file.read_only, *file.notices, *file.connection.execute('SELECT text FROM wish'))",
        )

        assert output.startswith("True")
        assert "may only be read" in output
        assert "('Rest',)" in output
        assert [file.name for file in folder.iterdir()] == ["me.rutkit"]

    def test_an_older_workbook_there_cannot_be_brought_up_to_date(self, folder: Path) -> None:
        output = self.run(
            folder,
            "newer = (*old, Migration(3, '', ''))\n"
            "try: open_file(path, None, newer)\nexcept StorageError as error: print(error)",
        )

        assert "made by an older rutkit" in output

    def test_no_new_workbook_can_be_made_there(self, folder: Path) -> None:
        output = self.run(
            folder,
            "try: open_file(folder / 'new.rutkit', None, old)\nexcept StorageError as error: print(error)",
        )

        assert "No workbook can be made at" in output


def test_every_error_about_a_file_is_for_people(path: Path, open_workbook: OpenWorkbook) -> None:
    path.write_bytes(b"?")

    with pytest.raises(StorageError) as error:
        open_workbook()

    assert str(error.value).endswith("choose another file.")


def _pretend_newer(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 9_999)
    connection.close()
