"""What can go wrong with somebody's file, each in one plain sentence or two that can be shown as they are."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from rutkit.errors import RutkitError
from rutkit.records import Record


class StorageError(RutkitError):
    """The file could not do what was asked. The message says what happened, what is safe and what to do."""


class LocationError(StorageError):
    """There is no workbook at this place, and none can be made there."""


class NotAWorkbookError(StorageError):
    """The file is something else than a workbook."""


class DamagedFileError(StorageError):
    """The file is a workbook of which a part is missing or overwritten."""


class PassphraseError(StorageError):
    """The passphrase is missing or wrong."""


class ReadOnlyError(StorageError):
    """The workbook is open for reading only."""


class DiskFullError(StorageError):
    """There is no room left to save."""


class BusyError(StorageError):
    """Another window keeps the file to itself for longer than is worth waiting."""


class DuplicateRecordError(StorageError):
    """There is already such a record, and there may be only one."""


class MissingRecordError(StorageError):
    """The record to be changed was removed in the meantime."""


class UnreadableRecordError(StorageError):
    """What stands in the file is not a valid record."""


class NothingToUndoError(StorageError):
    """There is no change that could be taken back."""


class UndoConflictError(StorageError):
    """Taking back this change would overwrite a newer one."""


class ConflictError(StorageError):
    """A record was changed elsewhere since it was read. Both versions are kept here; neither was lost."""

    def __init__(self, mine: Record, theirs: Record) -> None:
        super().__init__(
            f"This {mine.noun} was changed in another window in the meantime. "
            "Nothing was overwritten: compare both, and keep the one that is right."
        )
        self.mine = mine
        self.theirs = theirs


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the file at `path` into the errors of this module."""
    try:
        yield
    except apsw.FullError as error:
        raise _disk_full(path) from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise BusyError(
            f"Another window is busy with {path}, so this was not saved. Wait a moment and try again."
        ) from error
    except (apsw.NotADBError, apsw.CorruptError, apsw.FormatError) as error:
        raise damaged(path) from error
    except apsw.ReadOnlyError as error:
        raise ReadOnlyError(f"{path} may only be read, so this was not saved.") from error
    except (apsw.IOError, apsw.CantOpenError, apsw.PermissionsError, apsw.AuthError) as error:
        raise StorageError(
            f"{path} could not be read or written ({error}). What was saved before is untouched: "
            "check the disk and try again."
        ) from error
    except apsw.Error as error:
        raise StorageError(f"{path} refused this ({error}). What was saved before is untouched.") from error


@contextmanager
def files_in_plain_words(path: Path) -> Iterator[None]:
    """Like `in_plain_words`, and also what the system raises while whole files are made, copied and moved."""
    try:
        with in_plain_words(path):
            yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _disk_full(path) from error
        raise StorageError(
            f"{path} could not be written ({error.strerror}). What was saved before is untouched: "
            "check that you may write there and that no other program has it open."
        ) from error


def damaged(path: Path) -> DamagedFileError:
    """The error for a file of which a part is missing or overwritten."""
    return DamagedFileError(
        f"{path} is damaged: a part of it is missing or overwritten. It was left as it is; "
        "“rutkit restore” brings back the newest backup."
    )


def _disk_full(path: Path) -> DiskFullError:
    return DiskFullError(
        f"The disk that holds {path} is full, so this was not saved. What was saved before is safe: "
        "free some space and try again."
    )
