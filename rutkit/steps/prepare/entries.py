"""What every entry of the master resume is."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from rutkit.records import BehindTheScenes, Lines, Private, Record

LONGEST_LINE = 1_000
"""Characters of what stands on one line."""

LONGEST_TEXT = 20_000

Line = Annotated[str, Field(max_length=LONGEST_LINE), Lines(1)]
Text = Annotated[str, Field(max_length=LONGEST_TEXT), Lines(4)]

OneALine = Annotated[str, Field(max_length=LONGEST_TEXT), Lines(3)]
"""Several short texts, one a line."""

Unknown = Annotated[str, Field(max_length=1_000_000), Lines(4), BehindTheScenes()]
"""JSON of the fields that a file had and that JSON Resume's schema does not name, so that none is lost."""


class ResumeEntry(Record):
    """One entry of a section of the master: a job, a degree, a skill."""

    section: ClassVar[str]
    """Its section's name in JSON Resume."""

    evidence: Annotated[Text, Private()] = Field(
        "",
        title="What shows that it is true",
        description="For yourself, never printed: a number’s source, a document, somebody who was there.",
    )
    extra: Unknown = Field("", title="Further fields of the file it came from")
