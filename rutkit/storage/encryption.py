"""Locking a workbook and its backups with a passphrase, unlocking them, and changing the passphrase."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw

from rutkit.storage.backups import back_up, copy_to, list_backups, list_put_aside, require_whole
from rutkit.storage.connection import connect, key_of
from rutkit.storage.errors import PassphraseError, StorageError, files_in_plain_words
from rutkit.storage.files import flush_to_disk, remove_with_helpers
from rutkit.storage.replacing import replace, sole_use
from rutkit.storage.sql import fetch, quoted, table_names


def change_passphrase(path: Path, old: str | None, new: str | None) -> list[Path]:
    """Lock the workbook at `path` with the passphrase `new` instead of `old`; None stands for no passphrase.

    The file is backed up; then a copy is locked, checked and put in its place, so that an interruption leaves
    the old file or the new one, whole. After that its backups follow, one by one, each the same way.

    Returns:
        The copies that could not follow: backups that still open with a former passphrase or without any, and
            damaged files that were put aside, which still hold what was written as it was.

    Raises:
        StorageError: nothing was changed; the message says why.
    """
    if new == "":
        raise PassphraseError("A passphrase needs at least one character. Nothing was changed.")
    part = path.with_name(f"{path.name}.part")
    with files_in_plain_words(path), sole_use(path, old) as connection:
        try:
            back_up(connection, path, old)
            locked_copy(part, connection, old, new)
            replace(path, part, connection)
        finally:
            remove_with_helpers(part)
    left_behind = [backup for backup in list_backups(path) if not _follows(backup, old, new)]
    return left_behind + list_put_aside(path)


def _follows(backup: Path, old: str | None, new: str | None) -> bool:
    part = backup.with_suffix(".part")
    try:
        with files_in_plain_words(backup):
            with closing(connect(backup, old)) as connection:
                locked_copy(part, connection, old, new)
            flush_to_disk(part)
            part.replace(backup)
        return True
    except StorageError:
        return False
    finally:
        remove_with_helpers(part)


def locked_copy(target: Path, connection: apsw.Connection, old: str | None, new: str | None) -> None:
    """Make a copy that has the passphrase `new` instead of `old`, and check that it opens and holds as much.

    The passphrase is changed in the copy, never in the file that somebody depends on.
    """
    copy_to(target, connection, old)
    with closing(connect(target, old)) as copy:
        copy.pragma("hexrekey", key_of(new or ""))
    with closing(connect(target, new)) as copy:
        require_whole(copy, target)
        if _table_sizes(copy) != _table_sizes(connection):
            raise StorageError("The locked copy is not complete. Nothing was changed: try again.")


def _table_sizes(connection: apsw.Connection) -> dict[str, int]:
    return {
        name: fetch(connection, f"SELECT count(*) FROM {quoted(name)}")[0][0]
        for name in table_names(connection)
    }
