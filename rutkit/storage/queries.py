"""Reading and writing rows: the few statements that every record type needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic

import apsw

from rutkit.records import Kind
from rutkit.storage.errors import DuplicateRecordError
from rutkit.storage.sql import fetch, quoted
from rutkit.storage.tables import R, Table, a_record


@dataclass(frozen=True)
class Page(Generic[R]):
    """A part of the records that were asked for."""

    records: list[R]
    total: int
    """How many there are in all, on this page and on others."""


@dataclass(frozen=True)
class Part(Generic[R]):
    """Some records, in the order in which they came into the file."""

    records: list[R]
    last: int
    """Where they end, and the next part goes on."""


def insert(connection: apsw.Connection, table: Table[R], records: Iterable[R]) -> None:
    """Write new rows.

    Raises:
        DuplicateRecordError: the type allows one such record (`one_per`), and there is one.
    """
    names = ", ".join(quoted(column.name) for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    with _only_one(table):
        connection.executemany(
            f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({marks})",
            (table.row(record) for record in records),
        )


def overwrite(connection: apsw.Connection, table: Table[R], record: R) -> None:
    """Write all columns of the row that has this record's id.

    Raises:
        DuplicateRecordError: as for `insert`.
    """
    names = ", ".join(f"{quoted(column.name)} = ?" for column in table.columns)
    with _only_one(table):
        connection.execute(
            f'UPDATE {quoted(table.name)} SET {names} WHERE "id" = ?', (*table.row(record), record.id)
        )


def delete(connection: apsw.Connection, table: Table[R], *record_ids: str) -> None:
    """Take away the rows that have these ids."""
    connection.executemany(
        f'DELETE FROM {quoted(table.name)} WHERE "id" = ?', ((record_id,) for record_id in record_ids)
    )


def select(
    connection: apsw.Connection,
    table: Table[R],
    *,
    equals: Mapping[str, Any] | None = None,
    search: str = "",
    order_by: str = "created_at",
    descending: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> list[R]:
    """The records whose fields have the values of `equals` and whose words contain `search`, in order.

    Empty fields come last in either direction; equals come in the order they were saved.

    Raises:
        ValueError: the record type has no such field.
    """
    names = ", ".join(quoted(column.name) for column in table.columns)
    where, values = _where(table, equals or {}, search)
    direction = "DESC" if descending else "ASC"
    order = f"{table.column(order_by).sort_key} {direction} NULLS LAST, rowid {direction}"
    rows = fetch(
        connection,
        f"SELECT {names} FROM {quoted(table.name)}{where} ORDER BY {order} LIMIT ? OFFSET ?",
        (*values, -1 if limit is None else limit, offset),
    )
    return [table.record(row) for row in rows]


def select_part(
    connection: apsw.Connection, table: Table[R], *, after: int, limit: int, equals: Mapping[str, Any]
) -> Part[R]:
    """The next records whose fields have the values of `equals`; of all parts together, none is passed over twice."""
    names = ", ".join(quoted(column.name) for column in table.columns)
    where, values = _where(table, equals, "")
    rows = fetch(
        connection,
        f"SELECT rowid, {names} FROM {quoted(table.name)}{where or ' WHERE TRUE'} AND rowid > ? ORDER BY rowid LIMIT ?",
        (*values, after, limit),
    )
    return Part([table.record(row[1:]) for row in rows], int(rows[-1][0]) if rows else after)


def days(
    connection: apsw.Connection, table: Table[Any], name: str, *, equals: Mapping[str, Any]
) -> list[date]:
    """The local days that a field names, oldest first: one for each record in which it is filled in."""
    column = table.column(name)
    read = _local_day if column.kind is Kind.DATETIME else date.fromisoformat
    where, values = _where(table, equals, "")
    rows = fetch(connection, f"SELECT {quoted(name)} FROM {quoted(table.name)}{where} ORDER BY 1", values)
    return [read(value) for (value,) in rows if value is not None]


def _local_day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()


def count(
    connection: apsw.Connection,
    table: Table[R],
    *,
    equals: Mapping[str, Any] | None = None,
    search: str = "",
) -> int:
    """How many records there are whose fields have the values of `equals` and whose words contain `search`."""
    where, values = _where(table, equals or {}, search)
    ((number,),) = fetch(connection, f"SELECT count(*) FROM {quoted(table.name)}{where}", values)
    return int(number)


def _where(table: Table[R], equals: Mapping[str, Any], search: str) -> tuple[str, tuple[Any, ...]]:
    tests = [f"{quoted(name)} IS ?" for name in equals]
    values = [table.column(name).encode(value) for name, value in equals.items()]
    words = [quoted(column.name) for column in table.columns if column.is_text and column.name != "id"]
    if search and words:
        test, value = _search(search)
        tests.append("(" + " OR ".join(test.format(column=column) for column in words) + ")")
        values += [value] * len(words)
    return (" WHERE " + " AND ".join(tests) if tests else ""), tuple(values)


def _search(part: str) -> tuple[str, str]:
    """A test for one column, and the value it takes.

    SQLite's own LIKE is far quicker than a call back into Python, but knows upper and lower case in ASCII
    only.
    """
    if not part.isascii():
        return "contains_folded({column}, ?)", part.casefold()
    for special in "\\%_":
        part = part.replace(special, "\\" + special)
    return "{column} LIKE ? ESCAPE '\\'", f"%{part}%"


@contextmanager
def _only_one(table: Table[R]) -> Iterator[None]:
    """Say in words that the type allows one such record."""
    try:
        yield
    except apsw.ConstraintError as error:
        if getattr(error, "extendedresult", None) not in _NOT_UNIQUE:
            raise
        raise DuplicateRecordError(
            f"There is already {a_record(table.record_type)} like this one, and there can be only "
            "one. Nothing was overwritten: change that one instead."
        ) from error


_NOT_UNIQUE = frozenset({apsw.SQLITE_CONSTRAINT_UNIQUE, apsw.SQLITE_CONSTRAINT_PRIMARYKEY})
