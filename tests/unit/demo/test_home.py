from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rutkit.demo import write_demo
from rutkit.home.forecasts.scoring import is_due, track_record
from rutkit.home.records import RECORDS, Prediction, WeeklyReview
from rutkit.home.review.reviews import habit, waits
from rutkit.workbook import Workbook

TODAYS = (date(2026, 11, 22), date(2028, 2, 29))


@pytest.fixture(scope="module", params=TODAYS, ids=str)
def year(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Workbook, date]]:
    path: Path = tmp_path_factory.mktemp("demo") / "demo.rutkit"
    write_demo(path, today=request.param)
    with Workbook.open(path) as workbook:
        yield workbook, request.param


def test_every_form_of_the_dashboard_has_something_in_it(year: tuple[Workbook, date]) -> None:
    workbook, _ = year

    assert all(workbook.count(kind) for kind in RECORDS)


def test_both_forecasters_have_enough_for_a_score(year: tuple[Workbook, date]) -> None:
    predictions = year[0].all(Prediction)

    mine, its = track_record(predictions, "me"), track_record(predictions, "rutkit")

    assert mine.is_enough
    assert its.is_enough
    assert (mine.open > 0, mine.withdrawn) == (True, 1)


def test_one_prediction_waits_to_be_settled(year: tuple[Workbook, date]) -> None:
    workbook, today = year

    assert [each.measure for each in workbook.all(Prediction) if is_due(each, today)] == ["something else"]


def test_no_prediction_was_made_or_settled_after_yesterday(year: tuple[Workbook, date]) -> None:
    workbook, today = year

    days = [day for each in workbook.all(Prediction) for day in (each.made, each.settled) if day]

    assert max(days) < today


def test_what_the_workbook_settled_is_what_the_year_says(year: tuple[Workbook, date]) -> None:
    """Whoever opens the demo sees no prediction settle anew."""
    from rutkit.home.forecasts.settling import happenings, newly_settled

    workbook, today = year
    news = list(newly_settled(workbook.all(Prediction), happenings(workbook), today - timedelta(days=1)))

    assert news == []


def test_reviews_have_gaps_and_the_next_one_waits_or_is_not_far(year: tuple[Workbook, date]) -> None:
    workbook, today = year
    reviews = workbook.all(WeeklyReview)

    found = habit(reviews)

    assert 1 <= found.in_a_row < len(found.finished)
    assert waits(reviews, today + timedelta(days=6))
