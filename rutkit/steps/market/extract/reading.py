"""What was read in one posting. Offsets count characters of the text that was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

VERSION = 4
"""Of the rules that read. Raise it when they come to read something else than before, and not when they are only tidied
up: workbooks then offer to read their postings again. A test tells when it is time (`test_version.py`)."""


class Kind(StrEnum):
    """What sort of thing a skill is."""

    TOOL = "tool"
    LANGUAGE = "language"
    """Of people and of programmers."""
    METHOD = "method"
    KNOWLEDGE = "knowledge"
    CERTIFICATION = "certification"
    """Certificates, licences and registrations."""
    SOFT = "soft"


class Requirement(StrEnum):
    """How much a posting wants a skill."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    UNSTATED = "unstated"


class SkillMention(NamedTuple):
    """One place where a posting names a skill."""

    name: str
    """The skill's standard name."""
    kind: Kind
    requirement: Requirement
    start: int
    end: int
    text: str
    """What stands there: `posting[start:end]`."""
    sentence: str


@dataclass(frozen=True, slots=True)
class YearsMention:
    """Years of experience asked for. One of the bounds may be missing: "2+", "up to five"."""

    min: float | None
    max: float | None
    sentence: str


@dataclass(frozen=True, slots=True)
class EducationMention:
    """A level of education asked for, and the field it is to be in."""

    level: str
    """One of `education.LEVELS`."""
    field: str | None
    or_equivalent: bool
    """Whether experience may stand in for it."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Salary:
    """What a posting offers. The bounds are as written; `annual_min` and `annual_max` the same for a full year."""

    min: float | None
    max: float | None
    currency: str
    """ISO 4217: "GBP"."""
    unit: str
    """"year", "month", "week", "day" or "hour"."""
    pro_rata: bool
    annual_min: float | None
    annual_max: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one posting. What it does not say is empty or None."""

    skills: tuple[SkillMention, ...] = ()
    phrases: tuple[SkillMention, ...] = ()
    """What else it asks for, in its own words: the vocabulary has no name for it. Skills and phrases never overlap."""
    years: tuple[YearsMention, ...] = ()
    education: tuple[EducationMention, ...] = ()
    salary: Salary | None = None
    workplace: str | None = None
    """"remote", "hybrid" or "on site"."""
    seniority: str | None = None
    """"intern", "junior", "mid", "senior", "lead", "manager" or "executive"."""
    employment: str | None = None
    """"full-time", "part-time", "full-time or part-time", "contract", "temporary", "internship" or "apprenticeship"."""
    posted: date | None = None
    closing: date | None = None
