from __future__ import annotations

import csv
import io
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutkit.exchange.errors import LinkedInError
from rutkit.exchange.linkedin import connections
from rutkit.exchange.linkedin.connections import read_connections

PREAMBLE = (
    'Notes:\r\n"When exporting your connection data, you may notice that some of the email addresses are missing."'
    "\r\n\r\n"
)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
ADA = 'Ada,Example,https://www.linkedin.com/in/ada-example,,"Acme, Inc.",Engineering Manager,12 Mar 2024\r\n'
NOBODY = ",,,,,,28 Sep 2023\r\n"
WHOLE = (PREAMBLE + HEADER + ADA + NOBODY).encode()


def export(**files: bytes) -> bytes:
    return packed({f"{name}.csv": data for name, data in files.items()})


def packed(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def names(data: bytes, filename: str = "Connections.csv") -> list[str]:
    return [person.name for person in read_connections(data, filename).people]


def test_everything_that_linkedin_tells_of_somebody_is_read() -> None:
    (ada,) = read_connections(WHOLE, "Connections.csv").people
    assert (ada.name, ada.company, ada.position) == ("Ada Example", "Acme, Inc.", "Engineering Manager")
    assert ada.links == ("https://www.linkedin.com/in/ada-example",)
    assert ada.mails == ()
    assert ada.connected == date(2024, 3, 12)
    assert ada.where == "Connections.csv, row 5"


def test_a_row_that_names_nobody_is_left_out_and_said() -> None:
    (left_out,) = read_connections(WHOLE, "Connections.csv").left_out
    assert left_out.where == "Connections.csv, row 6"
    assert "names nobody" in left_out.reason


def test_the_header_is_found_even_among_rows_that_are_mostly_empty() -> None:
    assert names((PREAMBLE + HEADER + NOBODY * 20 + ADA).encode()) == ["Ada Example"]


def test_the_zip_is_read_as_the_file_is_in_whichever_folder() -> None:
    assert names(export(Connections=WHOLE, Profile=b"x"), "export.zip") == ["Ada Example"]
    assert names(packed({"Basic_LinkedInDataExport/connections.csv": WHOLE}), "export.zip") == ["Ada Example"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_told_by_the_bytes(encoding: str) -> None:
    assert names((HEADER + ADA.replace("Ada", "Zoë")).encode(encoding)) == ["Zoë Example"]


def test_columns_may_stand_in_another_order_and_most_may_be_missing() -> None:
    (ada,) = read_connections(b"Connected On;Last Name;First Name\n3 Jan 2019;Example;Ada\n", "c.csv").people
    assert (ada.name, ada.company, ada.connected) == ("Ada Example", "", date(2019, 1, 3))


def test_days_of_older_exports_are_read() -> None:
    rows = 'First Name,Last Name,Connected On\nAda,Example,"2/27/17, 3:24 PM"\nBo,Example,"3/1/17, 9:00 AM"\n'
    assert [person.connected for person in read_connections(rows.encode(), "c.csv").people] == [
        date(2017, 2, 27),
        date(2017, 3, 1),
    ]


def test_a_header_in_other_words_is_answered_with_what_stands_there() -> None:
    with pytest.raises(LinkedInError, match=r"“Vorname”, “Nachname”.*Nothing was changed"):
        read_connections(b"Vorname,Nachname,Firma\nAda,Example,Acme\nBo,Example,Acme\n", "Connections.csv")


def test_a_zip_without_connections_says_what_to_ask_linkedin_for() -> None:
    with pytest.raises(LinkedInError, match="tick “Connections”"):
        read_connections(export(Profile=b"x"), "export.zip")


@pytest.mark.parametrize(
    ("data", "filename", "sentence"),
    [
        (packed({"../Connections.csv": WHOLE}), "export.zip", "leads out of the zip"),
        (packed({"Connections.csv": b" " * 20_000_000}), "export.zip", "unpacks to far more"),
        (export(Connections=WHOLE)[:70], "export.zip", "damaged"),
        (b"", "Connections.csv", "is empty"),
        (b"\0\1\2\3" * 50, "Connections.csv", "no text"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, filename: str, sentence: str) -> None:
    with pytest.raises(LinkedInError, match=sentence):
        read_connections(data, filename)


def test_more_people_than_can_be_taken_in_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_PEOPLE", 1)
    with pytest.raises(LinkedInError, match="holds 2 people"):
        read_connections((HEADER + ADA + ADA).encode(), "Connections.csv")


words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(words, words, words, st.dates(date(2003, 5, 5), date(2030, 1, 1))), min_size=1, max_size=8
    )
)
def test_what_linkedin_writes_comes_back(rows: list[tuple[str, str, str, date]]) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["First Name", "Last Name", "Company", "Connected On"])
    for first, last, company, day in rows:
        writer.writerow([f"A{first}", f"B{last}", f"C{company}", f"{day:%d %b %Y}"])
    found = read_connections(PREAMBLE.encode() + file.getvalue().encode(), "Connections.csv").people
    assert [(person.name, person.company, person.connected) for person in found] == [
        (f"A{first} B{last}", f"C{company}", day) for first, last, company, day in rows
    ]


@settings(max_examples=100)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: HEADER.encode() + text.encode()))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    for filename in ("Connections.csv", "export.zip"):
        with suppress(LinkedInError):
            read_connections(data, filename)
