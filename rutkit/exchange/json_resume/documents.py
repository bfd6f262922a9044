"""JSON Resume documents: read as they come, tidied so that they keep to the schema, written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from rutkit.dates import partial_date
from rutkit.errors import RutkitError
from rutkit.exchange.json_resume.schema import BASICS, FORMERLY, LOCATION, PROFILE, SECTIONS, Fields, Shape

MAXIMUM_BYTES = 5_000_000
MOST_ENTRIES = 5_000
"""Entries and lines beneath them; more than any resume has."""
DEEPEST = 40

Entry = dict[str, Any]


class ResumeError(RutkitError):
    """A file is no resume that can be read; the message is one sentence for the person."""


@dataclass(frozen=True)
class ResumeDocument:
    """A resume that keeps to JSON Resume's schema. Fields that the schema does not name are in it, as they came."""

    content: Mapping[str, Any]
    remarks: tuple[str, ...] = ()
    """What was left out, and why, in sentences."""


def read_document(content: bytes, filename: str = "The file") -> ResumeDocument:
    """A JSON Resume from the bytes of its file.

    Files in the wild keep to the schema loosely: dates in words, numbers for texts, one string for a list, names of
    older versions. What can be understood is brought into shape; what cannot is left out and named.

    Raises:
        ResumeError: it is too large, no JSON, or nothing of a resume is in it.
    """
    document = _parsed(content, filename)
    if not any(name in document for name in (*SECTIONS, "basics")):
        raise ResumeError(
            f"“{filename}” is JSON, but no resume in the JSON Resume format. Nothing was changed; "
            "the format is described at jsonresume.org."
        )
    return tidied(document, filename)


def tidied(document: Mapping[str, Any], filename: str = "The file") -> ResumeDocument:
    """The same document in the schema's shape.

    Raises:
        ResumeError: it has more entries than any resume.
    """
    if _size(document) > MOST_ENTRIES:
        raise ResumeError(
            f"“{filename}” has more than {MOST_ENTRIES:,} entries, which no resume has. Nothing was changed."
        )
    remarks: list[str] = []
    content = dict(document)
    if "basics" in document:
        content["basics"] = _basics(document["basics"], remarks)
    for section, fields in SECTIONS.items():
        if section in document:
            content[section] = _entries(document[section], section, fields, remarks)
    if not isinstance(content.get("meta", {}), dict):
        del content["meta"]
    return ResumeDocument(content, tuple(remarks))


def write_document(content: Mapping[str, Any]) -> bytes:
    """A document as the bytes of a file."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _parsed(content: bytes, filename: str) -> dict[str, Any]:
    if len(content) > MAXIMUM_BYTES:
        raise ResumeError(
            f"“{filename}” is larger than {MAXIMUM_BYTES // 1_000_000} MB, which no resume is. Nothing was changed."
        )
    try:
        document = json.loads(content.decode("utf-8-sig"), parse_float=_number, parse_constant=_number)
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise ResumeError(
            f"“{filename}” is not JSON, so nothing was read and nothing was changed. A JSON Resume begins with "
            "a curly bracket; a PDF or Word resume cannot be read here."
        ) from None
    if not isinstance(document, dict):
        raise ResumeError(f"“{filename}” is JSON, but not a resume: it should begin with a curly bracket.")
    if _is_deeper(document, DEEPEST):
        raise ResumeError(f"“{filename}” is nested deeper than any resume. Nothing was changed.")
    return document


def _number(written: str) -> float:
    """Raises ValueError: it is infinite, as Python reads "Infinity" and "1e999", or no number: JSON has neither."""
    number = float(written)
    if not isfinite(number):
        raise ValueError(f"{written} is no JSON")
    return number


def _is_deeper(value: Any, levels: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels < 0 or any(_is_deeper(each, levels - 1) for each in inner)


def _size(document: Mapping[str, Any]) -> int:
    lists = [entries for entries in document.values() if isinstance(entries, list)]
    basics = document.get("basics")
    if isinstance(basics, dict) and isinstance(basics.get("profiles"), list):
        lists.append(basics["profiles"])
    entries = [entry for each in lists for entry in each]
    lines = (value for entry in entries if isinstance(entry, dict) for value in entry.values())
    return len(entries) + sum(len(value) for value in lines if isinstance(value, list))


def _basics(basics: Any, remarks: list[str]) -> Entry:
    if not isinstance(basics, dict):
        remarks.append("“basics” should be a group of fields in curly brackets and was left out.")
        return {}
    tidy = _entry(basics, BASICS, "In “basics”", remarks)
    if "location" in basics:
        location = basics["location"]
        tidy["location"] = (
            _entry(location, LOCATION, "In “location”", remarks) if isinstance(location, dict) else {}
        )
    if "profiles" in basics:
        tidy["profiles"] = _entries(basics["profiles"], "profiles", PROFILE, remarks)
    return tidy


def _entries(entries: Any, section: str, fields: Fields, remarks: list[str]) -> list[Entry]:
    if entries is None:
        return []
    if not isinstance(entries, list):
        remarks.append(f"“{section}” should be a list and was left out.")
        return []
    tidy = []
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, dict):
            named = _renamed(entry, FORMERLY.get(section, {}))
            tidy.append(_entry(named, fields, f"In entry {number} of “{section}”", remarks))
        else:
            remarks.append(
                f"Entry {number} of “{section}” was left out: it should be a group of fields in curly brackets."
            )
    return tidy


def _renamed(entry: Entry, names: Mapping[str, str]) -> Entry:
    return {
        names[name] if name in names and names[name] not in entry else name: v for name, v in entry.items()
    }


def _entry(entry: Entry, fields: Fields, where: str, remarks: list[str]) -> Entry:
    tidy: Entry = {}
    for name, value in entry.items():
        shape = fields.get(name)
        if shape is None:
            tidy[name] = value
            continue
        try:
            understood = _TIDIERS[shape](value)
        except ValueError:
            remarks.append(f"{where}, “{name}” should be {shape.value} and was left out.")
            continue
        if understood is not None:
            tidy[name] = understood
    return tidy


def _text(value: Any) -> str | None:
    """Raises ValueError: it is no text."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError
    return printable(str(value))


def _date(value: Any) -> str | None:
    text = _text(value)
    if text is None or text.strip().casefold() in _GOES_ON:
        return None
    known = partial_date(text)
    if known is None:
        raise ValueError
    return known


_GOES_ON = frozenset({"", "present", "current", "now", "today", "ongoing"})
"""What files say in place of the end of something that goes on, where the schema has no date at all."""


def _texts(value: Any) -> list[str] | None:
    if value is None:
        return None
    if isinstance(value, str):
        value = re.split(r"[,;\n]", value)
    if not isinstance(value, list):
        raise ValueError
    texts = (_text(each) for each in value)
    return [text.strip() for text in texts if text and text.strip()]


_TIDIERS = {Shape.TEXT: _text, Shape.DATE: _date, Shape.TEXTS: _texts}


def printable(text: str) -> str:
    """The text without characters that no file of any kind should hold: control characters, halves of letters."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
