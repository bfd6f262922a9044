from __future__ import annotations

import string
from datetime import date, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import Field, ValidationError, field_validator, model_validator

from rutkit import preferences
from rutkit.drafts import DraftError, blank_draft, check, draft_of, parse
from rutkit.records import (
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
)
from rutkit.steps import STEPS

TODAY = date(2026, 11, 4)


class Everything(Record):
    """A field of every kind, must and may."""

    noun: ClassVar[str] = "everything"

    name: ShortText = Field(min_length=1)
    nickname: ShortText | None = None
    story: LongText = ""
    count: int = Field(ge=0, le=10)
    hours: Annotated[float, Unit("hours a week")] | None = Field(None, ge=0, le=168)
    change: float = 0.0
    savings: Money | None = Field(None, ge=0)
    rate: Annotated[float, Unit("%")] = Field(1.0, gt=0)
    day: date = Field(default_factory=lambda: TODAY)
    moment: datetime | None = None
    since: Month | None = None
    graduated: PartialDate = ""
    works: bool | None = None
    done: bool = False
    size: Literal["small", "large"]
    colors: tuple[Literal["red", "green"], ...] = ()
    tags: TagList = ()
    stressed: Annotated[int, Field(ge=0, le=4), named_scale("none", "a little", "some", "strong", "extreme")]


class Window(Record):
    """Two days in order, and a word that may not be shouted."""

    first: date
    last: date
    word: ShortText = ""

    @field_validator("word")
    @classmethod
    def _quiet(cls, word: str) -> str:
        if word.isupper():
            raise ValueError("please do not shout")
        return word

    @model_validator(mode="after")
    def _in_order(self) -> Window:
        if self.last < self.first:
            raise ValueError("The last day comes before the first.")
        return self


def registered() -> list[type[Record]]:
    types = list(preferences.RECORDS)
    for step in STEPS:
        module = f"rutkit.steps.{step.slug}"
        if find_spec(module) and find_spec(f"{module}.records"):
            types += import_module(f"{module}.records").RECORDS
    return [*types, Everything, Window]


