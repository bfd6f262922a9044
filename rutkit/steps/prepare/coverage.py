"""How far a version shows what a posting or a role asks for. Nothing here ever suggests claiming what is not true."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_share
from rutkit.steps.market.extract.vocabulary import Certainty, Form, vocabulary
from rutkit.steps.prepare.entries import ResumeEntry
from rutkit.steps.prepare.records import NotTrue, ResumeVersion
from rutkit.steps.prepare.resume import Master, items
from rutkit.steps.prepare.versions import outline, shown_keys
from rutkit.steps.skill_names import skill_key, standard_key
from rutkit.steps.skills.demand import HAVE_FROM, own_levels
from rutkit.steps.skills.gaps import (
    ENOUGH_FROM,
    ENOUGH_SOURCE,
    ENOUGH_TO,
    FEWEST_REQUIREMENTS,
    NOTHING_GAINED_FROM,
)
from rutkit.steps.skills.records import Skill

if TYPE_CHECKING:
    from rutkit.steps.market.market import Market

BASICS = "basics"
"""The key of headline and summary, which every version shows."""

SOURCE = ENOUGH_SOURCE
"""Where the share that is enough comes from, and what it does not say."""


class Showing(Enum):
    """Whether a version shows one requirement."""

    SHOWN = "shown in this version"
    COULD_BE_SHOWN = "in your master, not in this version"
    NOT_IN_MASTER = "not in your master"
    NOT_TRUE = "not true of you, as you said"


@dataclass(frozen=True)
class Asked:
    """Something that is asked for."""

    name: str
    """Its standard name."""
    how: str
    """How much it is wanted, in words."""


@dataclass(frozen=True)
class Covered:
    """A requirement, and where the master says it."""

    asked: Asked
    showing: Showing
    where: tuple[str, ...]
    """Keys of the master's entries and lines that say it, those that the version shows first."""
    is_on_skills_list: bool
    """Whether the person's list of step 6 has it, used with help or better."""


@dataclass(frozen=True)
class Coverage:
    """All requirements, each with whether it is shown."""

    rows: tuple[Covered, ...] = ()

    def of(self, showing: Showing) -> tuple[Covered, ...]:
        """Those that stand so."""
        return tuple(row for row in self.rows if row.showing is showing)

    @property
    def share(self) -> float | None:
        """The share that is shown; None if too little is asked for to speak of one."""
        if len(self.rows) < FEWEST_REQUIREMENTS:
            return None
        return len(self.of(Showing.SHOWN)) / len(self.rows)

    @property
    def counted(self) -> str:
        """How much of what is asked for is shown."""
        n, shown = len(self.rows), len(self.of(Showing.SHOWN))
        could = len(self.of(Showing.COULD_BE_SHOWN))
        share = f" ({format_share(self.share)})" if self.share is not None else ""
        more = f"; {could} more could be shown" if could else ""
        asked = f"{counted(n, 'thing')} that {'are' if n > 1 else 'is'} asked for"
        return f"This version shows {shown} of {asked}{share}{more}."

    @property
    def meaning(self) -> str:
        """How that compares with what is known to matter."""
        if self.share is None:
            return f"With fewer than {FEWEST_REQUIREMENTS}, a share says nothing."
        if self.share >= NOTHING_GAINED_FROM:
            return "More would hardly help: use the space for what you did best."
        if self.share >= ENOUGH_FROM:
            return "That is about as much as it takes."
        enough = f"{ENOUGH_FROM * 100:.0f}–{format_share(ENOUGH_TO)}"
        return f"Interviews became likelier up to about {enough}; this is below that."


def asked_by_posting(market: Market) -> tuple[Asked, ...]:
    """What the one posting of a `Market` asks for: first what it requires, then what it prefers, then the rest."""
    from rutkit.steps.market.extract.reading import Requirement

    in_order = (Requirement.REQUIRED, Requirement.PREFERRED, Requirement.UNSTATED)
    words = {
        Requirement.REQUIRED: "required",
        Requirement.PREFERRED: "preferred",
        Requirement.UNSTATED: "named",
    }
    return tuple(
        Asked(name, words[how])
        for wanted in in_order
        for each in market.read[:1]
        for name, how in each.asked.items()
        if how is wanted
    )


