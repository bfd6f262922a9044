"""From a table to records: what each row will become, before anything is saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from pydantic import JsonValue

from rutkit.drafts import check
from rutkit.exchange.days import day_order, read_moment
from rutkit.exchange.tables import Cells, Table
from rutkit.formatting import format_date
from rutkit.records import BOOKKEEPING, FieldSpec, Kind, Record, describe

R = TypeVar("R", bound=Record)

Mapped = Mapping[str, str | None]
"""Field name to the name of the column that fills it, or None."""


@dataclass(frozen=True)
class SkippedRow:
    """A row that will not be imported."""

    row_number: int
    """As a spreadsheet shows it, from 1."""
    reason: str
    """In a sentence or several."""


@dataclass(frozen=True)
class ChangedRow(Generic[R]):
    """What a row says else or more of a record that the workbook has."""

    called: str
    """What a person calls the record."""
    says: str
    """What would change, in words."""
    after: R
    """The record as it would be."""


@dataclass(frozen=True)
class ImportPlan(Generic[R]):
    """What an import will do; nothing is done yet."""

    records: tuple[R, ...]
    skipped: tuple[SkippedRow, ...]
    """Rows that cannot be read."""
    duplicates: tuple[SkippedRow, ...]
    """Rows that the workbook has already, or that stand in the file twice: then the first one counts."""
    remarks: tuple[str, ...]
    """What had to be guessed, in sentences."""
    changed: tuple[ChangedRow[R], ...] = ()
    """What may be taken over for records that are here already."""


def import_key(record: Record) -> Hashable:
    """What makes two records the same to an import: the fields of `one_per`, or else all of them."""
    names = type(record).one_per
    if names is None:
        return tuple(_comparable(value) for name, value in record if name not in BOOKKEEPING)
    return tuple(getattr(record, name) for name in names)


def _comparable(value: Any) -> Any:
    # What is saved has a zone, what stands in a file has none: both are the person's own clock.
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def plan_import(
    table: Table,
    mapping: Mapped,
    record_type: type[R],
    *,
    existing_keys: Collection[Hashable] = frozenset(),
    day_first: bool | None = None,
    until: date | None = None,
    on_progress: Callable[[int, int], object] = lambda done, total: None,
) -> ImportPlan[R]:
    """Read every row of `table` as a record.

    Args:
        table: what was read from the file.
        mapping: field names to column names; fields that are left out, and cells that are empty, have their default.
        record_type: what the rows shall become.
        existing_keys: the `import_key` of every record that the workbook has.
        day_first: whether 3/4/2026 is the third of April; if None, what each column shows (see `day_order`).
        until: for records that there is one of a day, the last day that is taken; a diary has no tomorrow.
        on_progress: told now and then how many rows of how many are read.
    """
    columns = _columns(table, mapping, record_type, day_first)
    records: list[R] = []
    skipped: list[SkippedRow] = []
    duplicates: list[SkippedRow] = []
    keys = set(existing_keys)
    known = frozenset(existing_keys)
    for done, (row_number, cells) in enumerate(zip(table.row_numbers, table.rows, strict=True)):
        if done % _ROWS_BETWEEN_NEWS == 0:
            on_progress(done, len(table.rows))
        record, problems = _read_row(cells, columns, record_type)
        if record is None:
            skipped.append(SkippedRow(row_number, " ".join(problems)))
            continue
        if until and _comes_after(record, until):
            skipped.append(SkippedRow(row_number, _NOT_YET))
            continue
        key = import_key(record)
        if key in keys:
            duplicates.append(SkippedRow(row_number, _IN_WORKBOOK if key in known else _IN_FILE))
            continue
        keys.add(key)
        records.append(record)
    on_progress(len(table.rows), len(table.rows))
    remarks = () if day_first is not None else tuple(_remarks(table, columns))
    return ImportPlan(tuple(records), tuple(skipped), tuple(duplicates), remarks)


_ROWS_BETWEEN_NEWS = 1_000
_NOT_YET = "Its day has not come yet."
_IN_WORKBOOK = "The workbook has this one already."
_IN_FILE = "This one stands further up in the file, too."
_DAYS = frozenset({Kind.DATE, Kind.DATETIME, Kind.MONTH})


def _comes_after(record: Record, until: date) -> bool:
    days = (getattr(record, name) for name in type(record).one_per or ())
    return any(isinstance(day, date) and day > until for day in days)


@dataclass(frozen=True)
class _Column:
    """A column of the table and the field it fills."""

    spec: FieldSpec
    name: str
    position: int
    day_first: bool
    certain: bool


class _UnexpectedCellError(ValueError):
    """A cell is not what its field needs; the text says what that is."""


def _columns(
    table: Table, mapping: Mapped, record_type: type[Record], day_first: bool | None
) -> list[_Column]:
    columns = []
    for spec in describe(record_type):
        name = mapping.get(spec.name)
        if name not in table.columns:
            continue
        position = table.columns.index(name)
        certain, first = True, bool(day_first)
        if spec.kind in _DAYS and day_first is None:
            order = day_order(cells[position] for cells in table.rows)
            certain, first = order.certain, order.day_first
        columns.append(_Column(spec, name, position, first, certain))
    return columns


def _read_row(cells: Cells, columns: list[_Column], record_type: type[R]) -> tuple[R | None, list[str]]:
    draft: dict[str, JsonValue] = {}
    problems = []
    for column in columns:
        cell = cells[column.position]
        if cell is None:
            continue
        try:
            draft[column.spec.name] = _raw(column, cell)
        except _UnexpectedCellError as error:
            problems.append(f"{_quoted(cell)} in “{column.name}” should be {error}.")
    if problems:
        return None, problems
    if not draft:
        return None, ["Nothing stands in the columns that are chosen."]
    checked = check(record_type, draft)
    by_field = {column.spec.name: column for column in columns}
    titles = {spec.name: spec.title for spec in describe(record_type)}
    for field, sentence in checked.errors.items():
        column_of_field = by_field.get(field)
        if field in draft and column_of_field:
            cell = cells[column_of_field.position] or ""
            problems.append(f"{_quoted(cell)} in “{column_of_field.name}”: {sentence}")
        elif column_of_field:
            problems.append(f"“{column_of_field.name}” is empty.")
        elif field:
            problems.append(f"No column is chosen for “{titles[field]}”.")
        else:
            problems.append(sentence)
    return checked.record, problems


def _raw(column: _Column, cell: str) -> JsonValue:
    """What a form would hold for this cell."""
    spec = column.spec
    match spec.kind:
        case Kind.DATE | Kind.DATETIME | Kind.MONTH:
            return _raw_day(column, cell)
        case Kind.YES_NO:
            return _raw_yes_no(cell)
        case Kind.CHOICE:
            return _raw_choice(spec, cell)
        case Kind.CHOICES:
            return [_raw_choice(spec, part) for part in _parts(cell)]
        case Kind.TAGS:
            return [*_parts(cell)]
        case Kind.SCALE:
            return _raw_step(spec, cell)
        case _:
            return cell


def _raw_day(column: _Column, cell: str) -> str:
    moment = read_moment(cell, day_first=column.day_first)
    if column.spec.kind is Kind.MONTH:
        return moment.date().isoformat() if moment else cell
    if moment is None:
        raise _UnexpectedCellError("a day, for example 2026-11-04")
    return (
        moment.isoformat(timespec="minutes")
        if column.spec.kind is Kind.DATETIME
        else moment.date().isoformat()
    )


def _raw_yes_no(cell: str) -> bool:
    word = cell.casefold()
    if word not in _YES | _NO:
        raise _UnexpectedCellError("yes or no")
    return word in _YES


_YES = frozenset({"yes", "y", "true", "t", "1", "x", "✓", "on"})
_NO = frozenset({"no", "n", "false", "f", "0", "off", "-", "–"})


def _raw_choice(spec: FieldSpec, cell: str) -> str:
    choices = {choice.casefold(): choice for choice in spec.choices}
    choice = choices.get(" ".join(cell.split()).casefold())
    if choice is None:
        raise _UnexpectedCellError("one of “" + "”, “".join(spec.choices) + "”")
    return choice


def _raw_step(spec: FieldSpec, cell: str) -> int:
    """A step by its number ("3", "3.0", "3 of 4", "3/4") or by its label."""
    highest = spec.steps - 1
    found = _STEP.fullmatch(cell)
    if found and int(found["of"] or highest) == highest and int(found["step"]) <= highest:
        return int(found["step"])
    steps = range(spec.steps) if len(spec.choices) == spec.steps else (0, highest)
    labels = {label.casefold(): step for label, step in zip(spec.choices, steps, strict=True)}
    if cell.casefold() not in labels:
        raise _UnexpectedCellError(f"a whole number from 0 to {highest}")
    return labels[cell.casefold()]


_STEP = re.compile(r"(?P<step>[0-9]{1,3})(?:[.,]0+)?(?: ?(?:of|/) ?(?P<of>[0-9]{1,3}))?")


def _parts(cell: str) -> list[str]:
    """The words of a list: parted by semicolons or bars, or if there are none by commas."""
    mark = next((mark for mark in ";|" if mark in cell), ",")
    return [part.strip() for part in cell.split(mark) if part.strip()]


def _quoted(cell: str) -> str:
    return f"“{cell}”" if len(cell) <= 40 else f"“{cell[:39]}…”"


def _remarks(table: Table, columns: list[_Column]) -> Iterator[str]:
    for column in columns:
        if column.certain:
            continue
        for cell in (cells[column.position] for cells in table.rows):
            one, other = (read_moment(cell or "", day_first=order) for order in (False, True))
            if cell and one and other and one != other:
                yield (
                    f"Days in “{column.name}” can be read in two ways; {cell} is taken as "
                    f"{format_date(one)}, and not as {format_date(other)}."
                )
                break
