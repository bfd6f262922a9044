"""From what was found in files to the postings of a role: read, and put beside what they repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.exchange.postings import FoundPosting
from rutkit.records import LONGEST_SHORT_TEXT
from rutkit.steps.links import short_link
from rutkit.steps.market import readings
from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.records import Posting
from rutkit.steps.market.repeats import Vacancy, find_repeats

Progress = Callable[[int, int], object]

_BETWEEN_NEWS = 100
_PART_OF_READING = 0.8
"""How much of the work is reading; the rest is looking for repeats."""


@dataclass(frozen=True)
class Adding:
    """What will be added; nothing is saved yet."""

    postings: tuple[Posting, ...]
    """Read, with `repeats` set where one repeats another."""
    there: tuple[FoundPosting, ...]
    """Those that the role has already, the same in everything: from a file that was imported before."""

    @property
    def repeats(self) -> int:
        """How many of the new ones repeat another, new or old."""
        return sum(bool(posting.repeats) for posting in self.postings)


def plan_adding(
    found: Iterable[FoundPosting],
    role: str,
    existing: Sequence[Posting],
    reader: Reader,
    version: str,
    on_progress: Progress = lambda done, total: None,
) -> Adding:
    """Read what was found, and see what of it repeats what.

    Args:
        found: what came out of files, see `exchange.postings`.
        role: the id of the target role that it is for.
        existing: the postings of that role so far.
        reader: what reads them, see `vocabularies.reader_with`.
        version: of that reader, see `readings.version`.
        on_progress: told now and then how many of how many are done.
    """
    known: dict[tuple[str, ...], set[date | None]] = {}
    for posting in existing:
        known.setdefault(_identity(posting), set()).add(posting.posted)
    new: list[Posting] = []
    there: list[FoundPosting] = []
    candidates = list(found)
    for done, one in enumerate(candidates):
        if done % _BETWEEN_NEWS == 0:
            on_progress(round(done * _PART_OF_READING), len(candidates))
        posting = _posting(one, role)
        # A day that the source does not name may have been read in the text of the one that is there.
        days = known.get(_identity(posting), set())
        if posting.posted in days or (days and posting.posted is None):
            there.append(one)
        else:
            new.append(read(posting, reader, version))
    originals = find_repeats(
        [_vacancy(posting) for posting in existing if not posting.repeats],
        [_vacancy(posting) for posting in new],
        lambda done, total: on_progress(
            round(len(candidates) * (_PART_OF_READING + (1 - _PART_OF_READING) * done / max(total, 1))),
            len(candidates),
        ),
    )
    return Adding(
        tuple(
            posting.model_copy(update={"repeats": originals[posting.id]})
            if posting.id in originals
            else posting
            for posting in new
        ),
        tuple(there),
    )


def read(posting: Posting, reader: Reader, version: str) -> Posting:
    """The posting with what the reader finds in it; days that it lacks are taken from its text."""
    reading = reader.read(posting.text, posting.title)
    return posting.model_copy(
        update={
            "reading": readings.to_json(reading, posting.text, version),
            "posted": posting.posted or reading.posted,
            "closing": posting.closing or reading.closing,
        }
    )


def read_again(
    postings: Sequence[Posting],
    reader: Reader,
    version: str,
    on_progress: Progress = lambda done, total: None,
) -> tuple[Posting, ...]:
    """Those of the postings that another version of the reader has read, or none, read by this one."""
    stale = [posting for posting in postings if not readings.is_current(posting.reading, version)]
    again = []
    for done, posting in enumerate(stale):
        if done % _BETWEEN_NEWS == 0:
            on_progress(done, len(stale))
        again.append(read(posting, reader, version))
    on_progress(len(stale), len(stale))
    return tuple(again)


def _posting(found: FoundPosting, role: str) -> Posting:
    return Posting(
        role=role,
        title=found.title[:LONGEST_SHORT_TEXT],
        company=found.company[:LONGEST_SHORT_TEXT],
        location=found.location[:LONGEST_SHORT_TEXT],
        link=short_link(found.link),
        posted=found.posted,
        closing=found.closing,
        text=found.text,
    )


def _identity(posting: Posting) -> tuple[str, ...]:
    """What two postings have in common that are one, if their days are the same too."""
    return (posting.title, posting.company, posting.location, posting.link, posting.text)


def _vacancy(posting: Posting) -> Vacancy:
    return Vacancy(posting.id, posting.title, posting.company, posting.location, posting.text)
