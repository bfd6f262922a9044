import re

import pytest

from rutkit.steps.market.extract.reading import Requirement
from rutkit.steps.market.extract.requirements import judge
from rutkit.steps.market.extract.sentences import Sentence, in_words
from rutkit.steps.market.extract.words import Words

SKILL = re.compile("Python|Django|SQL|Java|Excel")
LETTERS = {Requirement.REQUIRED: "R", Requirement.PREFERRED: "P", Requirement.UNSTATED: "u", None: "-"}


def judged(text: str, heading: str | None = None) -> str:
    """One letter for each skill named: Required, Preferred, unstated, - for not needed."""
    words = Words(text)
    (passage,) = in_words([Sentence(0, len(text), text, heading)], words)
    starts = [match.start() for match in SKILL.finditer(text)]
    return "".join(LETTERS[requirement] for requirement in judge(words, passage, starts))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("You must have Python and SQL", "RR"),
        ("Python, Java and SQL are required", "RRR"),
        ("Python is a must", "R"),
        ("We are looking for Python and Java developers", "RR"),
        ("Essential: Python; SQL; Java", "RRR"),
        ("You will be required to use Excel", "R"),
        ("Ideally you know Python", "P"),
        ("Knowledge of Python or Java would be beneficial", "PP"),
        ("Python and SQL are desirable but not essential", "PP"),
        ("Although not essential, Django would be an advantage", "P"),
        ("Python, Java, SQL a plus", "PPP"),
        ("Nice to have: Python, Java", "PP"),
        ("You will use Python", "u"),
        ("Use Excel as required", "u"),
    ],
)
def test_cues_speak_of_the_skills_beside_them(text: str, wanted: str) -> None:
    assert judged(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "No Python needed",
        "No experience of Python is required",
        "Python is not essential",
        "You don't need to know Python",
        "Python isn’t required",
        "We do not use Excel macros",
        "We no longer use Python",
        "You needn’t know Python",
        "You do not have to know Python",
    ],
)
def test_what_is_not_needed_is_neither_required_nor_preferred(text: str) -> None:
    assert judged(text) == "-"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Python is a must, Django a plus.", "RP"),
        ("Python required, Java preferred", "RP"),
        ("Must have Python, Java, with Django preferred", "RRP"),
        ("Python (required), Django (nice to have), SQL", "RPu"),
        ("You must have Python but Django is only desirable", "RP"),
        ("Python is not required, SQL is essential", "-R"),
        ("We do not use Java but Python", "-u"),
        ("You don't need Java; we use Python", "-u"),
        ("Work with Python, ideally with Django", "uP"),
        ("Fluent in Python; Java is desirable but not required", "RP"),
        ("You know Python or Java", "RR"),
    ],
)
def test_one_sentence_may_want_its_skills_differently(text: str, wanted: str) -> None:
    assert judged(text) == wanted


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Essential", "R"),
        ("You have", "R"),
        ("Requirements", "R"),
        ("Nice to have", "P"),
        ("Bonus points", "P"),
        ("Desirable skills", "P"),
        ("About us", "u"),
        (None, "u"),
    ],
)
def test_without_a_cue_the_heading_decides(heading: str | None, wanted: str) -> None:
    assert judged("Working with Python", heading) == wanted


@pytest.mark.parametrize(
    "text", ["Strong Python", "Proven ability in SQL", "Experience of Java", "3 years of Django"]
)
def test_a_sentence_that_only_names_what_to_bring_along_requires_it(text: str) -> None:
    assert judged(text) == "R"
    assert judged(text, "Nice to have") == "P"


def test_duties_are_required_by_no_heading_of_theirs() -> None:
    assert judged("Reports in Excel", "Key Responsibilities") == "u"


def test_a_cue_outweighs_the_heading() -> None:
    assert judged("Python, Django would be a plus", "Requirements") == "PP"
    assert judged("Python is essential", "Nice to have") == "R"
