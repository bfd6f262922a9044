"""The profile in a copy of one's LinkedIn data, as a JSON Resume document.

LinkedIn gives it out as a zip of CSV files, one for each part of the profile; which columns they have is seen from
copies that people published of their own, since LinkedIn does not describe them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rutkit.exchange.archives import Archive, Limits, is_zip, posix_path
from rutkit.exchange.errors import ArchiveError, TableError
from rutkit.exchange.json_resume import ResumeDocument, ResumeError, tidied
from rutkit.exchange.tables import read_table

LIMITS = Limits(members=5_000, unpacked_bytes=2_000_000_000, member_bytes=20_000_000)
"""A whole copy may hold years of messages and pictures; only the small files of the profile are opened."""

Row = Mapping[str, str]

_SECTIONS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "positions.csv": (
        "work",
        {
            "Title": "position",
            "Company Name": "name",
            "Location": "location",
            "Started On": "startDate",
            "Finished On": "endDate",
            "Description": "summary",
        },
    ),
    "volunteering.csv": (
        "volunteer",
        {
            "Role": "position",
            "Company Name": "organization",
            "Started On": "startDate",
            "Finished On": "endDate",
            "Description": "summary",
            "Cause": "cause",
        },
    ),
    "education.csv": (
        "education",
        {
            "School Name": "institution",
            "Degree Name": "studyType",
            "Start Date": "startDate",
            "End Date": "endDate",
            "Notes": "notes",
            "Activities": "activities",
        },
    ),
    "skills.csv": ("skills", {"Name": "name"}),
    "certifications.csv": (
        "certificates",
        {
            "Name": "name",
            "Authority": "issuer",
            "Started On": "date",
            "Url": "url",
            "Finished On": "endDate",
            "License Number": "licenseNumber",
        },
    ),
    "languages.csv": ("languages", {"Name": "language", "Proficiency": "fluency"}),
    "projects.csv": (
        "projects",
        {
            "Title": "name",
            "Description": "description",
            "Url": "url",
            "Started On": "startDate",
            "Finished On": "endDate",
        },
    ),
    "publications.csv": (
        "publications",
        {
            "Name": "name",
            "Publisher": "publisher",
            "Published On": "releaseDate",
            "Description": "summary",
            "Url": "url",
        },
    ),
}
"""Files of the copy: the section of JSON Resume, and what their columns are called there."""

_ABOUT = {"profile.csv", "email addresses.csv", "phonenumbers.csv"}


def read_profile(content: bytes, filename: str) -> ResumeDocument:
    """The profile from a copy of somebody's LinkedIn data, or from a single CSV file of it.

    Descriptions that are written as a list become lines beneath their job. A file of the copy that cannot be read is
    left out and named.

    Raises:
        ResumeError: there is no profile in it, or far more than one.
        ArchiveError: the zip is damaged or too large.
    """
    remarks: list[str] = []
    tables = {name: rows for name, rows in _tables(content, filename, remarks) if rows}
    document: dict[str, Any] = {}
    basics = _basics(tables)
    if basics:
        document["basics"] = basics
    for name, (section, columns) in _SECTIONS.items():
        entries = [_entry(row, columns) for row in tables.get(name, ())]
        entries = [
            _with_highlights(entry) if section in ("work", "volunteer") else entry for entry in entries
        ]
        if any(entries):
            document[section] = _each_once([entry for entry in entries if entry])
    if not document:
        reasons = "".join(f" {remark}" for remark in remarks)
        raise ResumeError(
            f"“{filename}” holds none of the files in which LinkedIn puts a profile, such as Positions.csv. "
            f"Nothing was changed.{reasons}"
        )
    found = tidied(document, filename)
    return ResumeDocument(found.content, (*remarks, *found.remarks))


def _tables(content: bytes, filename: str, remarks: list[str]) -> Iterator[tuple[str, list[Row]]]:
    """The known files of the copy, by their names in small letters."""
    if not is_zip(content):
        yield from _table(content, filename, remarks)
        return
    archive = Archive(content, LIMITS)
    for path in archive.names:
        name = posix_path(path).name
        if name.lower() not in _ABOUT | _SECTIONS.keys():
            continue
        try:
            data = archive.read(path)
        except ArchiveError as error:
            remarks.append(f"“{name}” was left out. {error}")
            continue
        yield from _table(data, name, remarks)


def _table(data: bytes, name: str, remarks: list[str]) -> Iterator[tuple[str, list[Row]]]:
    known = posix_path(name).name.lower()
    if known not in _ABOUT | _SECTIONS.keys() or not data.strip():
        return
    try:
        table = read_table(data, known)
    except TableError as error:
        remarks.append(f"“{name}” was left out. {error}")
        return
    rows: list[Row] = [
        {column: cell for column, cell in zip(table.columns, row, strict=True) if cell} for row in table.rows
    ]
    if known in _SECTIONS and not _SECTIONS[known][1].keys() & set(table.columns):
        remarks.append(f"“{name}” was left out: it has none of the columns that LinkedIn gives it.")
        return
    yield known, rows


def _entry(row: Row, columns: Mapping[str, str]) -> dict[str, Any]:
    return {field: row[column] for column, field in columns.items() if column in row}


def _with_highlights(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with what its description lists as lines of their own."""
    pieces = re.split(_BULLET, entry.pop("summary", ""))
    summary, *highlights = [" ".join(piece.split()) for piece in pieces]
    return {
        **entry,
        **({"summary": summary} if summary else {}),
        **({"highlights": [text for text in highlights if text]} if any(highlights) else {}),
    }


_BULLET = re.compile(r"\s*[•●▪◦‣]\s*|(?:^|\n)\s*[-–—*·]\s+")
"""What begins an item of a list: a round mark anywhere, a dash or a star only where a line begins."""


def _each_once(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """LinkedIn names some skills twice, in other capitals."""
    once: dict[str, dict[str, Any]] = {}
    for entry in entries:
        once.setdefault(repr(entry).casefold(), entry)
    return list(once.values())


def _basics(tables: Mapping[str, list[Row]]) -> dict[str, Any]:
    profile = next(iter(tables.get("profile.csv", ())), {})
    links = re.findall(r"\[([^:\]]*):([^\]]+)\]", profile.get("Websites", ""))
    location = {"city": profile.get("Geo Location"), "postalCode": profile.get("Zip Code")}
    basics = {
        "name": " ".join(profile[part] for part in ("First Name", "Last Name") if part in profile),
        "label": profile.get("Headline"),
        "summary": profile.get("Summary"),
        "email": _email(tables.get("email addresses.csv", [])),
        "phone": next((row["Number"] for row in tables.get("phonenumbers.csv", ()) if "Number" in row), None),
        "url": links[0][1] if links else None,
        "location": {name: value for name, value in location.items() if value},
        "profiles": [{"network": label.capitalize(), "url": url} for label, url in links[1:]],
    }
    return {name: value for name, value in basics.items() if value}


def _email(rows: list[Row]) -> str | None:
    """The address that LinkedIn writes to, or else the first."""
    given = [row for row in rows if "Email Address" in row]
    chosen = next((row for row in given if row.get("Primary") == "Yes"), given[0] if given else None)
    return chosen["Email Address"] if chosen else None
