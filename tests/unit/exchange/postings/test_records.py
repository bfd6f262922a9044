from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.postings.fields import normal, parts_by_name
from rutkit.exchange.postings.found import FoundPosting, Unreadable
from rutkit.exchange.postings.records import posting_of_record


def of(**record: object) -> FoundPosting:
    found = posting_of_record(record, 3, "jobs.json")
    assert isinstance(found, FoundPosting), found
    return found


@pytest.mark.parametrize("name", ["jobTitle", "Job Title", "job-title", " JOB_TITLE ", "job.title"])
def test_the_spelling_of_a_field_s_name_does_not_matter(name: str) -> None:
    assert normal(name) == "job_title"


def test_the_likeliest_field_comes_first() -> None:
    assert parts_by_name(["summary", "description"])["text"] == ("description", "summary")


def test_a_record_s_own_id_is_kept_as_it_is() -> None:
    assert of(id=7, text="You bake bread.").id == 7
    assert of(id="R-7", text="You bake bread.").id == "R-7"


def test_a_record_without_an_id_has_its_place() -> None:
    assert of(text="You bake bread.").id == 3


def test_plain_text_stays_as_it_is() -> None:
    text = "You bake.\r\n\r\n  - bread\n  - cake <3"
    assert of(text=text).text == text.strip()


def test_an_empty_field_gives_way_to_the_next() -> None:
    assert of(description="", text="You bake bread.").text == "You bake bread."


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-03-01", date(2026, 3, 1)),
        ("2026-03-01T23:59:00Z", date(2026, 3, 1)),
        (1772323200, date(2026, 3, 1)),
        (1772323200000, date(2026, 3, 1)),
        ("two days ago", None),
        (10**30, None),
        (float("nan"), None),
        (True, None),
    ],
)
def test_days_are_read_as_feeds_write_them(value: object, day: date | None) -> None:
    assert of(text="You bake bread.", date_posted=value).posted == day


def test_the_fields_of_jobspy_are_known_by_name() -> None:
    found = of(
        id="in-1",
        site="indeed",
        job_url="https://example.org/1",
        job_url_direct="https://acme.example/1",
        title="Baker",
        company="Acme",
        location="Leeds, ENG, GB",
        date_posted="2026-03-01",
        job_type="fulltime, contract",
        salary_source="direct_data",
        interval="yearly",
        min_amount="30000.0",
        max_amount="35000.0",
        currency="GBP",
        is_remote="True",
        job_level="entry level",
        description="**We need**\n\n* C\\+\\+ and bread",
        company_description="We are Acme.",
        skills="Sourdough",
        experience_range="2-4 years",
        company_rating="4.1",
    )
    assert found == FoundPosting(
        text="We need\n\n* C++ and bread\n\nSkills:\nSourdough\n\nExperience:\n2-4 years\n\n"
        "Salary: GBP 30,000 to 35,000 per year\nEmployment type: full-time, contract\n"
        "Workplace type: remote",
        title="Baker",
        company="Acme",
        location="Leeds, ENG, GB",
        link="https://example.org/1",
        posted=date(2026, 3, 1),
        where="jobs.json",
        id="in-1",
    )


def test_a_greenhouse_job_is_read() -> None:
    found = of(
        title="Baker",
        content="&lt;p&gt;Bread &amp;amp; cake&lt;/p&gt;",
        absolute_url="https://example.org/1",
        location={"name": "Leeds"},
        company_name="Acme",
        updated_at="2026-03-01T04:00:00-05:00",
    )
    assert (found.text, found.location, found.posted) == ("Bread & cake", "Leeds", date(2026, 3, 1))


def test_a_lever_posting_calls_its_title_text() -> None:
    found = of(
        text="Baker",
        descriptionPlain="You bake bread.",
        additionalPlain="Apply now.",
        hostedUrl="https://e.org/1",
    )
    assert (found.title, found.text, found.link) == (
        "Baker",
        "You bake bread.\n\nApply now.",
        "https://e.org/1",
    )


@pytest.mark.parametrize("remote", [False, "False", "no", 0])
def test_not_said_to_be_remote_is_not_said_to_be_on_site(remote: object) -> None:
    assert of(text="You bake bread.", is_remote=remote).text == "You bake bread."


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        ([1], "It is no record with named fields."),
        ({"a": 1, "b": 2}, "None of its fields is called “text” or “description”. It has “a”, “b”."),
        (
            {"title": "Baker", "text": " "},
            "There is no text in it. It names a job, “Baker”, and nothing else.",
        ),
    ],
)
def test_what_is_no_posting_says_so(record: object, sentence: str) -> None:
    assert posting_of_record(record, 1, "jobs.json") == Unreadable("jobs.json", sentence)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=8), values, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ["title", "company", "salary", "min_amount", "job_type", "is_remote", "date", "url", "id", "skills"]
)


@given(st.dictionaries(NAMES, VALUES), st.text(min_size=1))
def test_no_value_of_any_field_keeps_a_posting_from_being_read(record: dict[str, object], text: str) -> None:
    found = posting_of_record({**record, "text": text}, 1, "jobs.json")
    assert isinstance(found, FoundPosting) == bool(getattr(found, "text", "").strip())
