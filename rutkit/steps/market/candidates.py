"""Words that these postings ask for and the vocabulary does not know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log2

from rutkit.steps.market import readings
from rutkit.steps.market.extract.vocabulary import vocabulary
from rutkit.steps.market.market import Market, ReadPosting
from rutkit.steps.skill_names import skill_key

FEWEST_POSTINGS = 2
"""Different postings in which a word must be asked for."""
MOST = 40
SAMPLED = 1_000
"""Postings in which it is counted how common a word is; more would not tell more."""
COMMON = 0.3
"""What stands in more than this share of all postings tells nothing of any of them."""
GENERAL = 5
"""A single word that is part of this many skills' names, such as "management", is none by itself."""


@dataclass(frozen=True)
class Candidate:
    """A word or a few that may be the name of a skill."""

    word: str
    """As most postings write it."""
    postings: int
    """Different postings that ask for it."""
    n: int
    sentence: str
    """One that does."""
    distinctiveness: float
    """How rare its rarest word is among these postings, in bits: 1 is every second one, 2 every fourth."""


def candidates(market: Market, *, most: int = MOST) -> tuple[Candidate, ...]:
    """What the person may want to accept, to call another name of something, or to ignore; the likeliest first.

    They come from where postings say what they ask for (`extract.phrases`). Left out is what is decided already, what
    the vocabulary holds, and what is too common, here or in the names of skills. First comes what many postings ask
    for and is distinctive, as in tf–idf (K. Spärck Jones, "A statistical interpretation of term specificity and its
    application in retrieval", Journal of Documentation 28 (1972), 11–21).
    """
    found = {
        word: asked
        for word, asked in _asked_for(market.distinct).items()
        if len(asked.postings) >= FEWEST_POSTINGS
        and not market.choices.decided(word)
        and word not in _known_forms()
        and not _is_general(word)
    }
    bits = _bits(market.distinct[:SAMPLED], {part for word in found for part in _parts(word)})
    distinctiveness = {word: max(bits[part] for part in _parts(word)) for word in found}
    ranked = sorted(
        (word for word in found if distinctiveness[word] >= -log2(COMMON)),
        key=lambda word: (-len(found[word].postings) * distinctiveness[word], word),
    )
    return tuple(
        Candidate(
            found[word].written.most_common(1)[0][0],
            len(found[word].postings),
            market.n,
            _sentence(found[word].postings[0], word),
            distinctiveness[word],
        )
        for word in ranked[:most]
    )


@dataclass(slots=True)
class _Asked:
    """How a word is written, and who asks for it."""

    written: Counter[str] = field(default_factory=Counter)
    postings: list[ReadPosting] = field(default_factory=list)


def _asked_for(postings: Sequence[ReadPosting]) -> dict[str, _Asked]:
    found: dict[str, _Asked] = {}
    for one in postings:
        for start, end in one.gist.phrases:
            written = one.posting.text[start:end]
            if _WORD.search(written):
                asked = found.setdefault(skill_key(written), _Asked())
                asked.written[" ".join(written.split())] += 1
                if not asked.postings or asked.postings[-1] is not one:
                    asked.postings.append(one)
    return found


_WORD = re.compile(r"[^\W\d_]")


def _parts(word: str) -> list[str]:
    return re.findall(r"\w+", word.lower())


@cache
def _known_forms() -> frozenset[str]:
    return frozenset(skill_key(form.text) for skill in vocabulary() for form in skill.forms)


@cache
def _uses_in_names() -> Counter[str]:
    """In the names of how many skills a word stands."""
    return Counter(part for skill in vocabulary() for part in {*_parts(skill.name)})


def _is_general(word: str) -> bool:
    parts = _parts(word)
    return len(parts) == 1 and _uses_in_names()[parts[0]] >= GENERAL


def _bits(postings: Sequence[ReadPosting], words: Collection[str]) -> dict[str, float]:
    """How rare each word is: minus the logarithm of the share of the postings that hold it, to the base of 2."""
    wanted = frozenset(words)
    held = Counter(word for one in postings for word in wanted.intersection(_parts(one.posting.text)))
    return {word: -log2(max(held[word], 1) / len(postings)) for word in wanted}


def _sentence(one: ReadPosting, word: str) -> str:
    phrases = readings.from_json(one.posting.reading, one.posting.text).phrases
    return next(phrase.sentence for phrase in phrases if skill_key(phrase.text) == word)
