from __future__ import annotations

from datetime import date

from rutkit.chart import LIGHT
from rutkit.home.so_far.charts import measure_chart, timeline_chart
from rutkit.home.so_far.measures import APPLICATIONS, Measure, Reading
from rutkit.home.so_far.timeline import timeline

TODAY = date(2026, 11, 22)


def test_without_an_entry_the_timeline_says_how_to_begin() -> None:
    assert timeline_chart(timeline({"One": []}, TODAY), LIGHT).is_empty


def test_more_entries_make_a_larger_dot() -> None:
    chart = timeline_chart(timeline({"One": [TODAY], "Two": [TODAY] * 4}, TODAY), LIGHT)

    assert chart.figure is not None
    one, four = chart.figure.data[0].marker.size
    assert one < four


def test_a_measure_without_a_reading_says_how_to_get_one() -> None:
    chart = measure_chart(Measure(APPLICATIONS, ()), LIGHT)

    assert chart.is_empty
    assert chart.summary == APPLICATIONS.empty


def test_a_small_chart_says_its_newest_reading_and_its_range() -> None:
    readings = (Reading(date(2026, 11, 1), 8, 8), Reading(TODAY, 3, 3))

    chart = measure_chart(Measure(APPLICATIONS, readings), LIGHT)

    assert chart.title == "Applications: 3"
    assert "the lowest 3, the highest 8" in chart.summary
