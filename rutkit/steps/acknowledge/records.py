"""What step 1 saves: where somebody is, the rut check, why they have stayed, and the acknowledgement."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from rutkit.records import (
    LONGEST_SHORT_TEXT,
    Lines,
    LongText,
    Month,
    PrivateText,
    Record,
    ShortText,
    Unit,
    ten_scale,
)


class Situation(Record):
    """Where the person is now; one in a workbook, kept up to date."""

    noun: ClassVar[str] = "description of where you are"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    role: ShortText = Field("", title="Your role", description="As you would say it to a friend.")
    since: Month | None = Field(
        None, title="Since when", description="A month and a year; a guess at the month is fine."
    )
    hours_a_week: Annotated[float, Unit("hours a week")] | None = Field(
        None,
        ge=0,
        le=168,
        title="Hours you work in a usual week",
        description="Count what you do at home, too.",
    )
    stuck_means: LongText = Field("", title="What does “stuck” mean for you, in your own words?")


Agreement = Literal["strongly agree", "agree", "disagree", "strongly disagree"]
Truth = Literal["very true", "somewhat true", "not too true", "not at all true"]
UsedUp = Literal["very often", "often", "sometimes", "rarely", "never"]
Stressful = Literal["always", "often", "sometimes", "hardly ever", "never"]
Satisfaction = Literal["very satisfied", "somewhat satisfied", "not too satisfied", "not at all satisfied"]

QUESTIONS: tuple[str, ...] = (
    "learning",
    "developing",
    "using_skills",
    "promotion",
    "used_up",
    "stress",
    "satisfaction",
)
"""The fields of a rut check that are questions, in the order in which they are asked."""


class RutCheck(Record):
    """Seven questions about a job, worded and answered as in the General Social Survey (NORC).

    They are Quality of Worklife items, so that answers can be set beside those of US workers.
    """

    noun: ClassVar[str] = "rut check"
    one_per: ClassVar[tuple[str, ...] | None] = ("day",)

    day: date = Field(title="Day")
    learning: Agreement | None = Field(None, title="My job requires that I keep learning new things")
    developing: Truth | None = Field(None, title="I have an opportunity to develop my own special abilities")
    using_skills: Agreement | None = Field(None, title="My job lets me use my skills and abilities")
    promotion: Truth | None = Field(None, title="The chances for promotion are good")
    used_up: UsedUp | None = Field(
        None, title="How often during the past month have you felt used up at the end of the day?"
    )
    stress: Stressful | None = Field(None, title="How often do you find your work stressful?")
    satisfaction: Satisfaction | None = Field(
        None, title="All in all, how satisfied would you say you are with your job?"
    )


Pull = Annotated[int, Field(ge=0, le=10), ten_scale("not at all", "very much")]

REASONS: tuple[str, ...] = ("fear", "comfort", "effort")
"""The fields of a stay reason that say how much; `<reason>_words` holds the words."""


class StayReason(Record):
    """Why the person has stayed, on one day: three reasons, how much each weighs, and in what words."""

    noun: ClassVar[str] = "look at why you stayed"
    plural: ClassVar[str] = "looks at why you stayed"
    one_per: ClassVar[tuple[str, ...] | None] = ("day",)

    day: date = Field(title="Day")
    fear: Pull | None = Field(
        None, title="Fear", description="Of the unknown, of losing income, of choosing wrongly."
    )
    fear_words: PrivateText = Field("", title="What are you afraid of?")
    comfort: Pull | None = Field(
        None, title="Comfort", description="The people, the pay, the routine: what is good enough."
    )
    comfort_words: PrivateText = Field("", title="What would you miss?")
    effort: Pull | None = Field(
        None,
        title="Avoiding the effort",
        description="Of searching, of starting over, of explaining yourself.",
    )
    effort_words: PrivateText = Field("", title="Which part feels like too much?")


class Acknowledgement(Record):
    """One dated sentence of the person's own. A later one does not replace it: the newest is kept in view."""

    noun: ClassVar[str] = "acknowledgement"
    one_per: ClassVar[tuple[str, ...] | None] = ("day",)

    day: date = Field(title="Day")
    sentence: Annotated[
        str, StringConstraints(strip_whitespace=True, max_length=LONGEST_SHORT_TEXT), Lines(2)
    ] = Field(
        min_length=1,
        title="Your acknowledgement",
        description="One sentence, as true as you can make it.",
    )


RECORDS: tuple[type[Record], ...] = (Situation, RutCheck, StayReason, Acknowledgement)
"""The record types of this step."""

HAPPENED: tuple[tuple[type[Record], str], ...] = (
    (RutCheck, "day"),
    (StayReason, "day"),
    (Acknowledgement, "day"),
)
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
