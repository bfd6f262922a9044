"""Reads files full of postings and writes what was found, one line of JSON for each: `rutkit extract`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import chain, count
from operator import attrgetter
from pathlib import Path
from typing import Any

from rutkit.errors import RutkitError
from rutkit.exchange.postings import FoundPosting, Unreadable, postings_of_path
from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.reading import Reading, SkillMention


class ExtractError(RutkitError):
    """There is nothing to read, or nowhere to write; the message says which."""


def extract(
    source: Path, target: Path, done: Callable[[], object] = lambda: None
) -> tuple[int, list[Unreadable]]:
    """Read every posting of a file or folder and write what was found as JSON Lines.

    `done` is called after each. Returned are how many were written, and what could not be read. The target is put in
    place once it is whole; until then, whatever has its name stays as it is.

    Raises:
        ExtractError: there is nothing at the source, or the target is the source or a folder.
    """
    if not source.exists():
        raise ExtractError(f"There is nothing at {source}. Nothing was written.")
    if target.is_dir() or target.resolve() == source.resolve():
        raise ExtractError(f"{target} cannot be written over. Nothing was written; please name another file.")
    reader = Reader()
    ids: set[str | int] = set()
    written = 0
    unreadable: list[Unreadable] = []
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as lines:
            for found in postings_of_path(source, besides=(target, unfinished)):
                if isinstance(found, Unreadable):
                    unreadable.append(found)
                else:
                    found = _with_own_id(found, ids)
                    lines.write(as_json(found, reader.read(found.text, found.title)) + "\n")
                    written += 1
                done()
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return written, unreadable


def _with_own_id(posting: FoundPosting, ids: set[str | int]) -> FoundPosting:
    """With an id that is not among those given yet: the first rows of two tables would otherwise both be 1."""
    names = chain((posting.id, posting.where), (f"{posting.where} ({number})" for number in count(2)))
    own = next(name for name in names if name not in ids)
    ids.add(own)
    return replace(posting, id=own)


def as_json(posting: FoundPosting, reading: Reading) -> str:
    """One line of the target. All places count characters of its `text`. Company and date stand there if given."""
    salary = reading.salary
    mentions = sorted((*reading.skills, *reading.phrases), key=attrgetter("start"))
    line = {
        "id": posting.id,
        "title": posting.title,
        **({"company": posting.company} if posting.company else {}),
        **({"date": posting.posted.isoformat()} if posting.posted else {}),
        "skills": [_of_mention(mention) for mention in mentions],
        "years": [
            {"min": years.min, "max": years.max, "sentence": years.sentence} for years in reading.years
        ],
        "education": [
            {
                "level": education.level,
                "field": education.field,
                "or_equivalent": education.or_equivalent,
                "sentence": education.sentence,
            }
            for education in reading.education
        ],
        "salary": salary
        and {
            "min": salary.min,
            "max": salary.max,
            "currency": salary.currency,
            "unit": salary.unit,
            "text": salary.text,
        },
        "workplace": reading.workplace,
        "seniority": reading.seniority,
        "employment": reading.employment,
        "text": posting.text,
    }
    return json.dumps(line, ensure_ascii=False)


def _of_mention(mention: SkillMention) -> dict[str, Any]:
    return {
        "name": mention.name,
        "kind": mention.kind.value,
        "requirement": mention.requirement.value,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "sentence": mention.sentence,
    }
