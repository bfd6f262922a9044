"""People of whom it is not said yet how the person knows them, by where they work: those of one company at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rutkit.steps.company_names import company_key
from rutkit.steps.network.records import Contact

FEWEST = 2
"""People of one company from which they can be sorted together."""


@dataclass(frozen=True)
class Colleagues:
    """People at one company, none of whom is sorted."""

    key: str
    """Of the company, see `company_key`."""
    company: str
    """As it is written most often."""
    ids: tuple[str, ...]
    """Of the people."""


def unsorted_companies(contacts: Iterable[Contact]) -> tuple[Colleagues, ...]:
    """Companies with several people of whom it is not said how one knows them, those with most people first."""
    ids: dict[str, list[str]] = {}
    names: dict[str, Counter[str]] = {}
    for contact in contacts:
        key = company_key(contact.company) if contact.relation is None else ""
        if key:
            ids.setdefault(key, []).append(contact.id)
            names.setdefault(key, Counter())[contact.company.strip()] += 1
    found = [
        Colleagues(key, names[key].most_common(1)[0][0], tuple(people))
        for key, people in ids.items()
        if len(people) >= FEWEST
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.ids), each.company)))