def asked_by_role(market: Market) -> tuple[Asked, ...]:
    """What the postings of a role ask for, the most wanted first; nothing below five postings."""
    from rutkit.steps.skills.asked import demands

    return tuple(Asked(each.name, each.in_words) for each in demands(market)[:MOST_OF_ROLE])


MOST_OF_ROLE = 20
"""So many of a role's skills: no posting asks for all of them."""


def cover(
    asked: Iterable[Asked],
    version: ResumeVersion,
    master: Master,
    not_true: Iterable[NotTrue] = (),
    skills: Iterable[Skill] = (),
) -> Coverage:
    """How the version stands to each thing that is asked for. What shows that a line is true says nothing here."""
    visible = shown_keys(outline(version, master)) | {BASICS}
    said = tuple(_said(version, master))
    denied = {each.skill for each in not_true}
    had = {key for key, level in own_levels(skills).items() if level >= HAVE_FROM}

    def row(each: Asked) -> Covered:
        matches = _matcher(each.name)
        where = sorted((line.key for line in said if matches(line)), key=lambda key: key not in visible)
        key = standard_key(each.name)
        if where:
            showing = Showing.SHOWN if where[0] in visible else Showing.COULD_BE_SHOWN
        else:
            showing = Showing.NOT_TRUE if key in denied else Showing.NOT_IN_MASTER
        return Covered(each, showing, tuple(dict.fromkeys(where)), key in had)

    return Coverage(tuple(map(row, asked)))


@dataclass(frozen=True)
class _Line:
    """What one thing of the master says: words to read, and names of skills that stand by themselves."""

    key: str
    text: str
    names: frozenset[str]
    """By their `standard_key`."""


def _said(version: ResumeVersion, master: Master) -> Iterator[_Line]:
    basics = master.basics
    yield _Line(BASICS, f"{version.label or basics.label}\n{version.summary or basics.summary}", frozenset())
    for entry in master.all_entries():
        said = {field: str(getattr(entry, field)) for field in _read_of(type(entry))}
        names = [name for field in _NAMES & said.keys() for name in items(said[field])]
        yield _Line(entry.id, "\n".join(said.values()), frozenset(map(standard_key, names)))
        for line in master.lines_of(entry):
            yield _Line(line.id, line.text, frozenset())


def _read_of(kind: type[ResumeEntry]) -> list[str]:
    of_others = _OF_OTHERS.get(kind.section, frozenset())
    return [field for field in kind.model_fields if field in _READ and field not in of_others]


_NAMES = frozenset({"name", "keywords", "courses", "language", "area", "study_type"})
"""Fields in which names stand by themselves."""

_READ = _NAMES | {"position", "title", "description", "summary", "roles", "type", "reference"}
"""Fields that say what somebody did or can do; not where, for whom, or what shows it."""

_OF_OTHERS: Mapping[str, frozenset[str]] = {
    "work": frozenset({"name", "description"}),
    "references": frozenset({"name"}),
}
"""Fields of the same names that speak of an employer or of somebody else."""


def _matcher(name: str) -> Callable[[_Line], bool]:
    """Whether a line says that somebody has a skill, under any name of it."""
    key = standard_key(name)
    pattern = _pattern(_forms().get(key, (Form(name),)))

    def matches(line: _Line) -> bool:
        return key in line.names or (pattern is not None and bool(pattern.search(line.text)))

    return matches


@cache
def _forms() -> Mapping[str, tuple[Form, ...]]:
    return {skill_key(skill.name): skill.forms for skill in vocabulary()}


def _pattern(forms: Sequence[Form]) -> re.Pattern[str] | None:
    """What finds the forms in a text, each as a word of its own; hyphens and a plural s make no difference.

    Of words that mean other things as well, those of up to three letters ("Go", "R") are found in no text: they count
    only where they stand by themselves, as a keyword.
    """
    found = [
        f"(?i:{_loosely(form.text)})" if form.certainty is Certainty.ANY_CASE else _loosely(form.text)
        for form in forms
        if form.certainty is not Certainty.IN_CONTEXT or len(form.text) > SHORT_WORD
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})s?(?![\w+#])") if found else None


SHORT_WORD = 3


def _loosely(text: str) -> str:
    return r"[\s-]*".join(map(re.escape, re.split(r"[\s-]+", text.strip())))
