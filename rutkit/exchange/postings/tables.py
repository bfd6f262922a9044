"""Tables of postings, a posting a row: what boards, spreadsheets and JobSpy write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from statistics import median

from rutkit.exchange.days import day_order
from rutkit.exchange.postings.fields import PARTS, parts_by_name
from rutkit.exchange.postings.found import LONGEST_TEXT, Found, Unreadable, checked
from rutkit.exchange.postings.records import posting
from rutkit.exchange.tables import Table, read_table

MAX_BYTES = 200_000_000
"""20,000 postings with all that a board tells of them are some 100 MB."""

SHORTEST_TYPICAL_TEXT = 200
"""Characters that half of a column's cells have, if it is taken for the text although its name does not say so."""

_ROWS_BETWEEN_NEWS = 500


def read_posting_table(data: bytes, filename: str) -> Table:
    """Read a CSV, TSV or XLSX file of postings; larger than other tables, with longer cells.

    Raises:
        TableError: it is no table, is damaged, or is too large.
    """
    return read_table(data, filename, max_bytes=MAX_BYTES, longest_cell=LONGEST_TEXT * 2)


def suggest_columns(table: Table) -> dict[str, str | None]:
    """For each part of a posting (see `fields.PARTS`) the column that most likely holds it, or None.

    The names of columns decide. Where none is a name for the text, it is the column of the longest cells.
    """
    known = parts_by_name(table.columns)
    columns = {part: known.get(part, (None,))[0] for part in PARTS}
    if columns["text"] is None:
        columns["text"] = _longest_column(table)
    return columns


def postings_of_table(
    table: Table,
    where: str,
    columns: Mapping[str, str | None] | None = None,
    *,
    on_progress: Callable[[int, int], object] = lambda done, total: None,
) -> Iterator[Found]:
    """The posting of every row.

    Args:
        table: what was read from a file, see `read_posting_table`.
        where: the file's name, for people.
        columns: which column holds which part of a posting; if None, what `suggest_columns` says.
        on_progress: told now and then how many rows of how many are read.
    """
    chosen = suggest_columns(table) if columns is None else columns
    if chosen.get("text") is None:
        yield Unreadable(where, _no_text(table))
        return
    fields = parts_by_name(table.columns) | {part: (name,) for part, name in chosen.items() if name}
    day_first = any(
        day_order(cells[table.columns.index(name)] for cells in table.rows).day_first
        for part in ("posted", "closing")
        for name in fields.get(part, ())
    )
    total = len(table.rows)
    for done, (row_number, cells) in enumerate(zip(table.row_numbers, table.rows, strict=True)):
        if done % _ROWS_BETWEEN_NEWS == 0:
            on_progress(done, total)
        record = dict(zip(table.columns, cells, strict=True))
        found = posting(record, fields, done + 1, f"{where}, row {row_number:,}", day_first=day_first)
        yield checked(found)
    on_progress(total, total)


def _longest_column(table: Table) -> str | None:
    lengths = {
        column: median([len(cells[position] or "") for cells in table.rows])
        for position, column in enumerate(table.columns)
        if table.rows
    }
    longest = max(lengths, key=lengths.__getitem__, default=None)
    return longest if longest is not None and lengths[longest] >= SHORTEST_TYPICAL_TEXT else None


def _no_text(table: Table) -> str:
    names = ", ".join(f"“{column}”" for column in table.columns[:8])
    more = " and more" if len(table.columns) > 8 else ""
    return (
        f"None of its columns holds the text of postings; it has {names}{more}. "
        "Please name that column “description”, or choose another file."
    )
