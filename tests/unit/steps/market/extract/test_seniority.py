from __future__ import annotations

import pytest

from rutkit.steps.market.extract import conditions
from rutkit.steps.market.extract.places import Places
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.words import Words


def said(title: str, text: str = "") -> str | None:
    return conditions.seniority(title, Places(Words(text), [Sentence(0, len(text), text, None)]))


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Marketing Intern", "intern"),
        ("Graduate Engineer", "junior"),
        ("Trainee Solicitor", "junior"),
        ("Apprentice Electrician", "junior"),
        ("Junior Account Manager", "junior"),
        ("Graduate Sales Executive", "junior"),
        ("Assistant Accountant", "junior"),
        ("Mid-level Java Developer", "mid"),
        ("Software Engineer II", "mid"),
        ("Sr. Data Scientist", "senior"),
        ("Senior Sales Executive", "senior"),
        ("Senior Project Manager", "senior"),
        ("Senior Care Assistant", "senior"),
        ("Lead Developer", "lead"),
        ("Staff Engineer", "lead"),
        ("Principal Engineer", "lead"),
        ("Production Supervisor", "lead"),
        ("Project Manager", "manager"),
        ("Senior Manager, Tax", "manager"),
        ("Head Chef", "manager"),
        ("Head of Finance", "executive"),
        ("VP of Sales", "executive"),
        ("Managing Director", "executive"),
        ("Chief Technology Officer", "executive"),
    ],
)
def test_the_title_tells_the_level(title: str, level: str) -> None:
    assert said(title) == level


@pytest.mark.parametrize(
    "title",
    [
        "Nurse",
        "Sales Executive",
        "Account Executive",
        "Lead Generation Executive",
        "Mid-Market Account Executive",
        "Staff Nurse",
        "Executive Assistant to the CEO",
        "Executive Chef",
        "PA reporting to the Senior Manager",
        "Senior Living Activities Coordinator",
        "Internal Auditor",
        "Locum Physiotherapist Intermediate Care",
    ],
)
def test_titles_that_only_sound_like_a_level_have_none(title: str) -> None:
    assert said(title) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("We are looking for a senior nurse for our ward.", "senior"),
        ("This is an entry-level position.", "junior"),
        ("Seniority: mid", "mid"),
        ("You will report to the Senior Manager.", None),
        ("You will work with senior stakeholders and train junior staff.", None),
    ],
)
def test_the_text_tells_it_where_the_title_does_not(text: str, level: str | None) -> None:
    assert said("Nurse", text) == level


def test_the_title_outweighs_the_text() -> None:
    text = "This is an entry-level position."
    assert said("Senior Nurse", text) == "senior"
