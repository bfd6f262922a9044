"""When two names of a skill are the same: in the learning log, the postings, the skills and the resources."""

from __future__ import annotations


def skill_key(name: str) -> str:
    """The same for all spellings of a name that differ in capitals and blanks alone.

    >>> skill_key(" Project  Management")
    'project management'
    """
    return " ".join(name.split()).casefold()
