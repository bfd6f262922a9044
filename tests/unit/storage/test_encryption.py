from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rutkit.storage.errors import BusyError, PassphraseError
from rutkit.storage.restoring import restore
from rutkit.workbook import Workbook

Write = Callable[..., None]
Read = Callable[..., list[str]]
OpenWorkbook = Callable[..., Workbook]


def test_an_encrypted_file_shows_nothing_of_what_was_written(
    open_workbook: OpenWorkbook, write: Write, read: Read, path: Path
) -> None:
    write("A secret wish")

    with open_workbook() as workbook:
        workbook.encrypt("open sesame")
        assert workbook.encrypted

    assert b"secret wish" not in b"".join(
        file.read_bytes() for file in path.parent.rglob("*") if file.is_file()
    )
    assert read("open sesame") == ["A secret wish"]


def test_a_workbook_works_on_after_it_was_encrypted(open_workbook: OpenWorkbook) -> None:
    workbook = open_workbook()
    workbook.save_draft("wish", "new", {"text": "a"})
    workbook.encrypt("open sesame")

    workbook.save_draft("wish", "new", {"text": "ab"})

    draft = workbook.draft("wish", "new")
    assert draft is not None
    assert draft.values == {"text": "ab"}


def test_a_workbook_can_be_encrypted_from_the_beginning(write: Write, read: Read, path: Path) -> None:
    write("A secret wish", passphrase="open sesame")

    assert b"secret wish" not in path.read_bytes()
    assert read("open sesame") == ["A secret wish"]


def test_decrypting_takes_the_passphrase_off(open_workbook: OpenWorkbook, write: Write, read: Read) -> None:
    write("A wish", passphrase="open sesame")

    with open_workbook("open sesame") as workbook:
        assert workbook.decrypt() == []
        assert not workbook.encrypted

    assert read() == ["A wish"]


def test_a_changed_passphrase_counts_and_the_former_does_not(
    open_workbook: OpenWorkbook, write: Write, read: Read
) -> None:
    write("A wish", passphrase="open sesame")

    with open_workbook("open sesame") as workbook:
        workbook.encrypt("close sesame")

    with pytest.raises(PassphraseError):
        read("open sesame")
    assert read("close sesame") == ["A wish"]


def test_backups_follow_the_passphrase(open_workbook: OpenWorkbook, write: Write, read: Read) -> None:
    write("A wish")
    with open_workbook() as workbook:
        backup = workbook.back_up()
        assert workbook.encrypt("open sesame") == []

    with pytest.raises(PassphraseError):
        read(at=backup)
    assert read("open sesame", at=backup) == ["A wish"]


def test_a_backup_that_cannot_be_locked_is_named(
    open_workbook: OpenWorkbook, write: Write, path: Path
) -> None:
    write("A wish")
    broken = path.with_name("me-backups") / "2025-11-04T08-00-00.rutkit"
    broken.parent.mkdir()
    broken.write_text("nothing of ours", encoding="utf-8")

    with open_workbook() as workbook:
        assert workbook.encrypt("open sesame") == [broken]

    assert broken.read_text(encoding="utf-8") == "nothing of ours"


@pytest.mark.parametrize("passphrase", ["it’s “mine”; --", "x'00'", "raw:1", " ", "ключ"])
def test_a_passphrase_may_be_any_text(write: Write, read: Read, passphrase: str) -> None:
    write("A wish", passphrase=passphrase)

    assert read(passphrase) == ["A wish"]


def test_accents_count_the_same_however_a_keyboard_makes_them(write: Write, read: Read) -> None:
    write("A wish", passphrase="caf\u00e9")

    assert read("cafe\u0301") == ["A wish"]


def test_an_empty_passphrase_is_none(open_workbook: OpenWorkbook, write: Write, read: Read) -> None:
    write("A wish")

    with pytest.raises(PassphraseError, match="at least one character"):
        open_workbook().encrypt("")

    assert read() == ["A wish"]


def test_a_file_that_is_open_in_another_window_is_not_locked(
    open_workbook: OpenWorkbook, write: Write
) -> None:
    write("A wish")
    other = open_workbook()
    workbook = open_workbook()

    with pytest.raises(BusyError, match="open in another window"):
        workbook.encrypt("open sesame")

    assert not workbook.encrypted
    other.save_draft("wish", "new", {"text": "a"})
    assert workbook.draft("wish", "new") is not None


@pytest.mark.parametrize("moment", range(1, 6))
def test_an_interruption_leaves_a_file_that_can_be_read(
    write: Write, read: Read, path: Path, moment: int
) -> None:
    write("A wish")
    program = f"""
import os, sys
from pathlib import Path
from rutkit.storage import backups, connection, encryption, replacing

moments = 0
def die_at(name, module):
    original = getattr(module, name)
    def deadly(*values):
        global moments
        moments += 1
        if moments == {moment}:
            os._exit(9)
        return original(*values)
    setattr(module, name, deadly)

die_at("copy_to", encryption)
die_at("key_of", encryption)
die_at("require_whole", encryption)
die_at("replace", encryption)
die_at("list_backups", encryption)
encryption.change_passphrase(Path(sys.argv[1]), None, "open sesame")
"""
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert done.returncode == 9

    assert read("open sesame") == ["A wish"]
    write("Another wish", passphrase="open sesame")
    assert read("open sesame") == ["A wish", "Another wish"]


def test_what_an_interruption_left_behind_does_not_stop_the_next_try(
    open_workbook: OpenWorkbook, write: Write, read: Read, path: Path
) -> None:
    write("A wish")
    path.with_name("me.rutkit.part").write_text("half", encoding="utf-8")

    with open_workbook() as workbook:
        workbook.encrypt("open sesame")

    assert read("open sesame") == ["A wish"]
    assert not path.with_name("me.rutkit.part").exists()


def test_a_damaged_file_that_was_put_aside_is_named_because_it_cannot_be_locked(
    open_workbook: OpenWorkbook, write: Write, path: Path
) -> None:
    write("A wish")
    with open_workbook() as workbook:
        backup = workbook.back_up()
    assert backup is not None
    path.write_bytes(path.read_bytes()[:5_000])
    aside = restore(path, backup)

    with open_workbook() as workbook:
        assert workbook.encrypt("open sesame") == [aside]
