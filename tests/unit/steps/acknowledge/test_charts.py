from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from rutkit.chart import DARK, LIGHT, Chart, Palette
from rutkit.steps.acknowledge import charts
from rutkit.steps.acknowledge.analysis import assess
from rutkit.steps.acknowledge.records import RutCheck, StayReason

CheckOf = Callable[..., RutCheck]
FIRST, LATER = date(2025, 2, 4), date(2025, 11, 20)


@pytest.fixture(params=[LIGHT, DARK], ids=lambda palette: palette.name)
def palette(request: pytest.FixtureRequest) -> Palette:
    chosen: Palette = request.param
    return chosen


def reasons(day: date, fear: int, comfort: int, effort: int) -> StayReason:
    return StayReason(day=day, fear=fear, comfort=comfort, effort=effort)


# The count


def test_the_intention_chart_of_an_unfinished_check_says_what_is_missing() -> None:
    chart = charts.rut_intention(assess(RutCheck(day=FIRST, stress="often")), LIGHT)
    assert chart.is_empty
    assert "1 of 7 questions answered" in chart.summary


@pytest.mark.parametrize(("unfavorable", "label"), [(0, "0"), (4, "4"), (6, "6–7"), (7, "6–7")])
def test_their_group_has_a_shape_and_a_label_of_its_own(
    check_of: CheckOf, unfavorable: int, label: str
) -> None:
    figure = _figure(charts.rut_intention(assess(check_of(unfavorable)), LIGHT))
    (points,) = figure.data
    assert [x for x, symbol in zip(points.x, points.marker.symbol, strict=True) if symbol == "diamond"] == [
        label
    ]
    assert figure.layout.annotations[0].x == label


def test_the_mark_is_said_to_be_the_share_of_others(check_of: CheckOf) -> None:
    said = " ".join(
        note.text for note in _figure(charts.rut_intention(assess(check_of(4)), LIGHT)).layout.annotations
    )
    assert "32\u00a0% of those with 4" in said
    assert "you<br>" not in said


def test_error_bars_reach_from_end_to_end_of_the_interval(check_of: CheckOf) -> None:
    (points,) = _figure(charts.rut_intention(assess(check_of(4)), LIGHT)).data
    assert points.y[4] - points.error_y.arrayminus[4] == pytest.approx(25.8, abs=0.05)
    assert points.y[4] + points.error_y.array[4] == pytest.approx(37.9, abs=0.05)


def test_every_interval_fits_on_the_axis(check_of: CheckOf) -> None:
    figure = _figure(charts.rut_intention(assess(check_of(4)), LIGHT))
    (points,) = figure.data
    ends = [y + up for y, up in zip(points.y, points.error_y.array, strict=True)]
    assert max(ends) < figure.layout.yaxis.range[1]


# Over time


@pytest.mark.parametrize(
    ("counts", "what"),
    [
        ([], "Answer all seven questions"),
        ([5], "4 Feb 2025: 5 of 7 unfavorable. Take it again"),
    ],
)
def test_a_history_needs_two_checks_and_says_what_to_do(
    check_of: CheckOf, counts: list[int], what: str
) -> None:
    chart = charts.rut_history([check_of(count, day=FIRST) for count in counts], LIGHT)
    assert chart.is_empty
    assert what in chart.summary


def test_the_title_of_the_history_is_what_changed(check_of: CheckOf) -> None:
    chart = charts.rut_history([check_of(5, day=FIRST), check_of(2, day=LATER)], LIGHT)
    assert chart.title == "2 of 7 unfavorable, 3 fewer than on 4 Feb"


def test_a_long_history_is_summed_up_in_one_sentence(check_of: CheckOf) -> None:
    checks = [check_of(year % 7, day=date(2015 + year, 1, 1)) for year in range(10)]
    summary = charts.rut_history(checks, LIGHT).summary
    assert summary.startswith("In 10 rut checks from 1 Jan 2015 to 1 Jan 2024")
    assert "from 0 to 2 of 7; the least was 0, the most 6" in summary


def test_two_checks_on_neighboring_days_name_each_day_once(check_of: CheckOf) -> None:
    checks = [check_of(5, day=date(2025, 1, 1)), check_of(2, day=date(2025, 1, 2))]
    assert _figure(charts.rut_history(checks, LIGHT)).layout.xaxis.ticktext == (
        "1 Jan<br>2025",
        "2 Jan<br>2025",
    )


# Why they stayed


def test_reasons_that_are_not_all_rated_are_not_drawn() -> None:
    chart = charts.stay_reasons([StayReason(day=FIRST, fear=3)], LIGHT)
    assert chart.is_empty
    assert "Rate fear, comfort and effort" in chart.summary


def test_one_look_is_drawn_as_bars_side_by_side() -> None:
    chart = charts.stay_reasons([reasons(FIRST, 8, 6, 7)], LIGHT)
    assert [trace.type for trace in _figure(chart).data] == ["bar"]
    assert tuple(_figure(chart).data[0].x) == (8, 6, 7)


def test_several_looks_are_drawn_as_a_line_for_each_reason() -> None:
    chart = charts.stay_reasons([reasons(LATER, 4, 7, 0), reasons(FIRST, 8, 6, 7)], LIGHT)
    assert [tuple(trace.y) for trace in _figure(chart).data] == [(8, 4), (6, 7), (7, 0)]


def test_the_numbers_behind_the_reasons_are_the_ratings() -> None:
    numbers = _numbers(charts.stay_reasons([reasons(FIRST, 8, 6, 7)], LIGHT))
    assert list(numbers.columns) == ["day", "fear (0–10)", "comfort (0–10)", "avoiding the effort (0–10)"]
    assert numbers.iloc[0].tolist()[1:] == [8, 6, 7]


# All of them


def test_every_chart_is_complete_in_every_theme(palette: Palette, check_of: CheckOf) -> None:
    drawn = [
        charts.rut_intention(assess(check_of(4)), palette),
        charts.rut_history([check_of(5, day=FIRST), check_of(2, day=LATER)], palette),
        charts.stay_reasons([reasons(FIRST, 8, 6, 7)], palette),
        charts.stay_reasons([reasons(FIRST, 8, 6, 7), reasons(LATER, 4, 7, 0)], palette),
    ]
    for chart in drawn:
        assert _figure(chart).layout.paper_bgcolor == palette.card
        assert _figure(chart).layout.title.text is None
        assert chart.summary.endswith(".")
        assert chart.note
        assert len(_numbers(chart)) > 0


def _figure(chart: Chart) -> go.Figure:
    assert chart.figure is not None
    return chart.figure


def _numbers(chart: Chart) -> pd.DataFrame:
    assert chart.numbers is not None
    return chart.numbers
