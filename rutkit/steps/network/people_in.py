"""From what was found in files to the people of the workbook: who is new, who is there, and what has changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rutkit.exchange.people import FoundPerson
from rutkit.formatting import format_value
from rutkit.records import LONGEST_LONG_TEXT, LONGEST_SHORT_TEXT, field_spec
from rutkit.steps.company_names import company_key
from rutkit.steps.network.known_by import ALSO, Reach, name_key, name_words, reach
from rutkit.steps.network.records import Contact

FILLED_IN = ("place", "mail", "phone", "link", "connected")
"""Fields that a file may fill where they are empty; what stands in them is the person's own."""


@dataclass(frozen=True)
class Change:
    """Somebody who is there, and of whom the file says something else or more."""

    before: Contact
    after: Contact

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that would change."""
        return tuple(
            name
            for name in ("company", "position", *FILLED_IN, "tags", "notes")
            if getattr(self.before, name) != getattr(self.after, name)
        )


@dataclass(frozen=True)
class Incoming:
    """What would come of an import; nothing is saved yet."""

    new: tuple[Contact, ...]
    there: tuple[Contact, ...]
    """Those of the file who are in the workbook already, or stand in the file twice."""
    changed: tuple[Change, ...]
    """Those of the workbook of whom the file says something else or more."""


def as_contact(found: FoundPerson) -> Contact:
    """Somebody out of a file as they are kept here; second addresses go to the notes."""
    further = [*found.mails[1:], *found.phones[1:], *found.links[1:]]
    notes = "\n".join([*filter(None, [found.notes]), *(f"{ALSO}{each}" for each in further)])
    return Contact(
        name=found.name[:LONGEST_SHORT_TEXT],
        company=found.company[:LONGEST_SHORT_TEXT],
        position=found.position[:LONGEST_SHORT_TEXT],
        place=found.place[:LONGEST_SHORT_TEXT],
        mail=_whole(found.mails),
        phone=_whole(found.phones),
        link=_whole(found.links),
        tags=found.tags,
        notes=notes[:LONGEST_LONG_TEXT],
        connected=found.connected,
    )


def plan_people(candidates: Iterable[Contact], existing: Sequence[Contact]) -> Incoming:
    """Who of the candidates is new, and who is known.

    Known is somebody with the same profile, or with a like name and the same mail address or phone number. The same
    name with the same company or day of connection will do where no address says otherwise. Who only looks alike
    counts as new: the two are offered for merging, see `same_person`.
    """
    known = _Known()
    for contact in existing:
        known.add(contact, reach(contact))
    new: dict[str, Contact] = {}
    there: list[Contact] = []
    changed: dict[str, Change] = {}
    for candidate in candidates:
        reached = reach(candidate)
        same = known.find(candidate, reached)
        if same is None:
            new[candidate.id] = candidate
            known.add(candidate, reached)
            continue
        there.append(candidate)
        if same.id in new:
            new[same.id] = _completed(new[same.id], candidate)
            continue
        before = changed.get(same.id, Change(same, same))
        change = Change(same, _brought_up_to_date(before.after, candidate))
        if change.fields:
            changed[same.id] = change
    return Incoming(tuple(new.values()), tuple(there), tuple(changed.values()))


def described(change: Change) -> str:
    """What would change, in words: "Their role: Engineer becomes Director"."""
    return "; ".join(_described(change, name) for name in change.fields)


def _described(change: Change, name: str) -> str:
    spec = field_spec(Contact, name)
    before, after = (getattr(contact, name) for contact in (change.before, change.after))
    if name == "notes":
        more = " ".join(after.removeprefix(before).split())
        return f"{spec.title}: {more[:_SHOWN]}…" if len(more) > _SHOWN else f"{spec.title}: {more}"
    written = format_value(spec, after)
    return (
        f"{spec.title}: {format_value(spec, before)} becomes {written}"
        if before
        else f"{spec.title}: {written}"
    )


_SHOWN = 80
"""Characters of what would be added to somebody's notes."""


def _brought_up_to_date(contact: Contact, told: Contact) -> Contact:
    """With the company and role that a file tells, and with what was not known yet."""
    update: dict[str, object] = {}
    if told.company and company_key(told.company) != company_key(contact.company):
        update["company"] = told.company
    if told.position and told.position.casefold() != contact.position.casefold():
        update["position"] = told.position
    return _completed(contact.model_copy(update=update), told)


