from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.json_resume import problems, tidied
from rutkit.steps.prepare.importing import Additions, additions
from rutkit.steps.prepare.records import Highlight, ResumeBasics, SkillEntry, WorkEntry
from rutkit.steps.prepare.resume import Master, read_master, to_document
from rutkit.workbook import Workbook

SAMPLES = Path(__file__).parents[5] / "shared" / "data" / "resumes"
JOB = {"position": "Lead", "name": "Pumps", "startDate": "2020-05", "highlights": ["Cut waste"]}


def take(workbook: Workbook, document: dict[str, Any]) -> Additions:
    found = tidied(document)
    made = additions(found.content, read_master(workbook), found.remarks)
    with workbook.batch("imported a resume"):
        workbook.add_many(made.to_add, label="imported a resume")
        for each in made.to_update:
            workbook.update(each)
    return made


def without_empty_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_empty_texts(each) for name, each in value.items() if each != ""}
    return [without_empty_texts(each) for each in value] if isinstance(value, list) else value


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of JSON Resume lie beside the project")
@pytest.mark.parametrize("name", ["sample.resume.json", "career-changer.resume.json"])
def test_a_sample_comes_out_as_it_went_in(workbook: Workbook, name: str) -> None:
    document = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    take(workbook, document)
    assert without_empty_texts(to_document(read_master(workbook))) == without_empty_texts(document)


def test_fields_that_nobody_knows_come_out_as_they_went_in(workbook: Workbook) -> None:
    document = {
        "basics": {"name": "Ada", "pronouns": "she", "location": {"city": "Graz", "floor": 3}},
        "work": [{**JOB, "team": {"size": 4}}],
        "profiles": "none of the schema’s",
        "x-mine": [1],
    }
    take(workbook, document)
    assert to_document(read_master(workbook)) == document


def test_the_same_file_twice_adds_nothing(workbook: Workbook) -> None:
    document = {"basics": {"name": "Ada"}, "work": [JOB], "skills": [{"keywords": ["SQL"]}], "mine": {"a": 1}}
    take(workbook, document)
    again = take(workbook, document)
    assert (again.is_empty, again.known) == (True, 2)


def test_the_whole_import_is_one_undo(workbook: Workbook) -> None:
    take(workbook, {"basics": {"name": "Ada"}, "work": [JOB]})
    workbook.undo()
    assert read_master(workbook).is_empty


def test_another_file_fills_what_is_empty_and_overwrites_nothing(workbook: Workbook) -> None:
    take(workbook, {"basics": {"name": "Ada"}, "work": [JOB]})
    take(workbook, {"basics": {"name": "A. Muster", "phone": "1"}, "work": [{**JOB, "location": "Graz"}]})
    document = to_document(read_master(workbook))
    assert document["basics"] == {"name": "Ada", "phone": "1"}
    assert document["work"] == [{**JOB, "location": "Graz"}]


def test_a_known_job_gains_the_lines_that_it_lacks(workbook: Workbook) -> None:
    take(workbook, {"work": [JOB]})
    take(workbook, {"work": [{**JOB, "highlights": ["cut  waste", "Trained six"]}]})
    assert to_document(read_master(workbook))["work"][0]["highlights"] == ["Cut waste", "Trained six"]


def test_a_field_that_is_too_long_is_named_and_the_rest_is_taken(workbook: Workbook) -> None:
    made = take(workbook, {"work": [{**JOB, "name": "x" * 1_001}]})
    assert made.remarks == (
        "In entry 1 of “work”, “Employer” cannot be kept as it is, mostly because it is too long.",
    )
    assert [job.position for job in workbook.all(WorkEntry)] == ["Lead"]


def test_entries_that_say_nothing_are_not_taken() -> None:
    assert additions({"basics": {}, "work": [{}], "skills": [{"name": ""}]}, Master()).is_empty


def test_what_would_be_added_is_counted_by_kind() -> None:
    made = additions({"work": [JOB], "skills": [{"name": "SQL"}, {"name": "dbt"}]}, Master())
    assert made.sentence == "It adds 1 job, 1 resume line and 2 skills."


def test_lines_follow_their_entry() -> None:
    job, line = additions({"work": [JOB]}, Master()).to_add
    assert isinstance(line, Highlight)
    assert (line.entry, line.text) == (job.id, "Cut waste")


FIELDS = ["name", "position", "highlights", "keywords", "startDate", "summary", "own"]
VALUES = st.text(max_size=8) | st.lists(st.text(max_size=5), max_size=3) | st.integers() | st.none()
ENTRIES = st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4), max_size=3)


@given(st.fixed_dictionaries({}, optional={"work": ENTRIES, "skills": ENTRIES, "mine": VALUES}))
def test_any_resume_becomes_records_that_write_a_valid_one(document: dict[str, Any]) -> None:
    made = additions(tidied(document).content, Master()).to_add
    lines: dict[str, tuple[Highlight, ...]] = {}
    for each in made:
        if isinstance(each, Highlight):
            lines[each.entry] = (*lines.get(each.entry, ()), each)
    master = Master(
        next((each for each in made if isinstance(each, ResumeBasics)), ResumeBasics()),
        {
            "work": tuple(each for each in made if isinstance(each, WorkEntry)),
            "skills": tuple(each for each in made if isinstance(each, SkillEntry)),
        },
        lines,
    )
    assert problems(to_document(master)) == []


@pytest.mark.parametrize(
    ("theirs", "is_said"),
    [
        ("Bo Miller", True),
        ("Ada Miller", True),
        ("ADA  lovelace", False),
        ("Ada King Lovelace", False),
        ("", False),
    ],
)
def test_the_resume_of_another_name_is_said_to_be_one(workbook: Workbook, theirs: str, is_said: bool) -> None:
    workbook.add(ResumeBasics(name="Ada Lovelace"))
    made = additions({"basics": {"name": theirs}, "work": [JOB]}, read_master(workbook))
    assert any("If these are two people" in remark for remark in made.remarks) is is_said
