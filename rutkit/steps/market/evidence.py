"""The sentences behind the numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rutkit.steps.market.extract.reading import Requirement
from rutkit.steps.market.market import Market, mentions
from rutkit.steps.market.records import Posting


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence in which a posting names a skill: `sentence[start:end]`."""

    posting: Posting
    sentence: str
    start: int
    end: int
    requirement: Requirement


def evidence(market: Market, skill: str) -> Iterator[Evidence]:
    """Every sentence that names a skill, posting by posting; take as many as are shown.

    Repeats are left out, as everywhere: what they say is said already.
    """
    for one in market.distinct:
        if skill not in one.asked:
            continue
        seen: set[str] = set()
        for mention in mentions(one.posting, market.choices):
            if mention.name == skill and mention.sentence not in seen:
                seen.add(mention.sentence)
                start = _within(mention.sentence, mention.text, mention.start, one.posting.text)
                yield Evidence(
                    one.posting, mention.sentence, start, start + len(mention.text), mention.requirement
                )


def _within(sentence: str, words: str, place: int, text: str) -> int:
    """Where in its sentence the mention stands that stands at `place` in the text."""
    begin = text.rfind(sentence, max(0, place - len(sentence)), place + len(sentence))
    return place - begin if 0 <= begin <= place else max(0, sentence.find(words))
