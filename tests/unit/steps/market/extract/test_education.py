from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market.extract import education
from rutkit.steps.market.extract.places import Places
from rutkit.steps.market.extract.reading import EducationMention
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.words import Words


def read(text: str) -> tuple[EducationMention, ...]:
    return education.find(Places(Words(text), [Sentence(0, len(text), text, None)]))


def found(text: str) -> list[tuple[str, str | None]]:
    return [(mention.level, mention.field) for mention in read(text)]


def equivalent(text: str) -> bool:
    return read(text)[0].or_equivalent


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("5 GCSEs at grade C or above including Maths and English", "secondary"),
        ("A Levels in Maths and Physics", "high school"),
        ("High school diploma or GED required", "high school"),
        ("Abitur", "high school"),
        ("Leaving Certificate", "high school"),
        ("Matric / Grade 12", "high school"),
        ("12th pass", "high school"),
        ("NVQ Level 3", "vocational"),
        ("You'll have a clean licence and an NVQ Level 2 in Professional Cookery", "vocational"),
        ("You'll need an NVQ in plumbing", "vocational"),
        ("An A.A.S. degree in welding", "associate"),
        ("BTEC or City & Guilds", "vocational"),
        ("Time served apprenticeship", "vocational"),
        ("HNC/HND preferred", "vocational"),
        ("Certificate III in Individual Support", "vocational"),
        ("Trade qualification required", "vocational"),
        ("willing to work towards NVQ level 2", "vocational"),
        ("Associate's degree", "associate"),
        ("foundation degree", "associate"),
        ("educated to degree level", "bachelor"),
        ("BA/BS required", "bachelor"),
        ("BSc (Hons) or higher", "bachelor"),
        ("of graduate calibre", "bachelor"),
        ("a 2:1 or above", "bachelor"),
        ("MBA preferred", "master"),
        ("Postgraduate qualification", "master"),
        ("PhD desirable", "doctorate"),
        ("JD from an accredited law school", "doctorate"),
        ("MD or DO", "doctorate"),
    ],
)
def test_levels_are_known_by_their_names_in_many_countries(text: str, level: str) -> None:
    assert found(text)[0][0] == level


@pytest.mark.parametrize(
    "text",
    [
        "Certified Scrum Master",
        "Master Data Manager with a high degree of accuracy",
        "Microsoft Office Master",
        "MS Office required",
        "Boston, MA / remote",
        "You will work as a BA in the team",
        "a degree of autonomy",
        "360 degree feedback",
        "temperatures in degrees Celsius",
        "first degree murder",
        "master the art of selling",
        "bachelor party planning",
        "Associate Director",
        "Head Webmaster",
        "A level of responsibility",
        "job description (JD)",
        "No degree required",
        "You don't need a degree",
        "A degree is not required",
        "We will support you to gain an NVQ level 3",
        "Teach GCSE Maths to pupils",
        "High School Teacher",
        "undergraduate students",
        "Bishop Hall High School is seeking a cook",
    ],
)
def test_other_meanings_are_no_education(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Degree in Mechanical Engineering or related", "Mechanical Engineering"),
        ("Bachelor of Science in Nursing", "Nursing"),
        ("Bachelor of Commerce required", "Commerce"),
        ("an engineering degree", "engineering"),
        ("a degree in a relevant subject", None),
        (
            "a degree in one of the following: Mathematics, Statistics or Physics",
            "Mathematics, Statistics or Physics",
        ),
        ("BEng in Civil Engineering with chartered status", "Civil Engineering"),
        ("Bachelor's degree in Computer Science3+ years", "Computer Science"),
        ("degree in Marketing, Finance, or a related field", "Marketing, Finance"),
        ("MS in EE", "EE"),
    ],
)
def test_the_field_is_its_own_name(text: str, field: str | None) -> None:
    assert found(text)[0][1] == field


def test_levels_named_in_one_breath_share_the_field() -> None:
    assert found("Bachelor's or Master's degree in Physics") == [
        ("bachelor", "Physics"),
        ("master", "Physics"),
    ]


def test_a_degree_named_twice_is_one() -> None:
    assert found("Master's degree. The Master's degree is essential.") == [("master", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Degree or equivalent experience", True),
        ("BSc or relevant work experience", True),
        ("Degree, or equivalent", True),
        ("Bachelor's degree in Design preferred; equivalent experience will be considered", True),
        ("qualified by experience or degree", True),
        ("High school diploma or equivalent (GED)", False),
        ("Degree or equivalent qualification", False),
        ("Bachelor's degree; strong experience of selling", False),
    ],
)
def test_experience_may_stand_in_only_where_it_says_so(text: str, expected: bool) -> None:
    assert equivalent(text) is expected


def test_the_sentence_stands_beside_the_level_as_it_was_written() -> None:
    text = "RequirementsDegree in LawMust drive"
    assert read(text)[0].sentence == text


@given(st.text(max_size=80))
def test_any_text_gives_known_levels(text: str) -> None:
    assert {level for level, _ in found(text + " degree or diploma " + text)} <= set(education.LEVELS)
