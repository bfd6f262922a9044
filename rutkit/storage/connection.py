"""One connection to one file: how it is opened, unlocked, and written in transactions."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import apsw

from rutkit.storage.errors import LocationError, NotAWorkbookError, PassphraseError, damaged
from rutkit.storage.sql import fetch

APPLICATION_ID = int.from_bytes(b"Rutk", "big")
"""Marks a file as a workbook, in the place where SQLite and `file` look for such a mark."""

_PATIENCE = 5_000
"""Milliseconds to wait for another window that is saving."""

_PLAIN = b"SQLite format 3\0"
_UNHIDDEN = b"\x40\x20\x20"
"""Bytes 21 to 23 of every SQLite file: encryption hides the 16 at the beginning and leaves these."""


def connect(path: Path, passphrase: str | None = None, *, unshared: bool = False) -> apsw.Connection:
    """Open a workbook's file, which must exist, and unlock it if it is encrypted. Writes nothing.

    `unshared` is for a folder that cannot be written: SQLite then does without helper files beside the
    workbook.

    Raises:
        NotAWorkbookError: it is some other file.
        PassphraseError: the passphrase is missing or wrong.
        DamagedFileError: a part of it is missing.
    """
    if unshared:
        uri = path.resolve().as_uri() + "?immutable=1"
        connection = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    else:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.set_busy_timeout(_PATIENCE)
        header = _header(connection)
        if _is_cut_off(path, header):
            raise damaged(path)
        if _looks_encrypted(header):
            _unlock(connection, path, passphrase)
        elif header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
            raise _not_a_workbook(path)
        fetch(connection, "SELECT count(*) FROM sqlite_schema")
        connection.create_scalar_function("contains_folded", _contains_folded, 2, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_as_allowed(path: Path, passphrase: str | None) -> tuple[apsw.Connection, bool]:
    """Like `connect`, also where nothing may be written. Returns whether it may.

    Raises:
        LocationError: the file may not even be read.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        connection = connect(path, passphrase)
        return connection, not connection.readonly("main")
    if not os.access(path, os.R_OK):
        raise LocationError(f"{path} belongs to somebody else and may not be read.")
    try:
        return connect(path, passphrase), False
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        return connect(path, passphrase, unshared=True), False


def begin(path: Path, passphrase: str | None) -> None:
    """Make a workbook without any table of an empty file.

    The mark is written first, and into the file itself, so that no crash leaves a file without it.
    """
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.set_busy_timeout(_PATIENCE)
        if passphrase:
            connection.pragma("hexkey", key_of(passphrase))
        connection.pragma("application_id", APPLICATION_ID)
    finally:
        connection.close()


def is_encrypted(path: Path) -> bool:
    """Whether the file is locked with a passphrase."""
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        return _looks_encrypted(_header(connection))


def key_of(passphrase: str) -> str:
    """A passphrase as SQLite takes it, the same whichever way a keyboard puts its accents together."""
    return unicodedata.normalize("NFC", passphrase).encode().hex()


def prepare_for_writing(connection: apsw.Connection) -> None:
    """Set what keeps a file whole through a killed program, a power cut and a second window."""
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "full")
    connection.pragma("foreign_keys", True)
    connection.pragma("trusted_schema", False)


@contextmanager
def patience(connection: apsw.Connection, milliseconds: int) -> Iterator[None]:
    """Wait no longer than this for another window that is saving."""
    connection.set_busy_timeout(milliseconds)
    try:
        yield
    finally:
        connection.set_busy_timeout(_PATIENCE)


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """Everything or nothing. Waits for another window at the beginning, never in the middle."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def version_of(connection: apsw.Connection) -> int:
    """The number of the last migration that the file has seen."""
    return int(connection.pragma("user_version"))


def _contains_folded(*values: Any) -> bool:
    """Whether the second text, already case-folded, stands in the first in any case."""
    text, part = values
    return text is not None and part in text.casefold()


def _header(connection: apsw.Connection) -> bytes:
    """The beginning of the file as it lies on the disk, if the connection is not unlocked yet."""
    # Never with open(): closing a second handle would drop the locks that this process holds on the file.
    return connection.read("main", 0, 0, 100)[1]


def _looks_encrypted(header: bytes) -> bool:
    return not header.startswith(_PLAIN) and header[21:24] == _UNHIDDEN


def _is_cut_off(path: Path, header: bytes) -> bool:
    """Whether the file ends in the middle of a page. SQLite itself notices only missing whole ones."""
    if not (header.startswith(_PLAIN) or _looks_encrypted(header)):
        return False
    page_size = int.from_bytes(header[16:18], "big")
    in_use = path.with_name(f"{path.name}-wal").exists()  # then what is missing here may be there
    return page_size > 1 and path.stat().st_size % page_size > 0 and not in_use


def _unlock(connection: apsw.Connection, path: Path, passphrase: str | None) -> None:
    if not passphrase:
        raise PassphraseError(f"{path} is protected with a passphrase. Open it with that.")
    connection.pragma("hexkey", key_of(passphrase))
    try:
        mark = connection.pragma("application_id")
    except apsw.NotADBError as error:
        raise PassphraseError(
            f"This is not the passphrase of {path}. Nothing was changed: try again."
        ) from error
    if mark != APPLICATION_ID:
        raise _not_a_workbook(path)


def _not_a_workbook(path: Path) -> NotAWorkbookError:
    return NotAWorkbookError(f"{path} is not a rutkit workbook. It was left as it is: choose another file.")
