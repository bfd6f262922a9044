"""What a JSON Resume document adds to the master: nothing twice, and nothing over what stands there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from rutkit.exchange.json_resume.schema import BASICS, LOCATION, SECTIONS, Shape
from rutkit.formatting import counted, join_words
from rutkit.records import Record, describe, field_spec
from rutkit.steps.prepare.entries import ResumeEntry
from rutkit.steps.prepare.records import Highlight, ResumeBasics
from rutkit.steps.prepare.resume import (
    ENTRY_TYPES,
    ROOT,
    WITH_LINES,
    Master,
    attribute,
    fields_of,
    unknown_fields,
)
from rutkit.steps.skill_names import skill_key

R = TypeVar("R", bound=Record)
T = TypeVar("T", ResumeBasics, ResumeEntry)

_TOLD_BY: Mapping[str, tuple[str, ...]] = {
    "profiles": ("network", "username", "url"),
    "work": ("position", "name", "start_date"),
    "volunteer": ("position", "organization", "start_date"),
    "education": ("institution", "study_type", "area"),
    "skills": ("name",),
    "certificates": ("name", "issuer"),
    "projects": ("name", "entity"),
    "languages": ("language",),
    "awards": ("title", "date"),
    "publications": ("name",),
    "interests": ("name",),
    "references": ("name",),
}
"""The fields by which two entries of a section are the same one."""


@dataclass(frozen=True)
class Additions:
    """What a document would change. Nothing is saved yet."""

    to_add: tuple[Record, ...]
    to_update: tuple[Record, ...]
    """Records that have gained something where they said nothing."""
    known: int
    """Entries that are there already."""
    remarks: tuple[str, ...]
    """Whether it is somebody else's, and what was left out and why, in sentences."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in the document that the master lacks."""
        return not self.to_add and not self.to_update

    @property
    def sentence(self) -> str:
        """What would be added, counted by kind."""
        if self.is_empty:
            return "All that it says is in your master already."
        kinds = dict.fromkeys(type(record) for record in self.to_add)
        parts = [
            counted(sum(isinstance(each, kind) for each in self.to_add), kind.noun, kind.plural)
            for kind in kinds
        ]
        if self.to_update:
            parts.append(f"something for {counted(len(self.to_update), 'entry', 'entries')} of yours")
        known = (
            f" {counted(self.known, 'entry', 'entries')} are in your master already."
            if self.known > 1
            else ""
        )
        known = " One entry is in your master already." if self.known == 1 else known
        return f"It adds {join_words(parts)}.{known}"


def additions(document: Mapping[str, Any], master: Master, remarks: Iterable[str] = ()) -> Additions:
    """What a document in JSON Resume's shape would add to the master."""
    left_out = list(remarks)
    to_add: list[Record] = []
    to_update: list[Record] = []
    known = 0
    basics = _basics(document, left_out)
    if not master.basics.version:
        to_add += [basics] if _says_something(basics) else []
    else:
        left_out[:0] = _of_somebody_else(master.basics.name, basics.name)
        if (fuller := _filled(master.basics, basics)) != master.basics:
            to_update.append(fuller)
    for entry, lines in _entries(document, left_out):
        mine = _same(entry, master)
        if mine is None:
            to_add += [entry, *lines]
            continue
        known += 1
        if (filled := _filled(mine, entry)) != mine:
            to_update.append(filled)
        there = {skill_key(line.text) for line in master.lines_of(mine)}
        to_add += [
            line.model_copy(update={"entry": mine.id}) for line in lines if skill_key(line.text) not in there
        ]
    return Additions(tuple(to_add), tuple(to_update), known, tuple(left_out))


def _of_somebody_else(mine: str, theirs: str) -> Iterator[str]:
    """That the document is under another name, in a sentence; a name that lacks a part of the other is the same."""
    here, there = set(skill_key(mine).split()), set(skill_key(theirs).split())
    if here and there and not (here <= there or there <= here):
        yield (
            f"This is the resume of {theirs.strip()}; your master is that of {mine.strip()}. If these are two people, "
            "do not add it: their entries would be mixed."
        )


