"""What comes out of other people's files: postings, and what could not be read as one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LONGEST_TEXT = 1_000_000
"""Characters. Two hundred pages of print: no posting is that long, but a site's whole archive is."""


@dataclass(frozen=True, slots=True)
class FoundPosting:
    """A posting as somebody else wrote it down. What the source does not say is empty."""

    text: str
    """Plain text; facts that the source keeps apart from it (pay, hours, qualifications) stand at its end."""
    title: str = ""
    company: str = ""
    location: str = ""
    link: str = ""
    posted: date | None = None
    closing: date | None = None
    where: str = ""
    """Where it was found, for people: "jobs.csv, row 12"."""
    id: str | int = ""
    """Its own, or its place in the file, or the file's name."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or a part of one that holds no posting."""

    where: str
    reason: str
    """One sentence or two, for people: what is wrong, and what to do."""


Found = FoundPosting | Unreadable


def checked(posting: FoundPosting) -> Found:
    """The posting, if it has a text that somebody can have written."""
    if not posting.text.strip():
        named = f" It names a job, “{posting.title}”, and nothing else." if posting.title else ""
        return Unreadable(posting.where, f"There is no text in it.{named}")
    if len(posting.text) > LONGEST_TEXT:
        return Unreadable(
            posting.where,
            f"Its text has {len(posting.text):,} characters, which is more than a posting has. "
            "Please save the posting’s own page, or paste its text alone.",
        )
    return posting
