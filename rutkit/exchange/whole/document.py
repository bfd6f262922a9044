"""A workbook as one JSON document: everything that was saved, a record a line.

Times are in UTC, days and months ISO 8601 (a month is its first day), amounts of money text with all their digits,
lists arrays. The same records give the same bytes. What is half typed (drafts) and the history for undo are not in it:
they belong to the file itself, and a copy of that takes them along.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from rutkit.records import Record

FORMAT = "rutkit workbook"
FORMAT_VERSION = 1
"""Raised when a reader of the version before could no longer read what is written."""

Records = Mapping[type[Record], Sequence[Record]]
"""The records of each type, in the order in which the workbook keeps them."""


def write_document(records: Records) -> Iterator[bytes]:
    """The document in pieces, in UTF-8. Types without a record are named, too: the workbook holds none of them."""
    yield _line(f'{{"format": {_text(FORMAT)}, "format_version": {FORMAT_VERSION}, "records": {{')
    for position, (record_type, of_type) in enumerate(records.items()):
        yield from _array(record_type, of_type)
        yield _line("," if position + 1 < len(records) else "")
    yield _line("}}")


def as_json(record: Record) -> dict[str, Any]:
    """A record in what JSON knows, field by field, its bookkeeping first."""
    return {name: _plain(value) for name, value in record}


def _array(record_type: type[Record], records: Iterable[Record]) -> Iterator[bytes]:
    yield f"{_text(record_type.table())}: [".encode()
    before = "\n"
    for record in records:
        yield f"{before}{json.dumps(as_json(record), ensure_ascii=False, allow_nan=False)}".encode()
        before = ",\n"
    yield b"]" if before == "\n" else b"\n]"


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case tuple():
            return list(value)
    return value


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _line(text: str) -> bytes:
    return f"{text}\n".encode()
