"""The text of a PDF or Word file, for somebody to paste from. Its layout is lost, and nothing is understood of it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING

from rutkit.errors import RutkitError
from rutkit.exchange.archives import Archive, Limits, is_zip
from rutkit.exchange.errors import ArchiveError
from rutkit.exchange.json_resume import printable

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

MAXIMUM_BYTES = 20_000_000
MOST_PAGES = 50
LONGEST_TEXT = 200_000
"""Characters; a resume of ten full pages has some 40,000."""

_WORD_LIMITS = Limits(members=5_000, unpacked_bytes=200_000_000, member_bytes=50_000_000)


class DocumentError(RutkitError):
    """No text can be taken from a file; the message is a sentence or two for the person."""


def document_text(content: bytes, filename: str) -> str:
    """The text of a PDF or DOCX file, paragraph by paragraph.

    Raises:
        DocumentError: it is neither, is damaged, locked or too large, or holds no text, as a scan does not.
    """
    name = PurePath(filename).name or "this file"
    if len(content) > MAXIMUM_BYTES:
        raise DocumentError(
            f"“{name}” is larger than {MAXIMUM_BYTES // 1_000_000} MB, so it was not read. Nothing was changed."
        )
    if content[:1_024].lstrip().startswith(b"%PDF"):
        text = "\n".join(_pdf_pages(content, name))
    elif is_zip(content):
        text = "\n".join(_word_paragraphs(content, name))
    else:
        raise DocumentError(
            f"“{name}” is neither a PDF nor a Word file (DOCX). Nothing was changed; an old DOC file can be "
            "saved as DOCX first."
        )
    text = _without_gaps(printable(text))
    if not text:
        raise DocumentError(
            f"No text was found in “{name}”; it may be a picture of pages. Nothing was changed: please type "
            "what you need from it."
        )
    if len(text) > LONGEST_TEXT:
        raise DocumentError(
            f"“{name}” holds more text than any resume, so it was not read. Nothing was changed."
        )
    return text


def _pdf_pages(content: bytes, name: str) -> list[str]:
    from pypdf import PdfReader

    with _damage(name), _quiet("pypdf"):
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(f"“{name}” is locked with a password. Please save it without one first.")
        if len(reader.pages) > MOST_PAGES:
            raise DocumentError(
                f"“{name}” has more than {MOST_PAGES} pages, so it was not read. Nothing was changed."
            )
        return [page.extract_text() for page in reader.pages]


def _word_paragraphs(content: bytes, name: str) -> list[str]:
    from docx import Document

    with _damage(name):
        document = Document(Archive(content, _WORD_LIMITS).repacked())
        header = document.sections[0].header.paragraphs if len(document.sections) else []
        return [
            *(paragraph.text for paragraph in header),
            *(text for part in document.iter_inner_content() for text in _texts(part)),
        ]


def _texts(part: Paragraph | Table) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    if isinstance(part, Paragraph):
        yield part.text
        return
    for row in part.rows:
        once = {id(cell._tc): cell for cell in row.cells}  # a cell that spans columns comes once for each
        for cell in once.values():
            for inner in cell.iter_inner_content():
                yield from _texts(inner)


@contextmanager
def _damage(name: str) -> Iterator[None]:
    """Say in a sentence whatever goes wrong: readers of damaged files raise nearly everything there is."""
    try:
        yield
    except DocumentError:
        raise
    except ArchiveError as error:
        raise DocumentError(f"“{name}” could not be read. {error} Nothing was changed.") from None
    except (Exception, RecursionError):
        raise DocumentError(f"“{name}” is damaged and could not be read. Nothing was changed.") from None


@contextmanager
def _quiet(logger: str) -> Iterator[None]:
    """Keep what a library logs about a file, and so a piece of it, out of the log."""
    log = logging.getLogger(logger)
    level, log.level = log.level, logging.CRITICAL + 1
    try:
        yield
    finally:
        log.level = level


def _without_gaps(text: str) -> str:
    """The text without white space at the ends of its lines, and with one empty line at most between two."""
    lines = [line.strip() for line in text.split("\n")]
    return "\n".join(
        line for line, before in zip(lines, ["", *lines], strict=False) if line or before
    ).strip()
