from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange import tables
from rutkit.exchange.errors import TableError
from rutkit.exchange.tables import Table, read_table

PLAIN = Table(
    columns=("Day", "Mood", "Note"),
    rows=(("2026-01-01", "3", "fine, really"), ("2026-01-02", "2", None)),
    row_numbers=(2, 3),
)


def read(text: str, filename: str = "days.csv") -> Table:
    return read_table(text.encode(), filename)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_by_itself(separator: str) -> None:
    text = 'Day,Mood,Note\n2026-01-01,3,"fine! really"\n2026-01-02,2,\n'.replace(",", separator)
    assert read(text.replace("!", ",")) == PLAIN


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_end_of_line_will_do(newline: str) -> None:
    assert read('Day,Mood,Note\n2026-01-01,3,"fine, really"\n2026-01-02,2,'.replace("\n", newline)) == PLAIN


def test_decimal_commas_are_not_taken_for_separators() -> None:
    assert read("hours;weight\n7,5;60,1\n8,25;60,2\n").rows == (("7,5", "60,1"), ("8,25", "60,2"))


def test_the_line_in_which_excel_names_its_separator_is_followed() -> None:
    assert read("sep=;\na;b\n1,5;2\n") == Table(("a", "b"), (("1,5", "2"),), (3,))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_by_itself(encoding: str) -> None:
    assert read_table("Größe,Café\n1,“two”\n".encode(encoding), "days.csv").columns == ("Größe", "Café")


def test_bytes_that_no_western_encoding_knows_are_still_text() -> None:
    assert read_table(b"a,b\n\x81,2\n", "days.csv").rows == (("\x81", "2"),)


def test_a_preamble_before_the_header_is_skipped() -> None:
    table = read(
        "Export of 4 Nov 2026\nby,somebody\n\nDay,Mood,Note\n2026-01-01,3,ok\n2026-01-02,2,\n2026-01-03,1,x\n"
    )
    assert (table.columns, table.row_numbers[0]) == (("Day", "Mood", "Note"), 5)


def test_a_table_without_a_header_gets_numbered_columns() -> None:
    assert read("2026-01-01,3,ok\n2026-01-02,2,fine\n") == Table(
        ("Column 1", "Column 2", "Column 3"), (("2026-01-01", "3", "ok"), ("2026-01-02", "2", "fine")), (1, 2)
    )


def test_rows_may_be_too_short_or_too_long() -> None:
    assert read("a,b\n1\n1,2,3\n") == Table(
        ("a", "b", "Column 3"), (("1", None, None), ("1", "2", "3")), (2, 3)
    )


def test_empty_rows_are_left_out_and_still_counted() -> None:
    assert read("a,b\n\n1,2\n , \n3,4\n").row_numbers == (3, 5)


def test_columns_of_one_name_are_told_apart() -> None:
    assert read("note,note,note (2)\n1,2,3\n").columns == ("note", "note (2)", "note (2) (2)")


def test_one_column_is_a_table_too() -> None:
    assert read("Day\n2026-01-01\n2026-01-02\n") == Table(
        ("Day",), (("2026-01-01",), ("2026-01-02",)), (2, 3)
    )


def test_a_header_alone_is_a_table_without_rows() -> None:
    assert read("Day,Mood\n") == Table(("Day", "Mood"), (), ())


def test_the_apostrophe_that_guards_against_formulas_is_taken_away() -> None:
    assert read("a,b\n'=1+1,'tis\n").rows == (("=1+1", "'tis"),)


def test_a_cell_may_hold_several_lines() -> None:
    assert read('a,b\n"one\ntwo",2\n').rows == (("one\ntwo", "2"),)


@pytest.mark.parametrize(
    ("data", "filename", "sentence"),
    [
        (b"", "days.csv", "“days.csv” is empty."),
        (b" \n\n", "days.csv", "“days.csv” is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "days.csv", "“days.csv” holds no text that can be read as a table."),
        (b"\xff\xfea\0b", "days.csv", "“days.csv” holds no text that can be read as a table."),
        (b"a,b", "my/photo.JPG", "Tables come as CSV, TSV or XLSX files; “photo.JPG” is none of these."),
        (
            b"\xd0\xcf\x11\xe0",
            "old.xlsx",
            "“old.xlsx” is an old or protected Excel file; please save it as XLSX without a password.",
        ),
        (
            b'a,b\n"' + b"x" * 200_000,
            "days.csv",
            "Row 2 of “days.csv” cannot be read; a quotation mark may be missing there.",
        ),
        (b"," * 400 + b"x", "days.csv", "“days.csv” has more than 300 columns."),
    ],
)
def test_what_is_no_table_is_said_in_one_sentence(data: bytes, filename: str, sentence: str) -> None:
    with pytest.raises(TableError) as caught:
        read_table(data, filename)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(("limit", "value"), [("MAX_BYTES", 5), ("MAX_ROWS", 2)])
def test_a_file_that_is_too_large_is_refused(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, limit, value)
    with pytest.raises(TableError, match="please split it"):
        read("a,b\n1,2\n3,4\n")


@given(st.binary(max_size=300) | st.text(st.sampled_from('ab1;,|"\t\r\n\0é='), max_size=300).map(str.encode))
def test_any_bytes_are_a_table_or_an_error_in_words(data: bytes) -> None:
    try:
        table = read_table(data, "days.csv")
    except TableError:
        return
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert len(set(table.columns)) == len(table.columns)


def test_two_hundred_thousand_rows_are_read_in_seconds() -> None:
    data = b"day,mood,note\n" + b"2026-01-01,3,a few words about the day\n" * 200_000
    start = time.process_time()
    assert len(read_table(data, "days.csv").rows) == 200_000
    assert time.process_time() - start < 10
