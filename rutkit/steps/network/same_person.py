"""Contacts that may be one person: found here, and merged only when somebody says so.

Only those are compared who share something: a mail address, a phone number, a profile or a word of their names. Names
are alike by the normalized Indel similarity, the share of letters that need not be taken out or put in (rapidfuzz).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rutkit.steps.company_names import company_key
from rutkit.steps.network.known_by import Reach, name_words, reach
from rutkit.steps.network.records import Contact

ALIKE = 88
"""Percent of the letters, from which two names may be one name written in two ways: “Jon Smith”, “John Smith”."""
SHARED_BY_MANY = 12
"""With more people than this, a mailbox, a number or a name says nothing of who is who."""
MOST_PAIRS = 500
_AT_ONCE = 500
_BETWEEN_NEWS = 500

Ids = tuple[str, str]


@dataclass(frozen=True)
class Pair:
    """Two contacts that may be one person."""

    one: Contact
    other: Contact
    reasons: tuple[str, ...]
    """What they have in common, in words, the weightiest first."""
    weight: int
    """How much speaks for it; only its order means something."""

    @property
    def ids(self) -> Ids:
        """Both ids, the smaller first, as `DifferentPeople` keeps them."""
        return ordered(self.one.id, self.other.id)


def ordered(one: str, other: str) -> Ids:
    """Two ids, the smaller first."""
    return (one, other) if one < other else (other, one)


def find_pairs(
    people: Sequence[Contact],
    different: Collection[Ids] = frozenset(),
    on_progress: Callable[[int, int], object] = lambda done, total: None,
) -> tuple[Pair, ...]:
    """Those who may be one person, the likeliest first; at most `MOST_PAIRS`.

    Two who share an address are a pair if their names can be one name. So are two of the same name, unless both have a
    profile on LinkedIn, and two of nearly the same name at one company.

    Args:
        people: all contacts.
        different: pairs of ids of which the person has said that they are different people.
        on_progress: told now and then how much of how much is compared.
    """
    looked_at = [_Looked(contact, name_words(contact.name), reach(contact)) for contact in people]
    pairs: dict[Ids, Pair] = {}
    for one, other in _candidates(looked_at, on_progress):
        ids = ordered(one.contact.id, other.contact.id)
        if ids not in pairs and ids not in different and (pair := _pair(one, other)):
            pairs[ids] = pair
    return tuple(sorted(pairs.values(), key=lambda pair: (-pair.weight, pair.one.name))[:MOST_PAIRS])


@dataclass(frozen=True, slots=True, eq=False)
class _Looked:
    """A contact as it is compared."""

    contact: Contact
    words: tuple[str, ...]
    """Of the name."""
    reach: Reach

    @property
    def name(self) -> str:
        return " ".join(sorted(self.words))

    @property
    def ends(self) -> str:
        """The first and the last word: middle names are not always written."""
        return " ".join(sorted((self.words[0], self.words[-1]))) if len(self.words) > 1 else ""


def _candidates(
    people: Sequence[_Looked], on_progress: Callable[[int, int], object]
) -> Iterator[tuple[_Looked, _Looked]]:
    """Those who share an address, or the first and last words of a name, or nearly a name."""
    groups: dict[str, list[_Looked]] = defaultdict(list)
    by_name: dict[str, list[_Looked]] = defaultdict(list)
    for person in people:
        for key in (*person.reach.mails, *person.reach.phones, *person.reach.profiles):
            groups[key].append(person)
        if person.ends:
            groups[f"name {person.ends}"].append(person)
        if person.words:
            by_name[person.name].append(person)
    for group in (*groups.values(), *by_name.values()):
        if len(group) <= SHARED_BY_MANY:
            yield from combinations(group, 2)
    for name, other in _nearly_the_same(list(by_name), on_progress):
        if len(by_name[name]) * len(by_name[other]) <= SHARED_BY_MANY:
            yield from ((one, two) for one in by_name[name] for two in by_name[other])


def _nearly_the_same(
    names: Sequence[str], on_progress: Callable[[int, int], object]
) -> Iterator[tuple[str, str]]:
    """Names that share a word and most of their letters."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for word in set(name.split()):
            by_word[word].append(name)
    for done, group in enumerate(by_word.values()):
        if done % _BETWEEN_NEWS == 0:
            on_progress(done, len(by_word))
        yield from _alike(group)
    on_progress(len(by_word), len(by_word))


def _alike(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Those of the names that are alike, compared in strips so that a large group takes little memory."""
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    for start in range(0, len(names) - 1, _AT_ONCE):
        strip = names[start : start + _AT_ONCE]
        likeness = process.cdist(
            strip, names[start:], scorer=Indel.normalized_similarity, score_cutoff=ALIKE / 100
        )
        for row, column in zip(*likeness.nonzero(), strict=True):
            if column > row:
                yield strip[row], names[start + column]


def _pair(one: _Looked, other: _Looked) -> Pair | None:
    """What speaks for two being one person; None if too little does, or something against it."""
    has_profile = bool(one.reach.profiles & other.reach.profiles)
    if one.reach.linkedin and other.reach.linkedin and not has_profile:
        return None
    names = _likeness_of_names(one, other)
    if names is None and not has_profile:
        return None
    company, its_company = company_key(one.contact.company), company_key(other.contact.company)
    found = [
        *_if(has_profile, "the same profile", 8),
        *_if(bool(one.reach.mails & other.reach.mails), "the same mail address", 6),
        *_if(bool(one.reach.phones & other.reach.phones), "the same phone number", 4),
        *([names] if names else []),
        *_if(bool(company) and company == its_company, "the same company", 2),
    ]
    weight = sum(each.weight for each in found)
    if weight < _ENOUGH:
        return None
    against = 1 if company and its_company and company != its_company else 0
    return Pair(
        one.contact, other.contact, tuple(each.reason for each in found if each.reason), weight - against
    )


@dataclass(frozen=True, slots=True)
class _Evidence:
    reason: str
    weight: int


_ENOUGH = 3
_SAME_NAME = _Evidence("the same name", 3)
_NEARLY_THE_SAME_NAME = _Evidence("nearly the same name", 1)
_NO_NAME = _Evidence("", 0)
"""Where one of them has none, nothing speaks against it."""


def _likeness_of_names(one: _Looked, other: _Looked) -> _Evidence | None:
    """How alike two names are; None if they are two persons' names."""
    if not one.words or not other.words:
        return _NO_NAME
    if one.name == other.name:
        return _SAME_NAME if len(one.words) > 1 else _NEARLY_THE_SAME_NAME
    words, others = set(one.words), set(other.words)
    if words <= others or others <= words or (one.ends and one.ends == other.ends):
        return _NEARLY_THE_SAME_NAME
    from rapidfuzz import fuzz

    return _NEARLY_THE_SAME_NAME if fuzz.ratio(one.name, other.name, score_cutoff=ALIKE) else None


def _if(holds: bool, reason: str, weight: int) -> Iterable[_Evidence]:
    return [_Evidence(reason, weight)] if holds else []
