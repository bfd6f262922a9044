"""What leaves as JSON comes back as it left: over the demo, and over whatever somebody might have saved."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from rutkit.exchange.whole.document import write_document
from rutkit.exchange.whole.reading import read_document
from rutkit.exchange.whole.schema import json_schema
from rutkit.home.moving.bringing_in import bring_in, planner, read_file
from rutkit.home.moving.parts import Source, records_of
from rutkit.home.records import record_types
from rutkit.records import FieldSpec, Kind, Record, describe
from rutkit.workbook import Workbook

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def exported(workbook: Workbook) -> bytes:
    return b"".join(write_document(records_of(Source.of(workbook))))


def values(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """What somebody might have filled in."""
    low, high = spec.minimum, spec.maximum
    known: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.INTEGER: st.integers(int(low or 0), int(high or 10**9)),
        Kind.DECIMAL: st.floats(low, high, allow_nan=False, allow_infinity=False),
        Kind.MONEY: st.decimals(0, Decimal(10**11), places=2),
        Kind.DATE: DAYS,
        Kind.MONTH: DAYS,
        Kind.DATETIME: MOMENTS,
        Kind.YES_NO: st.booleans(),
        Kind.CHOICE: st.sampled_from(spec.choices or ("",)),
        Kind.CHOICES: st.lists(st.sampled_from(spec.choices or ("",)), unique=True).map(tuple),
        Kind.TAGS: st.lists(WORDS.filter(bool), max_size=3).map(tuple),
        Kind.SCALE: st.integers(0, max(spec.steps - 1, 0)),
    }
    filled = known.get(spec.kind, WORDS)
    return st.none() | filled if spec.optional else filled


@st.composite
def records(draw: st.DrawFn, kind: type[Record]) -> Record:
    filled = {spec.name: draw(values(spec)) for spec in describe(kind)}
    times = {"created_at": draw(MOMENTS), "updated_at": draw(MOMENTS), "version": draw(st.integers(1, 99))}
    while True:
        try:
            return kind(**times, **filled)
        except ValidationError as error:  # a time of day, or a text that must not be empty
            (name, *_) = error.errors()[0]["loc"]
            filled[str(name)] = "18:30" if "18:30" not in filled.values() else "2021-05"


def test_the_demo_comes_back_as_it_left_to_the_byte(demo: Workbook, workbook: Workbook) -> None:
    left = exported(demo)

    bring_in(workbook, [read_file(left, "demo.json")], planner(replaces=False))

    assert exported(workbook) == left


@pytest.mark.parametrize("kind", record_types(), ids=lambda kind: kind.table())
@settings(max_examples=20)
@given(data=st.data())
def test_any_record_is_read_as_it_was_written(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(kind))
    left = b"".join(write_document({kind: [record]}))

    read = read_document(left, "mine.json", record_types()).records

    assert read == {kind: (record,)}
    assert b"".join(write_document(read)) == left


@settings(max_examples=5)
@given(data=st.data())
def test_a_workbook_with_one_of_everything_comes_back_as_it_left_to_the_byte(data: st.DataObject) -> None:
    of_everything = [data.draw(records(kind)) for kind in record_types()]
    with Workbook.temporary() as first, Workbook.temporary() as second:
        first.replace_many([], of_everything, label="wrote all of it")
        left = exported(first)

        bring_in(second, [read_file(left, "mine.json")], planner(replaces=True))

        assert exported(second) == left


def test_the_schema_describes_what_leaves(demo: Workbook) -> None:
    schema = json_schema(record_types())

    Draft202012Validator.check_schema(schema)
    assert not list(Draft202012Validator(schema).iter_errors(json.loads(exported(demo))))


def test_the_schema_knows_every_record_type_with_its_words_and_units() -> None:
    schema = json_schema(record_types())

    assert list(schema["properties"]["records"]["properties"]) == [kind.table() for kind in record_types()]
    assert schema["$defs"]["LearningEntry"]["properties"]["hours"]["x-unit"] == "hours"
    assert schema["$defs"]["CheckIn"]["properties"]["angry"]["x-steps"][4] == "extreme"
