"""Records as tables for other programs: CSV and XLSX."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import Field

from rutkit.exchange.formulas import guarded
from rutkit.numerals import write_number
from rutkit.records import FieldSpec, Kind, Record, clock_time, describe

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LIST_MARK = "; "
"""What stands between the words of a list in one cell."""


def write_csv(record_type: type[Record], records: Iterable[Record], *, with_ids: bool = False) -> bytes:
    """A CSV file: a header of titles and one row a record; UTF-8 with a byte order mark, which Excel needs.

    Days are ISO 8601, numbers plain, steps of a scale their number, and "; " stands between the words of a
    list. Text that begins with =, +, - or @ gets an apostrophe in front, because a spreadsheet would run it
    as a formula; `read_table` takes it away again. `with_ids` adds what rutkit keeps of each record: its id, which
    other tables name, and when it was made and changed.
    """
    specs = _columns(record_type, with_ids=with_ids)
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([heading(spec) for spec in specs])
    for record in records:
        writer.writerow([_text(spec, getattr(record, spec.name)) for spec in specs])
    return file.getvalue().encode("utf-8-sig")


def write_xlsx(record_type: type[Record], records: Sequence[Record]) -> bytes:
    """An XLSX file with one sheet; see `write_sheets`."""
    return write_sheets([Sheet(record_type.noun.capitalize(), record_type, records)], with_ids=False)


@dataclass(frozen=True)
class Sheet:
    """What is to stand on one sheet."""

    title: str
    record_type: type[Record]
    records: Sequence[Record]


def write_sheets(
    sheets: Iterable[Sheet], *, contents: Sequence[Sequence[str | int]] = (), with_ids: bool = True
) -> bytes:
    """An XLSX file: on each sheet a header of titles that stays in sight and one row a record.

    Days, times, numbers and yes/no are what they are. Text stays text, whatever it begins with. Excel holds at most
    32,767 characters in a cell: longer text is cut. `contents` are rows for a first sheet that says what there is.
    """
    import openpyxl

    workbook = openpyxl.Workbook(write_only=True)
    names: set[str] = set()
    if contents:
        _add_contents(workbook.create_sheet(_sheet_name("Contents", names)), contents)
    for each in sheets:
        _add_records(workbook.create_sheet(_sheet_name(each.title, names)), each, with_ids=with_ids)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _add_contents(sheet: WriteOnlyWorksheet, contents: Sequence[Sequence[str | int]]) -> None:
    _set_widths(sheet, [max(len(str(cell)) for cell in column) for column in zip(*contents, strict=True)])
    sheet.freeze_panes = "A2"
    header, *rows = contents
    sheet.append([_heading_cell(sheet, str(cell)) for cell in header])
    for row in rows:
        sheet.append([_text_cell(sheet, cell) if isinstance(cell, str) else cell for cell in row])


def _add_records(sheet: WriteOnlyWorksheet, what: Sheet, *, with_ids: bool) -> None:
    specs = _columns(what.record_type, with_ids=with_ids)
    sample = what.records[:_SAMPLED]
    _set_widths(sheet, [_width(spec, sample) for spec in specs])
    sheet.freeze_panes = "A2"
    sheet.append([_heading_cell(sheet, heading(spec)) for spec in specs])
    for record in what.records:
        sheet.append([_cell(sheet, spec, getattr(record, spec.name)) for spec in specs])


def heading(spec: FieldSpec) -> str:
    """What stands over a field's column: its title, and its unit if it has one."""
    return f"{spec.title} ({spec.unit})" if spec.unit else spec.title


_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_SAMPLED = 200
"""Rows from which a column's width is told."""
_NARROWEST, _WIDEST = 8, 60
"""Characters."""
_EXCEL_BEGINS = 1901
"""The first year whose days Excel counts as everybody else does."""
_DAYS = frozenset({Kind.DATE, Kind.DATETIME, Kind.MONTH})
_NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.SCALE})


