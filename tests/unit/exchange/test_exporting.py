from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from rutkit.exchange.exporting import write_csv, write_xlsx
from rutkit.exchange.importing import plan_import
from rutkit.exchange.mapping import suggest_mapping
from rutkit.exchange.tables import read_table
from rutkit.records import BOOKKEEPING, LongText, Money, Month, Record, ShortText, TagList, Unit, named_scale

Writer = Callable[[type[Record], Iterable[Record]], bytes]


class Sample(Record):
    """A field of every kind that an export writes in its own way."""

    noun: ClassVar[str] = "sample"
    one_per: ClassVar[tuple[str, ...] | None] = ("day",)

    day: date = Field(title="Day")
    at: datetime | None = Field(None, title="At")
    since: Month | None = Field(None, title="Since")
    hours: Annotated[float, Unit("hours a week")] | None = Field(None, title="Time")
    cost: Money | None = Field(None, title="Cost")
    worked: bool | None = Field(None, title="Worked")
    tags: TagList = Field((), title="Tags")
    stress: Annotated[int, Field(ge=0, le=2), named_scale("none", "a little", "some")] | None = None
    name: ShortText = Field("", title="Name")
    note: LongText = Field("", title="Note")


FULL = Sample(
    day=date(2026, 11, 4),
    at=datetime.fromisoformat("2026-11-04T09:30"),
    since=date(2024, 3, 1),
    hours=37.5,
    cost=Decimal("-1234.50"),
    worked=False,
    tags=("no lunch", "good talk"),
    stress=2,
    name="=1+1",
    note="one\ntwo",
)


def csv_rows(records: list[Record]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(write_csv(Sample, records).decode("utf-8-sig"), newline="")))


def xlsx_cells(records: list[Record]) -> list[Any]:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(Sample, records))).worksheets[0]
    return list(sheet[2])


def test_a_csv_file_has_titles_with_units_and_a_row_a_record() -> None:
    assert csv_rows([FULL]) == [
        ["Day", "At", "Since", "Time (hours a week)", "Cost", "Worked", "Tags", "Stress", "Name", "Note"],
        [
            "2026-11-04",
            "2026-11-04T09:30",
            "2024-03",
            "37.5",
            "-1234.50",
            "no",
            "no lunch; good talk",
            "2",
            "'=1+1",
            "one\ntwo",
        ],
    ]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)"])
def test_text_in_a_csv_file_is_never_a_formula(text: str) -> None:
    assert csv_rows([Sample(day=date(2026, 11, 4), name=text)])[1][-2] == f"'{text}"


def test_negative_amounts_in_a_csv_file_stay_numbers() -> None:
    assert csv_rows([FULL])[1][4] == "-1234.50"


def test_a_spreadsheet_has_real_days_and_numbers() -> None:
    assert [cell.value for cell in xlsx_cells([FULL])[:8]] == [
        datetime.fromisoformat("2026-11-04T00:00"),
        datetime.fromisoformat("2026-11-04T09:30"),
        datetime.fromisoformat("2024-03-01T00:00"),
        37.5,
        -1234.5,
        False,
        "no lunch; good talk",
        2,
    ]


def test_text_in_a_spreadsheet_is_never_a_formula() -> None:
    assert xlsx_cells([FULL])[8].data_type != "f"


def test_days_before_excel_counts_are_written_as_text() -> None:
    assert xlsx_cells([Sample(day=date(1815, 12, 10))])[0].value == "1815-12-10"


def test_control_characters_do_not_break_a_spreadsheet() -> None:
    assert xlsx_cells([Sample(day=date(2026, 11, 4), name="a\x01b")])[8].value == "ab"


def contents(record: Record) -> dict[str, Any]:
    return record.model_dump(exclude=set(BOOKKEEPING))


def to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


words = st.text(st.sampled_from("abcäß ’=+-@'\""), max_size=20).map(str.strip)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
samples = st.builds(
    Sample,
    day=days,
    at=st.none() | st.builds(datetime.combine, days, st.times()).map(to_the_minute),
    since=st.none() | days,
    hours=st.none() | st.integers(-(10**9), 10**9).map(lambda number: number / 1000),
    cost=st.none() | st.decimals(-(10**9), 10**9, places=2),
    worked=st.none() | st.booleans(),
    tags=st.lists(st.text("abc", min_size=1, max_size=5), max_size=3, unique=True).map(tuple),
    stress=st.none() | st.integers(0, 2),
    name=words.map(lambda text: " ".join(text.split())),
    note=words,
)


@pytest.mark.parametrize(("write", "filename"), [(write_csv, "a.csv"), (write_xlsx, "a.xlsx")])
@settings(max_examples=40)
@given(records=st.lists(samples, min_size=1, max_size=3, unique_by=lambda sample: sample.day))
def test_what_was_exported_can_be_imported_again(write: Writer, filename: str, records: list[Sample]) -> None:
    table = read_table(write(Sample, records), filename)
    plan = plan_import(table, suggest_mapping(table, Sample), Sample)
    assert list(map(contents, plan.records)) == list(map(contents, records))
