"""Putting another file in the place of a workbook, when nobody else has it open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from rutkit.storage.connection import connect
from rutkit.storage.errors import BusyError
from rutkit.storage.files import flush_to_disk


@contextmanager
def sole_use(path: Path, passphrase: str | None) -> Iterator[apsw.Connection]:
    """Have the file to oneself: whoever comes now waits, and whoever is there already makes this fail.

    Raises:
        BusyError: another window has it open.
    """
    connection = connect(path, passphrase)
    try:
        try:
            connection.pragma("journal_mode", "delete")  # which only the last one there can do
            connection.pragma("locking_mode", "exclusive")
            connection.execute("BEGIN EXCLUSIVE; COMMIT")  # keeps the lock, by the mode above
            alone = connection.pragma("journal_mode") == "delete"
        except (apsw.BusyError, apsw.LockedError):
            alone = False
        if not alone:
            raise BusyError(
                f"{path} is open in another window. Close it there and try again; nothing was changed."
            )
        yield connection
    finally:
        connection.close()


def replace(path: Path, new: Path, connection: apsw.Connection) -> None:
    """Put `new` in the place of the file that `connection` has to itself: in one step, and for good.

    A window that opens the file meanwhile finds out afterwards that it has the old one, and opens the new
    (`opening.open_file`).
    """
    flush_to_disk(new)
    if os.name == "nt":
        connection.close()  # Windows replaces no open file, and so refuses if another window opened it now
    new.replace(path)
