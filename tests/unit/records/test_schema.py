from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, StringConstraints

from rutkit.records import (
    BOOKKEEPING,
    FieldSpec,
    Kind,
    LongText,
    Money,
    Month,
    PartialDate,
    Record,
    ShortText,
    TagList,
    Unit,
    describe,
    field_spec,
    named_scale,
    ten_scale,
)


class Everything(Record):
    """One field of each kind."""

    name: ShortText = Field(title="Your name", description="As your friends say it.", min_length=1)
    story: LongText = ""
    days: Annotated[int, Unit("days")] = Field(0, ge=0, le=31)
    rate: float = 0.5
    savings: Money = Decimal(0)
    born: date | None = None
    met: datetime | None = None
    since: Month | None = None
    graduated: PartialDate = ""
    employed: bool | None = None
    answer: Literal["agree", "disagree"] | None = None
    channels: tuple[Literal["email", "phone"], ...] = ()
    topics: TagList = ()
    mood: Annotated[int, Field(ge=0, le=2), named_scale("low", "middling", "high")] | None = None
    pull: Annotated[int, Field(ge=0, le=10), ten_scale("none", "all")] | None = None


KINDS = {
    "name": Kind.SHORT_TEXT,
    "story": Kind.LONG_TEXT,
    "days": Kind.INTEGER,
    "rate": Kind.DECIMAL,
    "savings": Kind.MONEY,
    "born": Kind.DATE,
    "met": Kind.DATETIME,
    "since": Kind.MONTH,
    "graduated": Kind.PARTIAL_DATE,
    "employed": Kind.YES_NO,
    "answer": Kind.CHOICE,
    "channels": Kind.CHOICES,
    "topics": Kind.TAGS,
    "mood": Kind.SCALE,
    "pull": Kind.SCALE,
}


def spec(name: str) -> FieldSpec:
    return field_spec(Everything, name)


def test_the_kinds_tried_here_are_all_there_are() -> None:
    assert set(KINDS.values()) == set(Kind)


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_a_field_s_type_decides_how_a_person_meets_it(name: str, kind: Kind) -> None:
    assert spec(name).kind is kind


def test_fields_come_in_the_order_in_which_they_are_written() -> None:
    assert [field.name for field in describe(Everything)] == list(KINDS)


def test_what_the_workbook_fills_in_is_no_field_for_a_person() -> None:
    assert BOOKKEEPING.isdisjoint(field.name for field in describe(Everything))


def test_title_and_help_are_what_the_field_says() -> None:
    assert (spec("name").title, spec("name").help) == ("Your name", "As your friends say it.")


def test_a_field_without_a_title_is_called_by_its_name() -> None:
    class Search(Record):
        hours_a_week: int = 0

    assert field_spec(Search, "hours_a_week").title == "Hours a week"


def test_a_number_says_what_it_counts() -> None:
    assert spec("days").unit == "days"


@pytest.mark.parametrize(
    ("name", "bounds"),
    [("name", (1, 300)), ("days", (0, 31)), ("mood", (0, 2)), ("rate", (None, None))],
)
def test_bounds_are_those_of_the_field(name: str, bounds: tuple[float | None, float | None]) -> None:
    assert (spec(name).minimum, spec(name).maximum) == bounds


@pytest.mark.parametrize(("kind", "maximum"), [(ShortText, 10), (ShortText | None, 10)])
def test_a_field_s_own_bound_goes_before_that_of_its_type(kind: Any, maximum: float) -> None:
    class Note(Record):
        text: kind = Field(None, max_length=10)

    assert field_spec(Note, "text").maximum == maximum


@pytest.mark.parametrize(
    ("kind", "optional"), [(int, False), (int | None, True), (Annotated[int | None, Unit("days")], True)]
)
def test_a_field_is_optional_if_it_may_be_empty(kind: Any, optional: bool) -> None:
    class Note(Record):
        days: kind

    assert field_spec(Note, "days").optional is optional


def test_a_field_is_required_if_the_record_has_nothing_else_to_put_there() -> None:
    assert [field.name for field in describe(Everything) if field.required] == ["name"]


def test_the_default_is_what_an_untouched_form_holds() -> None:
    assert (spec("rate").default, spec("topics").default, spec("name").default) == (0.5, (), None)


def test_a_default_that_is_made_anew_is_made() -> None:
    class Note(Record):
        words: TagList = Field(default_factory=lambda: ("new",))

    assert field_spec(Note, "words").default == ("new",)


def test_choices_are_in_the_order_in_which_they_are_offered() -> None:
    assert (spec("answer").choices, spec("channels").choices) == (("agree", "disagree"), ("email", "phone"))


def test_a_scale_has_all_its_names_or_those_of_its_ends() -> None:
    assert (spec("mood").choices, spec("mood").steps) == (("low", "middling", "high"), 3)
    assert (spec("pull").choices, spec("pull").steps) == (("none", "all"), 11)


def test_other_notes_on_a_type_do_no_harm() -> None:
    class Note(Record):
        text: Annotated[LongText, StringConstraints(strip_whitespace=True)] = ""

    assert field_spec(Note, "text").kind is Kind.LONG_TEXT


@pytest.mark.parametrize("kind", [dict[str, int], int | str, tuple[int, ...], object])
def test_a_type_that_no_form_can_show_is_refused_by_the_field_s_name(kind: Any) -> None:
    class Note(Record):
        odd: kind = None

    with pytest.raises(TypeError, match="'odd'"):
        describe(Note)


def test_an_unknown_field_is_named_with_its_record_type() -> None:
    with pytest.raises(KeyError, match="Everything has no field 'nickname'"):
        field_spec(Everything, "nickname")
