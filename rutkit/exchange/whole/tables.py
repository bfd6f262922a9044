"""A workbook as tables for other programs: a sheet, or a CSV file, for each record type."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from rutkit.exchange.exporting import Sheet, write_csv, write_sheets
from rutkit.exchange.whole.naming import title_of
from rutkit.records import Record

_DATED = (1980, 1, 1, 0, 0, 0)
"""When every file in the zip was made, as far as it says: the same records give the same bytes."""


@dataclass(frozen=True)
class Chapter:
    """Record types that belong together, with their records."""

    number: int
    slug: str
    title: str
    records: Sequence[tuple[type[Record], Sequence[Record]]]


def write_book(chapters: Sequence[Chapter]) -> bytes:
    """An XLSX file: a sheet for each record type of which there is a record, and a first one that names them all."""
    contents: list[list[str | int]] = [["Step", "", "What", "Records", "What it is"]]
    sheets = []
    for chapter in chapters:
        for kind, records in chapter.records:
            title = title_of(kind)
            contents.append([chapter.number, chapter.title, title, len(records), _about(kind)])
            if records:
                sheets.append(Sheet(f"{chapter.number} {title}", kind, records))
    return write_sheets(sheets, contents=contents)


def write_csv_zip(chapters: Sequence[Chapter]) -> bytes:
    """A zip of CSV files, a folder for each step and a file for each record type of which there is a record."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for chapter in chapters:
            for kind, records in chapter.records:
                if records:
                    name = f"{chapter.number:02}-{chapter.slug.replace('_', '-')}/{kind.table()}.csv"
                    member = zipfile.ZipInfo(name, _DATED)
                    member.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(member, write_csv(kind, records, with_ids=True))
    return file.getvalue()


def _about(kind: type[Record]) -> str:
    return " ".join((kind.__doc__ or "").partition("\n\n")[0].split())
