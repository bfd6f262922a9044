"""The skills that rutkit knows by name: text files beside this one, one skill a line.

    [tool]
    PostgreSQL | Postgres, psql
    ^Excel | Microsoft Excel, MS Excel
    ?Go | Golang

A heading says what kind the skills below it are. A line begins with the standard name; other ways of writing
it follow a bar. Case, hyphens and a plural s make no difference, unless a mark stands before the form:

- `^` only as written, capitals and all: "Excel" is meant, "excel" is not
- `?` only as written, and only beside something else that shows a skill is meant: "Go" is also a verb

`#` begins a comment. A skill may stand in several files, always with the same kind; its forms are put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rutkit.steps.market.extract.reading import Kind


class Certainty(Enum):
    """How a form must be met to count."""

    ANY_CASE = ""
    AS_WRITTEN = "^"
    IN_CONTEXT = "?"


class Form(NamedTuple):
    """One way of writing a skill."""

    text: str
    certainty: Certainty = Certainty.ANY_CASE


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill by its standard name, and every way of writing it, the name among them."""

    name: str
    kind: Kind
    forms: tuple[Form, ...]


class VocabularyError(ValueError):
    """A vocabulary file says something that cannot be read; the message names the file and the line."""


@cache
def vocabulary() -> tuple[Skill, ...]:
    """Every skill of rutkit's own files, in the order of their names."""
    return combine(skill for name, text in texts().items() for skill in parse(text, name))


def texts() -> dict[str, str]:
    """The text of each of rutkit's own files, by its name."""
    own = (entry for entry in files(__name__).iterdir() if entry.name.endswith(".txt"))
    return {entry.name: entry.read_text("utf-8") for entry in sorted(own, key=lambda entry: entry.name)}


def parse(text: str, source: str) -> Iterator[Skill]:
    """The skills of one file's text.

    Raises:
        VocabularyError: a line stands under no heading, a heading is no kind, or a form is empty.
    """
    kind: Kind | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.partition(" #")[0].strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            try:
                kind = Kind(line[1:-1])
            except ValueError as error:
                raise VocabularyError(f"{source}, line {number}: {line} is no kind of skill.") from error
            continue
        if kind is None:
            raise VocabularyError(f"{source}, line {number}: a heading such as [tool] is missing above it.")
        name, _, others = line.partition("|")
        forms = tuple(_form(form) for form in (name, *(others.split(",") if others else ())))
        if not all(form.text for form in forms):
            raise VocabularyError(f"{source}, line {number}: a form is empty.")
        yield Skill(forms[0].text, kind, forms)


def combine(skills: Iterable[Skill]) -> tuple[Skill, ...]:
    """One skill for each name, with the forms of all its namesakes.

    Raises:
        VocabularyError: one name has two kinds, or one form belongs to two skills.
    """
    by_name: dict[str, Skill] = {}
    for skill in skills:
        known = by_name.get(skill.name)
        if known is None:
            by_name[skill.name] = skill
        elif known.kind is not skill.kind:
            raise VocabularyError(f"{skill.name} stands as {known.kind} and as {skill.kind}.")
        else:
            by_name[skill.name] = Skill(
                skill.name, skill.kind, tuple(dict.fromkeys(known.forms + skill.forms))
            )
    owners: dict[Form, str] = {}
    for skill in by_name.values():
        for form in skill.forms:
            owner = owners.setdefault(form, skill.name)
            if owner != skill.name:
                raise VocabularyError(f"“{form.text}” is written for {owner} and for {skill.name}.")
    return tuple(by_name[name] for name in sorted(by_name))


def _form(written: str) -> Form:
    written = written.strip()
    mark = written[:1]
    return Form(written[1:], Certainty(mark)) if mark in ("^", "?") else Form(written)
