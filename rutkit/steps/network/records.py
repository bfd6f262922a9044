"""What a person saves while they build relationships."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from rutkit.records import (
    Lines,
    OnlyIf,
    Private,
    PrivateText,
    Record,
    Reference,
    ShortText,
    TagList,
    Unit,
    named_scale,
)

Relation = Literal["colleague", "former coworker", "friend", "family", "association", "other"]
Channel = Literal["in person", "call", "message", "mail", "letter", "other"]
Exchange = Literal["I gave", "I asked", "we caught up"]
Asking = Literal["yes", "not now", "not this one"]
Occasion = Literal[
    "reconnecting", "telling that I am exploring", "asking for a conversation", "thanking", "other"
]
Reason = Literal[
    "it is time by your cadence",
    "no word for three years or more",
    "works where a role you want is open",
    "works where you have applied",
    "you know each other a little",
]

REASONS: tuple[Reason, ...] = get_args(Reason)

LONGEST_MESSAGE = 20_000
"""Characters, of a template and of what it becomes."""

Closeness = Annotated[
    int,
    Field(ge=0, le=4),
    named_scale("by name only", "have met", "know each other a little", "know each other well", "close"),
]
"""How close two people are. In the middle stands the moderately weak tie."""


class Contact(Record):
    """Somebody the person knows."""

    noun: ClassVar[str] = "person"
    plural: ClassVar[str] = "people"

    name: ShortText = Field("", title="Name")
    relation: Relation | None = Field(None, title="How you know them")
    company: ShortText = Field("", title="Company")
    position: ShortText = Field("", title="Their role")
    place: ShortText = Field("", title="Where")
    mail: Annotated[ShortText, Private()] = Field("", title="Mail address")
    phone: Annotated[ShortText, Private()] = Field("", title="Phone")
    link: ShortText = Field("", title="Profile or website")
    tags: TagList = Field(
        (), title="Groups and words", description="Anything that helps you to find them again."
    )
    closeness: Closeness | None = Field(None, title="How close you are")
    how_to_help: Annotated[ShortText, Private()] = Field("", title="How you might help them")
    notes: PrivateText = Field("", title="Notes")
    connected: date | None = Field(None, title="Connected since")
    ideal_days: Annotated[int, Unit("days")] | None = Field(
        None,
        ge=1,
        le=3_650,
        title="Be in touch about every",
        description="Left empty, what you chose for the group counts.",
    )
    longest_days: Annotated[int, Unit("days")] | None = Field(None, ge=1, le=7_300, title="And after at most")
    asking: Asking = Field("yes", title="Suggest them to you")
    not_before: Annotated[date, OnlyIf("asking", ("not now",))] | None = Field(None, title="Not before")

    @property
    def called(self) -> str:
        """Their name, or words in its place."""
        return self.name.strip() or "Somebody without a name"

    @property
    def at_work(self) -> str:
        """What they do and where, as far as it is noted: "Buyer, Lantern & Otter Kettles"."""
        return ", ".join(part for part in (self.position.strip(), self.company.strip()) if part)


class Touch(Record):
    """One time that the two were in touch."""

    noun: ClassVar[str] = "time in touch"
    plural: ClassVar[str] = "times in touch"

    contact: Reference = Field("", title="With whom")  # its id
    day: date = Field(title="When")
    channel: Channel = Field("message", title="How")
    exchange: tuple[Exchange, ...] = Field((), title="What it was", description="As many as are true.")
    said: PrivateText = Field("", title="What was said")
    next_step: ShortText = Field("", title="What comes next")
    next_on: date | None = Field(None, title="On")


class Cadence(Record):
    """How often to be in touch with everybody of one group."""

    noun: ClassVar[str] = "cadence"
    one_per: ClassVar[tuple[str, ...] | None] = ("group",)

    group: ShortText = Field(
        title="For", description="A way you know people (“friend”) or one of your own words."
    )
    ideal_days: Annotated[int, Unit("days")] = Field(90, ge=1, le=3_650, title="About every")
    longest_days: Annotated[int, Unit("days")] = Field(365, ge=1, le=7_300, title="After at most")


class WritingChoices(Record):
    """Whom to suggest, how many, and how the person signs."""

    noun: ClassVar[str] = "set of choices"
    plural: ClassVar[str] = "sets of choices"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    people_a_week: Annotated[int, Unit("people a week")] = Field(5, ge=0, le=20, title="At most")
    reasons: tuple[Reason, ...] = Field(REASONS, title="Suggest people because")
    signature: ShortText = Field("", title="How you sign", description="Stands under your messages.")


class MessageTemplate(Record):
    """A text of the person's own, with fields in braces that are filled for somebody."""

    noun: ClassVar[str] = "template"

    name: ShortText = Field("", title="Name")
    occasion: Occasion = Field("reconnecting", title="For")
    subject: ShortText = Field("", title="Subject", description="Mail only.")
    text: Annotated[str, Field(max_length=LONGEST_MESSAGE), Lines(8)] = Field(
        "",
        title="Text",
        description="{first name}, {name}, {company}, {role}, {wanted role} and {me} are filled in for you.",
    )


class MessageDraft(Record):
    """What the person is writing to somebody. rutkit sends nothing."""

    noun: ClassVar[str] = "message"
    one_per: ClassVar[tuple[str, ...] | None] = ("contact",)

    contact: Reference = Field(title="To")  # id of a person
    occasion: Occasion = Field("other", title="For")
    subject: Annotated[ShortText, Private()] = Field("", title="Subject", description="Mail only.")
    text: Annotated[str, Field(max_length=LONGEST_MESSAGE), Lines(8), Private()] = Field("", title="Message")


class DifferentPeople(Record):
    """Two contacts that look like one person, and are not."""

    noun: ClassVar[str] = "pair of different people"
    plural: ClassVar[str] = "pairs of different people"
    one_per: ClassVar[tuple[str, ...] | None] = ("one", "other")

    one: Reference = Field(title="One")  # ids, the smaller first
    other: Reference = Field(title="The other")


RECORDS: tuple[type[Record], ...] = (
    Contact,
    Touch,
    Cadence,
    WritingChoices,
    MessageTemplate,
    MessageDraft,
    DifferentPeople,
)
"""Every record type of this step, in the order in which the step asks for them."""

HAPPENED: tuple[tuple[type[Record], str], ...] = ((Touch, "day"),)
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
