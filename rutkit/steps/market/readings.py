"""What was read in a posting, as the compact JSON that is kept beside its text.

Places stand for what can be cut out of the text again; a sentence that cannot be found in it stands as it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from rutkit.steps.market.extract.reading import (
    VERSION,
    EducationMention,
    Kind,
    Reading,
    Requirement,
    Salary,
    SkillMention,
    YearsMention,
)
from rutkit.steps.market.extract.vocabulary import texts

_KINDS = {kind: kind.value[0] for kind in Kind}
_KIND_OF = {code: kind for kind, code in _KINDS.items()}
_REQUIREMENTS = {requirement: requirement.value[0] for requirement in Requirement}
_REQUIREMENT_OF = {code: requirement for requirement, code in _REQUIREMENTS.items()}


def version(loaded: Iterable[str] = ()) -> str:
    """Which reader reads now: another one as soon as its rules (`VERSION`) or its skills are others.

    `loaded` are the texts of the vocabularies that the person has loaded.
    """
    digest = hashlib.sha256(_own_version().encode())
    for text in loaded:
        digest.update(hashlib.sha256(text.encode()).digest())
    return digest.hexdigest()[:_VERSION_LENGTH]


_VERSION_LENGTH = 12


def is_current(kept: str, reader: str) -> bool:
    """Whether a kept reading was made by this version of the reader; otherwise the posting wants to be read again."""
    return kept.startswith(_beginning(reader))


def to_json(reading: Reading, text: str, reader: str) -> str:
    """A reading of `text` as it is kept; `reader` is the version that made it."""
    sentences: dict[str, int] = {}

    def number_of(sentence: str) -> int:
        return sentences.setdefault(sentence, len(sentences))

    salary = reading.salary
    kept = {
        "skills": [_from_mention(mention, number_of(mention.sentence)) for mention in reading.skills],
        "phrases": [_from_mention(mention, number_of(mention.sentence))[1:] for mention in reading.phrases],
        "years": [[years.min, years.max, number_of(years.sentence)] for years in reading.years],
        "education": [
            [level.level, level.field, level.or_equivalent, number_of(level.sentence)]
            for level in reading.education
        ],
        "salary": salary and [getattr(salary, name) for name in Salary.__slots__],
        "workplace": reading.workplace,
        "seniority": reading.seniority,
        "employment": reading.employment,
        "posted": reading.posted and reading.posted.isoformat(),
        "closing": reading.closing and reading.closing.isoformat(),
        "sentences": [_placed(sentence, text) for sentence in sentences],
    }
    filled = {key: value for key, value in kept.items() if value}
    written = json.dumps(filled, ensure_ascii=False, separators=(",", ":"))
    return _beginning(reader) + ("," if filled else "") + written[1:]


def from_json(kept: str, text: str) -> Reading:
    """The reading of `text` that `to_json` wrote down; an empty one if nothing is kept."""
    if not kept:
        return Reading()
    found = json.loads(kept)
    sentences = [_cut(place, text) for place in found.get("sentences", ())]
    salary = found.get("salary")
    return Reading(
        skills=tuple(_to_mention(text, sentences, *skill) for skill in found.get("skills", ())),
        phrases=tuple(
            _to_mention(text, sentences, text[phrase[2] : phrase[3]], *phrase)
            for phrase in found.get("phrases", ())
        ),
        years=tuple(
            YearsMention(low, high, sentences[number]) for low, high, number in found.get("years", ())
        ),
        education=tuple(
            EducationMention(level, field, or_equivalent, sentences[number])
            for level, field, or_equivalent, number in found.get("education", ())
        ),
        salary=Salary(*salary) if salary else None,
        workplace=found.get("workplace"),
        seniority=found.get("seniority"),
        employment=found.get("employment"),
        posted=_day(found.get("posted")),
        closing=_day(found.get("closing")),
    )


@dataclass(frozen=True, slots=True)
class Gist:
    """What the analyses need of a reading: no sentences, and none of the words. It is quick to have."""

    skills: tuple[tuple[str, Kind, Requirement, int, int], ...] = ()
    """Name, kind, how much it is wanted, and its place in the text."""
    phrases: tuple[tuple[int, int], ...] = ()
    """The places of what else is asked for."""
    years: tuple[tuple[float | None, float | None], ...] = ()
    education: tuple[tuple[str, bool], ...] = ()
    """Level, and whether experience may stand in for it."""
    salary: Salary | None = None
    workplace: str | None = None
    seniority: str | None = None
    employment: str | None = None


def gist(kept: str) -> Gist:
    """The gist of a kept reading."""
    if not kept:
        return Gist()
    found = json.loads(kept)
    salary = found.get("salary")
    return Gist(
        skills=tuple(
            [
                (name, _KIND_OF[kind], _REQUIREMENT_OF[requirement], start, end)
                for name, kind, requirement, start, end, _ in found.get("skills", ())
            ]
        ),
        phrases=tuple([(start, end) for _, _, start, end, _ in found.get("phrases", ())]),
        years=tuple([(low, high) for low, high, _ in found.get("years", ())]),
        education=tuple(
            [(level, or_equivalent) for level, _, or_equivalent, _ in found.get("education", ())]
        ),
        salary=Salary(*salary) if salary else None,
        workplace=found.get("workplace"),
        seniority=found.get("seniority"),
        employment=found.get("employment"),
    )


def _from_mention(mention: SkillMention, sentence: int) -> list[Any]:
    kind, requirement = _KINDS[mention.kind], _REQUIREMENTS[mention.requirement]
    return [mention.name, kind, requirement, mention.start, mention.end, sentence]


def _to_mention(
    text: str,
    sentences: Sequence[str],
    name: str,
    kind: str,
    requirement: str,
    start: int,
    end: int,
    sentence: int,
) -> SkillMention:
    return SkillMention(
        name, _KIND_OF[kind], _REQUIREMENT_OF[requirement], start, end, text[start:end], sentences[sentence]
    )


def _placed(sentence: str, text: str) -> list[int] | str:
    start = text.find(sentence)
    return sentence if start < 0 else [start, start + len(sentence)]


def _cut(place: list[int] | str, text: str) -> str:
    return place if isinstance(place, str) else text[place[0] : place[1]]


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _beginning(reader: str) -> str:
    return f'{{"reader":"{reader}"'


@cache
def _own_version() -> str:
    """Of the reader that comes with rutkit."""
    digest = hashlib.sha256(str(VERSION).encode())
    for text in texts().values():
        digest.update(text.encode())
    return digest.hexdigest()
