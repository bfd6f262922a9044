"""Where a posting names the skills of a vocabulary.

The forms of all skills make one tree of words, built once. A posting is cut into words once; at each word that begins a
form, the longest form that fits there counts. Forms that are also common words wait until the sure ones are known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rutkit.steps.market.extract import context
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.spelling import spellings, standard
from rutkit.steps.market.extract.vocabulary import Certainty, Form, Skill
from rutkit.steps.market.extract.words import Words

_JOINTS = frozenset((" ", "-", "", "\n", "\xa0", "  ", "‐", "‑", "–", "'", "’", "/", " / ", "."))
"""What may stand between the words of one form, whatever stands there in the form itself ..."""
_OWN_JOINTS = frozenset("/.")
"""... except for these, which the form has to have as well."""
_DOMAINS = frozenset(("com", "co", "org", "net", "uk", "io", "eu", "de", "gov", "edu", "ac"))


class Found(NamedTuple):
    """A skill and the words that name it: from the word `first` to the one before `last`."""

    skill: Skill
    first: int
    last: int
    sentence: Sentence


class _Node:
    """Where some words have led to in the tree: the words that may follow, and the forms that end here."""

    __slots__ = ("forms", "next")

    def __init__(self) -> None:
        self.next: dict[str | None, _Node] = {}
        self.forms: list[tuple[Form, Skill]] = []


class SkillFinder:
    """Finds the skills it was made with."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._root = _Node()
        self._standard: dict[str, str] = {}
        """Every way a word of the vocabulary may be met, and the one way it stands in the tree."""
        for skill in skills:
            for form in skill.forms:
                self._plant(form, skill)

    def find(self, words: Words, sentences: Sequence[Sentence]) -> list[Found]:
        """Every place where a skill is named, in the order of the text. No two overlap; none leaves its sentence."""
        if not sentences:
            return []
        keys = [*map(self._standard.get, words.words), None]
        begin = self._root.next
        sentence_starts = [sentence.start for sentence in sentences]
        sure: list[Found] = []
        unsure: list[Found] = []
        free = 0
        for first, key in enumerate(keys):
            if key not in begin or first < free:
                continue
            node = begin[key]
            if not node.forms and keys[first + 1] not in node.next:
                continue
            sentence = sentences[bisect_right(sentence_starts, words.starts[first]) - 1]
            if not sentence.start <= words.starts[first] < sentence.end:
                continue
            for last, form, skill in self._forms_at(first, keys, words):
                if words.ends[last - 1] > sentence.end or _is_in_an_address(first, last, words):
                    continue
                found = Found(skill, first, last, sentence)
                if form.certainty is Certainty.IN_CONTEXT:
                    unsure.append(found)
                else:
                    sure.append(found)
                    free = last
                    break
        return context.with_meant(unsure, sure, words) if unsure else sure

    def _plant(self, form: Form, skill: Skill) -> None:
        written = Words(form.text).words
        self._plant_words(written, form, skill)
        if "-" in form.text and form.certainty is Certainty.ANY_CASE:
            self._plant_words(Words(form.text.replace("-", "")).words, form, skill)

    def _plant_words(self, written: Sequence[str], form: Form, skill: Skill) -> None:
        node = self._root
        for word in written:
            if word not in self._standard:
                self._standard.update(dict.fromkeys(spellings(word), standard(word)))
            node = node.next.setdefault(self._standard[word], _Node())
        node.forms.append((form, skill))

    def _forms_at(self, first: int, keys: list[str | None], words: Words) -> list[tuple[int, Form, Skill]]:
        """The forms that begin with a word, the longest before the shorter: the word after each, itself, its skill."""
        forms: list[tuple[int, Form, Skill]] = []
        node = self._root.next[keys[first]]
        last = first + 1
        own = ""
        while True:
            for form, skill in node.forms:
                if _is_written(form, first, last, words) and all(joint in form.text for joint in own):
                    forms.append((last, form, skill))
                    break
            if words.between[last] not in _JOINTS or keys[last] not in node.next:
                break
            own += words.between[last].strip() if words.between[last].strip() in _OWN_JOINTS else ""
            node = node.next[keys[last]]
            last += 1
        forms.reverse()
        return forms


def _is_written(form: Form, first: int, last: int, words: Words) -> bool:
    """Whether the form stands there as its mark asks."""
    if form.text[0] == "." and first and not words.between[first]:
        return False
    if form.certainty is Certainty.ANY_CASE:
        return True
    written = words.text[words.starts[first] : words.ends[last - 1]]
    return written == form.text or " ".join(written.split()) == form.text


def _is_in_an_address(first: int, last: int, words: Words) -> bool:
    """Whether it is part of an e-mail address or a site's name."""
    after = words.between[last]
    return (
        words.between[first][-1:] == "@"
        or after[:1] == "@"
        or (after == "." and last < len(words.words) and words.words[last] in _DOMAINS)
    )
