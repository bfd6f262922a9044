"""What a posting says of the employer and the law, and not of the work: no skill is asked for there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rutkit.steps.market.extract.sentences import Sentence

_NOTICES = (
    "equal opportunit",
    "equal employment",
    "equal opps",
    "regardless of",
    "without regard to",
    "protected characteristic",
    "protected veteran",
    "affirmative action",
    "reasonable adjustment",
    "reasonable accommodation",
    "sexual orientation",
    "gender reassignment",
    "gender identity",
    "do not discriminate",
    "not discriminate",
    "employment agency",
    "employment business",
    "originally posted",
    "privacy policy",
    "privacy notice",
    "data protection act",
    "right to work in",
    "disclosure and barring service check",
)
_BENEFITS = re.compile(
    r"(?:what we|we|company|our|your|the|main|key|other|additional|employee)?\s*(?:offer|can offer|benefits?|perks?|package|rewards?"
    r"|what['’]s in it for you|what you(?:['’]ll| will)? get|compensation|remuneration)(?: (?:include|package|& perks|and perks))?"
    r"|what['’]s in it for (?:you|me)|why (?:join )?us|in return.*",
    re.IGNORECASE,
)


def without(lowered: str, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences that can ask for a skill. `lowered` is the posting in small letters."""
    starts = [sentence.start for sentence in sentences]
    notices = {bisect_right(starts, place) - 1 for place in _notices(lowered)}
    return [
        sentence
        for number, sentence in enumerate(sentences)
        if number not in notices and not _is_of_benefits(sentence.heading)
    ]


def _notices(lowered: str) -> Iterator[int]:
    for notice in _NOTICES:
        place = lowered.find(notice)
        while place >= 0:
            yield place
            place = lowered.find(notice, place + 1)


@lru_cache(maxsize=4096)
def _is_of_benefits(heading: str | None) -> bool:
    return heading is not None and _BENEFITS.fullmatch(heading.strip()) is not None
