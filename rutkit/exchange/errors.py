"""What goes wrong with other people's files."""

from __future__ import annotations

from rutkit.errors import RutkitError


class TableError(RutkitError):
    """A file cannot be read as a table; the message is one sentence for the person."""


class ArchiveError(RutkitError):
    """A zip, or a file in it, cannot be read; the message is a sentence or two for the person."""


class LinkedInError(RutkitError):
    """A file is no export of LinkedIn’s, or not as they are known; the message is a sentence or two for the person."""


class VCardError(RutkitError):
    """A file holds no vCards that can be read; the message is a sentence or two for the person."""


class CalendarError(RutkitError):
    """A file is no calendar, or nothing in it can be read; the message is a sentence or two for the person."""


class DocumentError(RutkitError):
    """A file is no export of a workbook, or cannot be brought in; the message is a sentence or two for the person."""
