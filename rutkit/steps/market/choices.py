"""What the person decided about words, laid over what was read; the readings themselves stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache

from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.reading import Kind, SkillMention
from rutkit.steps.market.extract.spelling import beginning
from rutkit.steps.market.extract.vocabulary import Certainty, Form, Skill, vocabulary
from rutkit.steps.market.extract.words import Words
from rutkit.steps.market.records import SkillChoice
from rutkit.steps.skill_names import skill_key

A_SKILL, ANOTHER_NAME, NOT_A_SKILL = "a skill", "another name of", "not a skill"

SHORT = 3
"""Letters. A word this short is searched for only as it is written: "IT" is meant, "it" is not."""


class Choices:
    """The choices of one role, ready to be laid over many readings.

    A choice's word is met wherever a posting names the skill of that name, and wherever these words stand for one.
    """

    def __init__(self, choices: Iterable[SkillChoice] = ()) -> None:
        self.made = tuple(choices)
        self._by_word = {skill_key(choice.word): choice for choice in self.made}

    def __bool__(self) -> bool:
        return bool(self.made)

    def decided(self, word: str) -> bool:
        """Whether the person has said what this word is."""
        return skill_key(word) in self._by_word

    def name_of(self, name: str, written: str) -> str | None:
        """What a skill is called after all, of which `written` stands in the posting; None if it is none."""
        choice = self._by_word.get(skill_key(written)) or self._by_word.get(skill_key(name))
        if choice is None or (choice.verdict == A_SKILL and skill_key(choice.word) == skill_key(name)):
            return name
        return None if choice.verdict == NOT_A_SKILL else choice.name or choice.word

    @cached_property
    def searched(self) -> tuple[Skill, ...]:
        """The skills that are to be searched for in the texts: those the person accepted, and other names for them."""
        return tuple(_skill(choice) for choice in self.made if choice.verdict != NOT_A_SKILL)

    def added_to(self, text: str) -> tuple[SkillMention, ...]:
        """Where a text names what the person accepted."""
        return tuple(mention for skill in self.searched for mention in _mentions_of(skill, text))

    def laid_over(self, mentions: Sequence[SkillMention], text: str) -> tuple[SkillMention, ...]:
        """What a posting asks for after all, in the order of its text."""
        if not self.made:
            return tuple(mentions)
        after_all = (
            self._renamed(mention) for mention in _without_overlaps([*mentions, *self.added_to(text)])
        )
        return tuple(mention for mention in after_all if mention)

    def _renamed(self, mention: SkillMention) -> SkillMention | None:
        name = self.name_of(mention.name, mention.text)
        return mention._replace(name=name) if name else None


def _skill(choice: SkillChoice) -> Skill:
    is_short = len(choice.word) <= SHORT
    form = Form(choice.word, Certainty.AS_WRITTEN if is_short else Certainty.ANY_CASE)
    name = choice.name or choice.word
    kind = _kind_of(name) if choice.verdict == ANOTHER_NAME else Kind(choice.kind)
    return Skill(name, kind, (form,))


def _mentions_of(skill: Skill, text: str) -> tuple[SkillMention, ...]:
    """Every place where a text names one skill, read as the reader reads all of them."""
    # Most texts do not hold the word, and this look costs next to nothing.
    lowered = text.lower()
    return _read(skill, text) if any(start in lowered for start in _beginnings(skill)) else ()


@lru_cache(maxsize=20_000)
def _read(skill: Skill, text: str) -> tuple[SkillMention, ...]:
    return _reader(skill).named(text)


@lru_cache(maxsize=1_000)
def _reader(skill: Skill) -> Reader:
    return Reader([skill])


@lru_cache(maxsize=1_000)
def _beginnings(skill: Skill) -> tuple[str, ...]:
    """What the first word of each form begins with in every spelling that the reader takes for it."""
    return tuple(beginning(word) for form in skill.forms for word in Words(form.text).words[:1])


def _without_overlaps(mentions: Iterable[SkillMention]) -> list[SkillMention]:
    """In the order of the text; of two that overlap, the longer one."""
    kept: list[SkillMention] = []
    for mention in sorted(mentions, key=lambda mention: mention.start - mention.end):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def as_vocabulary(choices: Iterable[SkillChoice]) -> str:
    """The choices as a vocabulary file (see `extract.vocabulary`); what is no skill stands there as a comment."""
    made = list(choices)
    others: dict[str, list[str]] = {}
    for choice in made:
        if choice.verdict == ANOTHER_NAME and choice.name:
            others.setdefault(choice.name, []).append(choice.word)
    names = {choice.name or choice.word: Kind(choice.kind) for choice in made if choice.verdict == A_SKILL}
    kinds = {name: names.get(name) or _kind_of(name) for name in {*names, *others}}
    lines: list[str] = []
    for kind in Kind:
        of_kind = sorted(name for name, its_kind in kinds.items() if its_kind is kind)
        if of_kind:
            lines += [f"[{kind.value}]", *(_line(name, others.get(name, ())) for name in of_kind), ""]
    ignored = sorted(choice.word for choice in made if choice.verdict == NOT_A_SKILL)
    return "\n".join([*lines, *(f"# not a skill: {word}" for word in ignored), ""])


def _line(name: str, others: Iterable[str]) -> str:
    forms = ", ".join(_as_form(other) for other in sorted(others))
    return f"{_as_form(name)} | {forms}" if forms else _as_form(name)


def _as_form(word: str) -> str:
    """A word as a vocabulary file can hold it: a comma would part it, a bar end it."""
    return " ".join(re.sub(r"[,|]|\s#", " ", word).split())


@cache
def _kinds() -> dict[str, Kind]:
    return {skill.name: skill.kind for skill in vocabulary()}


def _kind_of(name: str) -> Kind:
    return _kinds().get(name, Kind.KNOWLEDGE)
