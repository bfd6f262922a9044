from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from rutkit.exchange.postings import FoundPosting, read_postings
from rutkit.steps.market import readings
from rutkit.steps.market.adding import Adding, plan_adding, read_again
from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.reading import Kind
from rutkit.steps.market.extract.vocabulary import Form, Skill
from rutkit.steps.market.records import Posting

READER = Reader([Skill("Python", Kind.LANGUAGE, (Form("Python"),))])
FOUND = FoundPosting(
    text="You must know Python and bake bread at night in a team of five.",
    title="Baker",
    company="Acme",
    location="Leeds",
    link="https://e.org/1",
    posted=date(2026, 3, 1),
)


def plan(*found: FoundPosting, existing: tuple[Posting, ...] = ()) -> Adding:
    return plan_adding(found, "role", existing, READER, "1")


def test_what_was_found_becomes_a_posting_of_the_role_with_its_reading() -> None:
    (posting,) = plan(FOUND).postings
    assert (posting.role, posting.title, posting.company, posting.location) == (
        "role",
        "Baker",
        "Acme",
        "Leeds",
    )
    assert (posting.link, posting.posted, posting.text) == (FOUND.link, FOUND.posted, FOUND.text)
    assert [mention.name for mention in readings.from_json(posting.reading, posting.text).skills] == [
        "Python"
    ]


@pytest.mark.parametrize(
    "again", [replace(FOUND, link="https://e.org/2"), replace(FOUND, posted=date(2026, 5, 1))]
)
def test_the_same_with_another_link_or_date_is_added_as_a_repeat(again: FoundPosting) -> None:
    first, second = plan(FOUND, again).postings
    assert second.repeats == first.id
    (third,) = plan(again, existing=(first,)).postings
    assert third.repeats == first.id


def test_one_file_twice_adds_nothing_the_second_time() -> None:
    once = plan(FOUND).postings
    twice = plan(FOUND, existing=once)
    assert (twice.postings, twice.there) == ((), (FOUND,))


def test_the_same_twice_in_one_file_is_kept_and_grouped() -> None:
    adding = plan(FOUND, FOUND)
    assert (len(adding.postings), adding.repeats) == (2, 1)


def test_a_repeat_of_a_repeat_points_to_the_first() -> None:
    first, second = plan(FOUND, replace(FOUND, link="https://e.org/2")).postings
    (third,) = plan(replace(FOUND, link="https://e.org/3"), existing=(first, second)).postings
    assert third.repeats == first.id


def test_days_are_taken_from_the_text_where_the_source_has_none() -> None:
    text = f"{FOUND.text}\nClosing date: 1 June 2026"
    (posting,) = plan(replace(FOUND, posted=None, text=text)).postings
    assert posting.closing == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://e.org/1?" + "x" * 400, "https://e.org/1"),
        ("https://e.org/" + "x" * 400, ""),
        ("https://e.org/1?a=b", "https://e.org/1?a=b"),
    ],
)
def test_a_link_that_is_too_long_loses_what_it_tells_about_the_visitor(link: str, kept: str) -> None:
    assert plan(replace(FOUND, link=link)).postings[0].link == kept


def test_a_title_that_is_too_long_is_cut() -> None:
    assert len(plan(replace(FOUND, title="x" * 1_000)).postings[0].title) == 300


def test_progress_never_goes_back_and_ends_at_the_end() -> None:
    told: list[tuple[int, int]] = []
    found = [replace(FOUND, text=f"{FOUND.text} {number}") for number in range(250)]
    plan_adding(found, "role", (), READER, "1", lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (250, 250)


def test_only_what_another_version_has_read_is_read_again() -> None:
    old, new = plan(FOUND, replace(FOUND, title="Cook")).postings
    new = new.model_copy(update={"reading": new.reading.replace('"1"', '"2"', 1)})
    (again,) = read_again((old, new), READER, "2")
    assert again.id == old.id
    assert readings.is_current(again.reading, "2")


def test_what_a_page_keeps_apart_from_its_text_is_read_all_the_same() -> None:
    thing = {
        "@type": "JobPosting",
        "title": "Baker",
        "description": "You bake bread.",
        "baseSalary": {
            "currency": "EUR",
            "value": {"minValue": 30000, "maxValue": 35000, "unitText": "YEAR"},
        },
        "employmentType": "PART_TIME",
        "jobLocationType": "TELECOMMUTE",
        "experienceRequirements": {"monthsOfExperience": 60},
    }
    (found,) = read_postings(json.dumps(thing).encode(), "job.json")
    assert isinstance(found, FoundPosting)
    (posting,) = plan(found).postings
    reading = readings.from_json(posting.reading, posting.text)
    assert reading.salary is not None
    assert (reading.salary.min, reading.salary.max) == (30_000, 35_000)
    assert (reading.salary.currency, reading.salary.unit) == ("EUR", "year")
    assert (reading.employment, reading.workplace) == ("part-time", "remote")
    assert [years.min for years in reading.years] == [5]
