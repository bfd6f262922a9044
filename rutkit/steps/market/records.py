"""What a person saves while they research the job market."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rutkit.records import BehindTheScenes, Lines, Record, Reference, ShortText

SkillKind = Literal["tool", "language", "method", "knowledge", "certification", "soft"]
Verdict = Literal["a skill", "another name of", "not a skill"]

LONGEST_TEXT = 5_000_000
"""Characters. Longer than any posting: some pages come with their whole site."""

PostingText = Annotated[str, Field(max_length=LONGEST_TEXT), Lines(12)]


class TargetRole(Record):
    """A kind of role that the person wants next. Everything the step says is said for one of these."""

    noun: ClassVar[str] = "target role"

    title: ShortText = Field("", title="The role you want next", description="As postings call it.")
    why: ShortText = Field("", title="Why this one")


class Posting(Record):
    """One job posting, with what was read in it."""

    noun: ClassVar[str] = "posting"

    role: Reference = Field("", title="For which target role")  # its id
    title: ShortText = Field("", title="Job title")
    company: ShortText = Field("", title="Company")
    location: ShortText = Field("", title="Where")
    link: ShortText = Field("", title="Link")
    posted: date | None = Field(None, title="Posted on")
    closing: date | None = Field(None, title="Closes on")
    text: Annotated[PostingText, BehindTheScenes()] = Field(
        "", title="Text", description="The whole posting, as you would paste it."
    )
    reading: Annotated[PostingText, BehindTheScenes()] = Field(
        "", title="What was read in it"
    )  # JSON, see `readings`
    repeats: Reference = Field("", title="A repeat of")  # id of the posting that it repeats, or empty


class SkillChoice(Record):
    """What the person decided about a word in the postings of one role."""

    noun: ClassVar[str] = "choice about a word"
    plural: ClassVar[str] = "choices about words"
    one_per: ClassVar[tuple[str, ...] | None] = ("role", "word")

    role: Reference = Field("", title="For which target role")  # its id
    word: ShortText = Field(title="Word", description="As it stands in the postings, or the name of a skill.")
    verdict: Verdict = Field("a skill", title="It is")
    name: ShortText = Field("", title="The skill’s name", description="Needed for “another name of”.")
    kind: SkillKind = Field("knowledge", title="What sort of skill")


class LoadedVocabulary(Record):
    """Further names of skills from a file that the person downloaded."""

    noun: ClassVar[str] = "list of skills"
    plural: ClassVar[str] = "lists of skills"

    name: ShortText = Field("", title="Name")
    source: ShortText = Field("", title="Where it is from, and its license")
    skills: Annotated[PostingText, BehindTheScenes()] = Field(
        "", title="Its skills"
    )  # in the format of `extract.vocabulary`


RECORDS: tuple[type[Record], ...] = (TargetRole, Posting, SkillChoice, LoadedVocabulary)
"""Every record type of this step, in the order in which the step asks for them."""

HAPPENED: tuple[tuple[type[Record], str], ...] = ((Posting, "created_at"),)
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
