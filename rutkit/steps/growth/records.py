"""What a person saves while they look at whether they still grow."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rutkit.records import Month, Record, ShortText, TagList, Unit, ten_scale

QUESTIONS: tuple[str, ...] = ("learning", "challenged", "keeping_up")
"""The three fields of a growth check that are answers, in the order in which they are asked and drawn."""

TaskEffect = Literal["teaches me", "repeats", "drains me", "gives me energy"]
Standing = Literal["I use it", "I know it", "not yet"]


class GrowthCheck(Record):
    """The three questions, once a month, each with what shows it."""

    noun: ClassVar[str] = "growth check"
    one_per: ClassVar[tuple[str, ...] | None] = ("month",)

    month: Month = Field(title="Month")
    learning: Annotated[int, ten_scale("not at all", "all the time")] | None = Field(
        None, ge=0, le=10, title="Am I learning anything new?"
    )
    learned_what: ShortText = Field(
        "", title="What, this month?", description="One thing. Left empty, nothing new is counted."
    )
    challenged: Annotated[int, ten_scale("not at all", "all the time")] | None = Field(
        None, ge=0, le=10, title="Am I challenged?"
    )
    challenged_by: ShortText = Field("", title="By what, this month?")
    keeping_up: Annotated[int, ten_scale("not at all", "fully")] | None = Field(
        None, ge=0, le=10, title="Am I keeping up with my industry’s trends?"
    )
    kept_up_how: ShortText = Field("", title="With what, this month?")


class LearningEntry(Record):
    """Something that was learned."""

    noun: ClassVar[str] = "learning entry"
    plural: ClassVar[str] = "learning entries"

    day: date = Field(title="When")
    what: ShortText = Field("", title="What I learned")
    hours: Annotated[float, Unit("hours")] | None = Field(None, ge=0, le=1_000, title="How long")
    source: ShortText = Field(
        "", title="Where from", description="A course, a book, a colleague, trying it out."
    )
    skills: TagList = Field(
        (), title="Which skill", description="A word or two each; step 6 uses the same names."
    )
    at_work: bool | None = Field(None, title="At work", description="No means in your own time.")


class Task(Record):
    """One of the main tasks of the job, as it was on some day."""

    noun: ClassVar[str] = "task"

    day: date = Field(title="As of", description="All tasks of one look at the job share a day.")
    name: ShortText = Field("", title="Task")
    share: Annotated[int, Unit("% of your time")] | None = Field(None, ge=0, le=100, title="How much of it")
    effects: tuple[TaskEffect, ...] = Field(
        (), title="What it does for you", description="As many as are true."
    )


class IndustryTrend(Record):
    """Something that moves in the person's field, and where they stand."""

    noun: ClassVar[str] = "trend"

    name: ShortText = Field("", title="What is moving in your field")
    source: ShortText = Field(
        "", title="Where you saw it", description="An article, a talk, a posting; with its date."
    )
    standing: Standing | None = Field(None, title="Where you stand")


class RoleHistory(Record):
    """The dates that the growth clock counts from. When the role began stands in step 1."""

    noun: ClassVar[str] = "set of dates"
    plural: ClassVar[str] = "sets of dates"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    last_promotion: Month | None = Field(
        None, title="Last promotion", description="Leave it empty if there was none."
    )
    last_change: Month | None = Field(None, title="Last real change of duties")


RECORDS: tuple[type[Record], ...] = (GrowthCheck, LearningEntry, Task, IndustryTrend, RoleHistory)
"""Every record type of this step, in the order in which the step asks for them."""

HAPPENED: tuple[tuple[type[Record], str], ...] = (
    (GrowthCheck, "month"),
    (LearningEntry, "day"),
    (Task, "day"),
)
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
