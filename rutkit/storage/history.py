"""What changed, in order, and how to take it back.

Every change leaves one row, in its own transaction: a label for people, the tables it touched for other
windows, and a changeset (the rows before and after) for undo.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import apsw

from rutkit.records import now
from rutkit.storage.connection import transaction
from rutkit.storage.errors import NothingToUndoError, UndoConflictError
from rutkit.storage.sql import fetch, quoted

ONE_TYPING = timedelta(seconds=60)
"""Changes of one record within this time of the first are one undo: a sentence, not its letters."""

_KEPT_CHANGES = 500
_KEPT_BYTES = 32_000_000
_PRUNE_EVERY = 20

_NOT_RECORDED = frozenset({"history", "draft", "presence", "sqlite_sequence"})
_BUMPED = frozenset({"version", "updated_at"})


@dataclass(frozen=True)
class Change:
    """One change as a person knows it: "added a check-in", at half past eight."""

    number: int
    at: datetime
    label: str
    record_types: frozenset[str]
    """The names of the tables that it touched."""


@dataclass
class Recording:
    """What a transaction changed; filled in when it ends."""

    change: Change | None = None
    """None if nothing changed in the end."""
    tables: frozenset[str] = frozenset()
    """The tables that it changed, and those that other windows changed since this one last looked."""


@dataclass(frozen=True)
class _Typing:
    """The last change of one record by this window, as long as later ones may join it."""

    record_id: str
    began: datetime
    change: Change


class History:
    """The history of one file, as one window writes and reads it."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._seen = self._last_number()
        self._typing: _Typing | None = None

    @contextmanager
    def changing(
        self, label: str, *, typing_in: str | None = None, can_be_undone: bool = True
    ) -> Iterator[Recording]:
        """Run the block in one transaction, and record what it changes.

        `typing_in` is the id of the one record that is being typed into: changes of it that follow each other
        within `ONE_TYPING` become one.
        What cannot be undone is known to other windows all the same.
        """
        recording = Recording()
        with transaction(self._connection):
            with closing(apsw.Session(self._connection, "main")) as session:
                session.table_filter(lambda table: table not in _NOT_RECORDED)
                session.attach()
                yield recording
                changeset = session.changeset()
            if not changeset:
                return
            earlier = self._same_typing(label, typing_in)
            if earlier:
                changeset = self._join(earlier.change, changeset)
            change = self._write(label, _tables_in(changeset), changeset if can_be_undone else None)
            self._prune(change.number)
            recording.change = change
            recording.tables = self._tables_since(self._seen)
        self._seen = change.number
        self._typing = (
            _Typing(typing_in, earlier.began if earlier else change.at, change) if typing_in else None
        )

    def undo(self, number: int | None = None) -> tuple[Change, Recording]:
        """Take back the change with this number, or the newest, in a transaction of its own.

        Returns:
            What was taken back, and what doing so changed.

        Raises:
            NothingToUndoError: there is no such change, or it was taken back before.
            UndoConflictError: it would overwrite a newer change.
        """
        with transaction(self._connection):
            rows = fetch(
                self._connection,
                "SELECT number, at, label, record_types, changeset FROM history"
                " WHERE changeset IS NOT NULL AND (?1 IS NULL OR number = ?1) ORDER BY number DESC LIMIT 1",
                (number,),
            )
            if not rows:
                raise NothingToUndoError("There is nothing left to undo.")
            (*about, changeset) = rows[0]
            undone = _change(*about)
            _apply(self._connection, apsw.Changeset.invert(changeset))
            self._connection.execute("UPDATE history SET changeset = NULL WHERE number = ?", (undone.number,))
            change = self._write(f"undid: {undone.label}", undone.record_types, None)
            recording = Recording(change, self._tables_since(self._seen))
        self._seen = change.number
        self._typing = None
        return undone, recording

    def last_change(self) -> Change | None:
        """The newest change that can be taken back."""
        rows = fetch(
            self._connection,
            "SELECT number, at, label, record_types FROM history"
            " WHERE changeset IS NOT NULL ORDER BY number DESC LIMIT 1",
        )
        return next((_change(*row) for row in rows), None)

    def news(self) -> frozenset[str]:
        """The tables that other windows changed since this one last looked."""
        tables = self._tables_since(self._seen)
        self._seen = self._last_number()
        return tables

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever changed in this file."""
        return self._last_number() == 0

    def _last_number(self) -> int:
        ((number,),) = fetch(self._connection, "SELECT coalesce(max(number), 0) FROM history")
        return int(number)

    def _tables_since(self, number: int) -> frozenset[str]:
        rows = fetch(
            self._connection, "SELECT DISTINCT record_types FROM history WHERE number > ?", (number,)
        )
        return frozenset(table for (tables,) in rows for table in json.loads(tables))

    def _same_typing(self, label: str, record_id: str | None) -> _Typing | None:
        typing = self._typing
        if (
            typing
            and typing.record_id == record_id
            and typing.change.label == label
            and timedelta(0) <= now() - typing.began <= ONE_TYPING
            and typing.change.number == self._last_number()
        ):
            return typing
        return None

    def _join(self, earlier: Change, changeset: bytes) -> bytes:
        """Take an earlier change out of the history and give what both did together."""
        rows = fetch(
            self._connection, "DELETE FROM history WHERE number = ? RETURNING changeset", (earlier.number,)
        )
        builder = apsw.ChangesetBuilder()  # type: ignore[no-untyped-call]
        builder.add(rows[0][0])
        builder.add(changeset)
        return builder.output()

    def _write(self, label: str, tables: frozenset[str], changeset: bytes | None) -> Change:
        at = now()
        ((number,),) = fetch(
            self._connection,
            "INSERT INTO history (at, label, record_types, changeset) VALUES (?, ?, ?, ?) RETURNING number",
            (at.isoformat(), label, json.dumps(sorted(tables)), changeset),
        )
        return Change(number, at, label, tables)

    def _prune(self, newest: int) -> None:
        """Forget what is too old or too much; the newest change can always be taken back."""
        if newest % _PRUNE_EVERY:
            return
        self._connection.execute("DELETE FROM history WHERE number <= ?", (newest - _KEPT_CHANGES,))
        self._connection.execute(
            "UPDATE history SET changeset = NULL WHERE number < ?1 AND number IN ("
            " SELECT number FROM (SELECT number, sum(length(changeset)) OVER (ORDER BY number DESC) AS bytes"
            " FROM history) WHERE bytes > ?2)",
            (newest, _KEPT_BYTES),
        )


def forget_changesets(connection: apsw.Connection) -> None:
    """Keep what changed up to now for good: `undo` ends here."""
    connection.execute("UPDATE history SET changeset = NULL WHERE changeset IS NOT NULL")


def _change(number: int, at: str, label: str, record_types: str) -> Change:
    return Change(number, datetime.fromisoformat(at), label, frozenset(json.loads(record_types)))


def _tables_in(changeset: bytes) -> frozenset[str]:
    return frozenset(change.name for change in apsw.Changeset.iter(changeset))


def _apply(connection: apsw.Connection, changeset: bytes) -> None:
    """Apply a changeset to the rows as they are now, and give each row it touches a version of its own.

    The rows must be as the changeset found them, apart from version and time: an undo of what followed has
    raised those.
    """
    columns = {table: _columns(connection, table) for table in _tables_in(changeset)}
    touched = [
        (table, row_id, version)
        for table, row_id in _rows_in(changeset, columns)
        for version in [_version(connection, table, row_id)]
    ]

    def unless_changed_since(reason: int, change: apsw.TableChange) -> int:
        if reason == apsw.SQLITE_CHANGESET_DATA and _matches(change, columns[change.name]):
            return apsw.SQLITE_CHANGESET_REPLACE
        return apsw.SQLITE_CHANGESET_ABORT

    try:
        apsw.Changeset.apply(changeset, connection, conflict=unless_changed_since)
    except apsw.AbortError as error:
        raise UndoConflictError(
            "This cannot be undone any more, because what it changed was changed again since. "
            "Nothing was changed now."
        ) from error
    for table, row_id, version in touched:
        # A window that still shows the row as it was must meet a conflict, and not overwrite.
        connection.execute(
            f'UPDATE {quoted(table)} SET "version" = max("version", ?) + 1, "updated_at" = ? WHERE "id" = ?',
            (version, now().isoformat(), row_id),
        )


def _columns(connection: apsw.Connection, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in fetch(connection, f"PRAGMA table_info({quoted(table)})"))


def _rows_in(changeset: bytes, columns: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for change in apsw.Changeset.iter(changeset):
        values = (change.new if change.op == "INSERT" else change.old) or ()
        yield change.name, str(values[columns[change.name].index("id")])


def _version(connection: apsw.Connection, table: str, row_id: str) -> int:
    rows = fetch(connection, f'SELECT "version" FROM {quoted(table)} WHERE "id" = ?', (row_id,))
    return int(rows[0][0]) if rows else 0


def _matches(change: apsw.TableChange, columns: tuple[str, ...]) -> bool:
    """Whether the row is as the change found it, where the change knows."""
    return all(
        before in (apsw.no_change, present)
        for column, before, present in zip(columns, change.old or (), change.conflict or (), strict=True)
        if column not in _BUMPED
    )
