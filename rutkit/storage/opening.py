"""Opening somebody's file: making it, unlocking it, bringing it up to date, or saying in words why not."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from rutkit.storage.backups import back_up, list_backups
from rutkit.storage.connection import (
    begin,
    connect_as_allowed,
    is_encrypted,
    prepare_for_writing,
    version_of,
)
from rutkit.storage.errors import LocationError, StorageError, damaged, files_in_plain_words
from rutkit.storage.files import keep_private
from rutkit.storage.location import make_file
from rutkit.storage.migrations import Migration, migrate


@dataclass(frozen=True)
class OpenedFile:
    """A workbook's file, unlocked and up to date."""

    connection: apsw.Connection
    version: int
    encrypted: bool
    read_only: bool
    notices: tuple[str, ...]
    """Sentences to show once, if something is not as usual."""


def open_file(path: Path, passphrase: str | None, migrations: Sequence[Migration]) -> OpenedFile:
    """Open the workbook at `path`, or make it.

    Raises:
        StorageError: it cannot be opened; the message says why and what to do. The file is as it was.
    """
    with files_in_plain_words(path):
        _make_if_missing(path, passphrase)
        while True:
            found = path.stat()
            try:
                opened = _open(path, passphrase, migrations)
            except (StorageError, apsw.Error):
                if os.path.samestat(found, path.stat()):
                    raise
            else:
                if os.path.samestat(found, path.stat()):
                    return opened
                opened.connection.close()
            # It was locked or restored at this very moment, and what was opened is the file before: once more.


def _make_if_missing(path: Path, passphrase: str | None) -> None:
    if path.is_dir():
        raise LocationError(
            f"{path} is a folder. Give the name of a file in it, such as {path / 'me.rutkit'}."
        )
    if not path.exists():
        make_file(path)
    elif path.stat().st_size == 0 and list_backups(path):
        raise damaged(path)
    if path.stat().st_size == 0:
        begin(path, passphrase)


def _open(path: Path, passphrase: str | None, migrations: Sequence[Migration]) -> OpenedFile:
    connection, may_write = connect_as_allowed(path, passphrase)
    try:
        encrypted = is_encrypted(path)
        newest = migrations[-1].number
        notices = []
        if passphrase and not encrypted:
            notices.append("This workbook is not encrypted: it opens without a passphrase.")
        if version_of(connection) > newest:
            may_write = False
            notices.append(
                "This workbook was last saved by a newer rutkit, so this one opens it for reading only. "
                "Update rutkit to change it."
            )
        elif not may_write:
            if version_of(connection) < newest:
                raise StorageError(
                    f"{path} was made by an older rutkit and lies where nothing can be saved, so it cannot "
                    "be brought up to date. Copy it to a folder of your own and open it there."
                )
            notices.append(
                f"{path} may only be read, so nothing that you change here can be saved. "
                "To change it, copy it to a folder of your own."
            )
        if may_write:
            keep_private(path)
            prepare_for_writing(connection)
            if 0 < version_of(connection) < newest:
                back_up(connection, path, passphrase)
            migrate(connection, migrations)
        else:
            connection.pragma("query_only", True)
        return OpenedFile(connection, version_of(connection), encrypted, not may_write, tuple(notices))
    except BaseException:
        connection.close()
        raise
