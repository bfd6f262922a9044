"""The workbook: one person's file, and everything a view may do with it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rutkit.preferences import Preferences
from rutkit.records import BOOKKEEPING, Record, now
from rutkit.storage import queries
from rutkit.storage.backups import moment_of
from rutkit.storage.check import find_problems
from rutkit.storage.drafts import Draft, delete_draft, read_draft, write_draft
from rutkit.storage.errors import (
    ConflictError,
    DuplicateRecordError,
    MissingRecordError,
    PassphraseError,
    in_plain_words,
)
from rutkit.storage.history import Change, forget_changesets
from rutkit.storage.migrations import Migration
from rutkit.storage.presence import PRESENCE, Presence, ask_to_lock, note_use, read_presence
from rutkit.storage.queries import Page, Part
from rutkit.storage.readable import ReadableWorkbook
from rutkit.storage.search import Found, Hit
from rutkit.storage.sql import table_names
from rutkit.storage.tables import R, Table, a_record, table_of

if TYPE_CHECKING:
    from pydantic import JsonValue

__all__ = [
    "PRESENCE",
    "Change",
    "ConflictError",
    "Draft",
    "DuplicateRecordError",
    "Found",
    "Hit",
    "MissingRecordError",
    "Page",
    "Part",
    "PassphraseError",
    "Presence",
    "Workbook",
    "moment_of",
]

Watcher = Callable[[frozenset[str]], None]

_log = logging.getLogger(__name__)


class Workbook(ReadableWorkbook):
    """One person's file: records, drafts, what changed, and the way back.

    Every change is one transaction that is on the disk when the call returns, with its undo. A workbook
    belongs to the thread that opened it.

    >>> with Workbook.temporary() as workbook:
    ...     workbook.last_change() is None
    True
    """

    def __init__(
        self, path: Path, passphrase: str | None = None, *, migrations: Sequence[Migration] | None = None
    ) -> None:
        super().__init__(path, passphrase, migrations=migrations)
        self._watchers: list[Watcher] = []
        self._changing = False

    def close(self) -> None:
        """Let go of the file and of the watchers; every change is saved when it is made, not here."""
        self._watchers.clear()
        super().close()

    # Records

    def add(self, record: R, *, label: str | None = None) -> R:
        """Save a new record, and give it back as saved: `workbook.add(Wish(text="Fewer meetings"))`.

        Raises:
            DuplicateRecordError: its type allows one such record, and there is one.
        """
        return self.add_many([record], label=label or f"added {a_record(type(record))}")[0]

    def add_many(self, records: Iterable[R], *, label: str) -> list[R]:
        """Save new records, all or none, as one change."""
        saved = [_as_saved(record.model_copy(update={"version": 1})) for record in records]
        with self._change(label):
            for kind, alike in _by_type(saved).items():
                queries.insert(self._connection, table_of(kind), alike)
        return saved

    def update(self, record: R, *, label: str | None = None) -> R:
        """Save a changed record: `workbook.update(wish.model_copy(update={"text": "Fewer meetings"}))`.

        Gives it back as saved.

        Raises:
            ConflictError: it was changed elsewhere since it was read; it carries both.
            MissingRecordError: it was removed elsewhere.
        """
        with self._change(label or f"changed {a_record(type(record))}", typing_in=record.id):
            stored = self.get(type(record), record.id)
            if stored is None:
                raise MissingRecordError(
                    f"This {record.noun} was removed in another window. What you typed is still here: "
                    "add it again to keep it."
                )
            if stored.version != record.version and not _is_same(stored, record):
                raise ConflictError(record, stored)
            return self._overwrite(stored, record)

    def put(self, record: R, *, label: str | None = None) -> R:
        """Save a record of a type that allows one of each (`one_per`): add it, or overwrite the one there is.

        A record that was read before (`version` above 0) is updated, and conflicts like any other.
        """
        kind = type(record)
        if kind.one_per is None:
            raise TypeError(f"{kind.__name__} allows any number of records: add or update it")
        if record.version:
            return self.update(record, label=label)
        same = {name: getattr(record, name) for name in kind.one_per}
        verb = "changed" if self.find(kind, **same) else "added"
        with self._change(label or f"{verb} {a_record(type(record))}"):
            stored = self.find(kind, **same)
            return self._overwrite(stored, record) if stored else self.add(record)

    def note(self, record: Record) -> None:
        """Save what the workbook itself notes of how things stand; nothing that undo would take back.

        Its type allows one of each: what is noted already stays as it is.
        """
        kind = type(record)
        assert kind.one_per is not None
        with self._change(f"noted {a_record(kind)}", can_be_undone=False):
            if not self.find(kind, **{name: getattr(record, name) for name in kind.one_per}):
                queries.insert(
                    self._connection, table_of(kind), [_as_saved(record.model_copy(update={"version": 1}))]
                )

    @contextmanager
    def noting(self, label: str) -> Iterator[None]:
        """Make several changes one, by the workbook itself: nothing that undo would take back."""
        with self._change(label, can_be_undone=False):
            yield

    def remove(self, record: Record, *, label: str | None = None) -> None:
        """Take a record away; one that is gone already is no error.

        Raises:
            ConflictError: it was changed elsewhere since it was read.
        """
        self.remove_many([record], label=label or f"removed {a_record(type(record))}")

    def remove_many(self, records: Iterable[Record], *, label: str) -> None:
        """Take records away, all or none, as one change."""
        with self._change(label):
            for record in records:
                stored = self.get(type(record), record.id)
                if stored and stored.version != record.version:
                    raise ConflictError(record, stored)
                queries.delete(self._connection, table_of(type(record)), record.id)

    def replace_many(self, old: Iterable[Record], new: Iterable[Record], *, label: str) -> None:
        """Take the old records away and save the new ones as they stand, all or none, as one change.

        The new ones keep their ids, times and versions: this is how records come from another workbook. One that takes
        the place of an older one needs a higher version, so that a window that still shows the older one notices.

        Raises:
            DuplicateRecordError: its type allows one such record, or its id is there already.
        """
        gone, come = _by_type(old), _by_type(new)
        with self._change(label):
            for kind, records in gone.items():
                queries.delete(self._connection, table_of(kind), *(record.id for record in records))
            for kind, records in come.items():
                queries.insert(self._connection, table_of(kind), map(_as_saved, records))

    @property
    def currency(self) -> str:
        """The currency of every amount in this workbook, as an ISO code."""
        return (self.only(Preferences) or Preferences()).currency

    # Changes

    @contextmanager
    def batch(self, label: str) -> Iterator[None]:
        """Make several changes one: all are saved or none, with one undo and one event.

        A batch within a batch is a part of the outer one.
        """
        with self._change(label):
            yield

    def last_change(self) -> Change | None:
        """What `undo` would take back, by whichever window."""
        with in_plain_words(self.path):
            return self._history.last_change()

    def keep_for_good(self) -> None:
        """Let nothing that changed up to now be taken back, as befits a file that begins with content."""
        self._refuse_if_read_only()
        with in_plain_words(self.path):
            forget_changesets(self._connection)

    def undo(self, change: Change | None = None) -> Change:
        """Take back the newest change, or the given one, and say which it was.

        Raises:
            NothingToUndoError: there is nothing to take back, or it was taken back before.
            UndoConflictError: it would overwrite something newer; nothing was changed.
        """
        self._prepare_to_change()
        with in_plain_words(self.path):
            undone, recording = self._history.undo(change.number if change else None)
        self._tell(recording.tables)
        return undone

    def watch(self, callback: Watcher) -> Callable[[], None]:
        """Have `callback` called after every change with the names of the tables that it touched.

        Changes by other windows are noticed by `poll`. Returns the function that ends it.
        """
        self._watchers.append(callback)

        def unwatch() -> None:
            if callback in self._watchers:
                self._watchers.remove(callback)

        return unwatch

    def poll(self) -> None:
        """Look whether another window changed something, and tell the watchers. Costs a few microseconds."""
        with in_plain_words(self.path):
            data_version = self._connection.pragma("data_version")
            if data_version == self._data_version:
                return
            self._data_version = data_version
            news = self._history.news()
        self._tell(news)

    # Drafts

    def draft(self, form: str, key: str) -> Draft | None:
        """What was typed into a form and is not saved as a record yet."""
        with in_plain_words(self.path):
            return read_draft(self._connection, form, key)

    def save_draft(self, form: str, key: str, values: Mapping[str, JsonValue], *, version: int = 0) -> None:
        """Keep raw input, valid or not, on every keystroke. It is no change: no event, no undo."""
        self._refuse_if_read_only()
        with in_plain_words(self.path):
            write_draft(self._connection, Draft(form, key, dict(values), version))

    def discard_draft(self, form: str, key: str) -> None:
        """Forget a draft, if there is one."""
        self._refuse_if_read_only()
        with in_plain_words(self.path):
            delete_draft(self._connection, form, key)

    # Windows

    def presence(self) -> Presence:
        """What happened in all windows of this file: whether somebody is there, whether they should lock."""
        with in_plain_words(self.path):
            return read_presence(self._connection)

    def note_use(self) -> None:
        """Let the other windows know that somebody types or clicks in this one. It is no change."""
        if not self.read_only:
            with in_plain_words(self.path):
                note_use(self._connection)

    def ask_all_to_lock(self) -> None:
        """Ask every window that shows this file to close it until the passphrase is typed again.

        Raises:
            StorageError: they could not be asked.
        """
        self._refuse_if_read_only()
        with in_plain_words(self.path):
            ask_to_lock(self._connection)

    # The whole

    def check(self, record_types: Iterable[type[Record]]) -> list[str]:
        """What is wrong with the file, a sentence each; empty if it is sound.

        `record_types` are those that it should be able to keep: `rutkit.home.records.record_types()`.
        """
        with in_plain_words(self.path):
            return find_problems(self._connection, self.path, record_types)

    def restore(self, backup: Path, passphrase: str | None = None) -> Path | None:
        """See `WorkbookFile.restore`; the watchers hear that everything may be new."""
        aside = super().restore(backup, passphrase)
        with in_plain_words(self.path):
            self._tell(table_names(self._connection))
        return aside

    # Inside

    def _change_passphrase(self, new: str | None) -> list[Path]:
        left_behind = super()._change_passphrase(new)
        self._tell(frozenset({PRESENCE}))  # no record changed, but what the page offers did
        return left_behind

    @contextmanager
    def _change(
        self, label: str, *, typing_in: str | None = None, can_be_undone: bool = True
    ) -> Iterator[None]:
        """One change: everything in the block, in one transaction."""
        if self._changing:
            with self._connection:  # a savepoint: this part, too, happens whole or not at all
                yield
            return
        self._prepare_to_change()
        self._changing = True
        try:
            with (
                in_plain_words(self.path),
                self._history.changing(label, typing_in=typing_in, can_be_undone=can_be_undone) as recording,
            ):
                self._refuse_if_brought_up_to_date()
                yield
        finally:
            self._changing = False
        self._tell(recording.tables)

    def _overwrite(self, stored: R, record: R) -> R:
        if _is_same(stored, record):
            return stored
        saved = _as_saved(
            record.model_copy(
                update={
                    "id": stored.id,
                    "created_at": stored.created_at,
                    "updated_at": now(),
                    "version": stored.version + 1,
                }
            )
        )
        queries.overwrite(self._connection, table_of(type(record)), saved)
        return saved

    def _tell(self, tables: frozenset[str]) -> None:
        if not tables:
            return
        for watcher in tuple(self._watchers):
            try:
                watcher(tables)
            except Exception:
                # What is saved stays saved, and the others want to know.
                _log.exception("A watcher of the workbook failed")


def _by_type(records: Iterable[R]) -> dict[type[R], list[R]]:
    sorted_out: dict[type[R], list[R]] = {}
    for record in records:
        sorted_out.setdefault(type(record), []).append(record)
    return sorted_out


def _as_saved(record: R) -> R:
    table: Table[R] = table_of(type(record))
    return table.as_saved(record)


def _is_same(stored: R, record: R) -> bool:
    """Whether a record says what is stored already, whatever its version."""
    return stored.model_dump(exclude=_KEPT_ASIDE) == _as_saved(record).model_dump(exclude=_KEPT_ASIDE)


_KEPT_ASIDE = set(BOOKKEEPING)
