"""Groups that the postings of step 5 name: professional bodies, and the certificates that some of them award."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rutkit.formatting import counted, format_share, format_share_interval
from rutkit.statistics import wilson_interval
from rutkit.steps.groups.records import Group, PutAside
from rutkit.steps.market import readings
from rutkit.steps.market.extract.reading import Kind
from rutkit.steps.market.records import Posting

FEWEST_POSTINGS = 2
"""Postings of different companies that must name a body: in one it may be the employer."""

READ_AT_MOST = 2_000
"""The newest postings that are looked through."""

_BETWEEN_NEWS = 200
_WORD = r"(?:[A-Z][A-Za-z’'&-]+|of|for|and|the|in|&)"
_HEAD = r"(?:Association|Society|Institute|Institution|Guild|Federation|Academy|Union|Chamber)"
_NEXT_BODY = rf"and (?:the )?(?:[A-Z][A-Za-z’'-]+ ){{0,2}}{_HEAD}\b"
_BODY = re.compile(
    rf"\b(?:[A-Z][A-Za-z’'&-]+ (?:{_WORD} ){{0,4}}{_HEAD}\b(?! of)|"
    rf"(?:[A-Z][A-Za-z’'-]+ ){{0,3}}{_HEAD} (?:of|for) (?:(?!{_NEXT_BODY}){_WORD} ){{0,5}}[A-Z][A-Za-z’'-]+)"
)
_NO_BODY = re.compile(
    r"\b(?:Housing Association|Building Society|Credit Union|European Union|Trade Union|Students?.? Union|Football|"
    r"Equal|Our|We|You|The)\b"
)
_NOBODY_AWARDS = re.compile(
    r"driv|licen[cs]e|first aid|\bcard\b|ticket|clearance|check|food|awareness|school|degree|qualification|gcse|cpr",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Suggestion:
    """A body or a certificate that may lead to a group."""

    name: str
    is_certificate: bool
    postings: int
    of: int

    @property
    def why(self) -> str:
        """How many postings name it, with the interval."""
        interval = wilson_interval(self.postings, self.of)
        share = (
            f"{format_share(self.postings / self.of)}, {format_share_interval(interval.low, interval.high)}"
        )
        said = f"Named in {self.postings:,} of {counted(self.of, 'posting')} ({share})."
        return f"{said} Who holds it, or awards it, may meet near you." if self.is_certificate else said


@dataclass
class _Named:
    postings: int = 0
    companies: set[str] = field(default_factory=set)


def suggestions(
    postings: Sequence[Posting], on_progress: Callable[[int, int], object] = lambda done, total: None
) -> tuple[Suggestion, ...]:
    """Everything that at least two postings of different companies name, most often named first.

    Repeats of a posting count once. Names of bodies are found by their form (“Institute of …”, “… Association”).
    """
    distinct = [posting for posting in postings if not posting.repeats]
    found: dict[tuple[str, bool], _Named] = {}
    for done, posting in enumerate(distinct):
        if done % _BETWEEN_NEWS == 0:
            on_progress(done, len(distinct))
        for key in _named_in(posting):
            named = found.setdefault(key, _Named())
            named.postings += 1
            named.companies.add(posting.company.casefold() or posting.id)
    on_progress(len(distinct), len(distinct))
    suggested = [
        Suggestion(name, is_certificate, named.postings, len(distinct))
        for (name, is_certificate), named in found.items()
        if len(named.companies) >= FEWEST_POSTINGS
    ]
    return tuple(sorted(suggested, key=lambda each: (-each.postings, each.name)))


def still_new(
    suggested: Iterable[Suggestion], groups: Iterable[Group], put_aside: Iterable[PutAside]
) -> tuple[Suggestion, ...]:
    """Those that are neither on the list of groups nor put aside."""
    known = {group.name.casefold() for group in groups} | {each.name.casefold() for each in put_aside}
    return tuple(each for each in suggested if each.name.casefold() not in known)


def as_group(suggestion: Suggestion) -> Group:
    """The suggestion as a group to look at."""
    return Group(name=suggestion.name, kind="association", notes=suggestion.why)


def bodies_in(text: str) -> tuple[str, ...]:
    """The professional bodies that a text names, by the form of their names; each once.

    >>> bodies_in("You are a member of the Chartered Institute of Marketing or the Data Guild.")
    ('Chartered Institute of Marketing', 'Data Guild')
    """
    names = (_trimmed(found.group()) for found in _BODY.finditer(text))
    return tuple(dict.fromkeys(name for name in names if name and not _NO_BODY.search(name)))


def _named_in(posting: Posting) -> set[tuple[str, bool]]:
    bodies = {
        (name, False) for name in bodies_in(posting.text) if name.casefold() not in posting.company.casefold()
    }
    skills = readings.gist(posting.reading).skills
    awarded = {
        (name, True)
        for name, kind, _, _, _ in skills
        if kind is Kind.CERTIFICATION and not _NOBODY_AWARDS.search(name)
    }
    return bodies | awarded


def _trimmed(name: str) -> str:
    """Without an article or another small word at its beginning."""
    return re.sub(r"^(?:(?:The|A|An|Of|For|And|In) )+", "", name)
