"""What comes out of other people's files of contacts: the people, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Progress = Callable[[int, int], object]

MOST_PEOPLE = 50_000
"""That one file may bring. LinkedIn itself allows 30,000 connections; a larger file is somebody else's list."""

BETWEEN_NEWS = 500
"""People after whom it is said how far reading has come."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody as another program wrote them down. What it does not say is empty."""

    name: str
    company: str = ""
    position: str = ""
    place: str = ""
    mails: tuple[str, ...] = ()
    """The one to write to first."""
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: str = ""
    connected: date | None = None
    where: str = ""
    """Where it was found, for people: "Connections.csv, row 12"."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a file that is nobody, or nobody that can be read."""

    where: str
    reason: str
    """One sentence, for people."""


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """All that came out of a file."""

    people: tuple[FoundPerson, ...]
    left_out: tuple[LeftOut, ...] = ()


def too_many(name: str, count: int) -> str:
    """The sentence about a file of more people than can be taken in."""
    return (
        f"“{name}” holds {count:,} people, and {MOST_PEOPLE:,} are the most that can be brought in at once. "
        "Nothing was changed; please keep those that you know, or split the file."
    )


def one_line(*texts: str | None) -> str:
    """The texts in one line, without white space that says nothing."""
    return " ".join(" ".join(filter(None, texts)).split())
