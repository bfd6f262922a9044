from __future__ import annotations

import time
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from rutkit.exchange.importing import ImportPlan, SkippedRow, import_key, plan_import
from rutkit.exchange.mapping import suggest_mapping
from rutkit.exchange.tables import Table, read_table
from rutkit.records import LongText, Money, Month, Record, TagList, Unit, named_scale, ten_scale


class Diary(Record):
    """One day, with a field of every kind that a cell can fill."""

    noun: ClassVar[str] = "diary"
    one_per: ClassVar[tuple[str, ...] | None] = ("day",)

    day: date = Field(title="Day")
    at: datetime | None = Field(None, title="At")
    since: Month | None = Field(None, title="Since")
    hours: Annotated[float, Unit("hours")] | None = Field(None, ge=0, le=24, title="Hours")
    cost: Money | None = Field(None, title="Cost")
    worked: bool | None = Field(None, title="Worked")
    size: Literal["small", "very large"] = Field("small", title="Size")
    colors: tuple[Literal["red", "green"], ...] = Field((), title="Colors")
    tags: TagList = Field((), title="Tags")
    stress: Annotated[int, Field(ge=0, le=2), named_scale("none", "a little", "some")] | None = None
    fear: Annotated[int, Field(ge=0, le=10), ten_scale("not at all", "very much")] | None = None
    note: LongText = Field("", title="Note")


class Wish(Record):
    """Any number of these may be the same."""

    text: LongText = ""


def table(columns: list[str], *rows: list[str | None]) -> Table:
    return Table(tuple(columns), tuple(map(tuple, rows)), tuple(range(2, len(rows) + 2)))


def plan(columns: list[str], *rows: list[str | None], **options: Any) -> ImportPlan[Diary]:
    """The plan for columns that are called like their fields."""
    return plan_import(table(columns, *rows), {name: name for name in columns}, Diary, **options)


def imported(name: str, cell: str) -> object:
    (record,) = plan(["day", name], ["2026-11-04", cell]).records
    return getattr(record, name)


def reason(columns: list[str], *cells: str | None) -> str:
    (skipped,) = plan(columns, list(cells)).skipped
    return skipped.reason


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("at", "4 Nov 2026 9:30 PM", datetime.fromisoformat("2026-11-04T21:30")),
        ("since", "March 2024", date(2024, 3, 1)),
        ("since", "15.3.2024", date(2024, 3, 1)),
        ("hours", "7,5 h", 7.5),
        ("cost", "€ 1.234,50", Decimal("1234.50")),
        ("worked", "Yes", True),
        ("worked", "0", False),
        ("size", "Very  Large", "very large"),
        ("colors", "red, GREEN", ("red", "green")),
        ("tags", "no lunch; talk, good; no lunch", ("no lunch", "talk, good")),
        ("tags", "no lunch | talk", ("no lunch", "talk")),
        ("stress", "2", 2),
        ("stress", "2.0", 2),
        ("stress", "A little", 1),
        ("fear", "7 of 10", 7),
        ("fear", "7/10", 7),
        ("fear", "very much", 10),
    ],
)
def test_cells_are_read_more_generously_than_forms(name: str, cell: str, value: object) -> None:
    assert imported(name, cell) == value


@pytest.mark.parametrize(
    ("columns", "cells", "sentence"),
    [
        (["day"], ["soon"], "“soon” in “day” should be a day, for example 2026-11-04."),
        (["day", "hours"], [None, "3"], "“day” is empty."),
        (["hours"], ["3"], "No column is chosen for “Day”."),
        (["day"], [None], "Nothing stands in the columns that are chosen."),
        (["day", "worked"], ["2026-11-04", "maybe"], "“maybe” in “worked” should be yes or no."),
        (["day", "size"], ["2026-11-04", "big"], "“big” in “size” should be one of “small”, “very large”."),
        (["day", "stress"], ["2026-11-04", "3"], "“3” in “stress” should be a whole number from 0 to 2."),
        (["day", "stress"], ["2026-11-04", "2/5"], "“2/5” in “stress” should be a whole number from 0 to 2."),
        (["day", "hours"], ["2026-11-04", "25"], "“25” in “hours”: Between 0 and 24 hours, please."),
        (
            ["day", "hours"],
            ["2026-11-04", "x" * 60],
            f"“{'x' * 39}…” in “hours”: Please enter a number, for example 38 or 37.5.",
        ),
        (
            ["day", "worked"],
            ["soon", "maybe"],
            "“soon” in “day” should be a day, for example 2026-11-04. "
            "“maybe” in “worked” should be yes or no.",
        ),
    ],
)
def test_a_row_that_cannot_be_read_is_skipped_with_the_reason(
    columns: list[str], cells: list[str | None], sentence: str
) -> None:
    assert reason(columns, *cells) == sentence


