"""The places of a posting where a phrase stands, and what is said closely around them.

Most of a posting says nothing of years, pay or degrees: only the places that name one of a few phrases are looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rutkit.steps.market.extract.lost_breaks import restore
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.words import lowered

_BETWEEN = "\x1e"
"""What stands between two sentences: a sign that no sentence may then have."""

_BLANKS = str.maketrans(dict.fromkeys(".,;:!?()[]{}/-'\"*+&|_=<>@#\\\x1e", " "))
_LONGEST_WORD = 24
"""Letters. A longer one is several, between which breaks were lost, or an address. Shorter ones that were run together
are told apart only where something is found close by: to look at every letter of every posting takes too long."""


class Phrases:
    """What is looked for: in small letters, of whole words; a blank stands for a hyphen too."""

    def __init__(self, *phrases: str) -> None:
        # Only where its longest word is there, the phrase may be.
        self.by_word: dict[str, list[str]] = {}
        for phrase in dict.fromkeys(phrases):
            longest = max(_plain(phrase).split(), key=len)
            self.by_word.setdefault(longest, []).append(phrase)
        self.words = frozenset(self.by_word)


def _plain(text: str) -> str:
    """Without punctuation; only what is ASCII is translated fast."""
    return text.encode("ascii", "replace").decode("ascii").translate(_BLANKS)


class Place(NamedTuple):
    """A piece of a sentence around one or more phrases."""

    sentence: Sentence
    text: str
    phrases: frozenset[str]


class Places:
    """The sentences of a posting as one text, and where in it phrases stand."""

    _latest: ClassVar[tuple[Sequence[Sentence], Places] | None] = None

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts: list[int] = []
        self._read(_BETWEEN.join([sentence.text.replace(_BETWEEN, " ") for sentence in sentences]))
        if max(map(len, self._words), default=0) > _LONGEST_WORD:
            self._read(restore(self.text))

    def _read(self, text: str) -> None:
        self.text = text
        self.lowered = lowered(text)
        self._spaced = self.lowered.replace("-", " ")
        self._words = frozenset(_plain(self.lowered).split())

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Places:
        """The places of a posting. Years, pay and the rest ask for the same one after another: it is made once."""
        latest = cls._latest
        if latest is None or latest[0] is not sentences:
            latest = cls._latest = (sentences, cls(sentences))
        return latest[1]

    def naming(self, phrases: Phrases) -> list[tuple[int, str]]:
        """Where each of the phrases stands as whole words, in order."""
        found: list[tuple[int, str]] = []
        for word in phrases.words & self._words:
            for phrase in phrases.by_word[word]:
                place = self._spaced.find(phrase)
                while place >= 0:
                    if self._is_whole(place, place + len(phrase)):
                        found.append((place, phrase))
                    place = self._spaced.find(phrase, place + 1)
        found.sort()
        return found

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

    def _is_whole(self, start: int, end: int) -> bool:
        return not (start and self.lowered[start - 1].isalnum()) and not self.lowered[end : end + 1].isalnum()

    def _sentence_at(self, place: int) -> tuple[int, int, int]:
        """The number of the sentence, and where it begins and ends in the text."""
        if not self._starts:
            lengths = map(len, self.text.split(_BETWEEN))
            self._starts = [0, *accumulate(length + 1 for length in lengths)]
        number = bisect_right(self._starts, place) - 1
        return number, self._starts[number], self._starts[number + 1] - 1


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
