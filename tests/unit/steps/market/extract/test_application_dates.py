from __future__ import annotations

from datetime import date

import pytest

from rutkit.steps.market.extract import conditions
from rutkit.steps.market.extract.places import Places
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.words import Words


def dates(text: str) -> tuple[date | None, date | None]:
    return conditions.dates(Places(Words(text), [Sentence(0, len(text), text, None)]))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Closing date: 2024-03-12", date(2024, 3, 12)),
        ("Closing date: 12/03/2024", date(2024, 3, 12)),
        ("Apply by 03/25/2024", date(2024, 3, 25)),
        ("Closing date 12th March 2024", date(2024, 3, 12)),
        ("deadline: March 12, 2024", date(2024, 3, 12)),
        ("Applications close on 1 Sept 2024 at 5pm", date(2024, 9, 1)),
        ("Closing Date: 31 Jan 24", date(2024, 1, 31)),
    ],
)
def test_the_last_day_to_apply_is_read_however_it_is_written(text: str, day: date) -> None:
    assert dates(text) == (None, day)


def test_the_day_of_posting_is_told_from_the_last_to_apply() -> None:
    assert dates("Posted 2024-01-05. Closing date: 31 January 2024") == (date(2024, 1, 5), date(2024, 1, 31))


def test_the_heading_may_say_what_the_date_is() -> None:
    text = "Closing date\n12 March 2024"
    heading = Sentence(0, 12, "Closing date", "Closing date")
    day = Sentence(13, 26, "12 March 2024", "Closing date")
    assert conditions.dates(Places(Words(text), [heading, day])) == (None, date(2024, 3, 12))


@pytest.mark.parametrize(
    "text", ["Founded on 12/03/2004", "Start date: 1 May 2024", "Closing date: 31/02/2024", "Closing soon"]
)
def test_other_dates_and_impossible_ones_are_none(text: str) -> None:
    assert dates(text) == (None, None)
