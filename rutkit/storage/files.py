"""Files and folders that nobody else may look into."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

_HELPERS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file while it is in use, or after a crash."""


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner can read.

    Raises:
        FileExistsError: there is one.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can open, and those above it that are missing."""
    for missing in reversed([parent for parent in (folder, *folder.parents) if not parent.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


def keep_private(path: Path) -> None:
    """Take away everybody else's right to read a file that was copied here with more."""
    with suppress(OSError):
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)


def flush_to_disk(path: Path) -> None:
    """Wait until a file that nobody has open is safe from a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def copy_with_helpers(path: Path, target: Path) -> None:
    """Copy a file that SQLite cannot open, with what SQLite may have left beside it."""
    for end in ("", *_HELPERS):
        beside = path.with_name(path.name + end)
        if beside.exists():
            make_private_file(target.with_name(target.name + end))
            shutil.copyfile(beside, target.with_name(target.name + end))


def remove_with_helpers(path: Path) -> None:
    """Remove a file, if it is there, and what SQLite may have left beside it."""
    path.unlink(missing_ok=True)
    remove_helpers(path)


def remove_helpers(path: Path) -> None:
    """Remove what SQLite left beside a file that is to be replaced: it would not fit the new one."""
    for end in _HELPERS:
        path.with_name(path.name + end).unlink(missing_ok=True)
