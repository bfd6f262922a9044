"""The whole workbook, or some of its steps, as one file."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rutkit.errors import RutkitError
from rutkit.exchange.calendar import calendar_file
from rutkit.exchange.whole.document import write_document
from rutkit.exchange.whole.schema import json_schema
from rutkit.exchange.whole.tables import write_book, write_csv_zip
from rutkit.home.moving.calendar import all_dates
from rutkit.home.moving.parts import Source, chapters_of, parts, records_of
from rutkit.home.moving.report import report
from rutkit.home.records import record_types


class ExportError(RutkitError):
    """A file cannot be written; the message says why and what to do."""


@dataclass(frozen=True)
class Format:
    """A kind of file that a workbook can leave as."""

    suffix: str
    words: str
    """What a person calls it."""
    about: str
    """What it is good for, in a sentence."""
    media_type: str


@dataclass(frozen=True)
class Wanted:
    """What is to be taken along."""

    slugs: frozenset[str] = frozenset()
    """Steps, and `home` for the dashboard; empty for all."""
    with_private: bool = False
    """Whether a report shows what nobody else was meant to read."""


FORMATS: tuple[Format, ...] = (
    Format(
        ".json",
        "JSON: everything, to bring in again",
        "Everything that is saved, for another workbook or for a program of your own. It comes back as it left. "
        "Sealed letters are in it, readable.",
        "application/json",
    ),
    Format(
        ".xlsx",
        "Excel: a sheet for each kind of answer",
        "For Excel, LibreOffice or Numbers: with real days, times and numbers. Notes are in it, and sealed "
        "letters, readable.",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    Format(
        ".zip",
        "CSV: a table for each kind of answer",
        "For any other program: a zip of plain tables. Notes are in it, and sealed letters, readable.",
        "application/zip",
    ),
    Format(
        ".html",
        "Report: findings and answers, to read or print",
        "One file with the findings, the drawings, the numbers behind them and your answers. It opens in any browser, "
        "needs no network and prints well.",
        "text/html",
    ),
    Format(
        ".ics",
        "Calendar: every date that you have set",
        "For your own calendar: milestones, sessions, events, follow-ups, reviews. A newer file brings the same "
        "entries up to date.",
        "text/calendar",
    ),
)


def format_of(path: Path) -> Format:
    """The format that a file's name asks for.

    Raises:
        ExportError: it asks for none that there is.
    """
    for each in FORMATS:
        if path.suffix.lower() == each.suffix:
            return each
    endings = ", ".join(each.suffix for each in FORMATS)
    raise ExportError(f"{path.name} does not say what it is to be. Let its name end in one of: {endings}.")


def slugs_of(names: Iterable[str]) -> frozenset[str]:
    """The parts that somebody named, by number ("3") or by name ("emotions", "job-search").

    Raises:
        ExportError: there is no such part.
    """
    by_name = {name: part.slug for part in parts() for name in (part.slug, str(part.number))}
    slugs = set[str]()
    for name in names:
        slug = by_name.get(name.strip().lower().replace("-", "_"))
        if slug is None:
            known = ", ".join(part.slug.replace("_", "-") for part in parts())
            raise ExportError(f"There is no step “{name}”. There are: {known}.")
        slugs.add(slug)
    return frozenset(slugs)


def content(source: Source, wanted_format: Format, wanted: Wanted, today: date) -> Iterator[bytes]:
    """The file, in pieces."""
    match wanted_format.suffix:
        case ".json":
            yield from write_document(records_of(source, wanted.slugs))
        case ".xlsx":
            yield write_book(chapters_of(source, wanted.slugs))
        case ".zip":
            yield write_csv_zip(chapters_of(source, wanted.slugs))
        case ".html":
            yield report(source, wanted.slugs, today, with_private=wanted.with_private)
        case ".ics":
            with source.alone():
                dates = all_dates(source.workbook, today, wanted.slugs)
            yield calendar_file(dates)


def schema() -> str:
    """The JSON Schema of the JSON that leaves."""
    return json.dumps(json_schema(record_types()), ensure_ascii=False, indent=2)


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that only its owner can read: whole, or not at all; one that was there stays until then.

    Raises:
        ExportError: it cannot be written there, or the disk is full.
    """
    unfinished = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        unfinished = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ExportError(f"{path} could not be written ({why}). Nothing is left of it.") from error
    finally:
        if unfinished:
            with suppress(FileNotFoundError):
                unfinished.unlink()
