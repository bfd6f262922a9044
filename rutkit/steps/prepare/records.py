"""What a person saves while they keep preparing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rutkit.records import (
    LONGEST_LONG_TEXT,
    BehindTheScenes,
    Lines,
    LongText,
    PartialDate,
    Private,
    PrivateText,
    Record,
    Reference,
    ShortText,
    TagList,
)
from rutkit.steps.prepare.entries import Line, OneALine, ResumeEntry, Text, Unknown

Recall = Literal["not at all", "with trouble", "well", "easily"]


class ResumeBasics(Record):
    """Who the resume is about, and how to reach them."""

    noun: ClassVar[str] = "name and contact"
    plural: ClassVar[str] = "names and contacts"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    name: Line = Field("", title="Your name")
    label: Line = Field("", title="Headline", description="What you are, in a few words: “Data analyst”.")
    email: Line = Field("", title="Email")
    phone: Line = Field("", title="Phone")
    url: Line = Field("", title="Website")
    summary: Text = Field("", title="Summary", description="Two or three sentences.")
    city: Line = Field("", title="City")
    region: Line = Field("", title="Region or state")
    country_code: Line = Field("", title="Country", description="Its two letters: US, AU, IN.")
    postal_code: Line = Field("", title="Postal code")
    address: Annotated[str, Field(max_length=1_000), Lines(2)] = Field("", title="Street address")
    extra: Unknown = Field("", title="Further fields of the file it came from")


class ProfileEntry(ResumeEntry):
    """Where else the person is to be found."""

    noun: ClassVar[str] = "profile"
    section: ClassVar[str] = "profiles"

    network: Line = Field("", title="Network", description="LinkedIn, GitHub, a portfolio …")
    username: Line = Field("", title="Your name there")
    url: Line = Field("", title="Link")


class WorkEntry(ResumeEntry):
    """A job."""

    noun: ClassVar[str] = "job"
    section: ClassVar[str] = "work"

    position: Line = Field("", title="Your role")
    name: Line = Field("", title="Employer")
    location: Line = Field("", title="Where")
    start_date: PartialDate = Field("", title="From", description="A year or a month: 2021, or May 2021.")
    end_date: PartialDate = Field("", title="Until", description="Left empty, it goes on.")
    summary: Text = Field(
        "", title="In a sentence or two", description="What you achieved comes line by line."
    )
    description: Line = Field("", title="What kind of place it is")
    url: Line = Field("", title="Link")


class VolunteerEntry(ResumeEntry):
    """Unpaid work."""

    noun: ClassVar[str] = "volunteer post"
    section: ClassVar[str] = "volunteer"

    position: Line = Field("", title="Your role")
    organization: Line = Field("", title="Organization")
    start_date: PartialDate = Field("", title="From", description="A year or a month: 2021, or May 2021.")
    end_date: PartialDate = Field("", title="Until", description="Left empty, it goes on.")
    summary: Text = Field("", title="In a sentence or two")
    url: Line = Field("", title="Link")


class EducationEntry(ResumeEntry):
    """A degree, a school, a longer course."""

    noun: ClassVar[str] = "degree or school"
    plural: ClassVar[str] = "degrees and schools"
    section: ClassVar[str] = "education"

    institution: Line = Field("", title="School")
    study_type: Line = Field("", title="Degree", description="Bachelor, diploma, apprenticeship …")
    area: Line = Field("", title="Field")
    start_date: PartialDate = Field("", title="From")
    end_date: PartialDate = Field("", title="Until", description="Left empty, it goes on.")
    score: Line = Field("", title="Grade")
    courses: OneALine = Field("", title="Courses worth naming", description="One a line.")
    url: Line = Field("", title="Link")


class SkillEntry(ResumeEntry):
    """A skill, or a group of them."""

    noun: ClassVar[str] = "skill or group of skills"
    plural: ClassVar[str] = "skills"
    section: ClassVar[str] = "skills"

    name: Line = Field("", title="Skill, or a group of skills")
    level: Line = Field("", title="How well, in your words")
    keywords: OneALine = Field("", title="What belongs to it", description="One a line.")


class CertificateEntry(ResumeEntry):
    """A certificate, license or registration."""

    noun: ClassVar[str] = "certificate"
    section: ClassVar[str] = "certificates"

    name: Line = Field("", title="Certificate")
    issuer: Line = Field("", title="From whom")
    date: PartialDate = Field("", title="When")
    url: Line = Field("", title="Link")


class ProjectEntry(ResumeEntry):
    """A project."""

    noun: ClassVar[str] = "project"
    section: ClassVar[str] = "projects"

    name: Line = Field("", title="Project")
    description: Text = Field("", title="In a sentence or two")
    roles: OneALine = Field("", title="Your roles", description="One a line.")
    entity: Line = Field("", title="For whom")
    start_date: PartialDate = Field("", title="From")
    end_date: PartialDate = Field("", title="Until", description="Left empty, it goes on.")
    keywords: OneALine = Field("", title="What you used", description="One a line.")
    url: Line = Field("", title="Link")
    type: Line = Field("", title="Kind", description="Application, talk, conference …")


class LanguageEntry(ResumeEntry):
    """A language that is spoken."""

    noun: ClassVar[str] = "language"
    section: ClassVar[str] = "languages"

    language: Line = Field("", title="Language")
    fluency: Line = Field("", title="How well", description="Native, fluent, enough for a call …")


class AwardEntry(ResumeEntry):
    """An award."""

    noun: ClassVar[str] = "award"
    section: ClassVar[str] = "awards"

    title: Line = Field("", title="Award")
    awarder: Line = Field("", title="From whom")
    date: PartialDate = Field("", title="When")
    summary: Text = Field("", title="For what")


class PublicationEntry(ResumeEntry):
    """Something published."""

    noun: ClassVar[str] = "publication"
    section: ClassVar[str] = "publications"

    name: Line = Field("", title="Title")
    publisher: Line = Field("", title="Where it appeared")
    release_date: PartialDate = Field("", title="When")
    summary: Text = Field("", title="In a sentence or two")
    url: Line = Field("", title="Link")


class InterestEntry(ResumeEntry):
    """An interest."""

    noun: ClassVar[str] = "interest"
    section: ClassVar[str] = "interests"

    name: Line = Field("", title="Interest")
    keywords: OneALine = Field("", title="More about it", description="One a line.")


class ReferenceEntry(ResumeEntry):
    """What somebody says about the person."""

    noun: ClassVar[str] = "reference"
    section: ClassVar[str] = "references"

    name: Line = Field("", title="Who says it")
    reference: Text = Field("", title="What they say")


class Highlight(Record):
    """One line beneath a job, a volunteer post or a project: what was done and what came of it."""

    noun: ClassVar[str] = "resume line"

    entry: Reference = Field("", title="Of which entry")  # its id
    text: Text = Field("", title="What you did, and what came of it")
    evidence: Annotated[Text, Private()] = Field(
        "",
        title="What shows that it is true",
        description="For yourself, never printed: a number’s source, a document, somebody who was there.",
    )


class ResumeVersion(Record):
    """A resume for one kind of posting: which lines of the master, in which order."""

    noun: ClassVar[str] = "resume version"

    name: ShortText = Field("", title="Name")
    label: Line = Field(
        "", title="Headline of this version", description="Left empty, the master’s stands there."
    )
    summary: Text = Field(
        "", title="Summary of this version", description="Left empty, the master’s stands there."
    )
    posting: Reference = Field("", title="For which posting")  # its id in step 5, or empty
    role: Reference = Field("", title="For which target role")  # its id in step 5, or empty
    lines: Annotated[Unknown, BehindTheScenes()] = Field(
        "", title="Its lines"
    )  # names of sections and ids, one a line, in order; see `versions`
    notes: PrivateText = Field("", title="Notes")


class NotTrue(Record):
    """A requirement that the person says is not true of them, so that nothing asks about it again."""

    noun: ClassVar[str] = "requirement that is not true of me"
    plural: ClassVar[str] = "requirements that are not true of me"
    one_per: ClassVar[tuple[str, ...] | None] = ("skill",)

    skill: ShortText = Field(title="Requirement")  # its `standard_key`


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
        (), title="What it shows", description="What your postings ask for is offered first."
    )


class Question(Record):
    """An interview question of the person's own, or one that they were asked."""

    noun: ClassVar[str] = "question"

    text: ShortText = Field("", title="Question")
    competency: ShortText = Field("", title="What it is about")
    asked_by: ShortText = Field("", title="Asked where", description="Left empty, it is your own.")
    notes: PrivateText = Field("", title="What you would say")


