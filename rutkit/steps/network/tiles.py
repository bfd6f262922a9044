"""People by how one knows them and where they work, for a map of them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rutkit.steps.company_names import company_key
from rutkit.steps.network.records import Contact

UNSAID = "not said how"
NOWHERE = "no company noted"
OTHERS = "other companies"
COMPANIES_A_GROUP = 8


@dataclass(frozen=True)
class Tile:
    """A group, or a company within one."""

    key: str
    parent: str
    """The key of the group that it is in; empty for a group."""
    name: str
    people: int


def tiles(contacts: Iterable[Contact]) -> tuple[Tile, ...]:
    """Each group, the largest first, with its largest companies, the rest of them together."""
    groups: dict[str, Counter[str]] = {}
    names: dict[str, Counter[str]] = {}
    for contact in contacts:
        key = company_key(contact.company)
        groups.setdefault(contact.relation or UNSAID, Counter())[key] += 1
        names.setdefault(key, Counter())[contact.company.strip()] += 1
    found: list[Tile] = []
    for group, companies in sorted(groups.items(), key=lambda item: (-item[1].total(), item[0])):
        found.append(Tile(group, "", group, companies.total()))
        nowhere = companies.pop("", 0)
        ranked = sorted(companies.items(), key=lambda item: (-item[1], item[0]))
        for key, people in ranked[:COMPANIES_A_GROUP]:
            found.append(Tile(f"{group}/{key}", group, names[key].most_common(1)[0][0], people))
        others = sum(people for _, people in ranked[COMPANIES_A_GROUP:])
        if others:
            found.append(Tile(f"{group}//others", group, OTHERS, others))
        if nowhere:
            found.append(Tile(f"{group}//nowhere", group, NOWHERE, nowhere))
    return tuple(found)