def test_the_other_rows_are_still_planned() -> None:
    made = plan(["day"], ["2026-11-03"], ["soon"], ["2026-11-04"])
    assert ([record.day.day for record in made.records], made.skipped[0].row_number) == ([3, 4], 3)


def test_an_empty_cell_means_the_default() -> None:
    (record,) = plan(["day", "size"], ["2026-11-04", None]).records
    assert record.size == "small"


def test_a_mapping_to_no_column_means_the_default() -> None:
    made = plan_import(table(["when"], ["2026-11-04"]), {"day": "when", "note": None}, Diary)
    assert made.records[0].note == ""


def test_what_the_workbook_has_already_is_a_duplicate() -> None:
    here = Diary(day=date(2026, 11, 4))
    made = plan(["day"], ["2026-11-04"], existing_keys={import_key(here)})
    assert made.duplicates == (SkippedRow(2, "The workbook has this one already."),)


def test_of_two_rows_for_one_day_the_first_counts() -> None:
    made = plan(["day", "note"], ["2026-11-04", "one"], ["4 Nov 2026", "two"])
    assert made.records[0].note == "one"
    assert made.duplicates == (SkippedRow(3, "This one stands further up in the file, too."),)


def test_where_a_day_may_have_several_only_equal_ones_are_duplicates() -> None:
    assert import_key(Wish(text="a")) == import_key(Wish(text="a")) != import_key(Wish(text="b"))


def test_the_order_of_day_and_month_is_taken_from_the_whole_column() -> None:
    made = plan(["day"], ["3/4/2026"], ["13/4/2026"])
    assert (made.records[0].day, made.remarks) == (date(2026, 4, 3), ())


def test_days_that_can_be_read_in_two_ways_are_said() -> None:
    made = plan(["day"], ["4/4/2026"], ["3/4/2026"], ["7/8/2026"])
    assert made.remarks == (
        "Days in “day” can be read in two ways; 3/4/2026 is taken as 4 Mar 2026, and not as 3 Apr 2026.",
    )


def test_the_person_can_say_which_way_it_is() -> None:
    made = plan(["day"], ["3/4/2026"], day_first=True)
    assert (made.records[0].day, made.remarks) == (date(2026, 4, 3), ())


@given(st.text(st.characters(exclude_categories=["C"]) | st.just("\n"), max_size=200).map(str.encode))
def test_whatever_stands_in_a_file_each_row_is_accounted_for(noise: bytes) -> None:
    read = read_table(b"day,at,hours,worked,tags,stress,note\n" + noise, "days.csv")
    made = plan_import(read, suggest_mapping(read, Diary), Diary)
    assert len(made.records) + len(made.skipped) + len(made.duplicates) == len(read.rows)


def test_twenty_thousand_rows_are_planned_in_a_few_seconds() -> None:
    days = (date.fromordinal(730_000 + number) for number in range(20_000))
    rows: list[list[str | None]] = [
        [f"{day:%d.%m.%Y}", "7,5", "yes", "a; b", "some", "words"] for day in days
    ]
    start = time.process_time()
    made = plan(["day", "hours", "worked", "tags", "stress", "note"], *rows)
    assert len(made.records) == 20_000
    assert time.process_time() - start < 8


def test_a_day_that_has_not_come_yet_is_skipped() -> None:
    made = plan_import(
        table(["when"], ["2026-11-04"], ["2026-11-05"]), {"day": "when"}, Diary, until=date(2026, 11, 4)
    )
    assert [record.day for record in made.records] == [date(2026, 11, 4)]
    assert [skipped.reason for skipped in made.skipped] == ["Its day has not come yet."]
