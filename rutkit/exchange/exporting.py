"""Records as tables for other programs: CSV and XLSX."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rutkit.exchange.formulas import guarded
from rutkit.numerals import write_number
from rutkit.records import FieldSpec, Kind, Record, describe

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LIST_MARK = "; "
"""What stands between the words of a list in one cell."""


def write_csv(record_type: type[Record], records: Iterable[Record]) -> bytes:
    """A CSV file: a header of titles and one row a record; UTF-8 with a byte order mark, which Excel needs.

    Days are ISO 8601, numbers plain, steps of a scale their number, and "; " stands between the words of a
    list. Text that begins with =, +, - or @ gets an apostrophe in front, because a spreadsheet would run it
    as a formula; `read_table` takes it away again.
    """
    specs = describe(record_type)
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([heading(spec) for spec in specs])
    for record in records:
        writer.writerow([_text(spec, getattr(record, spec.name)) for spec in specs])
    return file.getvalue().encode("utf-8-sig")


def write_xlsx(record_type: type[Record], records: Iterable[Record]) -> bytes:
    """An XLSX file with one sheet: a header of titles and one row a record, with real numbers and days.

    Text stays text, whatever it begins with. Excel holds at most 32,767 characters in a cell: longer text is
    cut.
    """
    import openpyxl

    specs = describe(record_type)
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet(record_type.noun.capitalize()[:_LONGEST_SHEET_NAME])
    sheet.freeze_panes = "A2"
    sheet.append([_text_cell(sheet, heading(spec)) for spec in specs])
    for record in records:
        sheet.append([_cell(sheet, spec, getattr(record, spec.name)) for spec in specs])
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def heading(spec: FieldSpec) -> str:
    """What stands over a field's column: its title, and its unit if it has one."""
    return f"{spec.title} ({spec.unit})" if spec.unit else spec.title


_LONGEST_SHEET_NAME = 31
_EXCEL_BEGINS = 1901
"""The first year whose days Excel counts as everybody else does."""
_DAYS = frozenset({Kind.DATE, Kind.DATETIME, Kind.MONTH})
_NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.SCALE})


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
    return _text_cell(sheet, str(value))


def _on_the_clock(moment: datetime) -> datetime:
    """A moment as a spreadsheet takes it: without a zone, as the person's own clock showed it."""
    return moment.replace(tzinfo=None)


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"  # text that begins with "=" would otherwise become a formula
    return cell
