"""Who works where the person wants to work: people beside the postings of step 5 and the applications of step 9."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rutkit.formatting import counted, join_words
from rutkit.steps.company_names import company_key
from rutkit.steps.job_search.records import Application
from rutkit.steps.market.records import Posting
from rutkit.steps.network.records import Contact

OPEN_DAYS = 60
"""A posting that does not say when it closes counts as open for as many days; Lightcast, which collects postings, ages
them out at the same age."""


@dataclass(frozen=True)
class Vacancy:
    """As much of a posting as this step needs to know."""

    company: str
    title: str
    posted: date | None
    closing: date | None

    def is_open(self, today: date) -> bool:
        """Whether somebody may still apply. A posting without any day counts as open."""
        if self.closing is not None:
            return self.closing >= today
        return self.posted is None or self.posted > today - timedelta(days=OPEN_DAYS)


@dataclass(frozen=True)
class Target:
    """A company where a role that the person wants is open, or where an application of theirs runs."""

    key: str
    """See `company_key`."""
    name: str
    """As it is written most often."""
    open_roles: tuple[str, ...]
    """Titles of the open postings, each once."""
    applications: tuple[str, ...]
    """Titles of what the person applied for and has no answer to that ends it."""

    @property
    def in_words(self) -> str:
        """What there is: "2 open roles, 1 application"."""
        parts = []
        if self.open_roles:
            parts.append(counted(len(self.open_roles), "open role"))
        if self.applications:
            parts.append(counted(len(self.applications), "application"))
        return join_words(parts)


@dataclass(frozen=True)
class Known:
    """A target company with the people known there."""

    target: Target
    people: tuple[Contact, ...]


def vacancies(postings: Iterable[Posting]) -> tuple[Vacancy, ...]:
    """The postings that name a company and repeat no other."""
    return tuple(
        Vacancy(each.company, each.title, each.posted, each.closing)
        for each in postings
        if each.company.strip() and not each.repeats
    )


def targets(
    open_postings: Iterable[Vacancy], applications: Iterable[Application], today: date
) -> tuple[Target, ...]:
    """The companies to know somebody at: those with an application first, then by open roles, then by name."""
    names: dict[str, Counter[str]] = {}
    roles: dict[str, list[str]] = {}
    applied: dict[str, list[str]] = {}
    for vacancy in open_postings:
        key = company_key(vacancy.company)
        if key and vacancy.is_open(today):
            names.setdefault(key, Counter())[vacancy.company.strip()] += 1
            roles.setdefault(key, []).append(vacancy.title.strip())
    for application in applications:
        key = company_key(application.company)
        if key and application.outcome is None:
            names.setdefault(key, Counter())[application.company.strip()] += 1
            applied.setdefault(key, []).append(application.title.strip())
    found = [
        Target(
            key,
            written.most_common(1)[0][0],
            tuple(dict.fromkeys(roles.get(key, ()))),
            tuple(applied.get(key, ())),
        )
        for key, written in names.items()
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.applications), -len(each.open_roles), each.name)))


def by_company(contacts: Iterable[Contact]) -> dict[str, list[Contact]]:
    """The people of each company, by its key; whoever has none is not among them."""
    people: dict[str, list[Contact]] = {}
    for contact in contacts:
        key = company_key(contact.company)
        if key:
            people.setdefault(key, []).append(contact)
    return people


def coverage(wanted: Sequence[Target], people: Mapping[str, Sequence[Contact]]) -> tuple[Known, ...]:
    """Each target company with whom one knows there, the closest first; in the order of `wanted`."""
    return tuple(Known(each, tuple(sorted(people.get(each.key, ()), key=_closeness))) for each in wanted)


def _closeness(contact: Contact) -> tuple[int, str]:
    return -(-1 if contact.closeness is None else contact.closeness), contact.name
