from __future__ import annotations

import pytest

from rutkit.steps.market.extract.reading import EducationMention, Salary, YearsMention
from rutkit.steps.market.in_words import education_in_words, salary_in_words, years_in_words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2, None, "2 years or more"),
        (1, 1, "1 year"),
        (None, 5, "up to 5 years"),
        (0.5, None, "0.5 years or more"),
        (None, None, "years not said"),
    ],
)
def test_years_are_said_as_they_are_meant(low: float | None, high: float | None, words: str) -> None:
    assert years_in_words(YearsMention(low, high, "")) == words


def test_education_without_a_field_is_the_level_alone() -> None:
    assert education_in_words(EducationMention("master", None, False, "")) == "master"


def test_yearly_pay_is_said_once() -> None:
    salary = Salary(50_000, 60_000, "USD", "year", True, 50_000, 60_000, "")
    assert salary_in_words(salary) == "$50,000 to $60,000 per year, pro rata"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, 30, "up to $30 per hour"),
        (20, None, "from $20 per hour"),
        (None, None, "an amount not said per hour"),
    ],
)
def test_an_open_end_of_pay_is_said(low: float | None, high: float | None, words: str) -> None:
    assert salary_in_words(Salary(low, high, "USD", "hour", False, None, None, "")) == words
