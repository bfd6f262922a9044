"""Migrations: numbered SQL files that bring a workbook up to date, never changed once released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from rutkit.storage.connection import transaction, version_of
from rutkit.storage.history import forget_changesets
from rutkit.storage.sql import fetch


@dataclass(frozen=True)
class Migration:
    """One step from version `number - 1` to version `number`."""

    number: int
    name: str
    sql: str


def released_migrations() -> tuple[Migration, ...]:
    """The migrations of this rutkit, in order: the files `0001_….sql`, `0002_….sql` beside this one."""
    files = sorted(Path(__file__).parent.glob("[0-9]*_*.sql"))
    return tuple(
        Migration(int(number), name, file.read_text(encoding="utf-8"))
        for file in files
        for number, _, name in [file.stem.partition("_")]
    )


def migrate(connection: apsw.Connection, migrations: Sequence[Migration]) -> None:
    """Run the migrations that the file has not seen, each in a transaction of its own.

    Another window may do the same at this moment: whoever comes second finds nothing left to do.
    """
    for migration in migrations:
        with transaction(connection):
            if migration.number > version_of(connection):
                fetch(connection, migration.sql)
                # A changeset fits only the tables that it was taken from.
                forget_changesets(connection)
                connection.pragma("user_version", migration.number)
