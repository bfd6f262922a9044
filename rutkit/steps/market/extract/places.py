"""The places of a posting where a phrase stands, and what is said closely around them.

Most of a posting says nothing of years, pay or degrees: only the places that name one of a few phrases are looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rutkit.steps.market.extract.lost_breaks import restore
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.words import Sought, Words

_LONGEST_WORD = 24
"""Letters. A longer one is several, between which breaks were lost, or an address. Shorter ones that were run together
are told apart only where something is found close by: to look at every letter of every posting takes too long."""


_MANY = 3
"""Places of a word. To look for the phrase is then quicker than to look at each."""


class Phrases:
    """What is looked for: in small letters, of whole words; a blank stands for a hyphen too."""

    def __init__(self, *phrases: str) -> None:
        # Each is looked for only where its longest word stands, which begins so many characters after it does.
        self._by_word: dict[str, list[tuple[str, int]]] = {}
        for phrase in dict.fromkeys(phrases):
            words = Words(phrase)
            word = max(words.words, key=len)
            before = words.starts[words.words.index(word)]
            self._by_word.setdefault(word, []).append((phrase, before))
        self._words = Sought(self._by_word)

    def found(self, words: Words) -> list[tuple[int, str]]:
        """Where each of them stands, in order."""
        found: list[tuple[int, str]] = []
        text, met = words.spaced, words.met
        for word in self._words & met.keys():
            places = met[word]
            for phrase, before in self._by_word[word]:
                if len(places) > _MANY and phrase not in text:
                    continue
                for place in places:
                    start = words.starts[place] - before
                    if (
                        start >= 0
                        and text.startswith(phrase, start)
                        and _is_whole(text, start, start + len(phrase))
                    ):
                        found.append((start, phrase))
        found.sort()
        return found


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()


class Place(NamedTuple):
    """A piece of a sentence around one or more phrases."""

    sentence: Sentence
    text: str
    phrases: frozenset[str]


class Places:
    """The sentences of a posting, and where in them phrases stand."""

    def __init__(self, words: Words, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._ends = [sentence.end for sentence in sentences]
        if words.longest > _LONGEST_WORD and _has_lost_breaks(words):
            words = self._with_breaks()
        self.text, self.lowered, self._words = words.text, words.lowered, words

    def _with_breaks(self) -> Words:
        texts = [restore(sentence.text) for sentence in self._sentences]
        self._ends = list(accumulate([len(text) + 1 for text in texts]))
        self._starts = [0, *self._ends]
        return Words("\n".join(texts))

    def naming(self, phrases: Phrases) -> list[tuple[int, str]]:
        """Where each of the phrases stands as whole words, in order."""
        return phrases.found(self._words)

    def containing(self, *pieces: str) -> list[tuple[int, str]]:
        """Where each of the pieces, in small letters, stands, be it within a word; in order."""
        found: list[tuple[int, str]] = []
        for piece in pieces:
            place = self.lowered.find(piece)
            while place >= 0:
                found.append((place, piece))
                place = self.lowered.find(piece, place + 1)
        found.sort()
        return found

    def matching(self, pattern: re.Pattern[str]) -> list[tuple[int, str]]:
        """Where the pattern matches the text as it is written, and what it matches; in order."""
        return [(match.start(), match[0]) for match in pattern.finditer(self.text)]

    def around(self, found: Iterable[tuple[int, str]], before: int, after: int) -> Iterator[Place]:
        """The pieces of the sentences that stand so many characters around; those that overlap are one."""
        number = start = stop = end = -1
        phrases: list[str] = []
        for place, phrase in found:
            if place >= stop:
                if phrases:
                    yield self._place(number, start, stop, phrases)
                phrases = []
                number, first, end = self._sentence_at(place)
                # No word is cut in two.
                start = first if place - before <= first else self.text.find(" ", place - before) + 1
            phrases.append(phrase)
            stop = min(place + after, end)
        if phrases:
            yield self._place(number, start, stop, phrases)

    def _place(self, number: int, start: int, stop: int, phrases: list[str]) -> Place:
        return Place(self._sentences[number], restore(self.text[start:stop]), frozenset(phrases))

    def _sentence_at(self, place: int) -> tuple[int, int, int]:
        """The number of the sentence, and where it begins and ends in the text."""
        number = max(bisect_right(self._starts, place) - 1, 0)
        return number, self._starts[number], self._ends[number]


def _has_lost_breaks(words: Words) -> bool:
    """Whether there is a word too long to be one that does not stand in the address of a page or a mailbox."""
    text = words.lowered
    for start, word in zip(words.starts, words.words, strict=True):
        if len(word) > _LONGEST_WORD and "_" not in word and not text.startswith("@", start + len(word)):
            before = text[text.rfind(" ", 0, start) + 1 : start]
            if not any(sign in before for sign in _SIGNS_OF_ADDRESSES):
                return True
    return False


_SIGNS_OF_ADDRESSES = ("@", "www.", "//", ".co")

_WORD = re.compile(r"[\w’']+")
_CLAUSE_END = re.compile(r"[.;!?](?!\d)")


def words_of(text: str) -> list[str]:
    """The words of a text; "co-op" is two."""
    return _WORD.findall(text)


def last_clause(text: str) -> str:
    """What stands after the last full stop, semicolon, exclamation or question mark."""
    return _CLAUSE_END.split(text)[-1]


def first_clause(text: str) -> str:
    """What stands before the first of them."""
    return _CLAUSE_END.split(text, maxsplit=1)[0]
