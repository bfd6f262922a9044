"""Office files are XML in a zip, and XML can name files of the machine, and grow without end."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from rutkit.errors import RutkitError
from rutkit.exchange.documents import document_text
from rutkit.exchange.tables import read_table

Reader = Callable[[bytes, str], object]

SECRET = "nobody may read this"
WORD = "here-it-stands"
LEVELS = 30
"""Each level doubles: a thousand million times the innermost word."""


def packed_xlsx() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["Day", "Note"])
    workbook.worksheets[0].append(["2026-01-01", WORD])
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def packed_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph(WORD)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_entity(packed: bytes, declarations: str) -> bytes:
    """The same file, with the entity `x` declared in each part, and used where the word stood."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            text = source.read(name)
            if name.endswith(".xml") and WORD.encode() in text:
                body = text.decode().partition("?>")[2] if text.startswith(b"<?xml") else text.decode()
                text = f"<!DOCTYPE r [{declarations}]>{body.replace(WORD, '&x;')}".encode()
            archive.writestr(name, text)
    return target.getvalue()


each_kind = pytest.mark.parametrize(
    ("packed", "read"), [(packed_xlsx(), read_table), (packed_docx(), document_text)], ids=["xlsx", "docx"]
)


@each_kind
def test_a_file_of_the_machine_that_is_named_within_is_not_read(
    packed: bytes, read: Reader, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text(SECRET, encoding="utf-8")
    hostile = with_entity(packed, f'<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">')
    assert hostile != packed
    try:
        found = repr(read(hostile, "mine"))
    except RutkitError as error:
        found = str(error)
    assert SECRET not in found


@each_kind
def test_text_that_grows_without_end_is_not_unfolded(packed: bytes, read: Reader) -> None:
    levels = "".join(f'<!ENTITY e{at} "&e{at - 1};&e{at - 1};">' for at in range(1, LEVELS))
    hostile = with_entity(packed, f'<!ENTITY e0 "growing">{levels}<!ENTITY x "&e{LEVELS - 1};">')
    try:
        found = repr(read(hostile, "mine"))
    except RutkitError as error:
        found = str(error)
    assert sys.getsizeof(found) < 10_000
