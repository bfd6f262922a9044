from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from rutkit.chart import LIGHT
from rutkit.statistics import Interval
from rutkit.steps.job_search.outcomes.silence import Point, Silence, Undated
from rutkit.steps.prepare import charts
from rutkit.steps.prepare.patience import effort_weeks
from rutkit.steps.prepare.records import Recall, Rehearsal

TODAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 16)
CURVE = tuple(
    Point(day, 1 - day / 50, Interval(1 - day / 40, 1 - day / 60, 0.95), 40 - day) for day in range(31)
)
FOUND = Silence(40, 18, Undated(), CURVE, 12, None, "")


def said(recall: Recall, days_ago: int = 0) -> Rehearsal:
    return Rehearsal(
        question="proud-of", at=datetime.combine(TODAY - timedelta(days=days_ago), time(20)), recall=recall
    )


# Practice


def test_without_rehearsals_the_chart_says_how_to_begin() -> None:
    chart = charts.practice_by_week([], TODAY, LIGHT)
    assert chart.is_empty
    assert chart.summary.startswith("Say one answer aloud")


def test_a_few_rehearsals_are_counted_and_not_rated() -> None:
    chart = charts.practice_by_week([said("well")] * 9, TODAY, LIGHT)
    assert chart.title == "9 answers said aloud in 1 week"


def test_from_ten_on_the_share_that_went_well_has_its_interval() -> None:
    chart = charts.practice_by_week([said("well")] * 6 + [said("not at all")] * 4, TODAY, LIGHT)
    assert "60\u00a0% (31–83\u00a0%) went well or easily" in chart.title


def test_weeks_without_practice_are_there() -> None:
    chart = charts.practice_by_week([said("well", 14), said("easily")], TODAY, LIGHT)
    assert chart.numbers is not None
    assert list(chart.numbers["Well"]) == [1, 0, 0]
    assert list(chart.numbers["Easily"]) == [0, 0, 1]


def test_rehearsals_of_long_ago_are_left_out() -> None:
    assert charts.practice_by_week([said("well", 200)], TODAY, LIGHT).is_empty


# Patience


def test_what_was_done_and_what_came_stand_on_scales_of_their_own() -> None:
    seen = effort_weeks({"applications": [TODAY] * 20}, {"interview": [TODAY]}, TODAY)
    figure = charts.patience_by_week(seen, LIGHT).figure
    assert figure is not None
    assert {trace.yaxis for trace in figure.data} == {"y", "y2"}


def test_while_nothing_came_no_empty_scale_is_drawn() -> None:
    figure = charts.patience_by_week(effort_weeks({"applications": [TODAY]}, {}, TODAY), LIGHT).figure
    assert figure is not None
    assert "yaxis2" not in figure.to_plotly_json()["layout"]


def test_the_numbers_hold_every_kind_and_every_week() -> None:
    seen = effort_weeks({"rehearsals": [MONDAY - timedelta(weeks=1)]}, {"offer": [TODAY]}, TODAY)
    numbers = charts.patience_by_week(seen, LIGHT).numbers
    assert numbers is not None
    assert list(numbers["Rehearsals"]) == [1, 0]
    assert list(numbers["Offer"]) == [0, 1]


def test_without_weeks_it_says_where_they_come_from() -> None:
    assert "steps 4, 7, 9" in charts.patience_by_week([], LIGHT).summary


# The wait


def test_the_wait_is_said_as_a_half_and_drawn_as_a_curve_with_its_interval() -> None:
    chart = charts.waiting(FOUND, [3], LIGHT)
    assert chart.title == "Of the answers that came, half came by day 12"
    assert chart.figure is not None
    assert [trace.name for trace in chart.figure.data] == [
        "95 % interval",
        "answered by then",
        "still waiting",
    ]


def test_an_application_that_waits_stands_on_the_curve_by_its_day() -> None:
    figure = charts.waiting(FOUND, [20, 10], LIGHT).figure
    assert figure is not None
    assert list(figure.data[2].x) == [10, 20]
    assert list(figure.data[2].y) == pytest.approx([0.2, 0.4])


def test_a_wait_beyond_the_curve_is_counted_in_words() -> None:
    assert "Waiting longer than day 30: 2." in charts.waiting(FOUND, [31, 99], LIGHT).note


def test_too_few_applications_are_not_drawn() -> None:
    few = Silence(7, 1, Undated(), (), None, None, "Not enough yet: 7 of 20 applications.")
    chart = charts.waiting(few, [], LIGHT)
    assert chart.is_empty
    assert chart.summary.startswith("Not enough yet: 7 of 20 applications.")
