"""Going back to a backup."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rutkit.storage.backups import back_up, copy_to, put_aside, require_whole
from rutkit.storage.connection import connect_as_allowed, is_encrypted
from rutkit.storage.encryption import locked_copy
from rutkit.storage.errors import (
    DamagedFileError,
    LocationError,
    NotAWorkbookError,
    PassphraseError,
    files_in_plain_words,
)
from rutkit.storage.files import (
    flush_to_disk,
    make_private_folder,
    remove_helpers,
    remove_with_helpers,
)
from rutkit.storage.replacing import replace, sole_use


def restore(
    path: Path, backup: Path, passphrase: str | None = None, *, present_passphrase: str | None = None
) -> Path | None:
    """Put a copy of the workbook `backup` in the place of the one at `path`.

    It is checked first, and the present file is backed up. One that cannot be opened any more, because it is
    damaged or its passphrase is lost, is put aside as it is. `passphrase` is the backup's, and the present
    file's as well unless that has another. A backup that has none is locked with `present_passphrase`, if there is
    one, before it takes its place.

    Returns:
        Where the present file is now; None if there was none.

    Raises:
        StorageError: the backup cannot be opened, or the workbook is open in another window; nothing was
            changed.
    """
    if not backup.is_file():
        raise LocationError(f"There is no backup at {backup}. Nothing was changed.")
    part = path.with_name(f"{path.name}.part")
    try:
        with files_in_plain_words(backup):
            connection, _ = connect_as_allowed(backup, passphrase)
            with closing(connection):
                require_whole(connection, backup)
                make_private_folder(path.parent)
                if present_passphrase and not is_encrypted(backup):
                    locked_copy(part, connection, None, present_passphrase)
                else:
                    copy_to(part, connection, passphrase)
        with files_in_plain_words(path):
            return _take_its_place(path, part, present_passphrase or passphrase)
    finally:
        remove_with_helpers(part)


def _take_its_place(path: Path, part: Path, passphrase: str | None) -> Path | None:
    aside = None
    if path.exists():
        try:
            with files_in_plain_words(path), sole_use(path, passphrase) as connection:
                aside = back_up(connection, path, passphrase)
                replace(path, part, connection)
                return aside
        except (DamagedFileError, NotAWorkbookError, PassphraseError):
            aside = put_aside(path)
            remove_helpers(path)
    flush_to_disk(part)
    part.replace(path)
    return aside