def _basics(document: Mapping[str, Any], remarks: list[str]) -> ResumeBasics:
    basics = document.get("basics", {})
    location = basics.get("location", {})
    unknown = {
        ROOT: {name: value for name, value in document.items() if name not in {"basics", *SECTIONS}},
        "basics": _others(basics, {"location", "profiles", *_ours(ResumeBasics, BASICS)}),
        "location": _others(location, _ours(ResumeBasics, LOCATION)),
    }
    values = {**_values(basics, BASICS), **_values(location, LOCATION)}
    return _made(
        ResumeBasics, values, {name: each for name, each in unknown.items() if each}, "“basics”", remarks
    )


def _entries(
    document: Mapping[str, Any], remarks: list[str]
) -> Iterator[tuple[ResumeEntry, tuple[Highlight, ...]]]:
    for section, kind in ENTRY_TYPES.items():
        holder = document.get("basics", {}) if section == "profiles" else document
        fields = fields_of(section)
        for number, written in enumerate(holder.get(section, ()), start=1):
            where = f"entry {number} of “{section}”"
            unknown = _others(written, set(fields))
            entry = _made(kind, _values(written, fields), unknown, where, remarks)
            texts = written.get("highlights", ()) if section in WITH_LINES else ()
            lines = tuple(_lines(entry, texts, where, remarks))
            if _says_something(entry) or lines:
                yield entry, lines


def _lines(entry: ResumeEntry, texts: Iterable[str], where: str, remarks: list[str]) -> Iterator[Highlight]:
    for text in texts:
        if text.strip():
            line = _made(Highlight, {"entry": entry.id, "text": text}, {}, where, remarks)
            if line.text:
                yield line


def _values(written: Mapping[str, Any], fields: Mapping[str, Shape]) -> dict[str, str]:
    """The raw values of a record's fields."""
    return {
        attribute(name): "\n".join(written[name]) if shape is Shape.TEXTS else written[name]
        for name, shape in fields.items()
        if name in written and name != "highlights"
    }


def _made(
    kind: type[R], values: Mapping[str, str], unknown: Mapping[str, Any], where: str, remarks: list[str]
) -> R:
    """A record with these values, without those that are too long to be kept."""
    kept: dict[str, str] = {name: value for name, value in values.items() if name in kind.model_fields}
    if unknown:
        kept["extra"] = json.dumps(unknown)
    try:
        return kind(**kept)
    except ValidationError as error:
        bad = {str(detail["loc"][0]) for detail in error.errors(include_url=False, include_input=False)}
        titles = join_words([f"“{field_spec(kind, name).title}”" for name in sorted(bad)])
        remarks.append(f"In {where}, {titles} cannot be kept as it is, mostly because it is too long.")
        return kind(**{name: value for name, value in kept.items() if name not in bad})


def _ours(kind: type[Record], fields: Mapping[str, Shape]) -> set[str]:
    """Those of the schema's fields for which a record has a place."""
    return {name for name in fields if attribute(name) in kind.model_fields}


def _others(written: Mapping[str, Any], known: set[str]) -> dict[str, Any]:
    return {name: value for name, value in written.items() if name not in known}


def _says_something(record: Record) -> bool:
    return any(getattr(record, spec.name) != spec.default for spec in describe(type(record)))


def _same(entry: ResumeEntry, master: Master) -> ResumeEntry | None:
    """The entry of the master that is this one; two that have no name are the same only if all else is, too."""
    known = (each for each in master.entries.get(entry.section, ()) if _key(each) == _key(entry))
    return next(known, None)


def _key(entry: ResumeEntry) -> tuple[str, ...]:
    told = tuple(skill_key(getattr(entry, name)) for name in _TOLD_BY[entry.section])
    return told if any(told) else tuple(getattr(entry, spec.name) for spec in describe(type(entry)))


def _filled(mine: T, theirs: T) -> T:
    """One's own record, with what the other says where it says nothing."""
    gained: dict[str, str] = {
        spec.name: getattr(theirs, spec.name)
        for spec in describe(type(mine))
        if not getattr(mine, spec.name).strip() and getattr(theirs, spec.name).strip()
    }
    if mine.extra and theirs.extra:
        merged = _merged(unknown_fields(mine.extra), unknown_fields(theirs.extra))
        gained |= {"extra": json.dumps(merged)} if merged != unknown_fields(mine.extra) else {}
    return mine.model_copy(update=gained)


def _merged(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Both; where both say something else, one's own counts."""
    merged = {**theirs, **mine}
    for name in mine.keys() & theirs.keys():
        if isinstance(mine[name], dict) and isinstance(theirs[name], dict):
            merged[name] = _merged(mine[name], theirs[name])
    return merged
