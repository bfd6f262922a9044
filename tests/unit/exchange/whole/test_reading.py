from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.errors import DocumentError
from rutkit.exchange.whole.document import write_document
from rutkit.exchange.whole.reading import read_document
from rutkit.records import Record, ShortText


class Day(Record):
    noun: ClassVar[str] = "day"
    one_per: ClassVar[tuple[str, ...] | None] = ("name",)

    name: ShortText
    hours: float | None = None


RECORD = {
    "id": "a",
    "created_at": "2026-01-01T08:00:00Z",
    "updated_at": "2026-01-02T08:00:00Z",
    "version": 1,
    "name": "Monday",
    "hours": 2.5,
}


def document(*rows: Any, **other: Any) -> bytes:
    whole = {"format": "rutkit workbook", "format_version": 1, "records": {"day": list(rows)}, **other}
    return json.dumps(whole).encode()


def read(data: bytes, name: str = "mine.json", **limits: int) -> tuple[Record, ...]:
    return tuple(read_document(data, name, [Day], **limits).records[Day])


def test_what_was_written_is_read() -> None:
    days = (Day(name="Monday", version=1), Day(name="Tuesday", hours=0.1, version=7))

    assert read(b"".join(write_document({Day: days}))) == days


def test_a_field_that_an_earlier_version_did_not_have_has_its_default() -> None:
    (day,) = read(document({name: value for name, value in RECORD.items() if name != "hours"}))

    assert day.model_dump()["hours"] is None


def test_a_type_that_the_file_does_not_name_is_not_in_it() -> None:
    assert read_document(document(records={}), "mine.json", [Day]).records == {}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xff\xfe\x00", "is not the JSON that rutkit exports"),
        (b"[1, 2]", "is not the JSON that rutkit exports"),
        (b'{"format": "something else"}', "is not the JSON that rutkit exports"),
        (b'{"format": "rutkit workbook", "format_version": 1}', "is not whole"),
        (b"[" * 100_000, "is not the JSON that rutkit exports"),
        (b"[" + b"9" * 10_000 + b"]", "is not the JSON that rutkit exports"),
        (document(RECORD)[:-20], "ends in the middle"),
        (document(RECORD)[:40], "ends in the middle"),
        (b'{"format":\nrutkit}', "line 2 cannot be read"),
        (b"SQLite format 3\0 and so on", "is a workbook, not what was exported from one"),
        (b"PK\x03\x04 and so on", "is not the JSON"),
        (document(RECORD, format_version=2), "is from a newer rutkit"),
        (document(RECORD, records={"diary": []}), "“diary”.*newer rutkit"),
        (document(RECORD, records={"day": {}}), "has no list of records under “day”"),
        (document(RECORD | {"mood": 3}), "“mood”, day 1.*newer rutkit"),
        (document(RECORD | {"hours": "2.5"}), "does not fit: “Hours” of day 1"),
        (document(RECORD | {"name": None}), "does not fit: “Name” of day 1"),
        (document(RECORD | {"created_at": "yesterday"}), "does not fit: “created_at” of day 1"),
        (document(RECORD | {"created_at": "0001-01-01T00:00:00+14:00"}), "has a time that no clock shows"),
        (document(RECORD | {"name": "\ud800"}), "has a value that does not fit"),
        (document(RECORD | {"version": 0}), "was never saved"),
        (document(RECORD | {"version": 10**30}), "was never saved"),
        (document({"name": "Monday"}), "has a record that is not whole .day 1."),
        (document("Monday"), "has a record that is not whole .day 1."),
        (document(RECORD, RECORD | {"name": "Tuesday"}), "holds the same day twice .number 2."),
        (document(RECORD, RECORD | {"id": "b"}), "holds the same day twice .number 2."),
        (document().replace(b'"day"', b'"day": [], "day"'), "names “day” twice in one place"),
    ],
)
def test_what_is_no_whole_export_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError, match=says) as refused:
        read(data)
    assert str(refused.value).startswith("“mine.json” ")
    assert "\n" not in str(refused.value)


def test_what_somebody_wrote_is_not_repeated_in_the_refusal() -> None:
    with pytest.raises(DocumentError) as refused:
        read(document(RECORD | {"hours": "my secret"}))
    assert "secret" not in str(refused.value)


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(DocumentError, match="is larger than 1 MB"):
        read(b" " * 1_000_001, max_bytes=1_000_000)


def test_a_table_of_its_own_is_sent_to_its_step() -> None:
    with pytest.raises(DocumentError, match="on the page of its step"):
        read(b"Day,Hours\n1,2\n", "days.csv")


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.text(), st.lists).map(lambda x: json.dumps(x).encode())
)
def test_nothing_but_a_refusal_comes_of_whatever_it_is(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read(data)


@given(
    st.dictionaries(st.sampled_from([*RECORD, "else"]), st.none() | st.integers() | st.text() | st.floats())
)
def test_a_record_is_read_or_refused_whatever_stands_in_it(changes: dict[str, Any]) -> None:
    try:
        read(document(RECORD | changes))
    except DocumentError:
        return
