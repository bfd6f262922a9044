from __future__ import annotations

from typing import Any

import pytest

from rutkit.exchange.resume_documents import SheetEntry, sheet_of


def only(section: str, **entry: Any) -> SheetEntry:
    return sheet_of({section: [entry]}).sections[0].entries[0]


def test_sections_come_in_the_document_s_order() -> None:
    document = {"skills": [{"name": "SQL"}], "work": [{"position": "Lead"}], "meta": {}}
    assert [section.title for section in sheet_of(document).sections] == ["Skills", "Experience"]


def test_a_section_without_anything_to_read_has_no_heading() -> None:
    assert sheet_of({"work": [], "skills": [{"name": " "}]}).sections == ()


@pytest.mark.parametrize(
    ("dates", "when"),
    [
        ({"startDate": "2020", "endDate": "2022-03"}, "2020 – Mar 2022"),
        ({"startDate": "2020-05-01"}, "May 2020 – present"),
        ({"endDate": "2022"}, "2022"),
        ({"startDate": "2022-03-01", "endDate": "2022-03-31"}, "Mar 2022"),
        ({}, ""),
    ],
)
def test_a_span_says_from_when_until_when(dates: dict[str, str], when: str) -> None:
    assert only("work", position="Lead", **dates).when == when


def test_an_employer_moves_up_where_no_role_is_said() -> None:
    entry = only("work", name="Pumps", location="Graz")
    assert (entry.title, entry.beneath) == ("Pumps, Graz", "")


def test_contacts_are_one_line_each() -> None:
    basics = {
        "email": "a@a.example",
        "location": {"city": "Graz", "countryCode": "AT"},
        "profiles": [{"url": "b"}],
    }
    assert sheet_of({"basics": basics}).contacts == ("Graz, AT", "a@a.example", "b")


def test_a_skill_is_short_and_a_job_is_not() -> None:
    assert only("skills", name="Data", keywords=["SQL", "dbt"], level="good").text == "SQL, dbt (good)"
    assert only("skills", name="Data").is_short
    assert not only("work", position="Lead", name="Pumps").is_short
