"""What a person saves while they look for groups of their field, and take part in them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rutkit.records import LongText, Money, OnlyIf, Record, ShortText, TagList, Unit

GroupKind = Literal["association", "chapter", "meetup", "online community", "union", "alumni", "other"]
Decision = Literal["not decided", "join", "once more", "leave"]
Going = Literal["perhaps", "yes", "no"]
Part = Literal["member", "committee", "talk", "mentoring"]

_JOINED = OnlyIf("decision", ("join",))


class Group(Record):
    """A group of the person's field: looked at, tried, joined or left."""

    noun: ClassVar[str] = "group"

    name: ShortText = Field("", title="Name")
    kind: GroupKind = Field("association", title="What it is")
    field: ShortText = Field("", title="Field")
    link: ShortText = Field("", title="Link")
    cost: Money | None = Field(None, ge=0, title="Cost a year", description="If it is free, 0.")
    hours_a_month: Annotated[float, Unit("hours a month")] | None = Field(
        None, ge=0, le=300, title="Time it takes"
    )
    hope: ShortText = Field("", title="What you hope for")
    decision: Decision = Field("not decided", title="After your visits")
    decided: date | None = Field(None, title="Decided on")
    since: Annotated[date, _JOINED] | None = Field(None, title="Member since")
    renewal: Annotated[date, _JOINED] | None = Field(None, title="Renews on")
    part: Annotated[tuple[Part, ...], _JOINED] = Field((), title="What you take part in")
    notes: LongText = Field("", title="Notes")


class Visit(Record):
    """One visit to a group."""

    noun: ClassVar[str] = "visit"

    group: ShortText = Field("", title="Group")  # its id
    day: date = Field(title="When")
    hours: Annotated[float, Unit("hours")] | None = Field(None, ge=0, le=100, title="How long, with the way")
    cost: Money | None = Field(None, ge=0, title="What it cost")
    met: TagList = Field((), title="Whom you met", description="Their names.")
    useful: bool | None = Field(None, title="Was it useful?")
    again: bool | None = Field(None, title="Would you go again?")
    note: LongText = Field("", title="Note")


class GroupEvent(Record):
    """Something that takes place, once or again and again."""

    noun: ClassVar[str] = "event"

    title: ShortText = Field("", title="What")
    group: ShortText = Field("", title="Group")  # its id, or empty
    starts: datetime = Field(title="Begins")
    minutes: Annotated[int, Unit("minutes")] = Field(60, ge=0, le=20_160, title="How long")
    whole_day: bool = Field(False, title="Whole day")
    zone: ShortText = Field("", title="Time zone", description="Left empty, yours. Otherwise: Europe/Berlin.")
    repeats: ShortText = Field("", title="Repeats")  # an RRULE of RFC 5545, or empty
    leaves_out: LongText = Field("", title="But not on")  # starts that fall out, one an ISO line
    place: ShortText = Field("", title="Where")
    link: ShortText = Field("", title="Link")
    going: Going = Field("perhaps", title="Will you go?")
    remind_days: Annotated[int, Unit("days before")] | None = Field(None, ge=0, le=60, title="Remind me")
    notes: LongText = Field("", title="Notes")
    uid: ShortText = Field("", title="Name in its calendar")


RECORDS: tuple[type[Record], ...] = (Group, Visit, GroupEvent)
"""Every record type of this step, in the order in which the step asks for them."""
