"""A workbook as a file: opened and closed, backed up, locked and restored."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from rutkit.storage.backups import back_up, backed_up_today, copy_to, list_backups
from rutkit.storage.connection import version_of
from rutkit.storage.encryption import change_passphrase
from rutkit.storage.errors import ReadOnlyError, StorageError, files_in_plain_words, in_plain_words
from rutkit.storage.history import History
from rutkit.storage.location import SUFFIX, default_path
from rutkit.storage.migrations import Migration, released_migrations
from rutkit.storage.opening import open_file
from rutkit.storage.restoring import restore


class WorkbookFile:
    """The file of a workbook. What is in it is `Workbook`'s.

    It belongs to the thread that opened it.
    """

    path: Path

    def __init__(
        self, path: Path, passphrase: str | None = None, *, migrations: Sequence[Migration] | None = None
    ) -> None:
        self.path = path
        self._passphrase = passphrase
        self._migrations = migrations or released_migrations()
        self._looked_for_backup: date | None = None
        self._remove_folder: Callable[[], object] | None = None
        self._connect()

    @classmethod
    def open(cls, path: str | Path | None = None, *, passphrase: str | None = None) -> Self:
        """Open the workbook at `path`, or begin one there.

        Without a path it is the person's own: what `RUTKIT_FILE` names, or the file in their data folder. A
        passphrase locks a file that is begun.

        Raises:
            StorageError: it cannot be opened; the message says why and what to do.
        """
        return cls(Path(path).expanduser() if path else default_path(), passphrase)

    @classmethod
    def temporary(cls, path: Path | None = None, *, passphrase: str | None = None) -> Self:
        """A workbook in a private folder of its own that goes away when it is closed or the program ends.

        With a `path`, the one there, whose end is somebody else's matter.

        Raises:
            StorageError: the one at `path` cannot be opened; the message says why.
        """
        if path:
            workbook = cls(path, passphrase)
            workbook._remove_folder = _leave_it
            return workbook
        folder = tempfile.mkdtemp(prefix="rutkit-")
        workbook = cls(Path(folder) / f"workbook{SUFFIX}")
        workbook._remove_folder = weakref.finalize(workbook, shutil.rmtree, folder, ignore_errors=True)
        return workbook

    def close(self) -> None:
        """Let go of the file and forget its passphrase. Every change is saved when it is made, not here."""
        self._passphrase = None
        try:
            self._connection.close()
        finally:
            if self._remove_folder:
                self._remove_folder()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed; `notices` then says why."""
        return self._opened.read_only

    @property
    def encrypted(self) -> bool:
        """Whether the file is locked with a passphrase."""
        return self._opened.encrypted

    @property
    def is_temporary(self) -> bool:
        """Whether it goes away when it is closed."""
        return self._remove_folder is not None

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to show: why it is read-only, or that today's backup failed."""
        return self._notices

    def back_up(self, *, at_most_daily: bool = False) -> Path | None:
        """Make a checked copy of the file, and give its place.

        None if there is nothing to copy: nothing was ever saved, the workbook is a temporary one, or (with
        `at_most_daily`) there is a copy of today. Before the day's first change a workbook makes one itself.
        """
        if self.is_temporary or self._history.is_empty or (at_most_daily and backed_up_today(self.path)):
            return None
        return back_up(self._connection, self.path, self._passphrase)

    def backups(self) -> list[Path]:
        """The copies that are kept, newest first."""
        return list_backups(self.path)

    def restore(self, backup: Path, passphrase: str | None = None) -> Path | None:
        """Go back to a backup, or to any other workbook's file; the present one is backed up first.

        `passphrase` is the backup's, if it is not the present one. What comes back into a locked workbook is locked:
        with its own passphrase, or, if the backup has none, with the present one.

        Returns:
            Where the file as it was before is now.

        Raises:
            StorageError: the backup cannot be opened, or another window has the file open; nothing was
                changed.
        """
        self._connection.close()
        try:
            aside = restore(
                self.path,
                backup,
                passphrase or self._passphrase,
                present_passphrase=self._passphrase if self.encrypted else None,
            )
            self._passphrase = passphrase or self._passphrase
        finally:
            self._connect()
        return aside

    def content(self) -> bytes:
        """The whole file as it is at this moment, for a download; with its passphrase, if it has one."""
        with tempfile.TemporaryDirectory(prefix="rutkit-") as folder:
            copy = Path(folder) / self.path.name
            with files_in_plain_words(copy):
                copy_to(copy, self._connection, self._passphrase)
                return copy.read_bytes()

    def encrypt(self, passphrase: str) -> list[Path]:
        """Lock the file and its backups with a passphrase, or change the one they have.

        A passphrase that is lost cannot be recovered, nor can what is in the file: say so before.

        Returns:
            The copies that could not be locked.

        Raises:
            StorageError: nothing was changed; another window may have the file open.
        """
        return self._change_passphrase(passphrase)

    def decrypt(self) -> list[Path]:
        """Take the passphrase off the file and its backups; returns the copies where that failed."""
        return self._change_passphrase(None)

    def _change_passphrase(self, new: str | None) -> list[Path]:
        self._refuse_if_read_only()
        self._connection.close()
        try:
            left_behind = change_passphrase(self.path, self._passphrase, new)
            self._passphrase = new
        finally:
            self._connect()
        return left_behind

    def _connect(self) -> None:
        self._opened = open_file(self.path, self._passphrase, self._migrations)
        self._notices = self._opened.notices
        self._connection = self._opened.connection
        with in_plain_words(self.path):
            self._history = History(self._connection)
            self._data_version = self._connection.pragma("data_version")

    def _prepare_to_change(self) -> None:
        """Make today's backup, if there is none yet. If that fails, it is said, and the change goes on."""
        self._refuse_if_read_only()
        today = datetime.now().astimezone().date()
        if self._looked_for_backup == today:
            return
        self._looked_for_backup = today
        try:
            self.back_up(at_most_daily=True)
        except StorageError as error:
            self._notices += (f"Today’s backup could not be made. {error}",)

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise ReadOnlyError(" ".join(self.notices))

    def _refuse_if_brought_up_to_date(self) -> None:
        if version_of(self._connection) != self._opened.version:
            raise ReadOnlyError(
                f"A newer rutkit has brought {self.path} up to date, so this window can no longer save. "
                "Reload the page."
            )


def _leave_it() -> None:
    """Remove nothing."""
