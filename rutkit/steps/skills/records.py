"""What a person saves while they fill the gaps in their skills."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rutkit.records import (
    LongText,
    Money,
    Month,
    OnlyIf,
    Record,
    Reference,
    ShortText,
    TagList,
    Unit,
    named_scale,
)

Level = Annotated[
    int,
    Field(ge=0, le=5),
    named_scale("none", "heard of it", "have tried it", "use it with help", "use it alone", "teach others"),
]
"""How well somebody has a skill."""

ResourceKind = Literal["course", "certificate", "book", "project", "other"]
Choice = Literal["let the plan decide", "in any case", "not now"]
LearningState = Literal["planned", "under way", "done", "dropped"]
Look = Literal["continue", "change", "stop"]


_BEGUN = OnlyIf("state", ("under way", "done", "dropped"))
_DONE = OnlyIf("state", ("done",))


class Skill(Record):
    """A skill that the person has, or wants."""

    noun: ClassVar[str] = "skill"
    one_per: ClassVar[tuple[str, ...] | None] = ("name",)

    name: ShortText = Field(title="Skill", description="Names from your postings are offered as you type.")
    level: Level | None = Field(None, title="How well you have it")
    evidence: LongText = Field(
        "", title="What shows it", description="A piece of work, a certificate, somebody who would say so."
    )
    last_used: Month | None = Field(None, title="Last used")


class LearningResource(Record):
    """A course, certificate, book or project, as its provider describes it and the person confirms it."""

    noun: ClassVar[str] = "learning resource"

    name: ShortText = Field("", title="Name")
    kind: ResourceKind = Field("course", title="What it is")
    provider: ShortText = Field("", title="From whom")
    link: ShortText = Field("", title="Link")
    cost: Money | None = Field(None, ge=0, title="Cost", description="If it is free, 0.")
    hours: Annotated[float, Unit("hours")] | None = Field(None, ge=0.25, le=10_000, title="Hours in all")
    hours_a_week: Annotated[float, Unit("hours a week")] | None = Field(
        None,
        ge=0.25,
        le=168,
        title="At its own pace",
        description="Left empty, you take it as fast as your week allows.",
    )
    starts: date | None = Field(None, title="Starts on", description="Left empty, whenever you like.")
    covers: TagList = Field(
        (),
        title="Skills it teaches",
        description="Only what you know that it teaches; its title proves nothing.",
    )
    to_level: Level | None = Field(None, title="Up to which level")
    after: TagList = Field(
        (), title="To be done before", description="Names of other resources on your list."
    )
    chance: Annotated[int, Unit("%")] | None = Field(
        None,
        ge=0,
        le=100,
        title="Your chance of finishing it",
        description="Your own estimate. The median of 221 online courses up to 2013: 12.6 % of those enrolled "
        "completed it (Jordan, 2015).",
    )
    choice: Choice = Field("let the plan decide", title="In the plan")
    state: LearningState = Field("planned", title="Where it stands")
    began: Annotated[date, _BEGUN] | None = Field(None, title="Begun on")
    hours_done: Annotated[float, Unit("hours"), _BEGUN] = Field(0, ge=0, le=10_000, title="Hours done")
    look: Annotated[Look, OnlyIf("state", ("under way",))] | None = Field(
        None,
        title="In the second week",
        description="Most who stop, stop in the first two weeks. How does it go on?",
    )
    finished: Annotated[date, _DONE] | None = Field(None, title="Finished on")
    proof: Annotated[ShortText, _BEGUN] = Field(
        "", title="What shows it", description="A certificate, a link, a piece of work."
    )


class LearningLimits(Record):
    """What learning may take: hours, money and time."""

    noun: ClassVar[str] = "set of limits for learning"
    plural: ClassVar[str] = "sets of limits for learning"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    role: Reference = Field("", title="For which target role")  # its id in step 5; empty: the first
    hours_a_week: Annotated[float, Unit("hours a week")] | None = Field(
        None, ge=0, le=80, title="Hours you can spare", description="In a normal week, not in your best one."
    )
    budget: Money | None = Field(None, ge=0, title="What you can spend in all")
    begin: date | None = Field(None, title="Begin on", description="Left empty, today.")
    until: date | None = Field(None, title="Done by")


class PlannedHours(Record):
    """Hours of one resource in one week of the plan that the person took."""

    noun: ClassVar[str] = "week of a resource"
    plural: ClassVar[str] = "weeks of resources"
    one_per: ClassVar[tuple[str, ...] | None] = ("resource", "week")

    resource: Reference = Field(title="Resource")  # its id
    week: date = Field(title="Week", description="Its Monday.")
    hours: Annotated[float, Unit("hours")] = Field(ge=0, le=168, title="Hours")


RECORDS: tuple[type[Record], ...] = (Skill, LearningResource, LearningLimits, PlannedHours)
"""Every record type of this step, in the order in which the step asks for them."""

HAPPENED: tuple[tuple[type[Record], str], ...] = ((Skill, "created_at"), (LearningResource, "created_at"))
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
