"""Where a posting names the skills of a vocabulary.

A posting is cut into words once; at each word that begins a form, the longest form that fits there counts. Forms that
are also common words wait until the sure ones are known.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from rutkit.steps.market.extract import context
from rutkit.steps.market.extract.forms import Forms, Node
from rutkit.steps.market.extract.found import Found
from rutkit.steps.market.extract.sentences import Passage
from rutkit.steps.market.extract.vocabulary import Skill
from rutkit.steps.market.extract.words import OR, Sought, Words

_DOMAINS = Sought(("com", "co", "org", "net", "uk", "io", "eu", "de", "gov", "edu", "ac"))


class SkillFinder:
    """Finds the skills it was made with."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._forms = Forms(skills)

    def find(
        self, words: Words, passages: Sequence[Passage], asked: Container[int] = frozenset()
    ) -> list[Found]:
        """Every place where a skill is named, in the order of the text. No two overlap; none leaves its passage.

        `asked` are the words that the text asks for: common words count as skills there.
        """
        nodes = self._forms.prepare(words)
        rest = iter(passages)
        passage = next(rest, None)
        hosts, names = _in_addresses(words)
        sure: list[Found] = []
        unsure: list[Found] = []
        free = 0
        for first in self._forms.beginnings(nodes):
            if first < free:
                continue
            while passage and passage.last <= first:
                passage = next(rest, None)
            if passage is None:
                break
            if first < passage.first:
                continue
            for last, ending in self._forms.at(first, nodes, words):
                if last > passage.last or first in hosts or last - 1 in names:
                    continue
                found = Found(ending.skill, first, last, passage)
                if ending.unsure:
                    unsure.append(found)
                else:
                    sure.append(found)
                    free = last
                    break
        sure = self._with_shared(sure, nodes, words)
        return context.with_meant(unsure, sure, asked, words) if unsure else sure

    def _with_shared(self, found: Sequence[Found], nodes: Sequence[Node], words: Words) -> list[Found]:
        """With the first of "project and programme management", which shares the last words of the second."""
        everything: list[Found] = []
        for each in found:
            first = each.first - 2
            free = everything[-1].last if everything else 0
            if (
                each.last - each.first > 1
                and first >= max(free, each.passage.first)
                and words.words[first + 1] in OR
                and words.between(first + 1) == words.between(each.first) == " "
            ):
                skill = self._forms.named([nodes[first], *nodes[each.first + 1 : each.last]])
                if skill and skill != each.skill:
                    everything.append(Found(skill, first, first + 1, each.passage))
            everything.append(each)
        return everything


def _in_addresses(words: Words) -> tuple[set[int], set[int]]:
    """The words that follow an @, and those that stand before one or before the last part of a site's name."""
    hosts: set[int] = set()
    names = {place - 1 for place in words.places(_DOMAINS) if place and words.between(place) == "."}
    at = words.lowered.find("@")
    while at >= 0:
        after, _ = words.within(at, at)
        if after < len(words.words) and words.starts[after] == at + 1:
            hosts.add(after)
        if after and words.end(after - 1) == at:
            names.add(after - 1)
        at = words.lowered.find("@", at + 1)
    return hosts, names
