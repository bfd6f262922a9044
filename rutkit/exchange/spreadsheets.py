"""XLSX files as rows of text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from rutkit.exchange.archives import Archive, Limits
from rutkit.exchange.errors import ArchiveError, TableError
from rutkit.numerals import write_number

MAX_MEMBERS = 2_000
MAX_UNPACKED_BYTES = 200_000_000


def read_spreadsheet(data: bytes, name: str) -> Iterator[Sequence[str | None]]:
    """The rows of the first sheet that holds anything, as text; `name` is what errors call the file.

    Raises:
        TableError: it is no XLSX file, is damaged, or unpacks to too much.
    """
    checked = _checked(data, name)
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(checked, read_only=True, data_only=True, keep_links=False)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what a file says about its size is often wrong
            if _holds_anything(sheet.iter_rows(values_only=True)):
                yield from map(_texts, sheet.iter_rows(values_only=True))
                return
    except Exception:
        # openpyxl raises whatever it stumbles over: KeyError, ParseError, ValueError, zlib.error and more.
        raise TableError(
            f"“{name}” is damaged or no spreadsheet; please open it where it was made and save it again."
        ) from None


def _checked(data: bytes, name: str) -> io.BytesIO:
    """The same spreadsheet, unless it would unpack to far more than a table needs."""
    try:
        return Archive(data, Limits(MAX_MEMBERS, MAX_UNPACKED_BYTES, MAX_UNPACKED_BYTES)).repacked()
    except ArchiveError as error:
        raise TableError(f"“{name}” could not be read. {error} You can also save it as CSV.") from None


def _holds_anything(rows: Iterable[Sequence[Any]]) -> bool:
    return any(cell is not None for row in rows for cell in row)


def _texts(row: Sequence[Any]) -> list[str | None]:
    return [_text(cell) for cell in row]


def _text(cell: Any) -> str | None:
    match cell:
        case None | str():
            return cell
        case bool():
            return "yes" if cell else "no"
        case int() | float() | Decimal():
            return _number_text(cell)
        case datetime() if cell.time() == time.min:
            return cell.date().isoformat()
        case datetime():
            return cell.replace(tzinfo=None).isoformat(timespec="minutes")
        case date():
            return cell.isoformat()
        case time():
            return cell.isoformat(timespec="minutes")
        case _:
            return str(cell)


def _number_text(number: float | Decimal) -> str:
    """A number to 15 digits, as spreadsheets hold it, with no point that could seem to group thousands."""
    text = write_number(Decimal(f"{number:.15g}"))
    return text + "0" if text[-4:-3] == "." else text
