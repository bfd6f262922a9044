"""What every entry of the master resume is."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from rutkit.dates import partial_date
from rutkit.records import Lines, Record

LONGEST_LINE = 1_000
"""Characters of what stands on one line."""

LONGEST_TEXT = 20_000

Line = Annotated[str, Field(max_length=LONGEST_LINE), Lines(1)]
Text = Annotated[str, Field(max_length=LONGEST_TEXT), Lines(4)]

OneALine = Annotated[str, Field(max_length=LONGEST_TEXT), Lines(3)]
"""Several short texts, one a line."""

Unknown = Annotated[str, Field(max_length=1_000_000), Lines(4)]
"""JSON of the fields that a file had and that JSON Resume's schema does not name, so that none is lost."""


def _as_far_as_known(text: str) -> str:
    if not text.strip():
        return ""
    known = partial_date(text)
    if known is None:
        raise ValueError("please write a year, a month or a day: 2024, May 2024 or 2024-05-31")
    return known


PartialDate = Annotated[str, Field(max_length=40), AfterValidator(_as_far_as_known), Lines(1)]
"""A year, a month or a day in ISO 8601, as JSON Resume has them; empty if it is not said."""


class ResumeEntry(Record):
    """One entry of a section of the master: a job, a degree, a skill."""

    section: ClassVar[str]
    """Its section's name in JSON Resume."""

    evidence: Text = Field(
        "",
        title="What shows that it is true",
        description="For yourself, never printed: a number’s source, a document, somebody who was there.",
    )
    extra: Unknown = Field("", title="Further fields of the file it came from")
