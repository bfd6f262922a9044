"""What the dashboard itself saves, and every record type that a workbook keeps."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, StringConstraints

from rutkit import preferences
from rutkit.records import (
    LONGEST_SHORT_TEXT,
    OnlyIf,
    PrivateText,
    Record,
    Reference,
    ShortText,
    TagList,
    Unit,
)
from rutkit.steps import STEPS

AdviceReply = Literal["not now", "done"]

Forecaster = Literal["me", "rutkit"]
Measure = Literal[
    "interviews",
    "offers",
    "applications sent",
    "hours learned",
    "check-ins",
    "times in touch",
    "something else",
]
_COUNTED = OnlyIf("measure", get_args(Measure)[:-1])
Outcome = Literal["it happened", "it did not", "nobody can say"]
SettledBy = Literal["me", "the workbook"]


class AdviceAnswer(Record):
    """What the person said to a piece of advice of the brief, so that it learns when to come back."""

    noun: ClassVar[str] = "answer to advice"
    plural: ClassVar[str] = "answers to advice"

    rule: ShortText = Field(title="Rule")  # its name, as in `emotions.check_in`
    subject: Reference = Field(
        "", title="About what"
    )  # the id of the record that the advice was about, or empty
    reply: AdviceReply = Field(title="Answer")
    day: date = Field(title="Day")


class Prediction(Record):
    """What somebody held likely, and how much so. Once it is made, only what came of it is added."""

    noun: ClassVar[str] = "prediction"

    statement: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_SHORT_TEXT)] = (
        Field(
            min_length=1, title="What will have happened", description="So that a yes or a no can settle it."
        )
    )
    percent: Annotated[int, Unit("%")] = Field(
        ge=0,
        le=100,
        title="How likely",
        description="50 is a coin toss; 100 says that you cannot be wrong.",
    )
    made_by: Forecaster = Field("me", title="Whose")
    made: date = Field(title="Made on")
    due: date = Field(title="By when")
    measure: Measure = Field(
        "something else",
        title="What settles it",
        description="What is noted in this workbook anyway settles itself; for something else you are asked.",
    )
    at_least: Annotated[int, _COUNTED] = Field(1, ge=1, le=10_000, title="At least how many")
    outcome: Outcome | None = Field(None, title="What came of it")
    settled: date | None = Field(None, title="Settled on")
    settled_by: SettledBy | None = Field(None, title="Settled by")
    withdrawn: date | None = Field(None, title="Taken back on")  # it stays in the count, and out of the score


class WeeklyReview(Record):
    """The five minutes once a week: what was walked through, a sentence on the week, and what to stop."""

    noun: ClassVar[str] = "weekly review"
    one_per: ClassVar[tuple[str, ...] | None] = ("week",)

    week: date = Field(title="Week", description="Its Monday.")
    walked: TagList = Field((), title="Walked through")
    skipped: TagList = Field((), title="Skipped")
    sentence: PrivateText = Field("", title="One sentence on the week", description="What was it like?")
    stop: ShortText = Field(
        "", title="One thing to stop, or do less of", description="Left empty, nothing has to."
    )
    seconds: Annotated[int, Unit("seconds")] = Field(0, ge=0, le=604_800, title="How long it took")
    finished: date | None = Field(None, title="Finished on")


Measured = Literal["months of money", "skills covered"]


class WeeklyMeasure(Record):
    """How something stood in a week that can only be known while it lasts; the workbook notes it by itself."""

    noun: ClassVar[str] = "weekly measure"
    one_per: ClassVar[tuple[str, ...] | None] = ("week", "what")

    week: date = Field(title="Week", description="Its Monday.")
    what: Measured = Field(title="What")
    value: float = Field(title="How much")
    n: int = Field(0, ge=0, title="From how many postings")


RECORDS: tuple[type[Record], ...] = (AdviceAnswer, Prediction, WeeklyReview, WeeklyMeasure)
"""The record types of the dashboard."""


def record_types() -> tuple[type[Record], ...]:
    """Every record type that a workbook keeps: the preferences, those of the steps and those of the dashboard."""
    of_steps = (kind for step in STEPS for kind in step.module("records").RECORDS)
    return (*preferences.RECORDS, *of_steps, *RECORDS)
