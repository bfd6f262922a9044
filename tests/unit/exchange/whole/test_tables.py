from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

import openpyxl
import pytest

from rutkit.exchange.whole.tables import Chapter, write_book, write_csv_zip
from rutkit.records import ClockTime, LongText, Money, Record, ShortText, Unit, named_scale


class Evening(Record):
    """One evening."""

    noun: ClassVar[str] = "evening"

    day: date
    at: ClockTime = ""
    hours: Annotated[float, Unit("hours")] | None = None
    cost: Money | None = None
    mood: Annotated[int, named_scale("low", "high")] = 0
    way: Literal["by foot", "by bus"] = "by foot"
    note: LongText = ""


class Wish(Record):
    """One wish."""

    noun: ClassVar[str] = "wish"
    plural: ClassVar[str] = "wishes: [all/of them], and some of a very long name"

    text: ShortText = ""


EVENING = Evening(
    id="e" * 32,
    created_at=datetime(2026, 1, 2, 12, tzinfo=UTC),
    version=1,
    day=date(2026, 1, 2),
    at="6:30 pm",
    hours=2.5,
    cost=Decimal("9.90"),
    mood=1,
    note="=HYPERLINK(“http://example.org”)",
)
CHAPTERS = (Chapter(3, "some_evenings", "Evenings", ((Evening, (EVENING,)), (Wish, ()))),)


@pytest.fixture
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_book(CHAPTERS)))


def test_the_first_sheet_names_every_record_type_and_how_many_there_are(book: openpyxl.Workbook) -> None:
    assert [list(row) for row in book["Contents"].iter_rows(min_row=2, values_only=True)] == [
        [3, "Evenings", "Evenings", 1, "One evening."],
        [3, "Evenings", Wish.plural.capitalize(), 0, "One wish."],
    ]


def test_a_sheet_is_there_for_each_type_of_which_there_is_a_record(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["Contents", "3 Evenings"]


def test_days_times_and_numbers_are_what_they_are(book: openpyxl.Workbook) -> None:
    row = next(book["3 Evenings"].iter_rows(min_row=2, values_only=True))

    assert row[:6] == (datetime(2026, 1, 2), time(18, 30), 2.5, 9.9, 1, "by foot")  # noqa: DTZ001


def test_text_that_looks_like_a_formula_is_text(book: openpyxl.Workbook) -> None:
    (cell,) = [cell for cell in book["3 Evenings"][2] if str(cell.value).startswith("=")]

    assert cell.data_type == "s"


def test_the_header_stays_in_sight_and_says_units_and_what_a_scale_means(book: openpyxl.Workbook) -> None:
    sheet = book["3 Evenings"]

    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == [
        *("Day", "At", "Hours (hours)", "Cost", "Mood (0 low to 1 high)", "Way", "Note"),
        *("Id", "Created", "Changed"),
    ]


def test_columns_are_wide_enough_to_read_and_no_wider_than_a_screen(book: openpyxl.Workbook) -> None:
    widths = [column.width for column in book["3 Evenings"].column_dimensions.values()]

    assert all(8 <= width <= 60 for width in widths)


def test_sheets_with_one_name_are_told_apart_and_named_as_excel_allows() -> None:
    twice = Chapter(8, "wishes", "Wishes", ((Wish, (Wish(text="Rest"),)), (Wish, (Wish(text="Quiet"),))))

    names = openpyxl.load_workbook(io.BytesIO(write_book([twice]))).sheetnames

    assert names == ["Contents", "8 Wishes all of them , and some", "8 Wishes all of them , and (2)"]


def test_the_zip_has_a_table_for_each_type_that_excel_reads_and_never_runs() -> None:
    with zipfile.ZipFile(io.BytesIO(write_csv_zip(CHAPTERS))) as archive:
        assert archive.namelist() == ["03-some-evenings/evening.csv"]
        content = archive.read("03-some-evenings/evening.csv")

    assert content.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert (row["Day"], row["At"], row["Cost"], row["Id"]) == ("2026-01-02", "6:30 pm", "9.90", "e" * 32)
    assert row["Note"].startswith("'=")


def test_the_same_records_give_the_same_zip() -> None:
    assert write_csv_zip(CHAPTERS) == write_csv_zip(CHAPTERS)
