"""A file of postings, told by what is in it: a page, a table, JSON, plain text, or a zip of such files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

from rutkit.exchange.encodings import decoded
from rutkit.exchange.errors import TableError
from rutkit.exchange.postings.first_line import read_first_line
from rutkit.exchange.postings.found import Found, FoundPosting, Unreadable, checked
from rutkit.exchange.postings.json_files import postings_of_json, postings_of_json_lines
from rutkit.exchange.postings.markup import plain_text
from rutkit.exchange.postings.pages import postings_of_page
from rutkit.exchange.postings.tables import MAX_BYTES, postings_of_table, read_posting_table

Progress = Callable[[int, int], object]

TABLES = frozenset((".csv", ".tsv", ".tab", ".xlsx", ".xlsm"))
PAGES = frozenset((".html", ".htm", ".xhtml"))
JSON = frozenset((".json", ".jsonl", ".ndjson", ".jsonld"))
TEXTS = frozenset((".txt", ".text", ".md"))


def postings_of_file(
    data: bytes, name: str, on_progress: Progress = lambda done, total: None
) -> Iterator[Found]:
    """Every posting of a file, and what in it is none.

    `name` tells people where a posting was found, and its ending helps to tell what the file is; where the two
    disagree, what is in the file counts. `on_progress` is told now and then how much of how much is done.
    """
    suffix = PurePath(name).suffix.lower()
    problem = _no_posting(data, suffix)
    if problem:
        yield Unreadable(name, problem)
    elif suffix in TABLES:
        try:
            table = read_posting_table(data, name)
        except TableError as error:
            yield Unreadable(name, str(error))
        else:
            yield from postings_of_table(table, name, on_progress=on_progress)
    else:
        text = decoded(data, _declared_encoding(data) if suffix in PAGES else None)
        if text is None:
            yield Unreadable(name, "There is no text in it.")
        else:
            yield from _postings_of_text(text, name, suffix, on_progress)


def posting_of_text(text: str, where: str = "") -> Found:
    """The posting that somebody pasted, or that stands alone in a text file."""
    text = plain_text(text.replace("\0", ""))
    identifier = PurePath(where).stem
    if len(text.strip()) < SHORTEST_TEXT:
        return Unreadable(
            where, "It is empty." if not text.strip() else f"“{text.strip()}” is too short for a posting."
        )
    named = read_first_line(text)
    return checked(FoundPosting(text, named.title, named.company, named.location, where=where, id=identifier))


SHORTEST_TEXT = 20
"""Characters. Less is a slip of the hand."""


def _postings_of_text(text: str, name: str, suffix: str, on_progress: Progress) -> Iterator[Found]:
    if suffix in JSON:
        is_lines = suffix in (".jsonl", ".ndjson") and not text.lstrip().startswith("[")
        yield from (postings_of_json_lines if is_lines else postings_of_json)(text, name, on_progress)
    elif _is_json(text):
        yield from postings_of_json(text, name, on_progress)
    elif suffix in PAGES or _PAGE.search(text):
        yield from postings_of_page(text, name)
    else:
        yield posting_of_text(text, name)


_PAGE = re.compile(
    r"<!doctype html|<html[\s>]|<body[\s>]|application/ld\+json|schema\.org/JobPosting", re.IGNORECASE
)


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True


_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}charset\s*=\s*|<\?xml[^>]{0,100}encoding\s*=\s*)["']?([a-zA-Z0-9_:.-]{2,40})"""
)


def _declared_encoding(data: bytes) -> str | None:
    """What a page says its encoding is; as browsers do, the oldest Western ones are taken for Windows' own."""
    found = _DECLARED.search(data[:4_096])
    if found is None:
        return None
    declared = found[1].decode("ascii").lower()
    return "cp1252" if declared in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else declared


_SMALL = 10_000

_OTHERS = (
    (b"%PDF", "It is a PDF{disguise}. Please open it, select its text, and paste that."),
    (b"\xd0\xcf\x11\xe0", "It is an old Office file. Please save it as text or as XLSX."),
    (b"\x89PNG", "It is a picture. Please copy the posting’s text instead."),
    (b"\xff\xd8\xff", "It is a picture. Please copy the posting’s text instead."),
    (b"GIF8", "It is a picture. Please copy the posting’s text instead."),
    (b"\x1f\x8b", "It is packed as gzip. Please unpack it first."),
    (b"{\\rtf", "It is a rich text document. Please open it, and paste its text."),
)


def _no_posting(data: bytes, suffix: str) -> str | None:
    """Why the file cannot hold postings, by how it begins."""
    if not data or (len(data) < _SMALL and not data.strip()):
        return "It is empty."
    if len(data) > MAX_BYTES:
        return f"It is larger than {MAX_BYTES // 1_000_000} MB. Please split it."
    for beginning, reason in _OTHERS:
        if data[:100].lstrip().startswith(beginning):
            return reason.format(disguise="" if suffix == ".pdf" else ", whatever its name says")
    if data.startswith(b"PK\x03\x04") and suffix not in TABLES:
        return "It is a packed or an Office file. Please unpack it, or paste the posting’s text."
    return None
