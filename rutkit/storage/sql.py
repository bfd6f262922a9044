"""What every statement needs: names that SQL takes, and all rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import apsw


def quoted(name: str) -> str:
    """A name as SQL takes it, even if it is one of SQL's own words.

    >>> quoted("when")
    '"when"'
    """
    return '"' + name.replace('"', '""') + '"'


def fetch(connection: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Run one or more statements to their end, and give all rows.

    To the end, because SQLite stops at every row: a statement that is left there holds on to the file as it
    was when it began, and those behind it never run.
    """
    return connection.execute(sql, values).fetchall()


def table_names(connection: apsw.Connection) -> frozenset[str]:
    """Every table of a file."""
    return frozenset(
        name for (name,) in fetch(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")
    )
