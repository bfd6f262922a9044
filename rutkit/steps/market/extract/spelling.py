"""One word for the ways a word is written: one or many, British or American."""

from __future__ import annotations

from collections.abc import Iterator

_BRITISH_AND_AMERICAN = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("our", "or"),
    ("lling", "ling"),
    ("centre", "center"),
    ("fibre", "fiber"),
    ("theatre", "theater"),
    ("licence", "license"),
    ("defence", "defense"),
    ("practise", "practice"),
    ("catalogue", "catalog"),
    ("programme", "program"),
    ("paed", "ped"),
    ("anaes", "anes"),
    ("haem", "hem"),
    ("gynaec", "gynec"),
)


def standard(word: str) -> str:
    """The same for all spellings of a word in small letters. Not always a word itself."""
    word = _singular(word)
    for british, american in _BRITISH_AND_AMERICAN:
        if british in word:
            word = word.replace(british, american)
    return word


def spellings(word: str) -> Iterator[str]:
    """All the ways a word may be met; some of them nobody would write."""
    one = _singular(word)
    yield word
    for spelling in _either_side_of_the_ocean(one):
        yield spelling
        yield _plural(spelling)


def _either_side_of_the_ocean(word: str) -> Iterator[str]:
    yield word
    for british, american in _BRITISH_AND_AMERICAN:
        if british in word:
            yield word.replace(british, american)
        elif american in word:
            yield word.replace(american, british)


def _singular(word: str) -> str:
    if len(word) < 4 or word[-1] != "s" or word[-2] in "su'" or word[-3:] in ("ics", "sis") or word == "news":
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1]


def _plural(word: str) -> str:
    if len(word) < 3 or not word.isalpha():
        return word
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word[-1] == "y" and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
