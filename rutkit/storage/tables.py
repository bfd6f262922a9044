"""A record type as a table: its columns, the SQL that makes it, and the way from record to row and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from rutkit.records import Kind, Record, describe
from rutkit.storage.errors import UnreadableRecordError
from rutkit.storage.sql import quoted

R = TypeVar("R", bound=Record)
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Column:
    """One field of a record type as SQLite keeps it."""

    name: str
    kind: Kind
    optional: bool

    @property
    def sql_type(self) -> str:
        """The type of a STRICT column."""
        return _SQL_TYPES.get(self.kind, "TEXT")

    @property
    def is_text(self) -> bool:
        """True if it holds words that a person would search for."""
        return self.kind in _WORDS

    @property
    def sql(self) -> str:
        """The column's line in `CREATE TABLE`."""
        rule = " PRIMARY KEY NOT NULL" if self.name == "id" else "" if self.optional else " NOT NULL"
        return f"{quoted(self.name)} {self.sql_type}{rule}"

    @property
    def sort_key(self) -> str:
        """The SQL expression that puts rows in the order a person expects."""
        if self.kind is Kind.MONEY:
            return f"CAST({quoted(self.name)} AS REAL)"
        return f"{quoted(self.name)} COLLATE NOCASE" if self.is_text else quoted(self.name)

    def encode(self, value: Any) -> Any:
        """A field's value as SQLite keeps it."""
        return None if value is None else _ENCODERS.get(self.kind, _as_it_is)(value)

    def decode(self, value: Any) -> Any:
        """What SQLite keeps, as something that the record type accepts for this field."""
        return None if value is None else _DECODERS.get(self.kind, _as_it_is)(value)


@dataclass(frozen=True)
class Table(Generic[R]):
    """Where the records of one type are kept."""

    record_type: type[R]
    name: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column called `name`.

        Raises:
            ValueError: the record type has no such field.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise ValueError(f"{self.record_type.__name__} has no field {name!r}")

    def row(self, record: R) -> Row:
        """A record as the values of its columns, in their order."""
        values = {name: getattr(record, name) for name in self._names}
        for name, encode in self._encoders:
            if values[name] is not None:
                values[name] = encode(values[name])
        return tuple(values.values())

    def as_saved(self, record: R) -> R:
        """A record as it will be read back: moments on the person's own clock."""
        return self.record(self.row(record))

    def record(self, row: Row) -> R:
        """The record that was saved as `row`.

        Raises:
            UnreadableRecordError: the values do not make a valid record.
        """
        values = dict(zip(self._names, row, strict=True))
        try:
            for name, decode in self._decoders:
                if values[name] is not None:
                    values[name] = decode(values[name])
            return self.record_type.model_validate(values)
        except ValueError as error:
            raise UnreadableRecordError(
                f"One {self.record_type.noun} in your workbook cannot be read; it was left as it is. "
                "“rutkit check” says more."
            ) from error

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    # Few columns keep something else than their field holds: with 20,000 records it tells whether only these are asked.

    @cached_property
    def _encoders(self) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        return tuple((each.name, _ENCODERS[each.kind]) for each in self.columns if each.kind in _ENCODERS)

    @cached_property
    def _decoders(self) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        return tuple((each.name, _DECODERS[each.kind]) for each in self.columns if each.kind in _DECODERS)


@cache
def table_of(record_type: type[R]) -> Table[R]:
    """The table that keeps the records of this type."""
    fields = (Column(spec.name, spec.kind, spec.optional) for spec in describe(record_type))
    return Table(record_type, record_type.table(), (*_BOOKKEEPING, *fields))


def a_record(record_type: type[Record]) -> str:
    """What a person calls one of these: "a wish", "an urge"."""
    noun = record_type.noun
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def create_table_sql(record_type: type[Record]) -> str:
    """The SQL that makes the table of a record type, to be pasted into a migration.

    A table made once is changed by later migrations (`ALTER TABLE … ADD COLUMN`), so the order of its columns
    need not be the order of the fields.
    """
    table = table_of(record_type)
    columns = ",\n  ".join(column.sql for column in table.columns)
    statements = [f"CREATE TABLE {quoted(table.name)} (\n  {columns}\n) STRICT;"]
    if record_type.one_per is not None:
        # An index on a constant lets in one row: what `one_per = ()` asks for.
        parts = ", ".join(quoted(name) for name in record_type.one_per) or "(1)"
        name = "_".join((table.name, "one_per", *(record_type.one_per or ("workbook",))))
        statements.append(f"CREATE UNIQUE INDEX {quoted(name)} ON {quoted(table.name)} ({parts});")
    return "\n".join(statements) + "\n"


def _as_it_is(value: Any) -> Any:
    return value


def _utc_text(moment: datetime) -> str:
    # A moment without a zone is the person's local time. Text with "+00:00" sorts by time, with "Z" not.
    return moment.astimezone(UTC).isoformat()


def _local_moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone()


def _plain_digits(amount: Decimal) -> str:
    return format(amount, "f")


def _json_list(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


_SQL_TYPES = {
    Kind.INTEGER: "INTEGER",
    Kind.SCALE: "INTEGER",
    Kind.YES_NO: "INTEGER",
    Kind.DECIMAL: "REAL",
}

_ENCODERS: dict[Kind, Callable[[Any], Any]] = {
    Kind.YES_NO: int,
    Kind.DATE: date.isoformat,
    Kind.MONTH: date.isoformat,
    Kind.DATETIME: _utc_text,
    Kind.MONEY: _plain_digits,
    Kind.CHOICES: _json_list,
    Kind.TAGS: _json_list,
}


def _from_json_list(text: str) -> tuple[Any, ...]:
    return tuple(json.loads(text)) if text != _EMPTY_LIST else ()


_EMPTY_LIST = _json_list(())

_DECODERS: dict[Kind, Callable[[Any], Any]] = {
    Kind.DATETIME: _local_moment,
    Kind.CHOICES: _from_json_list,
    Kind.TAGS: _from_json_list,
}

_LISTS = frozenset({Kind.CHOICES, Kind.TAGS})
_WORDS = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.PARTIAL_DATE}) | _LISTS

_BOOKKEEPING = (
    Column("id", Kind.SHORT_TEXT, optional=False),
    Column("created_at", Kind.DATETIME, optional=False),
    Column("updated_at", Kind.DATETIME, optional=False),
    Column("version", Kind.INTEGER, optional=False),
)
