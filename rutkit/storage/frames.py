"""A table as a typed pandas DataFrame, straight from SQL."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import apsw

from rutkit.records import Kind, field_spec
from rutkit.storage.sql import fetch, quoted
from rutkit.storage.tables import Column, R, Table

if TYPE_CHECKING:
    import pandas as pd


def read_frame(connection: apsw.Connection, table: Table[R]) -> pd.DataFrame:
    """All records of a type in the order they were made, one a row, one typed column a field.

    Dates and months are `datetime64`, moments `datetime64` in UTC, amounts and decimal numbers `float64`,
    whole numbers `int64` (`Int64` where they may be missing), yes/no `boolean`, texts `string`, choices ordered
    categories, lists tuples. A frame without rows has the same columns and types.
    """
    import pandas as pd

    names = ", ".join(quoted(column.name) for column in table.columns)
    order = ", ".join(quoted(name) for name in table.record_type.one_per or ("created_at",))
    rows = fetch(connection, f"SELECT {names} FROM {quoted(table.name)} ORDER BY {order}, rowid")
    values = zip(*rows, strict=True) if rows else (() for _ in table.columns)
    return pd.DataFrame(
        {
            column.name: _series(table, column, list(cells))
            for column, cells in zip(table.columns, values, strict=True)
        }
    )


def _series(table: Table[R], column: Column, cells: list[Any]) -> pd.Series[Any]:
    import pandas as pd

    match column.kind:
        case Kind.DATE | Kind.MONTH:
            return pd.to_datetime(pd.Series(cells, dtype=object), format="%Y-%m-%d").astype("datetime64[ns]")
        case Kind.DATETIME:
            moments = pd.to_datetime(pd.Series(cells, dtype=object), format="ISO8601", utc=True)
            return moments.astype("datetime64[ns, UTC]")
        case Kind.MONEY | Kind.DECIMAL:
            return pd.Series([None if cell is None else float(cell) for cell in cells], dtype="float64")
        case Kind.INTEGER | Kind.SCALE:
            return pd.Series(cells, dtype="Int64" if column.optional else "int64")
        case Kind.YES_NO:
            return pd.Series([None if cell is None else bool(cell) for cell in cells], dtype="boolean")
        case Kind.CHOICE:
            choices = field_spec(table.record_type, column.name).choices
            return pd.Series(pd.Categorical(cells, categories=list(choices), ordered=True))
        case Kind.CHOICES | Kind.TAGS:
            return pd.Series(
                [None if cell is None else tuple(json.loads(cell)) for cell in cells], dtype=object
            )
        case _:
            return pd.Series(cells, dtype="string")
