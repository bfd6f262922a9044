"""Reads postings: text in, skills, demands and conditions out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rutkit.steps.market.extract import boilerplate, requirements, sentences
from rutkit.steps.market.extract.reading import Reading, SkillMention
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.skills import Found, SkillFinder
from rutkit.steps.market.extract.vocabulary import Skill, vocabulary
from rutkit.steps.market.extract.words import Words


class Reader:
    """Reads postings with a vocabulary: rutkit's own, unless another is given. Make one and read many.

    >>> Reader().read("You must know Python.").skills[0].name
    'Python'
    """

    def __init__(self, skills: Iterable[Skill] | None = None) -> None:
        self._finder = SkillFinder(vocabulary() if skills is None else skills)

    def read(self, text: str, title: str = "") -> Reading:
        """All that is read in a posting's plain text. The title tells of its seniority alone."""
        words = Words(text)
        parts = sentences.split(text)
        return Reading(skills=tuple(self._skills(words, parts)))

    def _skills(self, words: Words, parts: Sequence[Sentence]) -> Iterator[SkillMention]:
        telling = boilerplate.without(words.lowered, parts)
        for sentence, named in groupby(self._finder.find(words, telling), key=lambda found: found.sentence):
            yield from _mentions(words, sentence, list(named))


def _mentions(words: Words, sentence: Sentence, named: Sequence[Found]) -> Iterator[SkillMention]:
    places = [(words.starts[found.first], words.ends[found.last - 1]) for found in named]
    for found, (start, end), requirement in zip(
        named, places, requirements.judge(words, sentence, places), strict=True
    ):
        if requirement is not None:
            yield SkillMention(
                found.skill.name,
                found.skill.kind,
                requirement,
                start,
                end,
                words.text[start:end],
                sentence.text,
            )
