"""A resume as a DOCX file: Word's own headings and lists, one column, no tables, no pictures."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rutkit.exchange.resume_documents.sheet import Sheet, SheetEntry

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Calibri"


def word_file(sheet: Sheet) -> bytes:
    """The file."""
    from docx import Document

    document = Document()
    _set_up(document, sheet)
    document.add_heading(sheet.name or "Resume", level=1)
    for text in (sheet.label, " · ".join(sheet.contacts), sheet.summary):
        if text:
            document.add_paragraph(text)
    for section in sheet.sections:
        document.add_heading(section.title, level=2)
        for entry in section.entries:
            _add(document, entry)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _add(document: Document, entry: SheetEntry) -> None:
    if entry.is_short:
        paragraph = document.add_paragraph()
        paragraph.add_run(entry.title).bold = True
        paragraph.add_run(f": {entry.text}" if entry.title and entry.text else entry.text)
        return
    document.add_heading(entry.title, level=3)
    beneath = ", ".join(part for part in (entry.beneath, entry.when) if part)
    for text in (beneath, entry.text):
        if text:
            document.add_paragraph(text)
    for line in entry.lines:
        document.add_paragraph(line, style="List Bullet")


def _set_up(document: Document, sheet: Sheet) -> None:
    """Margins, sizes and colors; python-docx begins with Word's old blue headings."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    document.core_properties.title = f"{sheet.name}: resume" if sheet.name else "Resume"
    document.core_properties.author = sheet.name
    document.core_properties.comments = ""
    page = document.sections[0]
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin = page.bottom_margin = Cm(2)
    for name, size, before, after in _STYLES:
        style = document.styles[name]
        style.font.name = FONT
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0x1B, 0x1B, 0x1B)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)  # a theme's font would win over the one that is named


_STYLES = (
    ("Normal", 10.5, 0, 3),
    ("Heading 1", 20, 0, 2),
    ("Heading 2", 13, 12, 4),
    ("Heading 3", 11, 6, 0),
    ("List Bullet", 10.5, 0, 2),
)
"""Word's own styles, with their size and the space before and after, in points."""
