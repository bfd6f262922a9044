"""What a person saves while they look for groups of their field, and take part in them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from rutkit.records import (
    BehindTheScenes,
    ClockTime,
    LongText,
    Money,
    OnlyIf,
    PrivateText,
    Record,
    Reference,
    ShortText,
    TagList,
    Unit,
)

GroupKind = Literal["association", "chapter", "meetup", "online community", "union", "alumni", "other"]
Decision = Literal["not decided", "join", "once more", "leave"]
Going = Literal["perhaps", "yes", "no"]
Part = Literal["meetings", "committee", "talk", "mentoring"]
Repeats = Literal[
    "once",
    "every week",
    "every two weeks",
    "every month on this date",
    "every month on this weekday",
    "every year",
    "as its calendar says",
]
Reminder = Literal["no", "an hour before", "a day before", "a week before"]

_JOINED = OnlyIf("decision", ("join",))
_WITH_AN_END = OnlyIf("repeats", get_args(Repeats)[1:-1])


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
    notes: PrivateText = Field("", title="Notes")


class Visit(Record):
    """One visit to a group."""

    noun: ClassVar[str] = "visit"

    group: Reference = Field("", title="Group")  # its id
    day: date = Field(title="When")
    hours: Annotated[float, Unit("hours")] | None = Field(None, ge=0, le=100, title="How long, with the way")
    cost: Money | None = Field(None, ge=0, title="What it cost")
    met: TagList = Field((), title="Whom you met", description="Their names.")
    useful: bool | None = Field(None, title="Was it useful?")
    again: bool | None = Field(None, title="Would you go again?")
    note: PrivateText = Field("", title="Note")


class GroupEvent(Record):
    """Something that takes place, once or again and again."""

    noun: ClassVar[str] = "event"

    title: ShortText = Field("", title="What")
    group: ShortText = Field("", title="Group")  # its name, since it need not be on the list
    day: date = Field(title="On")
    at: ClockTime = Field("", title="At", description="18:30. Left empty, the whole day.")
    minutes: Annotated[int, Unit("minutes")] = Field(
        90, ge=0, le=527_040, title="How long", description="For whole days, 1,440 a day."
    )
    zone: ShortText = Field(
        "", title="Time zone", description="Left empty, the time where you are. Otherwise: Europe/Berlin."
    )
    repeats: Repeats = Field("once", title="How often")
    until: Annotated[date, _WITH_AN_END] | None = Field(None, title="For the last time on")
    rule: Annotated[LongText, BehindTheScenes()] = Field(
        "", title="Rule of its calendar"
    )  # an RRULE of RFC 5545, "as its calendar says"
    also_on: LongText = Field("", title="And also on")  # starts beyond those, one a line: 2026-11-03T18:30
    leaves_out: LongText = Field("", title="But not on")  # starts that fall out, in the same form
    place: ShortText = Field("", title="Where")
    link: ShortText = Field("", title="Link")
    going: Going = Field("perhaps", title="Will you go?")
    reminder: Reminder = Field("a day before", title="Remind you", description="In the calendar file.")
    about: LongText = Field("", title="What it is about")
    notes: PrivateText = Field("", title="Your notes")
    uid: Annotated[LongText, BehindTheScenes()] = Field("", title="Name in its calendar")


class PutAside(Record):
    """A suggestion that the person does not want to see again."""

    noun: ClassVar[str] = "suggestion"
    one_per: ClassVar[tuple[str, ...] | None] = ("name",)

    name: ShortText = Field(title="Not this one")


RECORDS: tuple[type[Record], ...] = (Group, Visit, GroupEvent, PutAside)
"""Every record type of this step, in the order in which the step asks for them."""

HAPPENED: tuple[tuple[type[Record], str], ...] = ((Visit, "day"),)
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
