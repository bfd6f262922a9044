"""The postings of one role as the analyses see them: what each asks for, with the person's choices laid over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rutkit.steps.market import readings
from rutkit.steps.market.choices import Choices
from rutkit.steps.market.extract.reading import Kind, Requirement, SkillMention
from rutkit.steps.market.readings import Gist
from rutkit.steps.market.records import Posting, SkillChoice

FEWEST_FOR_A_FINDING = 5
"""Postings below which a share is chance: what they say is listed, and no share is made of it."""

_STRENGTH = {Requirement.UNSTATED: 0, Requirement.PREFERRED: 1, Requirement.REQUIRED: 2}
_BETWEEN_NEWS = 500


@dataclass(frozen=True, slots=True)
class ReadPosting:
    """A posting and what it asks for."""

    posting: Posting
    asked: Mapping[str, Requirement]
    """Each skill once, by its name; of several mentions the strongest demand."""
    gist: Gist


@dataclass(frozen=True)
class Market:
    """Everything that was read for one role.

    A posting and what repeats it are one vacancy: in all that is counted they stand as one.
    """

    read: tuple[ReadPosting, ...] = ()
    """All postings that have been read, repeats among them, in the order in which they were given."""
    distinct: tuple[ReadPosting, ...] = ()
    """One of each group of repeats: the one that the others repeat."""
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """Of every skill that is asked for."""
    unread: int = 0
    """Postings that wait to be read."""
    choices: Choices = field(default_factory=Choices)

    @property
    def n(self) -> int:
        """How many different postings everything is a share of."""
        return len(self.distinct)


class MarketReader:
    """Makes a `Market` of stored postings. Keep one: what did not change since is not worked out again."""

    def __init__(self) -> None:
        self._gists: dict[str, tuple[int, Gist]] = {}
        self._choices = Choices()
        self._asked: dict[str, tuple[int, Mapping[str, Requirement], Mapping[str, Kind]]] = {}

    def market(
        self,
        postings: Sequence[Posting],
        choices: Iterable[SkillChoice] = (),
        on_progress: Callable[[int, int], object] = lambda done, total: None,
    ) -> Market:
        """What the postings of a role say, with the choices made for it."""
        made = Choices(choices)
        if made.made != self._choices.made:
            self._choices = made
            self._asked = {}
        read: list[ReadPosting] = []
        kinds: dict[str, Kind] = {}
        for done, posting in enumerate(postings):
            if done % _BETWEEN_NEWS == 0:
                on_progress(done, len(postings))
            if posting.reading:
                asked, its_kinds = self._asked_in(posting)
                read.append(ReadPosting(posting, asked, self._gist(posting)))
                kinds.update(its_kinds)
        on_progress(len(postings), len(postings))
        there = {posting.id for posting in postings}
        self._gists = {id_: kept for id_, kept in self._gists.items() if id_ in there}
        self._asked = {id_: kept for id_, kept in self._asked.items() if id_ in there}
        return Market(tuple(read), _distinct(read), kinds, len(postings) - len(read), self._choices)

    def _gist(self, posting: Posting) -> Gist:
        version, gist = self._gists.get(posting.id, (None, Gist()))
        if version != posting.version:
            gist = readings.gist(posting.reading)
            self._gists[posting.id] = (posting.version, gist)
        return gist

    def _asked_in(self, posting: Posting) -> tuple[Mapping[str, Requirement], Mapping[str, Kind]]:
        known = self._asked.get(posting.id)
        if known is None or known[0] != posting.version:
            asked, kinds = _asked(posting, self._gist(posting), self._choices)
            known = self._asked[posting.id] = (posting.version, asked, kinds)
        return known[1], known[2]


def mentions(posting: Posting, choices: Choices) -> tuple[SkillMention, ...]:
    """Every place where a posting names a skill, with its sentence, in the order of the text."""
    return choices.laid_over(readings.from_json(posting.reading, posting.text).skills, posting.text)


def _asked(posting: Posting, gist: Gist, choices: Choices) -> tuple[dict[str, Requirement], dict[str, Kind]]:
    asked: dict[str, Requirement] = {}
    kinds: dict[str, Kind] = {}
    for name, kind, requirement in _named(posting, gist, choices):
        known = asked.get(name)
        if known is None or _STRENGTH[requirement] > _STRENGTH[known]:
            asked[name] = requirement
            kinds[name] = kind
    return asked, kinds


def _named(posting: Posting, gist: Gist, choices: Choices) -> Iterable[tuple[str, Kind, Requirement]]:
    if not choices:
        return ((name, kind, requirement) for name, kind, requirement, _, _ in gist.skills)
    if choices.added_to(posting.text):
        return ((found.name, found.kind, found.requirement) for found in mentions(posting, choices))
    named = (
        (choices.name_of(name, posting.text[start:end]), kind, requirement)
        for name, kind, requirement, start, end in gist.skills
    )
    return ((name, kind, requirement) for name, kind, requirement in named if name)


def _distinct(read: Sequence[ReadPosting]) -> tuple[ReadPosting, ...]:
    groups: dict[str, ReadPosting] = {}
    for one in read:
        group = one.posting.repeats or one.posting.id
        if group not in groups or one.posting.id == group:
            groups[group] = one
    return tuple(groups.values())
