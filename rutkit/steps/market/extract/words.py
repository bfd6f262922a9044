"""The words of a posting and where each stands: what the matching of skills looks at instead of characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, compress, count
from operator import add
from typing import Self

AND = frozenset(("and", "&"))
OR = AND | {"or"}

# "C++", "C#", ".NET" and "Network+" are words, so is "&", and "driver's" is the word "driver". (What is in a set of
# characters by name is told sooner than what is there as \w.)
_WORD = re.compile(r"([a-z0-9_\w]+(?:(?=[+#])(?:\+\+|#|(?<=[a-z])\+(?!\w)))?|\.net\b|&)")
_SIGNS = ("&", "+", "#", ".net")
_SIGNS_OF_WORDS = re.compile(r"[&+#.](?:(?<=\w[&+#])|(?<=&)(?=[\w&])|(?<=\+)(?=\+)|(?<=\.)(?=net\b))")
"""Without one of these, words are what stands between blanks and marks."""
_POSSESSIVES = ("'s", "’s")
_POSSESSIVE = re.compile(r"['’]s\b")
_MARKS = str.maketrans({mark: " " for mark in map(chr, range(128)) if not re.match(r"[\w&]", mark)})
_OTHER_MARKS = re.compile(r"[^\x00-\x7f\w]")


_SOUGHT: set[str] = set()


class Sought(frozenset[str]):
    """Words whose places a text is asked for. All that anybody seeks are looked for at once: to pass over a text's
    words takes longer than what is done with those that are met."""

    def __new__(cls, words: Iterable[str]) -> Self:
        """Take these words up among those that are looked for."""
        _SOUGHT.update(words := tuple(words))
        return super().__new__(cls, words)


class Words:
    """A text cut into words, and what stands between them."""

    __slots__ = ("_places", "_sought", "longest", "lowered", "met", "spaced", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lowered = lowered(text)
        self.spaced = self.lowered.replace("-", " ")
        """In small letters, with a blank for every hyphen."""
        self.words: list[str]
        """In small letters."""
        self.starts: list[int]
        self.words, self.starts, self.longest = _cut(self.lowered)
        self._sought = list(compress(count(), map(_SOUGHT.__contains__, self.words)))
        self.met: dict[str, list[int]] = {}
        """Where each of the words stands that somebody seeks."""
        for place in self._sought:
            self.met.setdefault(self.words[place], []).append(place)
        self._places: dict[Sought, list[int]] = {}

    def end(self, place: int) -> int:
        """Where a word ends."""
        return self.starts[place] + len(self.words[place])

    def between(self, place: int) -> str:
        """What stands before a word, in small letters; after the last one, what follows it."""
        begin = self.starts[place - 1] + len(self.words[place - 1]) if place else 0
        return self.lowered[begin : self.starts[place]] if place < len(self.words) else self.lowered[begin:]

    def places(self, those: Sought) -> list[int]:
        """Where one of those words stands."""
        places = self._places.get(those)
        if places is None:
            places = self._places[those] = [place for place in self._sought if self.words[place] in those]
        return places

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first word of a place in the text, and the first one after it."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def _cut(text: str) -> tuple[list[str], list[int], int]:
    """The words of a text in small letters, where each begins, and the letters of the longest."""
    if any(sign in text for sign in _POSSESSIVES):
        text = _POSSESSIVE.sub("  ", text)
    if any(sign in text for sign in _SIGNS) and _SIGNS_OF_WORDS.search(text):
        parts = _WORD.split(text)
        words = parts[1::2]
        return words, list(accumulate(map(len, parts)))[:-1:2], max(map(len, words), default=0)
    pieces = _without_marks(text).split(" ")
    lengths = list(map(len, pieces))
    starts = map(add, accumulate(lengths, initial=0), count())
    return list(filter(None, pieces)), list(compress(starts, pieces)), max(lengths)


def _without_marks(text: str) -> str:
    """With a blank for every mark but "&"."""
    return (text if text.isascii() else _OTHER_MARKS.sub(" ", text)).translate(_MARKS)


def lowered(text: str) -> str:
    """The text in small letters, every character still in its place."""
    return text.replace("İ", "I").lower() if "İ" in text else text.lower()


def first_word(text: str) -> str:
    """The first word of a text, in small letters; nothing where it has none."""
    word, _, _ = text.partition(" ")
    if word.isalpha():
        return lowered(word)
    return next(iter(Words(text).words), "")


def sought(words: str) -> Sought:
    """The words of such a list whose places are asked for."""
    return Sought(words.split())


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with blanks between them."""
    return frozenset(words.split())
