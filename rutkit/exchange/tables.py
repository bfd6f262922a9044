"""Tables as other programs write them: CSV, TSV and XLSX, read whatever their dialect."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from statistics import median

from rutkit.exchange.days import is_day
from rutkit.exchange.encodings import encoding_of
from rutkit.exchange.errors import TableError
from rutkit.exchange.formulas import unguarded
from rutkit.exchange.spreadsheets import read_spreadsheet
from rutkit.numerals import NotANumberError, read_number

MAX_BYTES = 50_000_000
MAX_ROWS = 500_000
MAX_COLUMNS = 300
LONGEST_CELL = csv.field_size_limit()

Cells = tuple[str | None, ...]


@dataclass(frozen=True)
class Table:
    """What stood in a file: column names, and rows of as many cells."""

    columns: tuple[str, ...]
    """As in the header, each only once; "Column 3" where it has no name."""
    rows: tuple[Cells, ...]
    """Trimmed text; None where a cell is empty. Rows without any text are left out."""
    row_numbers: tuple[int, ...]
    """For each row, its number in the file as a spreadsheet shows it, from 1."""


def read_table(
    data: bytes,
    filename: str,
    *,
    header: Collection[str] = (),
    max_bytes: int | None = None,
    longest_cell: int = LONGEST_CELL,
) -> Table:
    """Read a file as a table, whichever separator, encoding and preamble it has.

    In an XLSX file it is the first sheet that holds anything; days and times become ISO 8601 text. Rows
    before the header (a title, a date of export) are skipped: the header is the first row that has all the names
    in `header`, in either case, or if there is none, the first that is as full as those after it. A cell of a
    text file that is longer than `longest_cell` characters is taken for a quotation mark that nobody closed.

    Raises:
        TableError: it is no table, is damaged, or is too large.
    """
    name = PurePath(filename).name or "this file"
    if PurePath(filename).suffix.lower() not in _SUFFIXES:
        raise TableError(f"Tables come as CSV, TSV or XLSX files; “{name}” is none of these.")
    max_bytes = max_bytes or MAX_BYTES
    if len(data) > max_bytes:
        raise TableError(f"“{name}” is larger than {max_bytes // 1_000_000} MB; please split it.")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableError(
            f"“{name}” is an old or protected Excel file; please save it as XLSX without a password."
        )
    rows = read_spreadsheet(data, name) if data.startswith(b"PK") else _read_text(data, name, longest_cell)
    return _table(rows, name, frozenset(map(str.casefold, header)))


_SUFFIXES = frozenset({"", ".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm"})


def _read_text(data: bytes, name: str, longest_cell: int) -> Iterator[Sequence[str]]:
    encoding = encoding_of(data)
    if encoding is None:
        raise TableError(f"“{name}” holds no text that can be read as a table.")
    # Decoded piece by piece: one rare character would make four bytes of every character of the whole text.
    lines = io.TextIOWrapper(io.BytesIO(data), encoding, newline="")
    separator = _separator(lines.read(_SAMPLED))
    lines.seek(0)
    limit = csv.field_size_limit(longest_cell)
    reader = csv.reader(lines, delimiter=separator)
    try:
        for row in reader:
            yield [unguarded(cell) for cell in row]
    except csv.Error:
        raise TableError(
            f"Row {reader.line_num:,} of “{name}” cannot be read; a quotation mark may be missing there."
        ) from None
    finally:
        csv.field_size_limit(limit)


_SAMPLED = 50_000
"""Characters from which the separator is told."""


def _separator(sample: str) -> str:
    """The separator that cuts most rows into one and the same number of cells."""
    if sample[:4].lower() == "sep=" and len(sample) > 4:
        return sample[4] if sample[4] in _SEPARATORS else ","
    return max(_SEPARATORS, key=lambda separator: _evenness(sample, separator))


_SEPARATORS = ",;\t|"


def _evenness(sample: str, separator: str) -> tuple[float, int]:
    """The share of rows that have the commonest width beyond one cell, and that width."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    widths = Counter[int]()
    try:
        widths.update(len(row) for row in islice(reader, 200) if row)
    except csv.Error:
        return 0.0, 0
    total = widths.total()
    del widths[1]
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    return count / max(total, 1), width


def _table(raw_rows: Iterable[Sequence[str | None]], name: str, known: frozenset[str]) -> Table:
    rows: list[tuple[int, Cells]] = []
    for number, raw in enumerate(raw_rows, start=1):
        cells = _trimmed(raw)
        if len(cells) > MAX_COLUMNS:
            raise TableError(f"“{name}” has more than {MAX_COLUMNS} columns.")
        if cells and not (number == 1 and _names_separator(cells)):
            rows.append((number, cells))
        if number > MAX_ROWS:
            raise TableError(f"“{name}” has more than {MAX_ROWS:,} rows; please split it.")
    if not rows:
        raise TableError(f"“{name}” is empty.")
    start = _header_position([cells for _, cells in islice(rows, 100)], known)
    header: Cells = rows[start][1]
    if _looks_like_values(header):
        header = ()
    else:
        start += 1
    body = rows[start:]
    width = max(len(header), *(len(cells) for _, cells in body), 0)
    return Table(
        columns=_column_names(header + (None,) * (width - len(header))),
        rows=tuple(cells + (None,) * (width - len(cells)) for _, cells in body),
        row_numbers=tuple(number for number, _ in body),
    )


def _trimmed(raw: Sequence[str | None]) -> Cells:
    """The cells without white space around them, and without empty cells at the end."""
    cells = [(cell.strip() or None) if cell else None for cell in raw]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _names_separator(cells: Cells) -> bool:
    """True for the line "sep=;" that Excel puts first."""
    return len(cells) == 1 and (cells[0] or "").lower() in {"sep=", *(f"sep={one}" for one in _SEPARATORS)}


def _header_position(rows: Sequence[Cells], known: frozenset[str]) -> int:
    for position, cells in enumerate(rows):
        if known and known <= {cell.casefold() for cell in cells if cell}:
            return position
    filled = [sum(cell is not None for cell in cells) for cells in rows]
    typical = median(filled)
    return next(position for position, count in enumerate(filled) if count >= typical)


def _looks_like_values(cells: Cells) -> bool:
    """True if most of what should be names are numbers or days: then the file has no header."""
    filled = [cell for cell in cells if cell is not None]
    return sum(_is_number(cell) or is_day(cell) for cell in filled) * 2 > len(filled)


def _is_number(text: str) -> bool:
    try:
        read_number(text)
    except NotANumberError:
        return False
    return True


def _column_names(header: Cells) -> tuple[str, ...]:
    names: list[str] = []
    for position, cell in enumerate(header, start=1):
        name = wanted = " ".join(cell.split()) if cell else f"Column {position}"
        count = 2
        while name in names:
            name = f"{wanted} ({count})"
            count += 1
        names.append(name)
    return tuple(names)
