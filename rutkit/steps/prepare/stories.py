"""Stories in four parts and a look back, and which of what is asked for they show.

The parts are those of STAR: situation, task, action, result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rutkit.formatting import counted, join_words
from rutkit.steps.prepare.questions import GENERAL_HEADINGS, headings
from rutkit.steps.prepare.records import Story
from rutkit.steps.skill_names import standard_key

if TYPE_CHECKING:
    from rutkit.steps.prepare.competencies import AskedFor, Competency

PARTS = {
    "situation": "where it was",
    "task": "what was yours to do",
    "action": "what you did",
    "result": "what came of it",
}
"""What makes a story whole."""

LONGEST_WORDS = 450
"""Our own measure: a story that takes longer than this to read is hard to tell in one breath."""

SHOWN_COMPETENCIES = 12
"""Rows of the matrix; what few postings ask for is counted, not listed."""


@dataclass(frozen=True)
class MatrixRow:
    """A competency, and for each story whether it shows it."""

    name: str
    shown_by: tuple[bool, ...]
    asked: Competency | None = None
    """How many postings ask for it; None if it is from the authored questions alone."""

    @property
    def is_gap(self) -> bool:
        """Whether no story shows it."""
        return not any(self.shown_by)


@dataclass(frozen=True)
class Matrix:
    """The stories (columns) against the competencies (rows), what is asked for most first."""

    stories: tuple[Story, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def gaps(self) -> tuple[MatrixRow, ...]:
        """What to write next, in this order."""
        return tuple(row for row in self.rows if row.is_gap)

    @property
    def finding(self) -> str:
        """How much of it has a story, in words."""
        shown, gaps = len(self.rows) - len(self.gaps), [row.name for row in self.gaps]
        said = f"{shown} of {counted(len(self.rows), 'competency')} with a story"
        if not gaps:
            return f"{said}: nothing is missing"
        return f"{said}; next: {join_words(gaps[:2])}"


def called(story: Story) -> str:
    """What to call a story: its name, or how it begins."""
    name = story.title.strip() or " ".join(story.situation.split()[:6])
    return name or "A story without a name"


def missing_parts(story: Story) -> tuple[str, ...]:
    """The parts that are still empty, in words."""
    return tuple(words for part, words in PARTS.items() if not getattr(story, part).strip())


def is_whole(story: Story) -> bool:
    """Whether all four parts are there; the reflection makes it better, not whole."""
    return not missing_parts(story)


def hints(story: Story) -> tuple[str, ...]:
    """What would make it easier to tell, a sentence each, the most useful first; none if it is fine as it is."""
    missing = missing_parts(story)
    if missing:
        return (f"Still to say: {join_words(missing)}.",)
    found = []
    if not re.search(r"\d", story.result):
        found.append("Is there a number for what came of it? A rough one is fine, if it is true.")
    if len(re.findall(r"\bwe\b", story.action, re.I)) > len(re.findall(r"\b(?:I|my|me)\b", story.action)):
        found.append("It says “we” more often than “I”. Which part was yours?")
    if not story.competencies:
        found.append("Say what it shows, so that it finds its questions.")
    words = sum(len(getattr(story, part).split()) for part in PARTS)
    if words > LONGEST_WORDS:
        found.append(f"It has {counted(words, 'word')}. Say it aloud with the timer: what can go?")
    if not story.reflection.strip():
        found.append("What would you do again, and what not? Interviewers like to ask.")
    return tuple(found)


def shows(story: Story, competency: str) -> bool:
    """Whether the person said that it shows this, by whichever of its names."""
    key = standard_key(competency)
    return any(standard_key(name) == key for name in story.competencies)


def matrix(stories: Iterable[Story], asked: AskedFor | None = None) -> Matrix:
    """The stories against what the postings ask for; against the authored competencies while there is nothing."""
    told = tuple(stories)
    wanted: Sequence[tuple[str, Competency | None]] = [
        (competency.name, competency)
        for competency in (asked.competencies if asked else ())[:SHOWN_COMPETENCIES]
    ] or [(heading.name, None) for heading in headings() if heading.name not in GENERAL_HEADINGS][
        :SHOWN_COMPETENCIES
    ]
    return Matrix(
        told,
        tuple(
            MatrixRow(name, tuple(shows(story, name) for story in told), competency)
            for name, competency in wanted
        ),
    )


def fitting(stories: Iterable[Story], competencies: Iterable[str]) -> tuple[Story, ...]:
    """The stories that show any of these competencies: what could answer a question about them."""
    wanted = {standard_key(name) for name in competencies}
    return tuple(
        story for story in stories if any(standard_key(name) in wanted for name in story.competencies)
    )
