from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from rutkit.exchange.postings import read_postings
from rutkit.exchange.postings.found import FoundPosting, Unreadable
from rutkit.exchange.postings.schema_org import posting

EXAMPLES = Path(__file__).resolve().parents[5] / "shared/data/postings/schemaorg_jobposting_examples.txt"


def of(**properties: object) -> FoundPosting:
    return posting({"@type": "JobPosting", "description": "You bake.", **properties})


def test_what_names_the_posting_is_kept() -> None:
    found = of(
        title="Baker",
        hiringOrganization={"@type": "Organization", "name": "Acme &amp; Co"},
        jobLocation=[
            {
                "address": {
                    "addressLocality": "Kirkland",
                    "addressRegion": "WA",
                    "addressCountry": {"name": "US"},
                }
            },
            {"address": "Leeds"},
        ],
        url="https://example.org/1",
        datePosted="2026-03-01T10:00:00Z",
        validThrough="2026-04-01",
        identifier={"@type": "PropertyValue", "name": "Acme", "value": "R-12"},
    )
    assert found == FoundPosting(
        text="You bake.",
        title="Baker",
        company="Acme & Co",
        location="Kirkland, WA, US; Leeds",
        link="https://example.org/1",
        posted=date(2026, 3, 1),
        closing=date(2026, 4, 1),
        id="R-12",
    )


@pytest.mark.parametrize(
    ("salary", "line"),
    [
        (
            {"currency": "GBP", "value": {"minValue": 30000, "maxValue": 35000.5, "unitText": "YEAR"}},
            "Salary: GBP 30,000 to 35,000.5 per year",
        ),
        ({"currency": "USD", "value": {"value": "21.50", "unitText": "HOUR"}}, "Salary: USD 21.50 per hour"),
        ({"currency": "EUR", "value": 4000, "unitText": "per month"}, "Salary: EUR 4,000 per month"),
        ({"currency": "EUR", "minValue": 4000, "unitText": "MONTH"}, "Salary: EUR 4,000 per month"),
        ({"currency": "EUR", "value": {"maxValue": 90000}}, "Salary: EUR up to 90,000"),
        ("100000", "Salary: 100,000"),
        ("£20k to £25k", "Salary: £20k to £25k"),
    ],
)
def test_pay_stands_at_the_end_of_the_text(salary: object, line: str) -> None:
    assert of(baseSalary=salary).text == f"You bake.\n\n{line}"


@pytest.mark.parametrize("salary", [0, "0", {"currency": "GBP", "value": {"minValue": 0}}, None, "", {}, []])
def test_no_pay_is_not_written_down_as_pay(salary: object) -> None:
    assert of(baseSalary=salary).text == "You bake."


def test_pay_that_the_text_names_is_not_said_twice() -> None:
    text = "We pay £30,000 to £35,000."
    assert of(description=text, baseSalary={"value": {"minValue": 30000, "maxValue": 35000}}).text == text


@pytest.mark.parametrize(
    ("properties", "line"),
    [
        ({"employmentType": ["FULL_TIME", "CONTRACTOR"]}, "Employment type: full-time, contract"),
        ({"employmentType": "PART_TIME, OTHER"}, "Employment type: part-time"),
        ({"jobLocationType": "TELECOMMUTE"}, "Workplace type: remote"),
        ({"workHours": "40 hours per week"}, "Working hours: 40 hours per week"),
        (
            {"experienceRequirements": {"monthsOfExperience": 18}},
            "Experience: at least 1.5 years of experience",
        ),
        ({"qualifications": ["NVQ 2", "Driving licence"]}, "Qualifications:\nNVQ 2\nDriving licence"),
        (
            {
                "educationRequirements": {"credentialCategory": "bachelor degree"},
                "experienceInPlaceOfEducation": True,
            },
            "Education:\nbachelor degree or equivalent experience",
        ),
        (
            {"qualifications": {"credentialCategory": "Bachelor of Science", "about": "Computer Science"}},
            "Qualifications:\nBachelor of Science in Computer Science",
        ),
    ],
)
def test_facts_stand_at_the_end_of_the_text(properties: dict[str, object], line: str) -> None:
    assert of(**properties).text == f"You bake.\n\n{line}"


def test_a_section_that_the_description_holds_is_not_said_twice() -> None:
    assert of(description="<p>You need:</p><li>NVQ 2", qualifications="NVQ 2").text == "You need:\n• NVQ 2"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/jobs/1", {"@id": "x"}, 7, None])
def test_only_web_addresses_are_links(url: object) -> None:
    assert of(url=url).link == ""


@pytest.mark.parametrize(
    "properties",
    [
        {"title": 7, "hiringOrganization": ["Acme"], "jobLocation": "Leeds", "datePosted": 20260101},
        {"jobLocation": [None, {"address": None}], "baseSalary": [None], "experienceRequirements": [[]]},
        {"datePosted": "soon", "validThrough": {"@value": "2026-01-01"}, "employmentType": {"name": "x"}},
    ],
)
def test_properties_of_unexpected_kinds_do_no_harm(properties: dict[str, object]) -> None:
    assert of(**properties).text.startswith("You bake.")


@pytest.mark.skipif(
    not EXAMPLES.exists(), reason="needs ../shared/data/postings/schemaorg_jobposting_examples.txt"
)
def test_the_examples_of_schema_org_are_read_in_all_three_ways() -> None:
    whole = EXAMPLES.read_text("utf-8").split("TYPES:")[1]
    parts = re.split(r"^(?:MICRODATA|RDFA|JSON):$", whole, flags=re.MULTILINE)[1:]
    found = [next(iter(read_postings(part.encode(), "example.html"))) for part in parts]
    assert len(found) == 3
    for one in found:
        assert isinstance(one, FoundPosting)
        assert (one.title, one.location, one.posted) == (
            "Software Engineer",
            "Kirkland, WA",
            date(2011, 10, 31),
        )
        assert "Minumum 3 years experience as a software engineer" in one.text
        assert "Salary: USD 100,000" in one.text


@pytest.mark.skipif(
    not EXAMPLES.exists(), reason="needs ../shared/data/postings/schemaorg_jobposting_examples.txt"
)
def test_an_example_without_any_text_says_so() -> None:
    example = EXAMPLES.read_text("utf-8").split("TYPES:")[3].partition("JSON:")[2]
    (found,) = read_postings(example.encode(), "example.html")
    assert isinstance(found, Unreadable)
    assert "Mobile App Developer" in found.reason
