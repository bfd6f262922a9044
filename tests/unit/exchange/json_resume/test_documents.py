from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.json_resume import ResumeError, problems, read_document, write_document

SAMPLES = Path(__file__).parents[5] / "shared" / "data" / "resumes"
NEEDS_SAMPLES = pytest.mark.skipif(
    not SAMPLES.exists(), reason="the samples of JSON Resume lie beside the project"
)


def read(document: Any) -> dict[str, Any]:
    return dict(read_document(json.dumps(document).encode()).content)


def remarks(document: Any) -> str:
    return " ".join(read_document(json.dumps(document).encode()).remarks)


@NEEDS_SAMPLES
@pytest.mark.parametrize("name", ["sample.resume.json", "career-changer.resume.json"])
def test_a_sample_of_the_format_comes_through_unchanged(name: str) -> None:
    content = (SAMPLES / name).read_bytes()
    assert json.loads(write_document(read_document(content).content)) == json.loads(content)


def test_fields_that_the_schema_does_not_name_are_kept() -> None:
    document = {"basics": {"pronouns": "they"}, "work": [{"name": "Pumps", "team": {"size": 4}}], "mine": [1]}
    assert read(document) == document


@pytest.mark.parametrize(
    ("written", "understood"),
    [("May 2021", "2021-05"), (2021, "2021"), ("2021-05-03T00:00:00Z", "2021-05-03")],
)
def test_dates_are_understood_as_people_write_them(written: object, understood: str) -> None:
    assert read({"work": [{"startDate": written}]})["work"] == [{"startDate": understood}]


def test_a_job_until_the_present_has_no_end() -> None:
    assert read({"work": [{"endDate": "Present"}]})["work"] == [{}]


def test_a_date_that_cannot_be_understood_is_named() -> None:
    assert "In entry 1 of “work”, “startDate” should be a year, a month or a day" in remarks(
        {"work": [{"startDate": "last spring"}]}
    )


def test_names_of_older_versions_become_those_of_today() -> None:
    assert read({"work": [{"company": "Pumps", "website": "x"}]})["work"] == [{"name": "Pumps", "url": "x"}]


def test_an_older_name_does_not_displace_the_one_of_today() -> None:
    document = {"work": [{"company": "Old", "name": "New"}]}
    assert read(document) == document


def test_characters_that_no_document_can_hold_are_left_out() -> None:
    assert read({"basics": {"name": "A\x00\ud800da"}})["basics"] == {"name": "Ada"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"basics": NaN}', "is not JSON"),
        (b'{"basics": 1e999}', "is not JSON"),
        (b'{"basics": ' + b"[" * 60 + b"]" * 60 + b"}", "nested deeper"),
        (json.dumps({"skills": [{}] * 5_001}).encode(), "more than 5,000 entries"),
        (json.dumps({"work": [{"highlights": ["x"] * 5_001}]}).encode(), "more than 5,000 entries"),
    ],
)
def test_what_is_no_resume_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(ResumeError, match=sentence):
        read_document(content, "mine.json")


FIELDS = [
    "basics",
    "location",
    "profiles",
    "name",
    "work",
    "highlights",
    "startDate",
    "keywords",
    "url",
    "meta",
]
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(FIELDS), ANY_JSON))
def test_whatever_was_read_keeps_to_the_schema_and_is_read_the_same_again(document: dict[str, Any]) -> None:
    tidy = read({**document, "skills": []})
    assert problems(tidy) == []
    assert read(tidy) == tidy


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_in_a_sentence(content: bytes) -> None:
    with suppress(ResumeError):
        assert problems(dict(read_document(content).content)) == []
