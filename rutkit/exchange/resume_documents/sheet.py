"""What stands on a resume, in its order: from a JSON Resume document, for every kind of file alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rutkit.exchange.json_resume import printable
from rutkit.formatting import format_partial_date


@dataclass(frozen=True)
class SheetEntry:
    """One entry of a section. What there is nothing to say about is empty."""

    title: str
    beneath: str = ""
    """Where it was: employer and place, or school."""
    when: str = ""
    text: str = ""
    lines: tuple[str, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether title and text do on one line."""
        return not (self.beneath or self.when or self.lines)


@dataclass(frozen=True)
class SheetSection:
    """A heading and what stands beneath it."""

    title: str
    entries: tuple[SheetEntry, ...]


@dataclass(frozen=True)
class Sheet:
    """A resume as it is read from top to bottom."""

    name: str
    label: str
    contacts: tuple[str, ...]
    summary: str
    sections: tuple[SheetSection, ...]


def sheet_of(document: Mapping[str, Any]) -> Sheet:
    """What stands on the resume that a valid JSON Resume document describes; its sections come in its order.

    >>> sheet_of({"skills": [{"name": "Databases", "keywords": ["SQL", "dbt"]}]}).sections[0].entries[0].text
    'SQL, dbt'
    """
    basics = document.get("basics", {})
    return Sheet(
        name=_line(basics, "name"),
        label=_line(basics, "label"),
        contacts=tuple(_contacts(basics)),
        summary=_text(basics, "summary"),
        sections=tuple(
            SheetSection(title, entries)
            for section, (title, entry_of) in _in_order(document)
            if (entries := tuple(_filled(map(entry_of, document[section]))))
        ),
    )


def _in_order(document: Mapping[str, Any]) -> Iterable[tuple[str, tuple[str, _EntryOf]]]:
    return ((section, _SECTIONS[section]) for section in document if section in _SECTIONS)


def _filled(entries: Iterable[SheetEntry]) -> Iterable[SheetEntry]:
    return (entry for entry in entries if entry != SheetEntry(""))


def _contacts(basics: Mapping[str, Any]) -> Iterable[str]:
    location = basics.get("location", {})
    place = _joined(
        _line(location, name) for name in ("address", "postalCode", "city", "region", "countryCode")
    )
    links = [_line(profile, "url") or _profile_name(profile) for profile in basics.get("profiles", ())]
    return filter(None, [place, *(_line(basics, name) for name in ("email", "phone", "url")), *links])


def _profile_name(profile: Mapping[str, Any]) -> str:
    return _joined((_line(profile, "network"), _line(profile, "username")), ": ")


def _job(entry: Mapping[str, Any]) -> SheetEntry:
    return _titled(
        entry,
        [_line(entry, "position")],
        [_line(entry, "name") or _line(entry, "organization"), _line(entry, "location")],
        text=_text(entry, "summary"),
    )


def _degree(entry: Mapping[str, Any]) -> SheetEntry:
    degree = _joined((_line(entry, "studyType"), _line(entry, "area")))
    score, courses = _line(entry, "score"), _joined(_lines(entry, "courses"))
    text = _joined((f"Grade: {score}" if score else "", f"Courses: {courses}" if courses else ""), "\n")
    return _titled(entry, [degree], [_line(entry, "institution")], text=text)


def _project(entry: Mapping[str, Any]) -> SheetEntry:
    used = _joined(_lines(entry, "keywords"))
    text = _joined((_text(entry, "description"), f"Used: {used}" if used else ""), "\n")
    beneath = [*_lines(entry, "roles"), _line(entry, "entity")]
    return _titled(entry, [_line(entry, "name")], beneath, text=text)


def _titled(
    entry: Mapping[str, Any], title: Iterable[str], beneath: Iterable[str], *, text: str
) -> SheetEntry:
    """An entry whose second line moves up where there is no first."""
    first, second = _joined(title), _joined(beneath)
    if not first:
        first, second = second, ""
    return SheetEntry(first, second, _span(entry), text, _lines(entry, "highlights"))


def _skill(entry: Mapping[str, Any]) -> SheetEntry:
    keywords, level = _joined(_lines(entry, "keywords")), _line(entry, "level")
    return SheetEntry(_line(entry, "name"), text=_joined((keywords, f"({level})" if level else ""), " "))


def _certificate(entry: Mapping[str, Any]) -> SheetEntry:
    return SheetEntry(_line(entry, "name"), _line(entry, "issuer"), _when(entry, "date"))


def _award(entry: Mapping[str, Any]) -> SheetEntry:
    return SheetEntry(
        _line(entry, "title"), _line(entry, "awarder"), _when(entry, "date"), _text(entry, "summary")
    )


def _publication(entry: Mapping[str, Any]) -> SheetEntry:
    return SheetEntry(
        _line(entry, "name"),
        _joined((_line(entry, "publisher"), _line(entry, "url"))),
        _when(entry, "releaseDate"),
        _text(entry, "summary"),
    )


_EntryOf = Callable[[Mapping[str, Any]], SheetEntry]

_SECTIONS: Mapping[str, tuple[str, _EntryOf]] = {
    "work": ("Experience", _job),
    "volunteer": ("Volunteer work", _job),
    "education": ("Education", _degree),
    "skills": ("Skills", _skill),
    "certificates": ("Certificates", _certificate),
    "projects": ("Projects", _project),
    "languages": (
        "Languages",
        lambda entry: SheetEntry(_line(entry, "language"), text=_line(entry, "fluency")),
    ),
    "awards": ("Awards", _award),
    "publications": ("Publications", _publication),
    "interests": (
        "Interests",
        lambda entry: SheetEntry(_line(entry, "name"), text=_joined(_lines(entry, "keywords"))),
    ),
    "references": (
        "References",
        lambda entry: SheetEntry(_line(entry, "name"), text=_text(entry, "reference")),
    ),
}
"""Headings as resumes usually have them: readers and tracking systems look for these words."""


def _span(entry: Mapping[str, Any]) -> str:
    """From when until when; what has begun and not ended goes on."""
    start, end = _when(entry, "startDate"), _when(entry, "endDate")
    if start == end:
        return start
    return f"{start} – {end or 'present'}" if start else end


def _when(entry: Mapping[str, Any], name: str) -> str:
    known = _line(entry, name)
    return format_partial_date(known) if known else ""


def _line(entry: Mapping[str, Any], name: str) -> str:
    return " ".join(printable(entry.get(name, "")).split())


def _lines(entry: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(line for text in entry.get(name, ()) if (line := " ".join(printable(text).split())))


def _text(entry: Mapping[str, Any], name: str) -> str:
    return "\n".join(
        line for text in printable(entry.get(name, "")).split("\n") if (line := " ".join(text.split()))
    )


def _joined(parts: Iterable[str], between: str = ", ") -> str:
    return between.join(part for part in parts if part)
