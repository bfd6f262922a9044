from __future__ import annotations

import pytest

from rutkit.exchange.json_resume import problems
from rutkit.exchange.json_resume.schema import BASICS, LOCATION, SECTIONS
from rutkit.records import BOOKKEEPING, Record
from rutkit.steps.prepare.records import Highlight, LanguageEntry, ResumeBasics, SkillEntry, WorkEntry
from rutkit.steps.prepare.resume import (
    ENTRY_TYPES,
    Master,
    attribute,
    fields_of,
    read_master,
    title_of,
    to_document,
)
from rutkit.workbook import Workbook

NOT_OF_JSON_RESUME = BOOKKEEPING | {"evidence", "extra"}


def fields(kind: type[Record]) -> set[str]:
    return set(kind.model_fields) - NOT_OF_JSON_RESUME


@pytest.mark.parametrize("section", ENTRY_TYPES)
def test_a_section_is_kept_with_all_its_fields_and_no_others(section: str) -> None:
    assert fields(ENTRY_TYPES[section]) == {attribute(name) for name in fields_of(section)} - {"highlights"}


def test_the_basics_are_kept_with_all_their_fields_but_the_picture() -> None:
    assert fields(ResumeBasics) == {attribute(name) for name in (*BASICS, *LOCATION)} - {"image"}


def test_every_section_of_json_resume_has_its_records() -> None:
    assert ENTRY_TYPES.keys() - {"profiles"} == SECTIONS.keys()


def test_what_shows_that_a_line_is_true_stays_out_of_the_document() -> None:
    job = WorkEntry(position="Lead", evidence="secret")
    line = Highlight(entry=job.id, text="Cut waste", evidence="secret")
    document = to_document(Master(entries={"work": (job,)}, highlights={job.id: (line,)}))
    assert document == {"work": [{"position": "Lead", "highlights": ["Cut waste"]}]}


def test_keywords_are_a_list() -> None:
    skill = SkillEntry(name="Data", keywords="SQL\n\n dbt ")
    assert to_document(Master(entries={"skills": (skill,)}))["skills"][0]["keywords"] == ["SQL", "dbt"]


def test_a_document_is_valid_even_if_somebody_spoiled_its_unknown_fields() -> None:
    master = Master(ResumeBasics(name="Ada", extra="[1"), {"skills": (SkillEntry(name="SQL", extra="7"),)})
    assert problems(to_document(master)) == []


def test_a_workbook_without_a_resume_has_an_empty_master(workbook: Workbook) -> None:
    assert read_master(workbook).is_empty
    assert to_document(read_master(workbook)) == {}


def test_one_language_is_a_beginning(workbook: Workbook) -> None:
    workbook.add(LanguageEntry(language="German"))
    assert not read_master(workbook).is_empty


def test_an_entry_is_called_by_its_first_two_answers() -> None:
    assert title_of(WorkEntry(position="Lead", location="Graz")) == "Lead, Graz"
    assert title_of(WorkEntry()) == "a job without a name"
