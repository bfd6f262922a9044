"""What of a JSON Resume says something about skills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rutkit.exchange.json_resume.documents import read_document


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
    """As far as it is said: "2024-05-01", "2024"."""


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
    """What a JSON Resume says about skills, from the bytes of its file; see `read_document`.

    Raises:
        ResumeError: it is too large, no JSON, or nothing of a resume is in it.
    """
    document = read_document(content, filename)
    remarks = list(document.remarks)
    entries = {section: list(_named(document.content, section, remarks)) for section in _NAMED_BY}
    return Resume(
        tuple(
            ResumeSkill(_line(e, "name"), _line(e, "level"), _lines(e, "keywords")) for e in entries["skills"]
        ),
        tuple(
            ResumeCertificate(_line(e, "name"), _line(e, "issuer"), _line(e, "date"))
            for e in entries["certificates"]
        ),
        tuple(ResumeLanguage(_line(e, "language"), _line(e, "fluency")) for e in entries["languages"]),
        tuple(
            ResumeEducation(
                _line(e, "institution"),
                _line(e, "area"),
                _line(e, "studyType"),
                _line(e, "endDate"),
                _lines(e, "courses"),
            )
            for e in entries["education"]
        ),
        tuple(
            ResumeWork(
                _line(e, "name"),
                _line(e, "position"),
                _line(e, "startDate"),
                _line(e, "endDate"),
                _line(e, "summary"),
                _lines(e, "highlights"),
            )
            for e in entries["work"]
        ),
        tuple(remarks),
    )


_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "skills": ("name", "keywords"),
    "certificates": ("name",),
    "languages": ("language",),
    "education": ("institution", "area", "studyType"),
    "work": ("name", "position"),
}
"""The sections that are read here, and the fields of which an entry needs at least one to say anything."""


def _named(document: Mapping[str, Any], section: str, remarks: list[str]) -> Iterator[Mapping[str, Any]]:
    """The entries of a section that say what they are; a remark for each that does not."""
    for number, entry in enumerate(document.get(section, ()), start=1):
        if any(entry.get(name) for name in _NAMED_BY[section]):
            yield entry
        else:
            remarks.append(
                f"Entry {number} of “{section}” was left out: it has no “{_NAMED_BY[section][0]}”."
            )


def _line(entry: Mapping[str, Any], name: str) -> str:
    return " ".join(entry.get(name, "").split())


def _lines(entry: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(" ".join(text.split()) for text in entry.get(name, ()))
