"""Reads postings: text in, skills, demands and conditions out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from rutkit.steps.market.extract.found import Found
from rutkit.steps.market.extract.phrases import Phrase
from rutkit.steps.market.extract.places import Places
from rutkit.steps.market.extract.reading import Kind, Reading, SkillMention
from rutkit.steps.market.extract.sentences import Passage
from rutkit.steps.market.extract.skills import SkillFinder
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
        parts = sentences.split(words)
        skills, others = self._asked_for(words, asides.left_out(words, parts))
        places = Places(words, parts)
        posted, closing = conditions.dates(places)
        return Reading(
            skills=skills,
            phrases=others,
            years=years.find(places),
            education=education.find(places),
            salary=salary.find(places),
            workplace=conditions.workplace(places),
            seniority=conditions.seniority(title, places),
            employment=conditions.employment(places),
            posted=posted,
            closing=closing,
        )

    def named(self, text: str) -> tuple[SkillMention, ...]:
        """Every place that names a skill in a sentence about the work, without weighing whether a skill is meant.

        For words of which somebody has said that they are skills; quicker than `read`.
        """
        words = Words(text)
        found = self._finder.find(words, asides.left_out(words, sentences.split(words)))
        return tuple(mention for _, mention in _mentions(words, found))

    def _asked_for(
        self, words: Words, telling: Sequence[Passage]
    ) -> tuple[tuple[SkillMention, ...], tuple[SkillMention, ...]]:
        """What the vocabulary names, and what it does not."""
        items = phrases.find(words, telling)
        asked = {place for item in items for place in range(item.first, item.last)}
        named, items = reach.in_full(self._finder.find(words, telling, asked), items, words)
        everything: list[Found | Phrase] = [*relevance.relevant(named, asked, words), *items]
        everything.sort(key=attrgetter("first"))
        skills: list[SkillMention] = []
        others: list[SkillMention] = []
        for found, mention in _mentions(words, everything):
            (skills if isinstance(found, Found) else others).append(mention)
        return tuple(skills), tuple(others)


def _mentions(words: Words, things: Sequence[Found | Phrase]) -> list[tuple[Found | Phrase, SkillMention]]:
    """What a posting speaks of, in the order of its text, but for what it says is not needed."""
    mentions: list[tuple[Found | Phrase, SkillMention]] = []
    for _, group in groupby(things, key=attrgetter("passage.first")):
        of_one_sentence = list(group)
        passage = of_one_sentence[0].passage
        sentence = passage.sentence.text
        starts = [words.starts[thing.first] for thing in of_one_sentence]
        wanted = requirements.judge(words, passage, starts)
        for thing, start, requirement in zip(of_one_sentence, starts, wanted, strict=True):
            if requirement is None:
                continue
            end = words.end(thing.last - 1)
            text = words.text[start:end]
            name, kind = text, Kind.KNOWLEDGE
            if isinstance(thing, Found):
                name, kind = thing.skill.name, thing.skill.kind
            mentions.append((thing, SkillMention(name, kind, requirement, start, end, text, sentence)))
    return mentions
