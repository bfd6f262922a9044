"""What step 3 saves: a check-in a day, and the Copenhagen Burnout Inventory every four weeks."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rutkit.records import PrivateText, Record, TagList, named_scale

Feeling = Annotated[int, Field(ge=0, le=4), named_scale("none", "a little", "some", "strong", "extreme")]
Energy = Annotated[int, Field(ge=0, le=4), named_scale("empty", "low", "middling", "good", "full")]

FEELINGS: tuple[str, ...] = ("stressed", "angry", "inadequate", "fearful", "resentful")
"""The five fields of a check-in that are feelings, in the order in which they are asked and drawn."""


class CheckIn(Record):
    """One day: how it felt, and what came with it. Everything but the day may be missing."""

    noun: ClassVar[str] = "check-in"
    one_per: ClassVar[tuple[str, ...] | None] = ("day",)

    day: date = Field(title="Day")
    workday: bool | None = Field(
        None, title="Did you work?", description="Say yes even if it was meant to be a day off."
    )
    stressed: Feeling | None = Field(None, title="Stressed")
    angry: Feeling | None = Field(None, title="Angry")
    inadequate: Feeling | None = Field(None, title="Inadequate", description="Not good enough.")
    fearful: Feeling | None = Field(None, title="Fearful")
    resentful: Feeling | None = Field(
        None, title="Resentful", description="Treated unfairly, and bitter about it."
    )
    energy: Energy | None = Field(
        None, title="Energy", description="How much was left at the end of the day."
    )
    what_happened: TagList = Field(
        (), title="What happened", description="A word or two each: “deadline”, “good talk”, “no lunch”."
    )
    note: PrivateText = Field("", title="Note", description="If you like. Nobody else reads it.")


Frequency = Literal["Always", "Often", "Sometimes", "Seldom", "Never/almost never"]
Degree = Literal[
    "To a very high degree", "To a high degree", "Somewhat", "To a low degree", "To a very low degree"
]

PERSONAL_ITEMS: tuple[str, ...] = (
    "tired",
    "physically_exhausted",
    "emotionally_exhausted",
    "cannot_take_it",
    "worn_out",
    "susceptible",
)
"""The six fields of the inventory that make up personal burnout."""

WORK_ITEMS: tuple[str, ...] = (
    "work_exhausting",
    "work_burns_out",
    "work_frustrates",
    "worn_out_after_work",
    "exhausted_in_the_morning",
    "every_hour_tiring",
    "energy_for_others",
)
"""The seven fields of the inventory that make up work-related burnout."""


class BurnoutInventory(Record):
    """The Copenhagen Burnout Inventory: its personal and its work-related scale, worded as published.

    Kristensen et al. (2005), Work & Stress 19(3).
    """

    noun: ClassVar[str] = "burnout inventory"
    one_per: ClassVar[tuple[str, ...] | None] = ("day",)

    day: date = Field(title="Day")

    tired: Frequency | None = Field(None, title="How often do you feel tired?")
    physically_exhausted: Frequency | None = Field(None, title="How often are you physically exhausted?")
    emotionally_exhausted: Frequency | None = Field(None, title="How often are you emotionally exhausted?")
    cannot_take_it: Frequency | None = Field(None, title="How often do you think: “I can’t take it anymore”?")
    worn_out: Frequency | None = Field(None, title="How often do you feel worn out?")
    susceptible: Frequency | None = Field(
        None, title="How often do you feel weak and susceptible to illness?"
    )

    work_exhausting: Degree | None = Field(None, title="Is your work emotionally exhausting?")
    work_burns_out: Degree | None = Field(None, title="Do you feel burnt out because of your work?")
    work_frustrates: Degree | None = Field(None, title="Does your work frustrate you?")
    worn_out_after_work: Frequency | None = Field(
        None, title="Do you feel worn out at the end of the working day?"
    )
    exhausted_in_the_morning: Frequency | None = Field(
        None, title="Are you exhausted in the morning at the thought of another day at work?"
    )
    every_hour_tiring: Frequency | None = Field(
        None, title="Do you feel that every working hour is tiring for you?"
    )
    energy_for_others: Frequency | None = Field(
        None, title="Do you have enough energy for family and friends during leisure time?"
    )


RECORDS: tuple[type[Record], ...] = (CheckIn, BurnoutInventory)
"""The record types of this step."""

HAPPENED: tuple[tuple[type[Record], str], ...] = ((CheckIn, "day"), (BurnoutInventory, "day"))
"""What was done on a day, and the field that names it: what the dashboard's way so far shows of this step."""
