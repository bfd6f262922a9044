"""The forms of a vocabulary as one tree of words, and which of them stand at a word of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rutkit.steps.market.extract.spelling import Standards
from rutkit.steps.market.extract.vocabulary import Certainty, Form, Skill
from rutkit.steps.market.extract.words import Words, first_word

_JOINTS = frozenset(
    (" ", "-", "", "\n", "\xa0", "  ", "‐", "‑", "–", "'", "’", "'' ", "' ", "’ ", "/", " / ", ".")
)
"""What may stand between the words of one form, whatever stands there in the form itself ..."""
_OWN_JOINTS = frozenset(("/", " / ", "."))
"""... except for these, which the form has to have as well."""


class _Node:
    """Where some words have led to: the words that may follow, and the forms that end here."""

    __slots__ = ("forms", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.forms: list[tuple[Form, Skill, bool]] = []
        """With each, whether it has to be compared with what is written, letter by letter."""


class Forms:
    """Every form of a vocabulary. A text has to be prepared before forms are looked for in it."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._own_words = Standards()
        self._words_met = Standards()
        self._tree: dict[str, _Node] = {}
        self._alone: set[str] = set()
        """The words that are a form by themselves, and ..."""
        self._pairs: set[tuple[str, str]] = set()
        """... the first two words of the others: most words of a text begin none, and are passed over at once."""
        self._waiting: dict[str, list[tuple[str, Form, Skill]]] = {}
        """The forms that are not in the tree yet, by their first word. They are put there when a text has it: so a
        reader starts at once."""
        for skill in skills:
            for form in skill.forms:
                for text in _writings(form):
                    first = self._own_words[first_word(text)]
                    self._waiting.setdefault(first, []).append((text, form, skill))

    def prepare(self, words: Words) -> list[str]:
        """The standard spellings of a text's words, and one that no form has."""
        keys = [*map(self._words_met.__getitem__, words.words), ""]
        if self._words_met.new:
            for key in self._words_met.new:
                for text, form, skill in self._waiting.pop(key, ()):
                    self._plant(text, form, skill)
            self._words_met.new.clear()
        return keys

    def beginnings(self, keys: Sequence[str]) -> list[int]:
        """The words that a form may begin with."""
        alone, pairs = self._alone, self._pairs
        return [place for place, pair in enumerate(pairwise(keys)) if pair in pairs or pair[0] in alone]

    def at(self, first: int, keys: Sequence[str], words: Words) -> list[tuple[int, Form, Skill]]:
        """The forms that stand at a word, the longest before the shorter: the word after each, itself, its skill."""
        found: list[tuple[int, Form, Skill]] = []
        between = words.between
        node = self._tree[keys[first]]
        last = first + 1
        own = ""
        while True:
            for form, skill, exactly in node.forms:
                if (not exactly or _is_written(form, first, last, words)) and (
                    not own or all(joint in form.text for joint in own)
                ):
                    found.append((last, form, skill))
                    break
            following = node.next.get(keys[last])
            if following is None or between[last] not in _JOINTS:
                return found[::-1]
            if between[last] in _OWN_JOINTS:
                own += between[last].strip()
            node = following
            last += 1

    def _plant(self, text: str, form: Form, skill: Skill) -> None:
        keys = [self._own_words[word] for word in Words(text).words]
        nodes = self._tree
        for key in keys:
            node = nodes.setdefault(key, _Node())
            nodes = node.next
        node.forms.append((form, skill, _is_particular(form)))
        if len(keys) > 1:
            self._pairs.add((keys[0], keys[1]))
        else:
            self._alone.add(keys[0])


def _writings(form: Form) -> tuple[str, ...]:
    """The form as it is, and "ecommerce" for "e-commerce". Without a word, such as "+", it cannot be found."""
    if not first_word(form.text):
        return ()
    if "-" in form.text and form.certainty is Certainty.ANY_CASE:
        return form.text, form.text.replace("-", "")
    return (form.text,)


def _is_particular(form: Form) -> bool:
    """Whether it is not met in any case and number: ".NET" is no part of "example.net", "ETCS" no plural of "etc"."""
    acronym = form.text[-1] == "S" and form.text.isupper()
    return form.certainty is not Certainty.ANY_CASE or form.text[0] == "." or acronym


def _is_written(form: Form, first: int, last: int, words: Words) -> bool:
    """Whether the form stands there as its mark asks."""
    text = form.text
    if text[0] == "." and first and not words.between[first]:
        return False
    if form.certainty is Certainty.ANY_CASE:
        return text[-1] != "S" or words.words[last - 1][-1] == "s"
    written = words.text[words.starts[first] : words.ends[last - 1]]
    return written == text or " ".join(written.split()) == text
