from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market import readings
from rutkit.steps.market.extract.reading import (
    EducationMention,
    Kind,
    Reading,
    Requirement,
    Salary,
    SkillMention,
    YearsMention,
)

TEXT = "You know Python and SQL. You like bread. Two years. £20–25"
READING = Reading(
    skills=(
        SkillMention(
            "Python", Kind.LANGUAGE, Requirement.REQUIRED, 9, 15, "Python", "You know Python and SQL."
        ),
        SkillMention("SQL", Kind.TOOL, Requirement.PREFERRED, 20, 23, "SQL", "You know Python and SQL."),
    ),
    phrases=(
        SkillMention("bread", Kind.KNOWLEDGE, Requirement.UNSTATED, 34, 39, "bread", "You like bread."),
    ),
    years=(YearsMention(2.0, None, "Two years."), YearsMention(None, 5.0, "This stands nowhere.")),
    education=(EducationMention("bachelor", "physics", True, "You like bread."),),
    salary=Salary(20.0, 25.0, "GBP", "hour", False, 41600.0, 52000.0, "£20–25"),
    workplace="hybrid",
    seniority="senior",
    employment="full-time",
    posted=date(2026, 3, 1),
    closing=date(2026, 4, 1),
)


def test_a_reading_comes_back_as_it_was() -> None:
    assert readings.from_json(readings.to_json(READING, TEXT, "1"), TEXT) == READING


def test_nothing_kept_is_an_empty_reading() -> None:
    assert readings.from_json("", TEXT) == Reading()
    assert readings.gist("") == readings.Gist()


def test_sentences_are_kept_as_places_and_not_twice() -> None:
    kept = json.loads(readings.to_json(READING, TEXT, "1"))
    assert kept["sentences"] == [[0, 24], [25, 40], [41, 51], "This stands nowhere."]


def test_the_gist_is_what_the_analyses_need() -> None:
    gist = readings.gist(readings.to_json(READING, TEXT, "1"))
    assert gist.skills[1] == ("SQL", Kind.TOOL, Requirement.PREFERRED, 20, 23)
    assert gist.phrases == ((34, 39),)
    assert gist.years == ((2.0, None), (None, 5.0))
    assert gist.education == (("bachelor", True),)
    assert (gist.salary, gist.workplace) == (READING.salary, "hybrid")


@pytest.mark.parametrize("reading", [READING, Reading()])
def test_another_version_of_the_reader_makes_a_reading_old(reading: Reading) -> None:
    kept = readings.to_json(reading, TEXT, "1")
    assert readings.is_current(kept, "1")
    assert not readings.is_current(kept, "2")
    assert not readings.is_current("", "1")


def test_the_version_follows_the_vocabularies_that_are_loaded() -> None:
    assert readings.version() == readings.version()
    assert len({readings.version(), readings.version(["[tool]\nA"]), readings.version(["[tool]\nB"])}) == 3


@given(st.text(min_size=1, max_size=200), st.data())
def test_whatever_stands_in_a_text_comes_back(text: str, data: st.DataObject) -> None:
    def cut() -> tuple[int, int]:
        start = data.draw(st.integers(0, len(text) - 1))
        return start, data.draw(st.integers(start + 1, len(text)))

    mentions = []
    for _ in range(3):
        (start, end), (first, last) = cut(), cut()
        kind, requirement = data.draw(st.sampled_from(Kind)), data.draw(st.sampled_from(Requirement))
        mentions.append(
            SkillMention(
                data.draw(st.text()), kind, requirement, start, end, text[start:end], text[first:last]
            )
        )
    reading = Reading(skills=tuple(mentions))
    assert readings.from_json(readings.to_json(reading, text, "1"), text) == reading
