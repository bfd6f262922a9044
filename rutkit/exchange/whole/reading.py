"""A JSON document back into records: all of it, or a sentence that says what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from rutkit.exchange.errors import DocumentError
from rutkit.exchange.importing import import_key
from rutkit.exchange.whole.document import FORMAT, FORMAT_VERSION, Records
from rutkit.records import BOOKKEEPING, Record, describe

MAX_BYTES = 500_000_000
HIGHEST_VERSION = 2**53
"""Of a record: the largest whole number that every reader of JSON keeps."""


@dataclass(frozen=True)
class Document:
    """What a file holds; record types that it does not name are not in `records`."""

    records: Records
    count: int


def read_document(
    data: bytes, filename: str, record_types: Iterable[type[Record]], *, max_bytes: int = MAX_BYTES
) -> Document:
    """Read what `write_document` wrote, of this version or an earlier one.

    A field that a record lacks has its default, as a file of an earlier version may lack it.

    Raises:
        DocumentError: it is something else, was made by a newer rutkit, is damaged or too large.
    """
    if len(data) > max_bytes:
        raise _refused(filename, f"is larger than {max_bytes // 1_000_000} MB")
    tables = _tables(_parsed(data, filename), filename)
    known = {record_type.table(): record_type for record_type in record_types}
    strange = next((name for name in tables if name not in known), None)
    if strange is not None:
        raise _refused(filename, f"holds something that this rutkit does not know (“{strange[:60]}”)", NEWER)
    records = {kind: _records(kind, tables[name], filename) for name, kind in known.items() if name in tables}
    _refuse_twins(records, filename)
    return Document(records, sum(map(len, records.values())))


NEWER = "It may be from a newer rutkit: please update rutkit, then try again."
NOTHING_CHANGED = "Nothing was changed."
SINGLE_TABLES = "A single table (CSV or XLSX) comes in on the page of its step, under “Import or export”."
WHOLE_FILES = "A workbook’s own file comes back by “Bring a copy back”, or opens with rutkit --file."


def _refused(filename: str, what: str, then: str = NOTHING_CHANGED) -> DocumentError:
    return DocumentError(f"“{filename}” {what}. {then}")


def _parsed(data: bytes, filename: str) -> Any:
    if data.startswith(b"SQLite format 3\0"):
        raise _refused(filename, "is a workbook, not what was exported from one", WHOLE_FILES)
    if data.startswith(b"PK\x03\x04") or filename.lower().endswith((".csv", ".tsv", ".xlsx", ".zip")):
        raise _refused(filename, "is not the JSON that rutkit exports", SINGLE_TABLES)
    if not data.strip():
        raise _refused(filename, "is empty")
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_named_once)
    except _TwiceError as error:
        raise _refused(filename, f"names “{str(error)[:60]}” twice in one place") from None
    except json.JSONDecodeError as error:
        is_cut_off = not error.doc[error.pos :].strip() or error.msg.startswith("Unterminated")
        raise _refused(
            filename,
            "ends in the middle: a part of it is missing"
            if is_cut_off
            else f"is not the JSON that rutkit exports (line {error.lineno} cannot be read)",
        ) from None
    except (ValueError, RecursionError):
        # Bytes that are no text, numbers of thousands of digits, arrays in arrays in arrays.
        raise _refused(filename, "is not the JSON that rutkit exports") from None


class _TwiceError(ValueError):
    """A name stands twice in one object: one of its values would be lost without a word."""


def _named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return values


def _tables(document: Any, filename: str) -> Mapping[str, list[Any]]:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _refused(filename, "is not the JSON that rutkit exports")
    version = document.get("format_version")
    if type(version) is int and version > FORMAT_VERSION:
        raise _refused(
            filename, "is from a newer rutkit", f"{NOTHING_CHANGED} Please update rutkit, then try again."
        )
    tables = document.get("records")
    if version != FORMAT_VERSION or not isinstance(tables, dict):
        raise _refused(filename, "is not whole: it does not say which records it holds")
    for name, rows in tables.items():
        if not isinstance(rows, list):
            raise _refused(filename, f"has no list of records under “{name[:60]}”")
    return tables


def _records(kind: type[Record], rows: Sequence[Any], filename: str) -> tuple[Record, ...]:
    return tuple(_record(kind, row, number, filename) for number, row in enumerate(rows, start=1))


def _record(kind: type[Record], row: Any, number: int, filename: str) -> Record:
    which = f"{kind.noun} {number:,}"
    if not isinstance(row, dict) or not row.keys() >= BOOKKEEPING:
        raise _refused(filename, f"has a record that is not whole ({which})")
    try:
        # From JSON again, where pydantic tells a number from a text that looks like one.
        record = kind.model_validate_json(json.dumps(row), strict=True)
        return record.model_copy(update={n: v.astimezone() for n, v in record if isinstance(v, datetime)})
    except ValidationError as error:
        raise _misfit(kind, error, which, filename) from None
    except (ValueError, OverflowError):
        raise _refused(filename, f"has a time that no clock shows ({which})") from None


def _misfit(kind: type[Record], error: ValidationError, which: str, filename: str) -> DocumentError:
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    if first["type"] == "extra_forbidden":
        return _refused(
            filename, f"has a field that this rutkit does not know (“{name[:60]}”, {which})", NEWER
        )
    title = next((spec.title for spec in describe(kind) if spec.name == name), name)
    return _refused(filename, f"has a value that does not fit: “{title}” of {which}")


def _refuse_twins(records: Records, filename: str) -> None:
    """Refuse two records with one id, and two where the type allows only one."""
    for kind, of_type in records.items():
        ids, keys = set[str](), set[Any]()
        for number, record in enumerate(of_type, start=1):
            if not 0 < record.version <= HIGHEST_VERSION or not record.id.strip():
                raise _refused(filename, f"has a record that was never saved ({kind.noun} {number:,})")
            key = record.id if kind.one_per is None else import_key(record)
            if record.id in ids or key in keys:
                raise _refused(filename, f"holds the same {kind.noun} twice (number {number:,})")
            ids.add(record.id)
            keys.add(key)
