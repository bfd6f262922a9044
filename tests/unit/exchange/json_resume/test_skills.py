from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.json_resume import Resume, ResumeError, read_resume

SAMPLES = Path(__file__).parents[5] / "shared" / "data" / "resumes"


def read(document: Any) -> Resume:
    return read_resume(json.dumps(document).encode())


def test_skills_keep_their_level_in_the_resumes_own_words() -> None:
    (skill,) = read({"skills": [{"name": "Data", "level": "Master", "keywords": ["SQL", " dbt "]}]}).skills
    assert (skill.name, skill.level, skill.keywords) == ("Data", "Master", ("SQL", "dbt"))


def test_keywords_in_one_string_are_a_list() -> None:
    assert read({"skills": [{"keywords": "SQL, dbt; Excel"}]}).skills[0].keywords == ("SQL", "dbt", "Excel")


def test_names_of_older_versions_are_read() -> None:
    resume = read({"work": [{"company": "Pumps", "position": "Lead"}]})
    assert resume.work[0].name == "Pumps"


def test_a_year_may_be_a_number() -> None:
    assert read({"certificates": [{"name": "First aid", "date": 2024}]}).certificates[0].date == "2024"


@pytest.mark.parametrize(
    ("document", "remark"),
    [
        ({"skills": {"name": "SQL"}}, "“skills” should be a list and was left out."),
        ({"skills": ["SQL"]}, "Entry 1 of “skills” was left out: it should be a group of fields"),
        ({"skills": [{"level": "Master"}]}, "Entry 1 of “skills” was left out: it has no “name”."),
        ({"work": [{"name": ["Pumps"]}]}, "In entry 1 of “work”, “name” should be a text and was left out."),
        (
            {"skills": [{"name": "SQL", "keywords": 7}]},
            "“keywords” should be a list of texts and was left out.",
        ),
    ],
)
def test_an_entry_that_cannot_be_read_is_named_and_the_rest_is_read(
    document: dict[str, Any], remark: str
) -> None:
    resume = read({**document, "languages": [{"language": "German"}]})
    assert remark in " ".join(resume.remarks)
    assert [language.name for language in resume.languages] == ["German"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "is not JSON"),
        (b"\xff\xfe{", "is not JSON"),
        (b"[1, 2]", "not a resume"),
        (b'{"name": "rutkit", "version": 1}', "no resume in the JSON Resume format"),
        (b"[" * 100_000, "is not JSON"),
        (b" " * 5_000_001, "larger than 5 MB"),
    ],
)
def test_a_file_that_is_no_resume_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(ResumeError, match=sentence):
        read_resume(content, "mine.json")


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "keywords", "level"]), inner)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["skills", "work", "languages", "certificates"]), ANY_JSON, min_size=1)
)
def test_whatever_stands_in_a_section_is_read_or_named(document: dict[str, Any]) -> None:
    resume = read({**document, "basics": {}})
    for section, entries in document.items():
        if isinstance(entries, list):
            left_out = sum(f" of “{section}” was left out:" in remark for remark in resume.remarks)
            assert len(getattr(resume, section)) + left_out == len(entries)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of JSON Resume lie beside the project")
@pytest.mark.parametrize("name", ["sample.resume.json", "career-changer.resume.json"])
def test_the_samples_of_the_format_are_read_whole(name: str) -> None:
    resume = read_resume((SAMPLES / name).read_bytes(), name)
    assert resume.remarks == ()
    assert resume.skills
    assert resume.work
    assert resume.education
