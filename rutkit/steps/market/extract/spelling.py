"""One word for the ways a word is written: one or many, British or American."""

from __future__ import annotations

import re
from functools import lru_cache

_BRITISH_AND_AMERICAN = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("our", "or"),
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


_DOUBLED = re.compile(r"([aeiou][a-z]*[aeiou])lling")
"""Only the British double the l after a syllable that is not stressed: "modelling", but "filling" everywhere."""


@lru_cache(maxsize=20_000)
def standard(word: str) -> str:
    """The same for all spellings of a word in small letters. Not always a word itself."""
    if word == "&":
        return "and"
    word = _singular(word)
    for british, american in _BRITISH_AND_AMERICAN:
        if british in word:
            word = word.replace(british, american)
    return _DOUBLED.sub(r"\1ling", word) if "lling" in word else word


def beginning(word: str) -> str:
    """What every text holds that names a word, however it spells it.

    >>> beginning("agencies"), beginning("analysing"), beginning("docker")
    ('agenc', 'anal', 'docker')
    """
    one = standard(word)
    americans = ("ling", *(american for _, american in _BRITISH_AND_AMERICAN))
    differing = (one.find(american) for american in americans if american in one)
    return one[: min(len(one) - one.endswith("y"), *differing, len(one))]


def _singular(word: str) -> str:
    if len(word) < 4 or word[-1] != "s" or word[-2] in "su'" or word[-3:] in ("ics", "sis") or word == "news":
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1]
