from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutkit.exchange import spreadsheets
from rutkit.exchange.errors import TableError
from rutkit.exchange.tables import read_table


def xlsx(*sheets: list[list[Any]]) -> bytes:
    workbook = openpyxl.Workbook(write_only=True)
    for rows in sheets:
        sheet = workbook.create_sheet()
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


WHOLE = xlsx([["Day", "Mood"], [date(2026, 1, 1), 3]])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 11, 4), "2026-11-04"),
        (datetime.fromisoformat("2026-11-04T09:30"), "2026-11-04T09:30"),
        (time(9, 30), "09:30"),
        (3, "3"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (True, "yes"),
        ("plain", "plain"),
    ],
)
def test_cells_become_text(value: Any, text: str) -> None:
    assert read_table(xlsx([["a", "b"], [value, "x"]]), "days.xlsx").rows == ((text, "x"),)


def test_a_number_never_looks_like_grouped_thousands() -> None:
    assert read_table(xlsx([["a", "b"], [1.234, "x"]]), "days.xlsx").rows == (("1.2340", "x"),)


def test_the_first_sheet_that_holds_anything_is_read() -> None:
    assert read_table(xlsx([], [[None]], [["a"], ["x"]]), "days.xlsx").columns == ("a",)


def test_the_contents_count_and_not_the_suffix() -> None:
    assert read_table(WHOLE, "days.csv").columns == ("Day", "Mood")


def test_a_spreadsheet_with_nothing_in_it_is_empty() -> None:
    with pytest.raises(TableError, match="is empty"):
        read_table(xlsx([]), "days.xlsx")


def test_another_kind_of_archive_is_no_spreadsheet() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    with pytest.raises(TableError, match="damaged or no spreadsheet"):
        read_table(file.getvalue(), "days.xlsx")


@pytest.mark.parametrize(("limit", "value"), [("MAX_MEMBERS", 2), ("MAX_UNPACKED_BYTES", 1_000)])
def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(
    limit: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheets, limit, value)
    with pytest.raises(TableError, match="which is too much"):
        read_table(WHOLE, "days.xlsx")


@settings(max_examples=40)
@given(position=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255), end=st.integers(4, len(WHOLE)))
def test_a_damaged_spreadsheet_is_a_table_or_an_error_in_words(position: int, byte: int, end: int) -> None:
    data = bytearray(WHOLE)
    data[position] = byte
    with suppress(TableError):
        read_table(b"PK" + bytes(data[2:end]), "days.xlsx")
