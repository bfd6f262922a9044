"""The words of a posting and where each stands: what the matching of skills looks at instead of characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, compress, count

# "C++", "C#", ".NET" and "Network+" are words, "&" is the word "and", and "driver's" is the word "driver".
_WORD = re.compile(r"(\w+(?:(?=[+#])(?:\+\+|#|(?<=[a-z])\+(?!\w)))?|\.net\b|&)")
_POSSESSIVE = re.compile(r"['’]s\b")


class Words:
    """A text cut into words, and what stands between them."""

    __slots__ = ("between", "distinct", "ends", "lowered", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lowered = lowered(text)
        parts = _WORD.split(_POSSESSIVE.sub("''", self.lowered))
        borders = list(accumulate(map(len, parts)))
        self.words: list[str] = parts[1::2]
        """In small letters."""
        self.starts: list[int] = borders[:-1:2]
        self.ends: list[int] = borders[1::2]
        self.between: list[str] = parts[::2]
        """What stands before each word and, at last, after the last one."""
        if "&" in self.lowered:
            self.words = ["and" if word == "&" else word for word in self.words]
        self.distinct = frozenset(self.words)

    def places(self, those: frozenset[str]) -> list[int]:
        """Where one of those words stands."""
        met = those & self.distinct
        return list(compress(count(), map(met.__contains__, self.words))) if met else []

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first word of a place in the text, and the first one after it."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def lowered(text: str) -> str:
    """The text in small letters, every character still in its place."""
    return text.replace("İ", "I").lower() if "İ" in text else text.lower()


def first_word(text: str) -> str:
    """The first word of a text, in small letters; nothing where it has none."""
    word, _, _ = text.partition(" ")
    if word.isalpha():
        return lowered(word)
    match = _WORD.search(lowered(text))
    return match[0] if match else ""


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with blanks between them."""
    return frozenset(words.split())
