"""Reads postings: text in, skills, demands and conditions out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from rutkit.steps.market.extract import (
    asides,
    conditions,
    education,
    phrases,
    reach,
    relevance,
    requirements,
    salary,
    sentences,
    years,
)
from rutkit.steps.market.extract.phrases import Phrase
from rutkit.steps.market.extract.reading import Kind, Reading, SkillMention
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
        skills, others = self._asked_for(words, asides.left_out(words, parts))
        posted, closing = conditions.dates(parts)
        return Reading(
            skills=skills,
            phrases=others,
            years=years.find(parts),
            education=education.find(parts),
            salary=salary.find(parts),
            workplace=conditions.workplace(parts),
            seniority=conditions.seniority(title, parts),
            employment=conditions.employment(parts),
            posted=posted,
            closing=closing,
        )

    def named(self, text: str) -> tuple[SkillMention, ...]:
        """Every place that names a skill in a sentence about the work, without weighing whether a skill is meant.

        For words of which somebody has said that they are skills; quicker than `read`.
        """
        words = Words(text)
        found = self._finder.find(words, asides.left_out(words, sentences.split(text)))
        return tuple(
            mention
            for _, group in groupby(found, key=attrgetter("sentence.start"))
            for _, mention in _mentions(words, list(group))
        )

    def _asked_for(
        self, words: Words, telling: Sequence[Sentence]
    ) -> tuple[tuple[SkillMention, ...], tuple[SkillMention, ...]]:
        """What the vocabulary names, and what it does not."""
        items = phrases.find(words, telling)
        asked = {place for item in items for place in range(item.first, item.last)}
        named, items = reach.in_full(self._finder.find(words, telling, asked), items, words)
        skills: list[SkillMention] = []
        others: list[SkillMention] = []
        everything: list[Found | Phrase] = [*relevance.relevant(named, asked, words), *items]
        everything.sort(key=attrgetter("first"))
        for _, group in groupby(everything, key=attrgetter("sentence.start")):
            for found, mention in _mentions(words, list(group)):
                (skills if isinstance(found, Found) else others).append(mention)
        return tuple(skills), tuple(others)


def _mentions(
    words: Words, things: Sequence[Found | Phrase]
) -> Iterator[tuple[Found | Phrase, SkillMention]]:
    """What one sentence speaks of, but for what it says is not needed."""
    sentence = things[0].sentence
    places = [(words.starts[thing.first], words.ends[thing.last - 1]) for thing in things]
    wanted = requirements.judge(words, sentence, places)
    for thing, (start, end), requirement in zip(things, places, wanted, strict=True):
        if requirement is not None:
            text = words.text[start:end]
            name, kind = (
                (thing.skill.name, thing.skill.kind) if isinstance(thing, Found) else (text, Kind.KNOWLEDGE)
            )
            yield thing, SkillMention(name, kind, requirement, start, end, text, sentence.text)
