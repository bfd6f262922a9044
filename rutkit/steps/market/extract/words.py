"""The words of a posting and where each stands: what the matching of skills looks at instead of characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, compress, count
from operator import add

AND = frozenset(("and", "&"))
OR = AND | {"or"}

# "C++", "C#", ".NET" and "Network+" are words, so is "&", and "driver's" is the word "driver".
_WORD = re.compile(r"\w+(?:(?=[+#])(?:\+\+|#|(?<=[a-z])\+(?!\w)))?|\.net\b|&")
_SIGNS = ("&", "+", "#", ".net")
_SIGNS_OF_WORDS = re.compile(r"\w[&+#]|&[\w&]|\.net\b|\+\+")
"""Without one of these, words are what stands between blanks and marks."""
_POSSESSIVES = ("'s", "’s")
_POSSESSIVE = re.compile(r"['’]s\b")
_MARKS = str.maketrans({mark: " " for mark in map(chr, range(128)) if not re.match(r"[\w&]", mark)})
_OTHER_MARKS = re.compile(r"[^\x00-\x7f\w]")


class Words:
    """A text cut into words, and what stands between them."""

    __slots__ = ("_met", "distinct", "lowered", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lowered = lowered(text)
        self.words: list[str]
        """In small letters."""
        self.starts: list[int]
        self.words, self.starts = _cut(self.lowered)
        self.distinct = frozenset(self.words)
        self._met: dict[frozenset[str], list[int]] = {}

    def end(self, place: int) -> int:
        """Where a word ends."""
        return self.starts[place] + len(self.words[place])

    def between(self, place: int) -> str:
        """What stands before a word, in small letters; after the last one, what follows it."""
        begin = self.starts[place - 1] + len(self.words[place - 1]) if place else 0
        return self.lowered[begin : self.starts[place]] if place < len(self.words) else self.lowered[begin:]

    def places(self, those: frozenset[str]) -> list[int]:
        """Where one of those words stands."""
        places = self._met.get(those)
        if places is None:
            met = those & self.distinct
            places = list(compress(count(), map(met.__contains__, self.words))) if met else []
            self._met[those] = places
        return places

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first word of a place in the text, and the first one after it."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def _cut(text: str) -> tuple[list[str], list[int]]:
    """The words of a text in small letters, and where each begins."""
    if any(sign in text for sign in _POSSESSIVES):
        text = _POSSESSIVE.sub("  ", text)
    if any(sign in text for sign in _SIGNS) and _SIGNS_OF_WORDS.search(text):
        matches = list(_WORD.finditer(text))
        return [match[0] for match in matches], [match.start() for match in matches]
    pieces = _without_marks(text).split(" ")
    starts = map(add, accumulate(map(len, pieces), initial=0), count())
    return list(filter(None, pieces)), list(compress(starts, pieces))


def distinct_words(text: str) -> frozenset[str]:
    """The words of a text in small letters; "+" and "#" belong to none."""
    return frozenset(_without_marks(text).split())


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


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with blanks between them."""
    return frozenset(words.split())
