from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from rutkit.exchange import documents
from rutkit.exchange.documents import DocumentError, document_text


def word(*paragraphs: str, table: tuple[str, ...] = ()) -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Ada Muster"
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        for cell, text in zip(document.add_table(1, len(table)).rows[0].cells, table, strict=True):
            cell.text = text
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def pdf(text: str = "", *, password: str = "") -> bytes:
    """A PDF of one page, written by hand: pypdf writes no text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    written += (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(written),
        )
    )
    if not password:
        return written
    writer = PdfWriter(clone_from=io.BytesIO(written))
    writer.encrypt(password, algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


def test_a_word_file_gives_its_header_paragraphs_and_tables_in_order() -> None:
    text = document_text(word("Work", "Cut waste", table=("SQL", "dbt")), "mine.docx")
    assert text.split("\n") == ["Ada Muster", "Work", "Cut waste", "SQL", "dbt"]


def test_a_pdf_gives_its_text() -> None:
    assert document_text(pdf("Cut waste by 9 %"), "mine.pdf") == "Cut waste by 9 %"


def test_empty_lines_do_not_pile_up() -> None:
    assert document_text(word("One", "", "", "", "Two "), "mine.docx").endswith("One\n\nTwo")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{\\rtf1}", "neither a PDF nor a Word file"),
        (b"", "neither a PDF nor a Word file"),
        (b"%PDF-1.4 and no more", "is damaged"),
        (pdf("Secret", password="rut"), "locked with a password"),
        (pdf(), "No text was found"),
        (b"PK\x03\x04 and no more", "could not be read. The zip is damaged"),
        (b" " * (documents.MAXIMUM_BYTES + 1), "larger than 20 MB"),
        (word("x" * (documents.LONGEST_TEXT + 1)), "more text than any resume"),
    ],
)
def test_a_file_that_gives_no_text_is_answered_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(DocumentError, match=sentence):
        document_text(content, "mine")


def test_a_zip_bomb_in_the_shape_of_a_word_file_is_not_opened() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w/>" + " " * 40_000_000)
    with pytest.raises(DocumentError, match="far more than text does"):
        document_text(packed.getvalue(), "mine.docx")


def test_a_zip_that_is_no_word_file_is_damaged() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Skills.csv", "Name\n")
    with pytest.raises(DocumentError, match="is damaged"):
        document_text(packed.getvalue(), "mine.docx")


@given(st.sampled_from([pdf("Cut waste"), word("Cut waste")]), st.integers(0, 5_000), st.binary(max_size=20))
def test_a_file_with_any_damage_is_read_or_answered(content: bytes, place: int, noise: bytes) -> None:
    place %= len(content)
    with suppress(DocumentError):
        assert document_text(content[:place] + noise + content[place + len(noise) :], "mine")