def _completed(contact: Contact, told: Contact) -> Contact:
    """With what a file tells that was not known yet."""
    filled = contact.model_copy(
        update={
            name: getattr(told, name)
            for name in ("company", "position", *FILLED_IN)
            if getattr(told, name) and not getattr(contact, name)
        }
    )
    more = [*_further_addresses(filled, told), *told.notes.splitlines()]
    lines = [line for line in more if line.strip() and line not in contact.notes]
    notes = "\n".join(filter(None, [contact.notes, *dict.fromkeys(lines)]))
    tags = tuple(dict.fromkeys((*contact.tags, *told.tags)))
    return filled.model_copy(update={"tags": tags, "notes": notes[:LONGEST_LONG_TEXT]})


def _further_addresses(contact: Contact, told: Contact) -> Iterator[str]:
    """A line for the notes for each address of a file that is not theirs yet."""
    known, reached = reach(contact), reach(told)
    for written, theirs, told_here in (
        (told.mail, known.mails, reached.mails),
        (told.phone, known.phones, reached.phones),
        (told.link, known.profiles, reached.profiles),
    ):
        if written and not told_here <= theirs:
            yield f"{ALSO}{written}"


class _Known:
    """People by what they are known by."""

    def __init__(self) -> None:
        self._by: dict[Hashable, list[Contact]] = {}
        self._reach: dict[str, Reach] = {}

    def add(self, contact: Contact, reached: Reach) -> None:
        self._reach[contact.id] = reached
        for key in (*_keys(reached), *_lesser_keys(contact), _by_name(contact)):
            self._by.setdefault(key, []).append(contact)

    def find(self, contact: Contact, reached: Reach) -> Contact | None:
        """The one who is the same person, if there is one."""
        for key in _keys(reached):
            for other in self._by.get(key, ()):
                if _may_be_one(contact, reached, other, self._reach[other.id]):
                    return other
        for key in (*_lesser_keys(contact), *_if_nothing_else(contact, reached)):
            for other in self._by.get(key, ()):
                if not _disagree(reached, self._reach[other.id]):
                    return other
        return None


def _keys(reached: Reach) -> Iterator[Hashable]:
    """The addresses that somebody is known by, the surest first."""
    yield from (("profile", profile) for profile in reached.profiles)
    yield from (("mail", mail) for mail in reached.mails)
    yield from (("phone", phone) for phone in reached.phones)


def _lesser_keys(contact: Contact) -> Iterator[Hashable]:
    """What somebody is known by as well, if no address says otherwise."""
    name = name_key(contact.name)
    if name and contact.company:
        yield ("company", name, company_key(contact.company))
    if name and contact.connected:
        yield ("connected", name, contact.connected)


def _by_name(contact: Contact) -> Hashable:
    return ("name", name_key(contact.name) or contact.name)


def _if_nothing_else(contact: Contact, reached: Reach) -> Iterator[Hashable]:
    """The name, for somebody of whom nothing else is told: there would be nothing to add."""
    if not (reached.profiles or reached.mails or reached.phones or contact.company or contact.connected):
        yield _by_name(contact)


def _may_be_one(one: Contact, of_one: Reach, other: Contact, of_other: Reach) -> bool:
    """Whether two who share what they are known by can be one person: a mailbox or a phone may serve a family."""
    if of_one.profiles & of_other.profiles:
        return True
    if of_one.linkedin and of_other.linkedin:
        return False
    words, others = set(name_words(one.name)), set(name_words(other.name))
    return not words or not others or words <= others or others <= words


def _disagree(one: Reach, other: Reach) -> bool:
    """Whether both have addresses of a kind, and none in common."""
    return any(
        mine and theirs and not mine & theirs
        for mine, theirs in (
            (one.profiles, other.profiles),
            (one.mails, other.mails),
            (one.phones, other.phones),
        )
    )


def _whole(written: Sequence[str]) -> str:
    """The first address, if it can be kept whole: a part of it would lead nowhere."""
    return next((each for each in written[:1] if len(each) <= LONGEST_SHORT_TEXT), "")
