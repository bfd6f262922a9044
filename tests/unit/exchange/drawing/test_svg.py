from __future__ import annotations

import re
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest
from lxml import etree

from rutkit.chart import LIGHT, dress, figure_as_json
from rutkit.exchange.drawing.axes import axis_of, nice_step
from rutkit.exchange.drawing.svg import WIDTH, draw


def drawn(*traces: Any, **layout: Any) -> etree._Element:
    """The drawing of a figure, as XML; which shows that it is well-formed, too."""
    figure = dress(go.Figure(list(traces), layout), LIGHT)
    return etree.fromstring(str(draw(figure_as_json(figure), "What it shows")))


def numbers(element: etree._Element, *names: str) -> list[float]:
    return [float(element.get(name) or "nan") for name in names]


def words(drawing: etree._Element) -> list[str]:
    return ["".join(map(str, text.itertext())) for text in drawing.iter("text")]


def test_it_says_what_it_shows_to_those_who_cannot_see_it() -> None:
    drawing = drawn(go.Bar(x=["a"], y=[1]))

    assert (drawing.get("role"), drawing.get("aria-label")) == ("img", "What it shows")


def test_bars_stand_on_nothing_and_are_as_long_as_their_values() -> None:
    short, tall = drawn(go.Bar(x=["a", "b"], y=[2, 4])).iter("rect")

    assert numbers(tall, "height")[0] == pytest.approx(2 * numbers(short, "height")[0], abs=0.2)
    assert sum(numbers(short, "y", "height")) == pytest.approx(sum(numbers(tall, "y", "height")), abs=0.2)


def test_stacked_bars_stand_on_each_other() -> None:
    lower, upper = drawn(go.Bar(x=["a"], y=[2]), go.Bar(x=["a"], y=[3]), barmode="stack").iter("rect")

    assert sum(numbers(upper, "y", "height")) == pytest.approx(numbers(lower, "y")[0], abs=0.2)


def test_bars_that_lie_begin_at_the_left() -> None:
    first, second = drawn(go.Bar(y=["a", "b"], x=[1, 3], orientation="h")).iter("rect")

    assert numbers(first, "x") == numbers(second, "x")
    assert numbers(second, "width")[0] == pytest.approx(3 * numbers(first, "width")[0], abs=0.5)


def test_a_line_has_a_gap_where_a_value_is_missing() -> None:
    (path,) = drawn(go.Scatter(x=[1, 2, 3, 4], y=[1, 2, None, 4], mode="lines")).iter("path")

    assert (path.get("d") or "").count("M") == 2


def test_whiskers_reach_beyond_their_marks_and_stay_within_the_figure() -> None:
    drawing = drawn(
        go.Scatter(x=[1, 2], y=[1, 9], error_y={"array": [5, 5], "arrayminus": [1, 1]}, mode="markers")
    )

    places = [
        float(n) for path in drawing.iter("path") for n in re.findall(r"V(-?[\d.]+)", path.get("d") or "")
    ]
    assert all(0 <= place <= 300 for place in places)


def test_arrays_that_plotly_packs_are_drawn_as_well() -> None:
    import numpy as np

    assert len(list(drawn(go.Bar(x=np.arange(5), y=np.arange(1.0, 6.0))).iter("rect"))) == 5


def test_a_heat_map_has_a_tile_for_each_number_and_none_where_there_is_none() -> None:
    scale = [[0, LIGHT.ramp[0]], [1, LIGHT.ramp[4]]]
    tiles = list(drawn(go.Heatmap(z=[[0, 1], [None, 1]], zmin=0, zmax=1, colorscale=scale)).iter("rect"))

    assert [tile.get("style") for tile in tiles] == ["fill:var(--ramp-0)", *["fill:var(--ramp-4)"] * 2]


def test_colors_of_the_palette_follow_the_theme() -> None:
    (bar,) = drawn(go.Bar(x=["a"], y=[1], marker_color=LIGHT.accent)).iter("rect")

    assert "fill:var(--accent)" in (bar.get("style") or "")


def test_words_of_somebody_stay_words() -> None:
    from rutkit.chart import plot_text

    evil = "<script>alert(1)</script> & co"
    drawing = drawn(
        go.Bar(x=[plot_text(evil, 60)], y=[1]), annotations=[{"x": 0, "y": 1, "text": plot_text(evil, 60)}]
    )

    assert not list(drawing.iter("script"))
    assert words(drawing).count(evil) == 2