def _columns(record_type: type[Record], *, with_ids: bool) -> tuple[FieldSpec, ...]:
    if not with_ids:
        return describe(record_type)
    return (*map(_with_ends, describe(record_type)), *_BOOKKEEPING)


def _with_ends(spec: FieldSpec) -> FieldSpec:
    """A scale that says in its heading what its numbers mean, since no form stands beside it."""
    if spec.kind is not Kind.SCALE:
        return spec
    return replace(spec, unit=f"0 {spec.choices[0]} to {spec.steps - 1} {spec.choices[-1]}")


class _Kept(Record):
    """What rutkit keeps of every record, as fields that have a title."""

    record_id: str = Field("", title="Id")
    made: datetime | None = Field(None, title="Created")
    changed: datetime | None = Field(None, title="Changed")


_BOOKKEEPING = tuple(
    replace(spec, name=name)
    for spec, name in zip(describe(_Kept), ("id", "created_at", "updated_at"), strict=True)
)


def _sheet_name(title: str, taken: set[str]) -> str:
    """A name as Excel takes it, that no other sheet has in either case."""
    bare = " ".join(title.translate(_NOT_IN_SHEET_NAMES).strip("'").split()) or "Sheet"
    name, number = bare[:_LONGEST_SHEET_NAME].rstrip(), 2
    while name.casefold() in taken:
        ending = f" ({number})"
        name, number = bare[: _LONGEST_SHEET_NAME - len(ending)].rstrip() + ending, number + 1
    taken.add(name.casefold())
    return name


def _width(spec: FieldSpec, sample: Sequence[Record]) -> int:
    """Room for what stands in a column; a heading may wrap, but not within a word."""
    longest = max((len(_text(spec, getattr(record, spec.name))) for record in sample), default=0)
    return max(longest, *map(len, heading(spec).split()))


def _set_widths(sheet: WriteOnlyWorksheet, widths: Iterable[int]) -> None:
    from openpyxl.utils import get_column_letter

    for number, width in enumerate(widths, start=1):
        room = min(max(width + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = room  # type: ignore[attr-defined]


def _text(spec: FieldSpec, value: Any) -> str:
    if value is None:
        return ""
    if spec.kind in _NUMBERS:
        return write_number(value)
    match spec.kind:
        case Kind.YES_NO:
            return "yes" if value else "no"
        case Kind.DATE:
            return str(value.isoformat())
        case Kind.DATETIME:
            return str(_on_the_clock(value).isoformat(timespec="minutes"))
        case Kind.MONTH:
            return str(value.isoformat()[:7])
        case Kind.CHOICES | Kind.TAGS:
            return guarded(LIST_MARK.join(value))
        case _:
            return guarded(str(value))


def _cell(sheet: WriteOnlyWorksheet, spec: FieldSpec, value: Any) -> Cell | None:
    from openpyxl.cell import WriteOnlyCell

    if value is None:
        return None
    if spec.kind in _NUMBERS and math.isfinite(value):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = "#,##0.00" if spec.kind is Kind.MONEY else "General"
        return cell
    if spec.kind is Kind.DATETIME:
        value = _on_the_clock(value)
    if spec.kind is Kind.YES_NO or (spec.kind in _DAYS and value.year >= _EXCEL_BEGINS):
        return WriteOnlyCell(sheet, value)
    if spec.kind in {Kind.CHOICES, Kind.TAGS}:
        return _text_cell(sheet, LIST_MARK.join(value))
    clock = clock_time(value) if spec.is_clock else None
    if clock is not None:
        return WriteOnlyCell(sheet, clock)  # type: ignore[arg-type]  # openpyxl does take a time
    return _text_cell(sheet, str(value))


def _on_the_clock(moment: datetime) -> datetime:
    """A moment as a spreadsheet takes it: without a zone, as the person's own clock showed it."""
    return moment.replace(tzinfo=None)


def _heading_cell(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    from openpyxl.styles import Alignment, Font

    cell = _text_cell(sheet, text)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"  # text that begins with "=" would otherwise become a formula
    return cell
