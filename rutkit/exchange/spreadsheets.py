"""XLSX files as rows of text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from rutkit.exchange.archives import DAMAGED
from rutkit.exchange.errors import TableError
from rutkit.numerals import write_number

MAX_MEMBERS = 2_000
MAX_UNPACKED_BYTES = 200_000_000


def read_spreadsheet(data: bytes, name: str) -> Iterator[Sequence[str | None]]:
    """The rows of the first sheet that holds anything, as text; `name` is what errors call the file.

    Raises:
        TableError: it is no XLSX file, is damaged, or unpacks to too much.
    """
    _check_archive(data, name)
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
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


def _check_archive(data: bytes, name: str) -> None:
    """Refuse what would unpack to far more than a table needs, before anything is unpacked."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except DAMAGED:
        raise TableError(f"“{name}” is damaged: its parts cannot be found.") from None
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise TableError(f"“{name}” unpacks to more than a table should hold; please save it as CSV.")


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