def test_several_lines_and_their_tags_are_read() -> None:
    drawing = drawn(go.Bar(x=["a"], y=[1]), annotations=[{"x": 0, "y": 1, "text": "<b>you</b><br>49 %"}])

    (text,) = [text for text in drawing.iter("text") if text.get("class") == "b halo"]
    assert [span.text for span in text] == ["you", "49 %"]


def test_a_range_that_is_turned_round_is_drawn_so() -> None:
    drawing = drawn(go.Scatter(x=[1, 2], y=[0, 10], mode="markers"), yaxis_range=[10, 0])

    low, high = (numbers(mark, "cy")[0] for mark in drawing.iter("circle"))
    assert low < high


def test_words_beneath_an_axis_turn_before_they_run_into_each_other() -> None:
    drawing = drawn(go.Bar(x=[f"A rather long name, number {n}" for n in range(9)], y=list(range(9))))

    assert sum("rotate(-35" in (text.get("transform") or "") for text in drawing.iter("text")) == 9


def test_subplots_stay_in_their_parts() -> None:
    from plotly.subplots import make_subplots

    figure = make_subplots(rows=2, cols=1)
    figure.add_trace(go.Scatter(x=[1], y=[1], mode="markers"), row=1, col=1)
    figure.add_trace(go.Scatter(x=[1], y=[1], mode="markers"), row=2, col=1)
    drawing = etree.fromstring(str(draw(figure_as_json(dress(figure, LIGHT)), "Two")))

    upper, lower = (numbers(mark, "cy")[0] for mark in drawing.iter("circle"))
    assert upper < 150 < lower


def test_traces_with_a_name_are_named_above_the_figure() -> None:
    drawing = drawn(go.Bar(x=["a"], y=[1], name="at work"), go.Bar(x=["a"], y=[1], name="own time"))

    assert words(drawing)[:2] == ["at work", "own time"]


def test_what_it_cannot_draw_it_leaves_to_the_numbers() -> None:
    figure = go.Figure(go.Treemap(labels=["a"], parents=[""], values=[1]))

    assert draw(figure_as_json(figure), "Tiles") == ""


def test_nothing_leaves_the_width_of_the_figure() -> None:
    drawing = drawn(go.Scatter(x=[date(2026, 1, 1), date(2026, 12, 1)], y=[1, 2], mode="markers"))

    assert all(0 <= numbers(mark, "cx")[0] <= WIDTH for mark in drawing.iter("circle"))


@pytest.mark.parametrize(
    ("values", "kind"),
    [([1, 2.5], "linear"), (["2026-01-01", "2026-02"], "date"), (["Mon", "Tue"], "category"), ([], "linear")],
)
def test_an_axis_is_of_the_kind_of_its_values(values: list[Any], kind: str) -> None:
    assert axis_of({}, values, from_zero=False, pad=0, half=0).kind == kind


@pytest.mark.parametrize(
    ("layout", "values", "ticks"),
    [
        ({}, [0, 10], ["0", "2", "4", "6", "8", "10"]),
        ({"dtick": 5, "ticksuffix": " %"}, [0, 10], ["0 %", "5 %", "10 %"]),
        ({"tickformat": ".0%", "dtick": 0.5}, [0, 1], ["0 %", "50 %", "100 %"]),
        ({"tickvals": [0, 10], "ticktext": ["none", "all"]}, [0, 10], ["none", "all"]),
        ({"type": "log"}, [1, 100], ["1", "10", "100"]),
        ({"visible": False}, [0, 10], []),
        (
            {},
            ["2026-01-01", "2026-06-01"],
            ["Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026"],
        ),
        ({}, ["2026-01-01", "2026-01-06"], ["1 Jan", "2 Jan", "3 Jan", "4 Jan", "5 Jan", "6 Jan"]),
    ],
)
def test_ticks_are_few_and_round(layout: dict[str, Any], values: list[Any], ticks: list[str]) -> None:
    axis = axis_of(layout, values, from_zero=False, pad=0, half=0)

    assert [tick.text for tick in axis.ticks()] == ticks


def test_steps_are_round_numbers() -> None:
    assert [nice_step(rough) for rough in (0.7, 1.2, 21, 30, 0)] == [1, 2, 25, 50, 1]
