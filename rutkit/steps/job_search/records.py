"""What a person saves while they search."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rutkit.records import ClockTime, Money, OnlyIf, Private, PrivateText, Record, Reference, ShortText, Unit

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
Activity = Literal["search", "tailor", "apply", "follow up", "prepare", "rest"]
Channel = Literal["referral", "recruiter", "board", "company site", "event", "other"]
Stage = Literal["applied", "recruiter screen", "assessment", "interview", "onsite", "offer", "closed"]
Outcome = Literal["accepted", "declined", "rejected", "withdrawn", "no reply"]
SalaryUnit = Literal["year", "month", "day", "hour"]


class SearchLimits(Record):
    """How much of a week the search may take."""

    noun: ClassVar[str] = "set of limits for the search"
    plural: ClassVar[str] = "sets of limits for the search"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    hours_a_week: Annotated[float, Unit("hours a week")] | None = Field(
        None, ge=0, le=80, title="Hours for the search", description="In a normal week, not in your best one."
    )
    looks_a_week: Annotated[int, Unit("looks a week")] = Field(
        2, ge=0, le=50, title="Look at job boards at most", description="All boards together."
    )


class PlannedSession(Record):
    """A session that stands in every week's plan."""

    noun: ClassVar[str] = "planned session"

    weekday: Weekday = Field("Monday", title="Day")
    starts: ClockTime = Field("", title="At", description="18:30. Left empty, whenever it fits.")
    minutes: Annotated[int, Unit("minutes")] = Field(45, ge=5, le=720, title="How long")
    activity: Activity = Field("search", title="What")


class Session(Record):
    """A session that took place."""

    noun: ClassVar[str] = "session"

    day: date = Field(title="When")
    activity: Activity = Field("search", title="What")
    minutes: Annotated[int, Unit("minutes")] = Field(0, ge=0, le=1_440, title="How long")
    note: PrivateText = Field("", title="What came of it")


class Board(Record):
    """A place where postings appear."""

    noun: ClassVar[str] = "board"

    name: ShortText = Field("", title="Name")
    link: ShortText = Field("", title="Link")


class Look(Record):
    """One look at one board."""

    noun: ClassVar[str] = "look"

    board: Reference = Field("", title="Board")  # its id
    day: date = Field(title="When")
    new_suitable: Annotated[int, Unit("postings")] = Field(
        0, ge=0, le=10_000, title="New and suitable", description="Since your last look at this board."
    )


class Application(Record):
    """One application, with what is next. How far it came stands in its stages."""

    noun: ClassVar[str] = "application"

    posting: Reference = Field("", title="Posting")  # its id in step 5, or empty
    title: ShortText = Field("", title="Job title")
    company: ShortText = Field("", title="Company")
    location: ShortText = Field("", title="Where")
    link: ShortText = Field("", title="Link")
    channel: Channel | None = Field(None, title="By which way")
    board: Annotated[Reference, OnlyIf("channel", ("board",))] = Field("", title="Which board")  # its id
    contact: Reference = Field("", title="Who helped")  # id of a person of step 7, or empty
    resume: Reference = Field("", title="Resume version")  # id of a version of step 10, or empty
    salary_asked: Money | None = Field(None, ge=0, title="Salary asked")
    salary_offered: Money | None = Field(None, ge=0, title="Salary offered")
    salary_unit: SalaryUnit = Field("year", title="Salary for a")
    next_action: ShortText = Field("", title="What you do next")
    next_on: date | None = Field(None, title="On")
    follow_up_days: Annotated[int, Unit("days")] = Field(
        7, ge=1, le=90, title="Follow up after", description="And once more after as many days again."
    )
    follow_ups: Annotated[int, Unit("times")] = Field(2, ge=0, le=5, title="Follow up at most")
    outcome: Outcome | None = Field(None, title="How it ended", description="Left empty while it runs.")
    ended: date | None = Field(None, title="Ended on")
    notes: PrivateText = Field("", title="Notes")


class ApplicationStage(Record):
    """An application reached a stage. Stages are added, never changed into the next one."""

    noun: ClassVar[str] = "stage"

    application: Reference = Field("", title="Application")  # its id
    day: date | None = Field(None, title="When", description="Left empty, the day is not known.")
    stage: Stage = Field("applied", title="Stage")
    round: Annotated[int, OnlyIf("stage", ("interview",))] = Field(1, ge=1, le=20, title="Which interview")
    note: Annotated[ShortText, Private()] = Field("", title="Note")


class FollowUp(Record):
    """The person asked how an application stands."""

    noun: ClassVar[str] = "follow-up"

    application: Reference = Field("", title="Application")  # its id
    day: date = Field(title="When")
    note: Annotated[ShortText, Private()] = Field("", title="Note")


class Option(Record):
    """Something to choose: an offer, or staying."""

    noun: ClassVar[str] = "option"

    name: ShortText = Field("", title="Name", description="“Stay” is one too.")
    application: Reference = Field("", title="Application")  # its id, or empty
    salary: Money | None = Field(None, ge=0, title="Salary a year")
    decide_by: date | None = Field(None, title="Decide by")
    notes: PrivateText = Field("", title="Notes")


class Criterion(Record):
    """What matters in the choice, and how much."""

    noun: ClassVar[str] = "criterion"
    plural: ClassVar[str] = "criteria"
    one_per: ClassVar[tuple[str, ...] | None] = ("name",)

    name: ShortText = Field(title="What matters to you")
    weight: Annotated[int, Unit("of 10")] = Field(5, ge=0, le=10, title="How much")


class Rating(Record):
    """How good one option is by one criterion."""

    noun: ClassVar[str] = "rating"
    one_per: ClassVar[tuple[str, ...] | None] = ("option", "criterion")

    option: Reference = Field(title="Option")  # its id
    criterion: Reference = Field(title="Criterion")  # its id
    score: Annotated[int, Unit("of 10")] | None = Field(None, ge=0, le=10, title="How good")


RECORDS: tuple[type[Record], ...] = (
    SearchLimits,
    PlannedSession,
    Session,
    Board,
    Look,
    Application,
    ApplicationStage,
    FollowUp,
    Option,
    Criterion,
    Rating,
)
"""Every record type of this step, in the order in which the step asks for them."""

HAPPENED: tuple[tuple[type[Record], str], ...] = (
    (Session, "day"),
    (Look, "day"),
    (ApplicationStage, "day"),
    (FollowUp, "day"),
)
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
