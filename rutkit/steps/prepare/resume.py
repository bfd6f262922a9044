"""The master resume: everything that could stand in a resume, as records and as a JSON Resume document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rutkit.exchange.json_resume.schema import BASICS, LOCATION, PROFILE, SECTIONS, Shape
from rutkit.records import BOOKKEEPING
from rutkit.steps.prepare.entries import ResumeEntry
from rutkit.steps.prepare.records import RECORDS, Highlight, ProfileEntry, ResumeBasics

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

ENTRY_TYPES: Mapping[str, type[ResumeEntry]] = {
    kind.section: kind for kind in RECORDS if issubclass(kind, ResumeEntry)
}
"""What each section of JSON Resume is kept as, in the order in which resumes have them; `profiles` among them."""

WITH_LINES = frozenset(section for section, fields in SECTIONS.items() if "highlights" in fields)
"""Sections of which each entry has lines beneath it."""

ROOT = ""
"""Under this name, `ResumeBasics.extra` keeps the document's own unknown fields, beside `basics` and `location`."""


@dataclass(frozen=True)
class Master:
    """A master resume, or what of it a version shows. Mappings are in the order in which they are read."""

    basics: ResumeBasics = field(default_factory=ResumeBasics)
    entries: Mapping[str, tuple[ResumeEntry, ...]] = field(default_factory=dict)
    """By section; sections without entries are left out."""
    highlights: Mapping[str, tuple[Highlight, ...]] = field(default_factory=dict)
    """By the id of the entry that they stand beneath."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written yet."""
        return not self.entries and not basics_of(self)

    def lines_of(self, entry: ResumeEntry) -> tuple[Highlight, ...]:
        """The lines beneath an entry."""
        return self.highlights.get(entry.id, ())

    def all_entries(self) -> Iterator[ResumeEntry]:
        """Every entry, section by section."""
        for entries in self.entries.values():
            yield from entries


def read_master(workbook: Workbook) -> Master:
    """The master as it is saved: in each section the entry first that was added first."""
    highlights: dict[str, list[Highlight]] = {}
    for line in workbook.all(Highlight):
        highlights.setdefault(line.entry, []).append(line)
    entries = {section: tuple(workbook.all(kind)) for section, kind in ENTRY_TYPES.items()}
    return Master(
        workbook.only(ResumeBasics) or ResumeBasics(),
        {section: found for section, found in entries.items() if found},
        {entry: tuple(lines) for entry, lines in highlights.items()},
    )


def to_document(master: Master) -> dict[str, Any]:
    """A valid JSON Resume document. What shows that a line is true is nobody else's business and stays out of it.

    Fields that the schema does not name are in it as they came; what is empty is left out.
    """
    unknown = unknown_fields(master.basics.extra).get(ROOT, {})
    document = {"$schema": unknown["$schema"]} if "$schema" in unknown else {}
    basics = basics_of(master)
    if basics:
        document["basics"] = basics
    for section, entries in master.entries.items():
        if section != ProfileEntry.section:
            document[section] = [_entry_of(entry, master.lines_of(entry)) for entry in entries]
    return {**document, **{name: value for name, value in unknown.items() if name not in document}}


def basics_of(master: Master) -> dict[str, Any]:
    """The document's `basics`; empty if nothing is said."""
    record = master.basics
    unknown = unknown_fields(record.extra)
    location = {**_known(record, LOCATION), **unknown.get("location", {})}
    profiles = [_entry_of(profile, ()) for profile in master.entries.get(ProfileEntry.section, ())]
    return {
        **_known(record, BASICS),
        **({"location": location} if location else {}),
        **({"profiles": profiles} if profiles else {}),
        **unknown.get("basics", {}),
    }


def _entry_of(entry: ResumeEntry, lines: tuple[Highlight, ...]) -> dict[str, Any]:
    written = _known(entry, fields_of(entry.section))
    texts = [line.text for line in lines if line.text.strip()]
    return {**written, **({"highlights": texts} if texts else {}), **unknown_fields(entry.extra)}


def fields_of(section: str) -> Mapping[str, Shape]:
    """The fields of a section's entries by their names in JSON Resume."""
    return PROFILE if section == ProfileEntry.section else SECTIONS[section]


def _known(record: ResumeBasics | ResumeEntry, fields: Mapping[str, Shape]) -> dict[str, Any]:
    """What a record says in the fields that it has of these."""
    said: dict[str, Any] = {}
    for name, shape in fields.items():
        text = getattr(record, attribute(name), "")
        if text.strip():
            said[name] = items(text) if shape is Shape.TEXTS else text
    return said


def items(text: str) -> list[str]:
    """The texts that stand one a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def attribute(name: str) -> str:
    """What a field of JSON Resume is called in its record.

    >>> attribute("startDate")
    'start_date'
    """
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def unknown_fields(extra: str) -> dict[str, Any]:
    """The fields that a record keeps although JSON Resume's schema does not name them.

    They can be changed in a table and imported again, so what is no JSON by now is none.
    """
    try:
        found = json.loads(extra) if extra else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


NOT_PRINTED = BOOKKEEPING | {"evidence", "extra"}
"""Fields that no resume shows."""


def title_of(entry: ResumeEntry) -> str:
    """What an entry is called in a list: its first two fields that say something."""
    texts = (getattr(entry, name) for name in type(entry).model_fields if name not in NOT_PRINTED)
    said = [text for each in texts if (text := ", ".join(" ".join(line.split()) for line in items(each)))]
    return ", ".join(said[:2]) or f"a {entry.noun} without a name"