def values_of(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Values that the field may have, most of them within its bounds."""
    low, high = spec.minimum, spec.maximum
    text = st.text(max_size=int(high) if high and high < 50 else 50)
    tag = st.text(st.sampled_from(string.ascii_letters + " äß’"), min_size=1, max_size=60)
    one_of = st.sampled_from(spec.choices or ("",))
    days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
    known_as_far = st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from((4, 7, 10)))
    strategy: st.SearchStrategy[Any] = {
        Kind.SHORT_TEXT: text,
        Kind.LONG_TEXT: text,
        Kind.INTEGER: st.integers(int(low if low is not None else -(10**9)), int(high or 10**9)),
        Kind.DECIMAL: st.floats(low, high, allow_nan=False, allow_infinity=False),
        Kind.MONEY: st.decimals(0 if low == 0 else -(10**11), 10**11, places=2),
        Kind.DATE: st.dates(),
        Kind.DATETIME: st.datetimes(),
        Kind.MONTH: st.dates(),
        Kind.PARTIAL_DATE: known_as_far,
        Kind.YES_NO: st.booleans(),
        Kind.CHOICE: one_of,
        Kind.CHOICES: st.lists(one_of, max_size=5).map(tuple),
        Kind.TAGS: st.lists(tag, max_size=5).map(tuple),
        Kind.SCALE: st.integers(0, max(spec.steps - 1, 0)),
    }[spec.kind]
    return st.none() | strategy if spec.optional else strategy


@st.composite
def records(draw: st.DrawFn, record_type: type[Record]) -> Record:
    """A record; a field that takes no such value, as a clock time takes few texts, keeps its default."""
    values = {spec.name: draw(values_of(spec)) for spec in describe(record_type)}
    return taken(record_type, {**values, "version": draw(st.integers(0, 9))})


def taken(record_type: type[Record], values: dict[str, Any]) -> Record:
    try:
        return record_type.model_validate(values)
    except ValidationError as error:
        refused = {name for each in error.errors() for name in each["loc"][:1]}
        assume(refused & values.keys())
        return taken(record_type, {name: values[name] for name in values.keys() - refused})


any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@pytest.mark.parametrize("record_type", registered(), ids=lambda record_type: record_type.__name__)
@settings(max_examples=20)
@given(data=st.data())
def test_an_untouched_draft_gives_back_the_record(record_type: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(record_type))
    assert check(record_type, draft_of(record), base=record).record == record


@pytest.mark.parametrize("record_type", registered(), ids=lambda record_type: record_type.__name__)
@settings(max_examples=20)
@given(data=st.data())
def test_any_json_is_a_record_or_errors_in_words(record_type: type[Record], data: st.DataObject) -> None:
    names = [spec.name for spec in describe(record_type)]
    draft = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(names, any_json)))
    checked = check(record_type, draft)
    assert (checked.record is None) == bool(checked.errors)
    assert set(checked.errors) <= {"", *names}
    assert all(error[-1] in ".?!" for error in checked.errors.values())


@given(st.data())
def test_what_a_form_shows_can_be_read_without_the_record(data: st.DataObject) -> None:
    amount = data.draw(st.decimals(0, 10**11, places=2))
    hours = data.draw(st.integers(0, 168_000)) / 1000
    day = data.draw(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
    record = Everything(
        name="Ada",
        count=3,
        size="small",
        stressed=0,
        day=day,
        since=day,
        graduated=day.isoformat(),
        savings=amount,
        hours=hours,
    )
    again = check(Everything, draft_of(record)).record
    assert again is not None
    assert (again.savings, again.hours, again.day, again.since) == (amount, hours, day, record.since)
    assert again.graduated == day.isoformat()


def test_the_edited_record_keeps_its_bookkeeping() -> None:
    record = Everything(name="Ada", count=3, size="small", stressed=0, version=4)
    edited = check(Everything, {**draft_of(record), "name": "Grace"}, base=record).record
    assert edited == record.model_copy(update={"name": "Grace"})


def test_a_field_missing_from_the_draft_stays_as_it_was() -> None:
    record = Everything(name="Ada", count=3, size="small", stressed=0)
    edited = check(Everything, {"count": "4"}, base=record).record
    assert edited == record.model_copy(update={"count": 4})


def test_fields_of_an_older_version_are_ignored() -> None:
    checked = check(Window, {"first": "2026-01-01", "last": "2026-01-02", "gone": 5})
    assert not checked.errors


def test_a_blank_draft_has_defaults_and_nothing_else() -> None:
    assert blank_draft(Everything) == {
        "name": "",
        "nickname": "",
        "story": "",
        "count": "",
        "hours": "",
        "change": "0",
        "savings": "",
        "rate": "1",
        "day": TODAY.isoformat(),
        "moment": None,
        "since": None,
        "graduated": "",
        "works": None,
        "done": False,
        "size": None,
        "colors": [],
        "tags": [],
        "stressed": None,
    }


def test_a_blank_draft_starts_on_the_day_on_which_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = TODAY + timedelta(days=1)
    monkeypatch.setattr(Everything.model_fields["day"], "default_factory", lambda: tomorrow)
    assert blank_draft(Everything)["day"] == tomorrow.isoformat()


def test_a_blank_draft_says_what_is_missing() -> None:
    assert check(Everything, blank_draft(Everything)).errors == {
        "name": "Please write something here.",
        "count": "Please enter a whole number, for example 38.",
        "size": "Please choose one of these.",
        "stressed": "Please choose one of the steps.",
    }


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("name", "  Ada\n Lovelace ", "Ada Lovelace"),
        ("nickname", "   ", None),
        ("story", "Once.\n\n  Twice. ", "Once.\n\n  Twice. "),
        ("story", " \n", ""),
        ("count", "7", 7),
        ("count", "7.0", 7),
        ("count", 7, 7),
        ("hours", "37,5 hours", 37.5),
        ("hours", " ", None),
        ("change", "1.234", 1.234),
        ("change", "-3", -3.0),
        ("savings", "$1.234", Decimal(1234)),
        ("savings", "1,234.50", Decimal("1234.50")),
        ("savings", "about 3200", Decimal(3200)),
        ("count", "~7", 7),
        ("day", "2026-11-04", date(2026, 11, 4)),
        ("moment", "2026-11-04T09:30", datetime.fromisoformat("2026-11-04T09:30")),
        ("since", "2024-03", date(2024, 3, 1)),
        ("since", "2024-3", date(2024, 3, 1)),
        ("since", "3/2024", date(2024, 3, 1)),
        ("since", "03.2024", date(2024, 3, 1)),
        ("since", " March 2024", date(2024, 3, 1)),
        ("since", "sep. 2024", date(2024, 9, 1)),
        ("works", False, False),
        ("works", None, None),
        ("colors", ["green", "red", "green"], ("green", "red")),
        ("tags", [" No lunch", "", "no  lunch", "deadline"], ("No lunch", "deadline")),
        ("tags", None, ()),
        ("stressed", 4, 4),
    ],
)
def test_raw_values_are_read(name: str, raw: Any, value: object) -> None:
    assert parse(field_spec(Everything, name), raw) == value


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("count", "", "Please enter a whole number, for example 38."),
        ("count", "7.5", "Please enter a whole number, for example 38."),
        ("count", "3.000", "3.000 can mean 3000 or 3: please write it without the point."),
        ("count", True, "Please enter a whole number, for example 38."),
        ("count", "11", "Between 0 and 10, please."),
        ("hours", "many", "Please enter a number, for example 38 or 37.5."),
        ("hours", "200", "Between 0 and 168 hours a week, please."),
        ("savings", "a lot", "Please enter an amount, for example 1200 or 49.90."),
        ("savings", "-1", "At least 0, please."),
        ("change", "1" + "0" * 20, "That number is too large to keep."),
        ("change", float("nan"), "That number is too large to keep."),
        ("day", "4 Nov", "Please choose a day."),
        ("day", "2026-02-30", "There is no such day in the calendar."),
        ("day", None, "Please choose a day."),
        ("day", "0202-11-04", "The year should lie between 1900 and 2199."),
        ("moment", "0002-11-04T09:30", "The year should lie between 1900 and 2199."),
        ("since", "3/2204", "The year should lie between 1900 and 2199."),
        ("moment", "2026-11-04T25:00", "There is no such day or time."),
        ("since", "13/2024", "Please enter a month and its year, for example March 2027 or 2027-03."),
        ("since", "spring 2027", "Please enter a month and its year, for example March 2027 or 2027-03."),
        ("since", "Smarch 2024", "Please enter a month and its year, for example March 2027 or 2027-03."),
        ("works", "maybe", "Please choose yes or no."),
        ("done", None, "Please choose yes or no."),
        ("size", "medium", "Please choose one of these."),
        ("colors", ["blue"], "Please choose from these."),
        ("colors", "red", "Please choose from these."),
        ("tags", "deadline", "Please enter a few words."),
        ("tags", [3], "Please enter a few words."),
        ("stressed", 5, "Please choose one of the steps."),
        ("stressed", True, "Please choose one of the steps."),
        ("name", 5, "Please write something here."),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(name: str, raw: Any, sentence: str) -> None:
    with pytest.raises(DraftError) as caught:
        parse(field_spec(Everything, name), raw)
    assert str(caught.value) == sentence


READY: dict[str, Any] = {"name": "Ada", "count": "3", "size": "small", "stressed": 1}


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("name", "x" * 301, "At most 300 characters, please."),
        ("savings", "1.005,005", "At most 2 decimal places, please."),
        ("savings", "999999999999999", "That number is too large to keep."),
        ("rate", "0", "More than 0 %, please."),
        ("tags", ["x" * 61], "At most 60 characters, please."),
    ],
)
def test_the_bounds_of_the_record_are_said_in_words(name: str, raw: Any, sentence: str) -> None:
    assert check(Everything, {**READY, name: raw}).errors == {name: sentence}


def test_the_words_of_a_validator_become_a_sentence_at_its_field() -> None:
    draft: dict[str, Any] = {"first": "2026-01-01", "last": "2026-01-02", "word": "HELP"}
    assert check(Window, draft).errors == {"word": "Please do not shout."}


def test_what_is_wrong_with_the_whole_record_belongs_to_no_field() -> None:
    draft: dict[str, Any] = {"first": "2026-01-02", "last": "2026-01-01"}
    assert check(Window, draft).errors == {"": "The last day comes before the first."}
