"""What a person saves while they plan their way out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rutkit.records import (
    Money,
    Month,
    OnlyIf,
    Private,
    PrivateText,
    Record,
    ShortText,
    TagList,
    Unit,
    ten_scale,
)
from rutkit.steps.emotions.records import Feeling

HarmKind = Literal["my health", "harassment or bullying", "unsafe or illegal work", "something else"]

MoneyDirection = Literal["comes in", "goes out"]
MoneyEventTiming = Literal["on a date", "when I leave"]
MonthlyChange = Literal["costs more", "costs less", "other income more", "other income less"]
MonthlyChangeTiming = Literal["from a month on", "from when I leave until a new job"]

ConditionKind = Literal[
    "savings reach an amount",
    "an offer in hand",
    "a certificate finished",
    "the toll stays high for weeks",
    "something else",
]

KNOWN_TO_THE_PERSON: tuple[ConditionKind, ...] = (
    "an offer in hand",
    "a certificate finished",
    "something else",
)
"""The conditions of which the workbook cannot tell by itself whether they are met."""


class Safety(Record):
    """Whether the job does harm; a yes opens the sooner path and blocks nothing."""

    noun: ClassVar[str] = "safety check"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    causes_harm: Annotated[bool, Private()] | None = Field(
        None,
        title="Is this job causing you extreme stress or harm?",
        description="To your health, by harassment, or by unsafe or illegal work. You can change this later.",
    )
    kinds: Annotated[tuple[HarmKind, ...], Private()] = Field(
        (), title="What kind of harm?", description="As many as are true. You do not have to say."
    )
    told: Annotated[ShortText, Private()] = Field(
        "", title="Whom have you told?", description="Names or roles, if anybody yet."
    )
    notes: PrivateText = Field("", title="In your own words", description="Only if it helps you to write it.")


class Support(Record):
    """Somebody, or some place, that can help."""

    noun: ClassVar[str] = "support"

    name: ShortText = Field(
        "", title="Who", description="A friend, a doctor, a union, an advice center, a colleague."
    )
    reach: Annotated[ShortText, Private()] = Field(
        "", title="How to reach them", description="A number, an address, a place and its hours."
    )
    helps_with: ShortText = Field("", title="What they can help with")


class Incident(Record):
    """Something that happened, written down while it is fresh."""

    noun: ClassVar[str] = "note of what happened"
    plural: ClassVar[str] = "notes of what happened"

    day: date = Field(title="When")
    what: PrivateText = Field(
        "", title="What happened", description="What was said or done, and where; facts before judgments."
    )
    witnesses: Annotated[ShortText, Private()] = Field("", title="Who saw or heard it")
    kept: Annotated[ShortText, Private()] = Field(
        "", title="What you kept", description="Messages, photos, letters, and where they are."
    )


class UrgeToQuit(Record):
    """One moment of wanting to quit at once."""

    noun: ClassVar[str] = "urge to quit"
    plural: ClassVar[str] = "urges to quit"

    at: datetime = Field(title="When")
    strength: Annotated[int, ten_scale("barely there", "overwhelming")] | None = Field(
        None, ge=0, le=10, title="How strong was it?"
    )
    minutes: Annotated[int, Unit("minutes")] | None = Field(
        None,
        ge=0,
        le=10_000,
        title="How long until it eased?",
        description="Leave it empty now and come back when it has eased. Your log then shows how fast yours pass.",
    )
    set_off_by: TagList = Field(
        (), title="What set it off", description="A word or two each; they are offered again the next time."
    )
    helped: Annotated[ShortText, Private()] = Field(
        "", title="What helped", description="Even a little. It is shown to you next time."
    )


class ResignationDraft(Record):
    """A letter of resignation, written and then sealed for a while."""

    noun: ClassVar[str] = "resignation draft"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    text: PrivateText = Field(
        "", title="Your letter", description="Write it as you would today. Nobody gets it unless you send it."
    )
    sealed_hours: Annotated[int, Unit("hours")] = Field(
        72, ge=1, le=720, title="Keep it sealed for", description="Three days, unless you choose otherwise."
    )
    sealed_at: datetime | None = Field(None, title="Sealed at")
    opened_early_at: datetime | None = Field(None, title="Opened early at")


class Finances(Record):
    """The money a person has and what a month costs them."""

    noun: ClassVar[str] = "picture of your money"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    savings: Money | None = Field(
        None, ge=0, title="Savings you can reach", description="What you could spend within a month."
    )
    take_home_pay: Money | None = Field(
        None,
        ge=0,
        title="Monthly take-home pay",
        description="From this job, after tax. It stops when you leave.",
    )
    other_income: Money | None = Field(
        None,
        ge=0,
        title="Other monthly income",
        description="What keeps coming after you leave: a partner’s share, rent, a side job. If none, 0.",
    )
    essential_costs: Money | None = Field(
        None,
        ge=0,
        title="Essential monthly costs",
        description="Home, food, insurance, transport, debts, children: what you must pay.",
    )
    discretionary_costs: Money | None = Field(
        None, ge=0, title="Other monthly costs", description="What you could do without for a while."
    )


class MoneyEvent(Record):
    """One amount that comes in or goes out once."""

    noun: ClassVar[str] = "one-off amount"

    what: ShortText = Field(
        "", title="What", description="Severance, unused vacation, a tax bill, insurance, a move."
    )
    amount: Money | None = Field(None, ge=0, title="How much")
    direction: MoneyDirection = Field("goes out", title="In or out")
    timing: MoneyEventTiming = Field("on a date", title="When")
    on: Annotated[date, OnlyIf("timing", ("on a date",))] | None = Field(None, title="Date")


class MoneyChange(Record):
    """A monthly amount that changes from some month on."""

    noun: ClassVar[str] = "monthly change"

    what: ShortText = Field(
        "",
        title="What",
        description="Rent goes up, a loan is paid off, insurance to pay yourself, a benefit.",
    )
    amount: Money | None = Field(None, ge=0, title="How much a month")
    change: MonthlyChange = Field("costs more", title="What changes")
    timing: MonthlyChangeTiming = Field("from a month on", title="When")
    from_month: Annotated[Month, OnlyIf("timing", ("from a month on",))] | None = Field(
        None, title="First month"
    )
    for_months: Annotated[int, Unit("months")] | None = Field(
        None, ge=1, le=600, title="For how long", description="Left empty, it does not end by itself."
    )


class SearchAssumption(Record):
    """What a person assumes about their own search; the simulation rests on it."""

    noun: ClassVar[str] = "search assumption"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    median_months: Annotated[float, Unit("months")] | None = Field(
        None,
        ge=0.25,
        le=60,
        title="Months a search takes",
        description="Your own guess: without a job, half of searches like yours would be over by then.",
    )
    spread: float = Field(
        2.0,
        ge=1,
        le=10,
        title="How unsure you are",
        description="1 is certain. At 2, half of searches like yours take between half and twice as long.",
    )
    search_while_employed: bool = Field(
        True,
        title="I search while I still have this job",
        description="If not, the search begins when you have left.",
    )
    employed_advantage: bool = Field(
        False,
        title="Count a month of searching in a job as three",
        description=(
            "People who searched in a job were at least three times as effective (Faberman and others). "
            "That compares groups of people; it promises you nothing. “No” is the careful choice."
        ),
    )
    new_take_home_pay: Money | None = Field(
        None,
        ge=0,
        title="Monthly take-home pay in a new job",
        description="Left empty, it is what you take home now.",
    )
    accepted_risk: Annotated[int, Unit("%")] = Field(
        10,
        ge=1,
        le=50,
        title="Risk you accept",
        description="The chance of running out of money before a new job starts that you could live with.",
    )


class ExitPlan(Record):
    """When to leave, and when to look at the plan again."""

    noun: ClassVar[str] = "exit plan"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    earliest: Month | None = Field(None, title="Leave no sooner than")
    latest: Month | None = Field(None, title="Leave no later than")
    first_to_hear: ShortText = Field("", title="Who should hear of it first")
    review_weeks: Annotated[int, Unit("weeks")] = Field(4, ge=1, le=52, title="Look at the plan every")
    next_review: date | None = Field(None, title="Next look at the plan")


class GoCondition(Record):
    """Something that must be true before leaving."""

    noun: ClassVar[str] = "condition"

    kind: ConditionKind = Field("savings reach an amount", title="You go when")
    amount: Annotated[Money, OnlyIf("kind", ("savings reach an amount",))] | None = Field(
        None, ge=0, title="Amount"
    )
    level: Annotated[Feeling, OnlyIf("kind", ("the toll stays high for weeks",))] | None = Field(
        None, title="Toll at or above", description="The week’s mean over all five feelings."
    )
    weeks: Annotated[int, Unit("weeks"), OnlyIf("kind", ("the toll stays high for weeks",))] | None = Field(
        None, ge=1, le=52, title="For how long", description="Full weeks in a row."
    )
    text: Annotated[ShortText, OnlyIf("kind", KNOWN_TO_THE_PERSON)] = Field(
        "", title="In your words", description="Which offer, which certificate, or what else must be true."
    )
    met: Annotated[bool, OnlyIf("kind", KNOWN_TO_THE_PERSON)] | None = Field(None, title="Is it so?")
    met_on: Annotated[date, OnlyIf("kind", KNOWN_TO_THE_PERSON)] | None = Field(None, title="Since when")


class Milestone(Record):
    """One step on the way out, with a date."""

    noun: ClassVar[str] = "milestone"

    what: ShortText = Field("", title="What")
    by: date = Field(title="By when")
    done: bool = Field(False, title="Done")


class Obstacle(Record):
    """Something that may get in the way, and the answer to it."""

    noun: ClassVar[str] = "obstacle"

    if_text: ShortText = Field(
        "",
        title="If",
        description="What could stop you, as a moment you would notice: “I come home worn out”.",
    )
    then_text: ShortText = Field(
        "", title="then I will", description="One small thing you can do in that moment."
    )


RECORDS: tuple[type[Record], ...] = (
    Safety,
    Support,
    Incident,
    UrgeToQuit,
    ResignationDraft,
    Finances,
    MoneyEvent,
    MoneyChange,
    SearchAssumption,
    ExitPlan,
    GoCondition,
    Milestone,
    Obstacle,
)
"""Every record type of this step, in the order in which the step asks for them."""

HAPPENED: tuple[tuple[type[Record], str], ...] = (
    (Incident, "day"),
    (UrgeToQuit, "at"),
    (Milestone, "created_at"),
)
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
