"""JSON Resume (jsonresume.org): what of it says something about skills.

Files in the wild keep to its schema loosely: dates that are only a year, keywords in one string, fields of older
versions. So they are held against a schema of our own that asks only for what is read here; an entry that does not keep
to it is left out and named, the rest is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rutkit.errors import RutkitError

MAXIMUM_BYTES = 5_000_000


class ResumeError(RutkitError):
    """A file is no JSON Resume; the message is one sentence for the person."""


@dataclass(frozen=True)
class ResumeSkill:
    """A skill, or a group of them."""

    name: str
    level: str
    """In the resume's own words; may be empty."""
    keywords: tuple[str, ...]


@dataclass(frozen=True)
class ResumeCertificate:
    """A certificate."""

    name: str
    issuer: str
    date: str
    """As it is written: "2024-05-01", "2024"."""


@dataclass(frozen=True)
class ResumeLanguage:
    """A language that is spoken."""

    name: str
    fluency: str


@dataclass(frozen=True)
class ResumeEducation:
    """A degree or a school."""

    institution: str
    area: str
    study_type: str
    end: str
    courses: tuple[str, ...]


@dataclass(frozen=True)
class ResumeWork:
    """A job or a post."""

    name: str
    position: str
    start: str
    end: str
    """Empty if it goes on."""
    summary: str
    highlights: tuple[str, ...]


@dataclass(frozen=True)
class Resume:
    """What was read; everything that a file may lack is empty."""

    skills: tuple[ResumeSkill, ...] = ()
    certificates: tuple[ResumeCertificate, ...] = ()
    languages: tuple[ResumeLanguage, ...] = ()
    education: tuple[ResumeEducation, ...] = ()
    work: tuple[ResumeWork, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    """What was left out, and why, in sentences."""


def read_resume(content: bytes, filename: str = "The file") -> Resume:
    """A JSON Resume from the bytes of its file.

    Raises:
        ResumeError: it is too large, no JSON, or nothing of a resume is in it.
    """
    document = _document(content, filename)
    remarks: list[str] = []
    entries = {name: list(_entries(document, name, remarks)) for name in _SECTIONS}
    if not any(name in document for name in (*_SECTIONS, "basics")):
        raise ResumeError(
            f"“{filename}” is JSON, but no resume in the JSON Resume format. Nothing was changed; "
            "the format is described at jsonresume.org."
        )
    return Resume(
        tuple(
            ResumeSkill(_text(e, "name"), _text(e, "level"), _texts(e, "keywords")) for e in entries["skills"]
        ),
        tuple(
            ResumeCertificate(_text(e, "name", "title"), _text(e, "issuer"), _text(e, "date"))
            for e in entries["certificates"]
        ),
        tuple(
            ResumeLanguage(_text(e, "language", "name"), _text(e, "fluency")) for e in entries["languages"]
        ),
        tuple(
            ResumeEducation(
                _text(e, "institution"),
                _text(e, "area"),
                _text(e, "studyType"),
                _text(e, "endDate"),
                _texts(e, "courses"),
            )
            for e in entries["education"]
        ),
        tuple(
            ResumeWork(
                _text(e, "name", "company"),
                _text(e, "position"),
                _text(e, "startDate"),
                _text(e, "endDate"),
                _text(e, "summary"),
                _texts(e, "highlights"),
            )
            for e in entries["work"]
        ),
        tuple(remarks),
    )


def _document(content: bytes, filename: str) -> dict[str, Any]:
    if len(content) > MAXIMUM_BYTES:
        raise ResumeError(
            f"“{filename}” is larger than {MAXIMUM_BYTES // 1_000_000} MB, which no resume is. Nothing was changed."
        )
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise ResumeError(
            f"“{filename}” is not JSON, so nothing was read and nothing was changed. A JSON Resume begins with "
            "a curly bracket; a PDF or Word resume cannot be read here."
        ) from None
    if not isinstance(document, dict):
        raise ResumeError(f"“{filename}” is JSON, but not a resume: it should begin with a curly bracket.")
    return document


_LOOSE_TEXT = {"type": ["string", "number", "null"]}
_LOOSE_TEXTS = {"type": ["array", "string", "null"], "items": _LOOSE_TEXT}


def _section(*texts: str, lists: Iterable[str] = (), needs: Iterable[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**dict.fromkeys(texts, _LOOSE_TEXT), **dict.fromkeys(lists, _LOOSE_TEXTS)},
        "anyOf": [{"required": [name]} for name in needs],
    }


_SECTIONS: dict[str, dict[str, Any]] = {
    "skills": _section("name", "level", lists=["keywords"], needs=["name", "keywords"]),
    "certificates": _section("name", "title", "issuer", "date", needs=["name", "title"]),
    "languages": _section("language", "name", "fluency", needs=["language", "name"]),
    "education": _section(
        "institution",
        "area",
        "studyType",
        "endDate",
        lists=["courses"],
        needs=["institution", "area", "studyType"],
    ),
    "work": _section(
        "name",
        "company",
        "position",
        "startDate",
        "endDate",
        "summary",
        lists=["highlights"],
        needs=["name", "company", "position"],
    ),
}


def _entries(document: dict[str, Any], section: str, remarks: list[str]) -> Iterator[dict[str, Any]]:
    """The entries of a section that can be read; a remark for each that cannot."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    entries = document.get(section)
    if entries is None:
        return
    if not isinstance(entries, list):
        remarks.append(f"“{section}” should be a list and was left out.")
        return
    validator = Draft202012Validator(_SECTIONS[section])
    for number, entry in enumerate(entries, start=1):
        error = best_match(validator.iter_errors(entry))
        if error is None:
            yield entry
        else:
            remarks.append(f"Entry {number} of “{section}” was left out: {_in_words(error, section)}.")


def _in_words(error: Any, section: str) -> str:
    if not error.absolute_path:
        if error.validator == "type":
            return "it should be a group of fields in curly brackets"
        return f"it has no “{_SECTIONS[section]['anyOf'][0]['required'][0]}”"
    name = error.absolute_path[0]
    is_list = isinstance(_SECTIONS[section]["properties"][name]["type"], list) and (
        "array" in _SECTIONS[section]["properties"][name]["type"]
    )
    return f"“{name}” should be {'a list of texts' if is_list else 'a text'}"


def _text(entry: dict[str, Any], *names: str) -> str:
    """The first of these fields that is filled, on one line."""
    for name in names:
        value = entry.get(name)
        if value is not None and str(value).strip():
            return " ".join(str(value).split())
    return ""


def _texts(entry: dict[str, Any], name: str) -> tuple[str, ...]:
    """A list of texts; one string with commas is taken for a list, too."""
    value = entry.get(name) or ()
    parts = re.split(r"[,;\n]", value) if isinstance(value, str) else value
    return tuple(text for part in parts if part is not None and (text := " ".join(str(part).split())))
