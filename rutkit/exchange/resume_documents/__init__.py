"""A resume as something to send: DOCX, and HTML to print. Both are one column under plain headings.

So that whoever reads it finds their way, people and applicant-tracking systems alike.
"""

from rutkit.exchange.resume_documents.print_page import print_page
from rutkit.exchange.resume_documents.sheet import Sheet, SheetEntry, SheetSection, sheet_of
from rutkit.exchange.resume_documents.word_file import word_file

__all__ = ["Sheet", "SheetEntry", "SheetSection", "print_page", "sheet_of", "word_file"]
