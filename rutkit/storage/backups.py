"""Copies of the file: made while it is in use, checked before they count, thinned out with time."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import apsw

from rutkit.storage.connection import connect, is_encrypted, key_of, version_of
from rutkit.storage.errors import damaged, files_in_plain_words
from rutkit.storage.files import (
    copy_with_helpers,
    flush_to_disk,
    make_private_file,
    make_private_folder,
    remove_with_helpers,
)
from rutkit.storage.location import SUFFIX
from rutkit.storage.sql import fetch

_DAYS = 14
_MONTHS = 12
_STAMP = "%Y-%m-%dT%H-%M-%S"
_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_PAGES_AT_A_TIME = 1_000
_PUT_ASIDE = "unreadable-"


def backups_folder(path: Path) -> Path:
    """Where the backups of the workbook at `path` are: `me-backups` beside `me.rutkit`."""
    return path.with_name(f"{path.stem}-backups")


def list_backups(path: Path) -> list[Path]:
    """The backups of the workbook at `path`, newest first."""
    return sorted(backups_folder(path).glob(f"{_DAY}T*{SUFFIX}"), reverse=True)


def moment_of(backup: Path) -> datetime:
    """When a backup was made, on the clock of the machine that made it.

    >>> moment_of(Path("2026-11-04T09-30-00-2.rutkit"))
    datetime.datetime(2026, 11, 4, 9, 30)
    """
    day, _, time = backup.stem.partition("T")
    return datetime.strptime(f"{day}T{time[:8]}", _STAMP)  # noqa: DTZ007 - local time is what is meant


def list_put_aside(path: Path) -> list[Path]:
    """Former files of the workbook at `path` that could not be opened any more; see `put_aside`."""
    return sorted(backups_folder(path).glob(f"{_PUT_ASIDE}*{SUFFIX}"))


def back_up(connection: apsw.Connection, path: Path, passphrase: str | None) -> Path:
    """Copy the workbook at `path` as it is at this moment, check the copy, and thin out older ones.

    The copy has the passphrase of the original.

    Raises:
        StorageError: the copy could not be made or does not read well; nothing of it is left.
    """
    folder = backups_folder(path)
    with files_in_plain_words(folder):
        make_private_folder(folder)
        backup = _unused(folder)
        part = backup.with_suffix(".part")
        try:
            copy_to(part, connection, passphrase)
            with closing(connect(part, passphrase)) as copy:
                require_whole(copy, path)  # a copy that is not whole means that the original is not
            flush_to_disk(part)
            part.replace(backup)
        finally:
            remove_with_helpers(part)
        for old in _superseded(list_backups(path), _today()):
            old.unlink(missing_ok=True)
    return backup


def backed_up_today(path: Path) -> bool:
    """Whether the newest backup was made today."""
    newest = next(iter(list_backups(path)), None)
    return newest is not None and newest.name.startswith(_today())


def copy_to(target: Path, connection: apsw.Connection, passphrase: str | None) -> None:
    """Copy what a connection sees, in one consistent state, into a new file without helper files.

    The copy has the passphrase of the original; without one, `passphrase` is not used.
    """
    remove_with_helpers(target)  # left there by a crash
    make_private_file(target)
    with closing(apsw.Connection(str(target), flags=apsw.SQLITE_OPEN_READWRITE)) as copy:
        if passphrase and is_encrypted(Path(connection.filename)):
            copy.pragma("hexkey", key_of(passphrase))
        with copy.backup("main", connection, "main") as transfer:
            while not transfer.done:
                transfer.step(_PAGES_AT_A_TIME)
        copy.pragma("journal_mode", "delete")


def require_whole(connection: apsw.Connection, path: Path) -> None:
    """Read all of the file at `path`.

    Raises:
        DamagedFileError: a part of it is missing or overwritten.
    """
    if fetch(connection, "PRAGMA integrity_check(1)") != [("ok",)] or not version_of(connection):
        raise damaged(path)


def put_aside(path: Path) -> Path:
    """Copy a file that cannot be opened to the backups, where it counts as none and is never thinned out."""
    folder = backups_folder(path)
    make_private_folder(folder)
    aside = folder / f"{_PUT_ASIDE}{_unused(folder).name}"
    copy_with_helpers(path, aside)
    return aside


def _unused(folder: Path) -> Path:
    """A name for a backup that is made now."""
    stamp = _local_now().strftime(_STAMP)
    names = (f"{stamp}{tail}{SUFFIX}" for tail in ("", *(f"-{number}" for number in range(2, 1_000))))
    return next(folder / name for name in names if not (folder / name).exists())


def _superseded(backups: Sequence[Path], today: str) -> list[Path]:
    """Which of the backups, newest first, have later ones that make up for them.

    Kept are all of today, the newest of each of the last 14 days that have any, and of each of 12 months.
    """
    days: dict[str, Path] = {}
    months: dict[str, Path] = {}
    for backup in backups:
        days.setdefault(backup.name[:10], backup)
        months.setdefault(backup.name[:7], backup)
    kept = {*list(days.values())[:_DAYS], *list(months.values())[:_MONTHS]}
    return [backup for backup in backups if backup not in kept and not backup.name.startswith(today)]


def _today() -> str:
    return _local_now().strftime("%Y-%m-%d")


def _local_now() -> datetime:
    return datetime.now().astimezone()
