from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market.extract import years
from rutkit.steps.market.extract.places import Places
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.words import Words


def sentence(text: str, heading: str | None = None) -> Places:
    return Places(Words(text), [Sentence(0, len(text), text, heading)])


def demands(text: str, heading: str | None = None) -> list[tuple[float | None, float | None]]:
    return [(found.min, found.max) for found in years.find(sentence(text, heading))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 yrs exp", (5, None)),
        ("3+ yrs PQE", (3, None)),
        ("2 years' experience", (2, None)),
        ("Three years accounting experience would be desirable", (3, None)),
        ("a minimum of two years’ experience in care", (2, None)),
        ("Minimum 2 years", (2, None)),
        ("two or more years in a similar role", (2, None)),
        ("five (5) or more years of nursing experience", (5, None)),
        ("(3) years of related experience", (3, None)),
        ("3 years plus commercial experience", (3, None)),
        ("1.5 years of experience", (1.5, None)),
        ("a year's experience", (1, None)),
        ("a year of experience in retail", (1, None)),
        ("at least 18 months' experience", (1.5, None)),
        ("6 months post qualification experience", (0.5, None)),
        ("3–5 years of experience", (3, 5)),
        ("3 to 5 years in a similar role, experience of retail", (3, 5)),
        ("between three and five years’ experience", (3, 5)),
        ("6 months to 2 years experience", (0.5, 2)),
        ("0-2 years experience", (0, 2)),
        ("up to 2 years experience", (None, 2)),
        ("no more than 2 years experience", (None, 2)),
        ("Years of experience: 3-5", (3, 5)),
        ("Experience: 4 years", (4, None)),
        ("You have worked as a chef for at least two years", (2, None)),
        ("5+ years Python", (5, None)),
        ("With 5 years’ experience you will lead the team", (5, None)),
        ("Our client is looking for someone with more than 15 years experience", (15, None)),
        ("Bachelor's degree required3+ years of experienceMust drive", (3, None)),
        ("612 months customer service experience", (0.5, 1)),
    ],
)
def test_a_demand_for_years_is_read(text: str, expected: tuple[float | None, float | None]) -> None:
    assert demands(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "several years experience",
        "many years' experience of selling",
        "for over 30 years we have looked after people",
        "We have over 12 years' experience in care",
        "With over 8 years experience in recruitment we specialise in nurses",
        "Acme is a company with more than 40 years of experience",
        "established 25 years ago",
        "Andy has 10 years experience recruiting sales people",
        "consultants with over 15 years combined experience",
        "2 year fixed term contract for an experienced nurse",
        "12 month maternity cover",
        "You must be 18 years or over",
        "You are over 18 years of age",
        "children aged 2-5 years",
        "a 5 year warranty",
        "checkable work history for the last 3 years",
        "you must hold a clean licence for at least 2 years",
        "a four-year degree",
        "registration within 12 months",
        "25 days' holiday, rising after 2 years",
        "£30,000 a year depending on experience",
        "a three year plan for growth",
        "payroll for 200 people twice a year",
    ],
)
def test_other_stretches_of_time_are_no_demand(text: str) -> None:
    assert demands(text) == []


def test_a_posting_may_ask_for_several() -> None:
    assert demands("8 years of experience, including at least 2 years of management experience") == [
        (8, None),
        (2, None),
    ]


def test_a_check_that_goes_back_years_does_not_hide_the_demand_before_it() -> None:
    assert demands("at least 2 years' experience within the last 5 years") == [(2, None)]


def test_the_length_of_a_degree_does_not_hide_the_demand_after_it() -> None:
    assert demands("4 year degree and 3 years experience") == [(3, None)]


def test_under_a_heading_of_requirements_years_in_a_trade_are_enough() -> None:
    assert demands("3 years in quality assurance", "Requirements") == [(3, None)]


def test_the_sentence_stands_beside_the_demand_as_it_was_written() -> None:
    text = "Degree required3+ years of experience"
    assert years.find(sentence(text))[0].sentence == text


@given(st.text(alphabet="0123456789+-–().,' years month exprn½", max_size=60))
def test_any_text_gives_bounds_in_order_within_a_working_life(text: str) -> None:
    for least, most in demands(text):
        assert (least or 0) <= (most or years.LONGEST) <= years.LONGEST
