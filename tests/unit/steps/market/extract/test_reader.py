from itertools import pairwise

import pytest

from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.reading import Kind, Requirement
from rutkit.steps.market.extract.vocabulary import parse

VOCABULARY = """
[language]
Python

[tool]
Kubernetes
PostgreSQL

[knowledge]
Retail
Network engineering | network
Banking

[method]
Project management

[soft]
Communication
"""
READER = Reader(parse(VOCABULARY, "test"))
OWN_READER = Reader()


def names(text: str) -> list[str]:
    return [mention.name for mention in READER.read(text).skills]


def phrases(text: str) -> list[str]:
    return [mention.text for mention in READER.read(text).phrases]


def test_a_mention_says_where_it_stands_how_much_it_is_wanted_and_in_which_sentence() -> None:
    text = "We build things. You must know Python. PostgreSQL is a plus."
    python, postgres = READER.read(text).skills
    assert (python.name, python.kind, python.requirement) == ("Python", Kind.LANGUAGE, Requirement.REQUIRED)
    assert text[python.start : python.end] == python.text == "Python"
    assert python.sentence == "You must know Python."
    assert postgres.requirement is Requirement.PREFERRED


def test_what_is_not_needed_is_left_out() -> None:
    assert names("No Python needed, but you need PostgreSQL.") == ["PostgreSQL"]


@pytest.mark.parametrize(
    "text",
    [
        "We are an equal opportunities employer regardless of disability, gender or Python.",
        "Employment agency notice: Python.",
        "What we offer\n- Python for everybody",
        "Send your CV and cover letter in Python.",
        "A pension, 25 days of holiday, free lunch, a gym and Python lessons.",
    ],
)
def test_notices_and_benefits_ask_for_nothing(text: str) -> None:
    assert names(text) == phrases(text) == []


def test_what_stands_long_before_a_notice_in_one_run_of_words_still_counts() -> None:
    text = f"You know Python {'and many more fine things ' * 8} we act as an employment agency"
    assert names(text) == ["Python"]


def test_a_field_counts_where_the_work_is_spoken_of_and_not_where_the_employer_is() -> None:
    assert names("We are leaders in retail across the country.") == []
    assert names("You will work in retail.") == ["Retail"]
    assert names("Responsibilities\n- Retail of fresh food") == ["Retail"]
    assert names("You will join a leader in retail.") == []


def test_a_skill_at_the_beginning_of_a_sentence_takes_nothing_from_the_end_of_the_posting() -> None:
    finder = Reader(parse("[language]\n?Go", "test"))
    assert finder.read("Go away. You like good tools").skills == ()


@pytest.mark.parametrize(
    "text", ["No retail needed, we retail ourselves.", "You will see what we’ll retail."]
)
def test_what_the_employer_does_itself_is_not_asked_for(text: str) -> None:
    assert READER.read(text).skills == ()


def test_a_field_in_the_name_of_an_occupation_is_no_skill() -> None:
    assert names("You join our network engineers and network team.") == []


def test_what_no_vocabulary_holds_is_found_where_it_is_asked_for() -> None:
    text = "Experience in reservoir engineering, subsea design and Python. Knowledge of the Highway Code."
    assert names(text) == ["Python"]
    assert phrases(text) == ["reservoir engineering", "subsea design", "Highway Code"]


def test_skills_and_phrases_never_overlap() -> None:
    reading = READER.read(
        "Experience with Kubernetes environments and network engineering tools, and cable laying"
    )
    places = sorted((mention.start, mention.end) for mention in (*reading.skills, *reading.phrases))
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert reading.skills[0].text == "Kubernetes environments"


def test_everything_else_is_read_as_well() -> None:
    reading = READER.read(
        "Requirements: a Bachelor's degree in Physics, 3+ years of experience. "
        "£30,000 to £35,000 a year. Hybrid. Full-time.",
        title="Senior Data Engineer",
    )
    assert reading.years[0].min == 3
    assert reading.education[0].level == "bachelor"
    assert reading.salary is not None
    assert (reading.salary.min, reading.salary.max) == (30_000, 35_000)
    assert (reading.workplace, reading.seniority, reading.employment) == ("hybrid", "senior", "full-time")


@pytest.mark.parametrize("text", ["", " \n ", "!!!", "\u202bمهندس برمجيات Python\u202c", "İstanbul: Python"])
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    assert all(text[mention.start : mention.end] == mention.text for mention in READER.read(text).skills)


def test_rutkits_own_vocabulary_is_used_without_another() -> None:
    assert "Python" in {mention.name for mention in OWN_READER.read("You know Python and SQL.").skills}


def test_a_method_is_not_asked_for_where_it_only_stands_in_a_list_of_the_employers_fields() -> None:
    assert (
        names("The group is at home in banking, retail and logistics all over the world, and growing.") == []
    )


def test_a_bare_list_of_skills_needs_no_words_around_it() -> None:
    assert names("Retail\nBanking, project management") == ["Retail", "Banking", "Project management"]


def test_the_words_of_how_it_is_to_be_known_are_no_part_of_a_skill() -> None:
    (mention,) = READER.read("You have retail experience.").skills
    assert mention.text == "retail"


@pytest.mark.parametrize(
    "text",
    [
        "Completed vocational training in insurance or a bachelor's degree in education is required",
        "You have completed vocational education, or hold a master's degree in education",
        "You hold a teaching degree or vocational qualifications in childminding",
    ],
)
def test_education_that_somebody_is_to_have_is_no_skill(text: str) -> None:
    reading = OWN_READER.read(text)
    named = {mention.name for mention in reading.skills}
    assert named.isdisjoint({"Work-based learning", "Bachelor of Education", "Master of Education"})
    assert not any("degree" in phrase.text for phrase in reading.phrases)
    assert reading.education


@pytest.mark.parametrize("text", ["You hold a Bachelor of Education", "A B.Ed. is required", "BEd or PGCE"])
def test_a_certificate_counts_where_its_own_name_is_written(text: str) -> None:
    assert "Bachelor of Education" in {mention.name for mention in OWN_READER.read(text).skills}


@pytest.mark.parametrize("field", ["physiotherapy", "podiatry", "occupational therapy"])
def test_a_degree_is_no_registration(field: str) -> None:
    found = OWN_READER.read(f"You have a degree in {field}").skills
    assert Kind.CERTIFICATION not in {mention.kind for mention in found}
