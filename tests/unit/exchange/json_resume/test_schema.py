from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from rutkit.exchange.json_resume.schema import BASICS, LOCATION, PROFILE, SECTIONS, Fields, Shape, problems

OFFICIAL = Path(__file__).parents[5] / "shared" / "data" / "resumes" / "json_resume_schema.json"


def shapes(properties: Mapping[str, Any]) -> Fields:
    found = {}
    for name, each in properties.items():
        if each.get("$ref") == "#/definitions/iso8601":
            found[name] = Shape.DATE
        elif each["type"] in ("string", "array"):
            found[name] = Shape.TEXT if each["type"] == "string" else Shape.TEXTS
    return found


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official schema lies beside the project")
def test_the_table_of_sections_says_what_the_official_schema_says() -> None:
    official = json.loads(OFFICIAL.read_text(encoding="utf-8"))["properties"]
    basics = official["basics"]["properties"]
    sections = {
        name: shapes(each["items"]["properties"])
        for name, each in official.items()
        if each["type"] == "array"
    }
    assert sections == SECTIONS
    assert shapes(basics) == {**BASICS, "profiles": Shape.TEXTS}
    assert shapes(basics["location"]["properties"]) == LOCATION
    assert shapes(basics["profiles"]["items"]["properties"]) == PROFILE


def test_a_document_without_any_field_is_valid() -> None:
    assert problems({}) == []


@pytest.mark.parametrize(
    ("document", "where"),
    [
        ([], "the document"),
        ({"work": {}}, "work"),
        ({"work": [{"name": 1}]}, "work.0.name"),
        ({"work": [{"startDate": "May 2021"}]}, "work.0.startDate"),
        ({"basics": {"profiles": [{"url": None}]}}, "basics.profiles.0.url"),
        ({"skills": [{"keywords": ["SQL", 2]}]}, "skills.0.keywords.1"),
    ],
)
def test_what_does_not_keep_to_the_schema_is_said_with_its_place(document: Any, where: str) -> None:
    assert [problem.partition(":")[0] for problem in problems(document)] == [where]