class Rehearsal(Record):
    """One time that an answer was said aloud."""

    noun: ClassVar[str] = "rehearsal"

    question: Reference = Field("", title="Question")  # the id of an own question, or an authored one's key
    at: datetime = Field(title="When")
    recall: Recall = Field("well", title="How it went")
    seconds: int | None = Field(None, ge=0, le=86_400, title="Seconds it took")


class QuestionSetAside(Record):
    """A question that the person does not want to be asked."""

    noun: ClassVar[str] = "question set aside"
    plural: ClassVar[str] = "questions set aside"
    one_per: ClassVar[tuple[str, ...] | None] = ("question",)

    question: Reference = Field(title="Question")  # its id or key, as in a rehearsal


class Letter(Record):
    """A letter to oneself that opens later."""

    noun: ClassVar[str] = "letter"

    written: date = Field(title="Written on")
    opens: date = Field(title="Opens on")
    text: Annotated[str, Field(max_length=LONGEST_LONG_TEXT), Lines(8), Private()] = Field(
        "", title="Dear me,"
    )
    sealed: date | None = Field(None, title="Sealed on")
    opened_early: date | None = Field(None, title="Opened early on")
    reply: PrivateText = Field("", title="What you answer")


class SmallWin(Record):
    """Something that went right, however small."""

    noun: ClassVar[str] = "small win"

    day: date = Field(title="When")
    what: ShortText = Field("", title="What went right")


RECORDS: tuple[type[Record], ...] = (
    ResumeBasics,
    ProfileEntry,
    WorkEntry,
    VolunteerEntry,
    EducationEntry,
    SkillEntry,
    CertificateEntry,
    ProjectEntry,
    LanguageEntry,
    AwardEntry,
    PublicationEntry,
    InterestEntry,
    ReferenceEntry,
    Highlight,
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

HAPPENED: tuple[tuple[type[Record], str], ...] = (
    (Story, "created_at"),
    (Rehearsal, "at"),
    (SmallWin, "day"),
    (Letter, "written"),
)
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
