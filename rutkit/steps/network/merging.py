"""Two contacts made one: what is kept, and everything else that was noted with either."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from rutkit.formatting import format_value
from rutkit.records import LONGEST_LONG_TEXT, Record, describe, new_id
from rutkit.steps.company_names import company_key
from rutkit.steps.job_search.records import Application
from rutkit.steps.network.known_by import ALSO, mail_key, name_key, name_words, phone_key, profile_key
from rutkit.steps.network.records import LONGEST_MESSAGE, Contact, DifferentPeople, MessageDraft, Touch
from rutkit.steps.network.same_person import ordered
from rutkit.workbook import Workbook

R = TypeVar("R", bound=Record)

_KEYS: Mapping[str, Callable[[str], str]] = {
    "name": name_key,
    "mail": mail_key,
    "phone": phone_key,
    "link": profile_key,
    "company": company_key,
}
"""When two values of a field say the same, though they are written otherwise."""
_EMPTY = (None, "", ())
_TEXTS = ("name", "mail", "phone", "link", "company", "position", "place", "how_to_help")
"""Fields of which a text that is not kept goes to the notes."""
_ASKING = ("not this one", "not now", "yes")
"""What somebody has said about being asked, the strongest first."""


@dataclass(frozen=True)
class Row:
    """One field of two contacts that may become one, as it is written."""

    title: str
    kept: str
    other: str
    result: str


def merged(kept: Contact, other: Contact) -> Contact:
    """Both as one: where both say something else, what `kept` says, and the other's word in the notes."""
    filled_in = {
        spec.name: getattr(other, spec.name)
        for spec in describe(Contact)
        if getattr(kept, spec.name) in _EMPTY and getattr(other, spec.name) not in _EMPTY
    }
    if name_words(other.name) and not name_words(kept.name):
        filled_in["name"] = other.name
    asking = min((kept, other), key=lambda contact: _ASKING.index(contact.asking))
    result = kept.model_copy(
        update={
            **filled_in,
            "tags": tuple(dict.fromkeys((*kept.tags, *other.tags))),
            "connected": min(filter(None, (kept.connected, other.connected)), default=None),
            "asking": asking.asking,
            "not_before": asking.not_before,
        }
    )
    lost = (*_lost(kept, result), *_lost(other, result))
    notes = dict.fromkeys(filter(None, (kept.notes.strip(), other.notes.strip(), *lost)))
    return result.model_copy(update={"notes": "\n".join(notes)[:LONGEST_LONG_TEXT]})


def side_by_side(kept: Contact, other: Contact) -> tuple[Row, ...]:
    """Every field that one of them or the result fills."""
    result = merged(kept, other)
    return tuple(
        Row(spec.title, *(format_value(spec, getattr(each, spec.name)) for each in (kept, other, result)))
        for spec in describe(Contact)
        if any(getattr(each, spec.name) != spec.default for each in (kept, other, result))
    )


def fuller(one: Contact, other: Contact) -> tuple[Contact, Contact]:
    """The two in the order in which most would keep them: the one of whom more is known first, else the newer."""
    return (one, other) if _fullness(one) >= _fullness(other) else (other, one)


def merge_people(workbook: Workbook, kept: Contact, other: Contact) -> Contact:
    """Make two contacts one, as one change: all that was noted with `other` goes over to `kept`.

    Raises:
        ConflictError: one of them was changed elsewhere since it was read.
    """
    with workbook.batch(f"merged two entries for {kept.name or other.name or 'somebody'}"):
        for named in (
            *_all(workbook, Touch, contact=other.id),
            *_all(workbook, Application, contact=other.id),
        ):
            workbook.update(named.model_copy(update={"contact": kept.id}))
        _move_message(workbook, kept, other)
        _move_differences(workbook, kept, other)
        workbook.remove(other)
        return workbook.update(merged(kept, other))


def note_as_different(workbook: Workbook, one: Contact, other: Contact) -> None:
    """Remember that two who look like one person are not, so that nobody asks again."""
    smaller, larger = ordered(one.id, other.id)
    workbook.put(DifferentPeople(one=smaller, other=larger), label="noted that two people are not the same")


def _all(workbook: Workbook, record_type: type[R], **equals: Any) -> list[R]:
    return workbook.page(record_type, limit=workbook.count(record_type, **equals), **equals).records


def _lost(contact: Contact, result: Contact) -> Iterator[str]:
    """A line for each word of a contact that is not kept."""
    for name in _TEXTS:
        told, kept = getattr(contact, name), getattr(result, name)
        key = _KEYS.get(name, str.casefold)
        if told and (key(told) or told.casefold()) != (key(kept) or kept.casefold()):
            yield f"{ALSO}{told}"


def _fullness(contact: Contact) -> tuple[int, object]:
    filled = sum(bool(getattr(contact, spec.name)) for spec in describe(Contact))
    return filled, contact.updated_at


def _move_message(workbook: Workbook, kept: Contact, other: Contact) -> None:
    """What was being written to the other; if something is being written to both, it goes to the end of that."""
    theirs = workbook.find(MessageDraft, contact=other.id)
    if theirs is None:
        return
    mine = workbook.find(MessageDraft, contact=kept.id)
    workbook.remove(theirs)
    if mine is None:
        workbook.add(theirs.model_copy(update={"id": new_id(), "contact": kept.id}))
    elif theirs.text.strip() and theirs.text.strip() not in mine.text:
        text = f"{mine.text.rstrip()}\n\n{theirs.text.strip()}"
        workbook.update(mine.model_copy(update={"text": text[:LONGEST_MESSAGE]}))


def _move_differences(workbook: Workbook, kept: Contact, other: Contact) -> None:
    """Who is not the other is not the kept one either."""
    for named in (
        *_all(workbook, DifferentPeople, one=other.id),
        *_all(workbook, DifferentPeople, other=other.id),
    ):
        workbook.remove(named)
        third = named.other if named.one == other.id else named.one
        if third != kept.id:
            smaller, larger = ordered(kept.id, third)
            workbook.put(DifferentPeople(one=smaller, other=larger))
