"""People met on visits, on their way into step 7's network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.formatting import format_month
from rutkit.steps.groups.records import Group, Visit
from rutkit.steps.groups.trials import called
from rutkit.steps.network.records import Contact, Touch

LONGEST_TAG = 60


@dataclass(frozen=True)
class Acquaintance:
    """Somebody who was met on a visit."""

    name: str
    group: Group
    day: date
    """On which they were first met there."""

    @property
    def where(self) -> str:
        """Where and when: "Evening Table, Mar 2026"."""
        return f"{called(self.group)}, {format_month(self.day)}"


def acquaintances(groups: Iterable[Group], visits: Sequence[Visit]) -> tuple[Acquaintance, ...]:
    """Everybody who was met, once, newest first."""
    by_id = {group.id: group for group in groups}
    once: dict[str, Acquaintance] = {}
    for visit in sorted(visits, key=lambda visit: (visit.day, visit.created_at)):
        if visit.group in by_id:
            for name in visit.met:
                once.setdefault(name.casefold(), Acquaintance(name, by_id[visit.group], visit.day))
    return tuple(reversed(once.values()))


def as_contact(met: Acquaintance) -> Contact:
    """The acquaintance as a person of the network, with the group as a tag."""
    return Contact(
        name=met.name,
        relation="association",
        tags=(called(met.group)[:LONGEST_TAG],),
        closeness=1,
        connected=met.day,
    )


def first_touch(contact: Contact, met: Acquaintance) -> Touch:
    """The meeting, so that “last in touch” begins with it."""
    return Touch(contact=contact.id, day=met.day, channel="in person", said=f"Met at {called(met.group)}.")
