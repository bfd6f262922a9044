"""Looking for what is wrong with a file: `rutkit check`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import apsw

from rutkit.records import Record
from rutkit.storage.backups import list_backups
from rutkit.storage.connection import connect, is_encrypted
from rutkit.storage.errors import StorageError, UnreadableRecordError
from rutkit.storage.sql import fetch, quoted
from rutkit.storage.tables import Table, create_table_sql, table_of


def find_problems(connection: apsw.Connection, path: Path, record_types: Iterable[type[Record]]) -> list[str]:
    """What is wrong with the workbook at `path`, a sentence each; empty if it is sound. Changes nothing."""
    damage = [problem for (problem,) in fetch(connection, "PRAGMA integrity_check(3)") if problem != "ok"]
    if damage:
        return [f"The file is damaged ({damage[0]}). “rutkit restore” brings back the newest backup."]
    problems = []
    for record_type in record_types:
        differences = schema_differences(connection, record_type)
        problems += differences or _unreadable(connection, table_of(record_type))
    return problems + _unprotected_backups(path)


def schema_differences(connection: apsw.Connection, record_type: type[Record]) -> list[str]:
    """Where the file's table differs from what the record type needs, a sentence each.

    The order of columns does not count, nor do defaults: a migration that adds a column appends it, with one.
    """
    name = record_type.table()
    with closing(apsw.Connection(":memory:")) as model:
        model.execute(create_table_sql(record_type))
        needed, needed_rules = _columns(model, name), _unique_columns(model, name)
    present = _columns(connection, name)
    if not present:
        return [f"The table “{name}” is missing."]
    differences = [
        f"The column “{column}” of the table “{name}” {_difference(needed.get(column), present.get(column))}."
        for column in sorted(needed.keys() | present.keys())
        if needed.get(column) != present.get(column)
    ]
    if needed_rules != _unique_columns(connection, name):
        differences.append(f"The table “{name}” has other rules about what may be there only once.")
    return differences


def _difference(needed: str | None, present: str | None) -> str:
    if present is None:
        return "is missing"
    if needed is None:
        return "is not known to this rutkit"
    return f"is {present} and should be {needed}"


def _columns(connection: apsw.Connection, table: str) -> dict[str, str]:
    rows = fetch(connection, f"PRAGMA table_info({quoted(table)})")
    return {name: f"{kind} NOT NULL" if not_null else kind for _, name, kind, not_null, *_ in rows}


def _unique_columns(connection: apsw.Connection, table: str) -> set[Sequence[str | None]]:
    """The columns of each unique index; None stands for a constant."""
    indexes = fetch(connection, f"PRAGMA index_list({quoted(table)})")
    return {
        tuple(column for _, _, column in fetch(connection, f"PRAGMA index_info({quoted(index)})"))
        for _, index, unique, *_ in indexes
        if unique
    }


def _unreadable(connection: apsw.Connection, table: Table[Record]) -> list[str]:
    names = ", ".join(quoted(column.name) for column in table.columns)
    unreadable = 0
    for row in fetch(connection, f"SELECT {names} FROM {quoted(table.name)}"):
        try:
            table.record(row)
        except UnreadableRecordError:
            unreadable += 1
    if not unreadable:
        return []
    return [f"{unreadable} of the entries of kind “{table.record_type.noun}” cannot be read."]


def _unprotected_backups(path: Path) -> list[str]:
    if not is_encrypted(path):
        return []
    open_to_all = [backup for backup in list_backups(path) if _opens_without_passphrase(backup)]
    return [
        f"The workbook is locked with a passphrase, but its backup {backup} is not." for backup in open_to_all
    ]


def _opens_without_passphrase(backup: Path) -> bool:
    try:
        connect(backup).close()
    except (StorageError, apsw.Error):
        return False
    return True
