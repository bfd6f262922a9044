from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from rutkit.chart import LIGHT
from rutkit.home.forecasts.charts import calibration
from rutkit.home.forecasts.scoring import track_record
from rutkit.home.forecasts.view import ForecastsView
from rutkit.home.records import Prediction
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)


@pytest.fixture
def view(page: Page) -> Iterator[ForecastsView]:
    page.bridge.route = "forecasts"
    view = ForecastsView(page)
    yield view
    view.close()


def fill(view: ForecastsView, **raw: str) -> None:
    for name, value in raw.items():
        field = view._form.fields[name]
        field.control.set(value)
        view._form._input(field)


def test_a_prediction_is_dated_today_when_it_is_made(view: ForecastsView) -> None:
    fill(view, statement="An interview by December", percent="40")
    view.page.today = lambda: TODAY + timedelta(days=1)

    view._make()

    (made,) = view.workbook.all(Prediction)
    assert (made.statement, made.percent, made.made) == (
        "An interview by December",
        40,
        TODAY + timedelta(days=1),
    )
    assert view._form.record is None


def test_what_is_over_cannot_be_predicted(view: ForecastsView) -> None:
    fill(view, statement="Rain", percent="40", due=TODAY.isoformat())

    view._make()

    assert view.workbook.count(Prediction) == 0


def test_without_a_number_nothing_is_made(view: ForecastsView) -> None:
    fill(view, statement="Rain")

    view._make()

    assert view.workbook.count(Prediction) == 0


def test_one_undo_takes_a_prediction_back_as_if_it_had_not_been_made(view: ForecastsView) -> None:
    fill(view, statement="Rain", percent="40")
    view._make()

    view.workbook.undo()

    assert view.workbook.count(Prediction) == 0


def test_an_answer_settles_once(view: ForecastsView) -> None:
    added = view.workbook.add(Prediction(statement="Rain", percent=40, made=TODAY, due=TODAY))

    view._settle({"id": added.id, "outcome": "it happened"})
    view._settle({"id": added.id, "outcome": "it did not"})

    stored = view.workbook.get(Prediction, added.id)
    assert stored is not None
    assert (stored.outcome, stored.settled_by, stored.percent) == ("it happened", "me", 40)


def test_taking_back_keeps_the_prediction(view: ForecastsView) -> None:
    added = view.workbook.add(Prediction(statement="Rain", percent=40, made=TODAY, due=TODAY))

    view._take_back({"id": added.id})

    stored = view.workbook.get(Prediction, added.id)
    assert stored is not None
    assert stored.withdrawn == TODAY


def test_the_picture_needs_ten_and_then_shows_both_forecasters() -> None:
    def predictions(count: int) -> list[Prediction]:
        return [
            Prediction.model_validate(
                {
                    "statement": "It",
                    "percent": 10 * (place % 10),
                    "made": TODAY,
                    "due": TODAY,
                    "outcome": "it happened" if place % 10 > 4 else "it did not",
                    "made_by": who,
                }
            )
            for place in range(count)
            for who in ("me", "rutkit")
        ]

    few = [track_record(predictions(9), who) for who in ("me", "rutkit")]
    enough = [track_record(predictions(10), who) for who in ("me", "rutkit")]

    assert calibration(few, LIGHT).is_empty
    assert "9 of 10" in calibration(few, LIGHT).summary
    chart = calibration(enough, LIGHT)
    assert chart.figure is not None
    assert [trace.name for trace in chart.figure.data[1:]] == ["You", "rutkit"]
    assert chart.numbers is not None
    assert len(chart.numbers) == 10
    assert "0 of 2 happened" in chart.summary
