"""How far the words reach that name a skill: all of "Kubernetes environments" for Kubernetes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence

from rutkit.steps.market.extract.found import Found
from rutkit.steps.market.extract.phrases import Phrase
from rutkit.steps.market.extract.words import Words, sought

_HEADS = sought(
    """
    applications architecture architectures concepts cycle database databases degree deployment ecosystem environment
    environments framework frameworks infrastructure integration language languages libraries lifecycle methodologies
    methods patterns pipelines platform platforms practices principles processes programming scripting services
    sessions specifications standards systems techniques technologies theory tool tooling tools workflows
    """
)
"""Words that, after the name of a skill, only say what sort of thing it is."""
_KNOWN_BY = frozenset(("experience", "background"))


def in_full(
    named: Sequence[Found], items: Sequence[Phrase], words: Words
) -> tuple[list[Found], list[Phrase]]:
    """The skills with all the words of the items and heads they stand in, and the items that hold no skill.

    An item that holds several skills is a list whose commas were lost: each of them stays as it is.
    """
    wider = list(named)
    rest: list[Phrase] = []
    firsts, lasts = [found.first for found in named], [found.last for found in named]
    for item in items:
        begin, end = bisect_right(lasts, item.first), bisect_left(firsts, item.last)
        if begin >= end:
            rest.append(item)
        elif end - begin == 1:
            found = wider[begin]
            wider[begin] = found._replace(first=min(found.first, item.first), last=max(found.last, item.last))
    heads = set(words.places(_HEADS)).difference([found.first for found in wider])
    fitted = [
        _fitted(found, heads, words)
        if found.last in heads or words.words[found.last - 1] in _KNOWN_BY
        else found
        for found in wider
    ]
    return fitted, rest


def _fitted(found: Found, heads: Container[int], words: Words) -> Found:
    """With the heads that follow, and without a last word that says how it is to be known."""
    last = found.last
    while last in heads and words.between(last) in (" ", "-") and last < found.passage.last:
        last += 1
    if words.words[last - 1] in _KNOWN_BY and last - found.first > 1:
        last -= 1
    return found if last == found.last else found._replace(last=last)
