"""The forms of a vocabulary as one tree of words, and which of them stand at a word of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from rutkit.steps.market.extract.spelling import standard
from rutkit.steps.market.extract.vocabulary import Certainty, Form, Skill
from rutkit.steps.market.extract.words import Words, first_word

_JOINTS = frozenset(
    (" ", "-", "", "\n", "\xa0", "  ", "‐", "‑", "–", "'", "’", "'s ", "’s ", "' ", "’ ", "/", " / ", ".")
)
"""What may stand between the words of one form, whatever stands there in the form itself ..."""
_OWN_JOINTS = frozenset(("/", " / ", "."))
"""... except for these, which the form has to have as well."""

_REMEMBERED = 200_000
"""Words. More than a language has; what postings invent is forgotten."""

_Writing = tuple[str, Form, Skill]


class Ending:
    """A form, and what has to be known of it where it may stand."""

    __slots__ = ("exactly", "form", "skill", "unsure")

    def __init__(self, form: Form, skill: Skill) -> None:
        self.form = form
        self.skill = skill
        self.exactly = _is_particular(form)
        """Whether it has to be compared with what is written, letter by letter."""
        self.unsure = form.certainty is Certainty.IN_CONTEXT
        """Whether it is also a common word."""


class Node:
    """Where some words have led to: the words that may follow, and the forms that end here."""

    __slots__ = ("endings", "next")

    def __init__(self) -> None:
        # Most words lead nowhere. That they share what is empty halves the time of passing over them.
        self.next: dict[Node, Node] = _NOWHERE
        """By the node of the following word alone."""
        self.endings: tuple[Ending, ...] = ()

    def then(self, word: Node) -> Node:
        """Where one more word leads, from now on."""
        if self.next is _NOWHERE:
            self.next = {}
        return self.next.setdefault(word, Node())


_NOWHERE: dict[Node, Node] = {}


_END = Node()
"""After a text's last word: nothing leads on."""


class _Tree(dict[str, Node]):
    """The node of each word in small letters, the same for all its spellings.

    A form is put here when a text has its first word, and not before: so a reader starts at once.
    """

    def __init__(self, by_first_word: Mapping[str, Sequence[_Writing]]) -> None:
        super().__init__()
        self._waiting = dict(by_first_word)
        self._by_standard: dict[str, Node] = {}

    def __missing__(self, word: str) -> Node:
        spelled = standard(word)
        self[word] = node = self._node(spelled)
        for text, form, skill in self._waiting.pop(spelled, ()):
            self._plant(text, form, skill)
        return node

    def _node(self, spelled: str) -> Node:
        return self._by_standard.setdefault(spelled, Node())

    def _plant(self, text: str, form: Form, skill: Skill) -> None:
        node, *others = (self._node(standard(word)) for word in Words(text).words)
        for following in others:
            node = node.then(following)
        node.endings += (Ending(form, skill),)


class Forms:
    """Every form of a vocabulary. A text has to be prepared before forms are looked for in it."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._by_first_word: dict[str, list[_Writing]] = {}
        for skill in skills:
            for form in skill.forms:
                for text in _writings(form):
                    first = standard(first_word(text))
                    self._by_first_word.setdefault(first, []).append((text, form, skill))
        self._tree = _Tree(self._by_first_word)

    def prepare(self, words: Words) -> list[Node]:
        """The node of each of a text's words, and one more."""
        if len(self._tree) > _REMEMBERED:
            self._tree = _Tree(self._by_first_word)
        return [*map(self._tree.__getitem__, words.words), _END]

    def beginnings(self, nodes: Sequence[Node]) -> list[int]:
        """The words that a form may begin with, by themselves or with the next: a few of all."""
        return [
            place
            for place, (node, following) in enumerate(pairwise(nodes))
            if following in node.next or node.endings
        ]

    def at(self, first: int, nodes: Sequence[Node], words: Words) -> list[tuple[int, Ending]]:
        """The forms that stand at a word, the longest before the shorter: the word after each, and itself."""
        node: Node | None = nodes[first]
        last = first + 1
        if nodes[last] not in nodes[first].next:  # as most often: no form goes on
            for ending in nodes[first].endings:
                if not ending.exactly or _is_written(ending.form, first, last, words):
                    return [(last, ending)]
            return []
        found: list[tuple[int, Ending]] = []
        own = ""
        while node:
            for ending in node.endings:
                if (not ending.exactly or _is_written(ending.form, first, last, words)) and (
                    not own or all(joint in ending.form.text for joint in own)
                ):
                    found.append((last, ending))
                    break
            node = node.next.get(nodes[last])
            if node:
                between = words.between(last)
                if between != " ":
                    if between not in _JOINTS:
                        break
                    if between in _OWN_JOINTS:
                        own += between.strip()
                last += 1
        found.reverse()
        return found

    def named(self, nodes: Sequence[Node]) -> Skill | None:
        """The skill that some words in a row name in any case, wherever they stand."""
        node: Node | None = nodes[0]
        for following in nodes[1:]:
            node = node and node.next.get(following)
        return next((ending.skill for ending in node.endings if not ending.exactly), None) if node else None


_FIELD = re.compile(r"(\w{3,}ic)(s?)(?= )")


def _writings(form: Form) -> tuple[str, ...]:
    """The form as it is, "ecommerce" for "e-commerce", and "electronics design" for "electronic design".

    Without a word, such as "+", it cannot be found.
    """
    if not first_word(form.text):
        return ()
    if form.certainty is not Certainty.ANY_CASE:
        return (form.text,)
    texts = [form.text]
    if "-" in form.text:
        texts.append(form.text.replace("-", ""))
    if "ic " in form.text or "ics " in form.text:
        texts.append(_FIELD.sub(lambda field: field[1] + ("" if field[2] else "s"), form.text))
    return tuple(texts)


def _is_particular(form: Form) -> bool:
    """Whether it is not met in any case and number: ".NET" is no part of "example.net", "ETCS" no plural of "etc"."""
    acronym = form.text[-1] == "S" and form.text.isupper()
    return form.certainty is not Certainty.ANY_CASE or form.text[0] == "." or acronym


def _is_written(form: Form, first: int, last: int, words: Words) -> bool:
    """Whether the form stands there as its mark asks."""
    text = form.text
    if text[0] == "." and first and not words.between(first):
        return False
    if form.certainty is Certainty.ANY_CASE:
        return text[-1] != "S" or words.words[last - 1][-1] == "s"
    written = words.text[words.starts[first] : words.end(last - 1)]
    return written == text or " ".join(written.split()) == text
