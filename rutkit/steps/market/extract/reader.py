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
from rutkit.steps.market.extract.places import Places
from rutkit.steps.market.extract.reading import Kind, Reading, SkillMention
from rutkit.steps.market.extract.sentences import Passage
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
        found = self._finder.find(words, asides.left_out(words, sentences.split(text)))
        return tuple(
            mention
            for _, group in groupby(found, key=attrgetter("passage.first"))
            for _, mention in _mentions(words, list(group))
        )

    def _asked_for(
        self, words: Words, telling: Sequence[Passage]
    ) -> tuple[tuple[SkillMention, ...], tuple[SkillMention, ...]]:
        """What the vocabulary names, and what it does not."""
        items = phrases.find(words, telling)
        asked = {place for item in items for place in range(item.first, item.last)}
        named, items = reach.in_full(self._finder.find(words, telling, asked), items, words)
        skills: list[SkillMention] = []
        others: list[SkillMention] = []
        everything: list[Found | Phrase] = [*relevance.relevant(named, asked, words), *items]
        everything.sort(key=attrgetter("first"))
        for _, group in groupby(everything, key=attrgetter("passage.first")):
            for found, mention in _mentions(words, list(group)):
                (skills if isinstance(found, Found) else others).append(mention)
        return tuple(skills), tuple(others)


def _mentions(
    words: Words, things: Sequence[Found | Phrase]
) -> Iterator[tuple[Found | Phrase, SkillMention]]:
    """What one sentence speaks of, but for what it says is not needed."""
    passage = things[0].passage
    starts = [words.starts[thing.first] for thing in things]
    for thing, start, requirement in zip(
        things, starts, requirements.judge(words, passage, starts), strict=True
    ):
        if requirement is not None:
            end = words.end(thing.last - 1)
            text = words.text[start:end]
            name, kind = (
                (thing.skill.name, thing.skill.kind) if isinstance(thing, Found) else (text, Kind.KNOWLEDGE)
            )
            yield thing, SkillMention(name, kind, requirement, start, end, text, passage.sentence.text)
