"""What a person saves while they keep preparing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rutkit.records import Lines, LongText, Record, ShortText, TagList

Recall = Literal["not at all", "with trouble", "well", "easily"]
DOCUMENT_LENGTH = 1_000_000
Document = Annotated[str, Field(max_length=DOCUMENT_LENGTH), Lines(12)]


class MasterResume(Record):
    """Everything that could stand in a resume, as a JSON Resume document."""

    noun: ClassVar[str] = "master resume"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    document: Document = Field("", title="JSON Resume")


class ClaimEvidence(Record):
    """What shows that one line of the master is true."""

    noun: ClassVar[str] = "piece of evidence"
    plural: ClassVar[str] = "pieces of evidence"
    one_per: ClassVar[tuple[str, ...] | None] = ("claim",)

    claim: ShortText = Field(title="Line of the resume")  # the line's key, see `resume`
    evidence: LongText = Field("", title="What shows it")


class ResumeVersion(Record):
    """A resume for one kind of posting: which lines of the master, in which order."""

    noun: ClassVar[str] = "resume version"

    name: ShortText = Field("", title="Name")
    posting: ShortText = Field("", title="For which posting")  # its id in step 5, or empty
    role: ShortText = Field("", title="For which target role")  # its id in step 5, or empty
    lines: Document = Field("", title="Its lines")  # JSON: keys of the master's lines, in order
    notes: LongText = Field("", title="Notes")


class NotTrue(Record):
    """A requirement that the person says is not true of them, so that it is never suggested again."""

    noun: ClassVar[str] = "requirement that is not true of me"
    plural: ClassVar[str] = "requirements that are not true of me"
    one_per: ClassVar[tuple[str, ...] | None] = ("skill",)

    skill: ShortText = Field(title="Requirement")


class Story(Record):
    """Something the person did, told so that it can be told again."""

    noun: ClassVar[str] = "story"
    plural: ClassVar[str] = "stories"

    title: ShortText = Field("", title="Name of the story")
    situation: LongText = Field("", title="Situation", description="Where and when, in two sentences.")
    task: LongText = Field("", title="Task", description="What was yours to do.")
    action: LongText = Field("", title="Action", description="What you did, step by step.")
    result: LongText = Field("", title="Result", description="What came of it; a number, if there is one.")
    reflection: LongText = Field("", title="Reflection", description="What you would do again, and what not.")
    competencies: TagList = Field(
        (), title="What it shows", description="Names from your postings are offered as you type."
    )


class Question(Record):
    """An interview question of the person's own, or one that they were asked."""

    noun: ClassVar[str] = "question"

    text: ShortText = Field("", title="Question")
    competency: ShortText = Field("", title="What it is about")
    asked_by: ShortText = Field("", title="Asked where", description="Left empty, it is your own.")
    notes: LongText = Field("", title="What you would say")


class Rehearsal(Record):
    """One time that an answer was said aloud."""

    noun: ClassVar[str] = "rehearsal"

    question: ShortText = Field("", title="Question")  # the id of an own question, or an authored one's key
    at: datetime = Field(title="When")
    recall: Recall = Field("well", title="How it went")
    seconds: int | None = Field(None, ge=0, le=86_400, title="Seconds it took")


class QuestionSetAside(Record):
    """A question that the person does not want to be asked."""

    noun: ClassVar[str] = "question set aside"
    plural: ClassVar[str] = "questions set aside"
    one_per: ClassVar[tuple[str, ...] | None] = ("question",)

    question: ShortText = Field(title="Question")  # its id or key, as in a rehearsal


class Letter(Record):
    """A letter to oneself that opens later."""

    noun: ClassVar[str] = "letter"

    written: date = Field(title="Written on")
    opens: date = Field(title="Opens on")
    text: Annotated[str, Field(max_length=100_000), Lines(8)] = Field("", title="Dear me,")
    sealed: date | None = Field(None, title="Sealed on")
    opened_early: date | None = Field(None, title="Opened early on")
    reply: LongText = Field("", title="What you answer")


class SmallWin(Record):
    """Something that went right, however small."""

    noun: ClassVar[str] = "small win"

    day: date = Field(title="When")
    what: ShortText = Field("", title="What went right")


RECORDS: tuple[type[Record], ...] = (
    MasterResume,
    ClaimEvidence,
    ResumeVersion,
    NotTrue,
    Story,
    Question,
    Rehearsal,
    QuestionSetAside,
    Letter,
    SmallWin,
)
"""Every record type of this step, in the order in which the step asks for them."""
