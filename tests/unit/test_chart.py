from __future__ import annotations

from itertools import pairwise

import plotly.graph_objects as go
import pytest

from rutkit.chart import DARK, LIGHT, Chart, Palette, dress, empty_chart, plot_text, whiskers
from rutkit.statistics import Interval

THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)


@THEMES
def test_every_series_can_be_told_from_the_card(palette: Palette) -> None:
    assert min(_contrast(color, palette.card) for color in palette.series) >= 3


@THEMES
@pytest.mark.parametrize("name", ["ink", "soft", "accent", "warm"])
def test_text_is_readable_on_the_card(palette: Palette, name: str) -> None:
    assert _contrast(getattr(palette, name), palette.card) >= 4.5


@THEMES
def test_each_step_of_the_ramp_is_farther_from_the_card_than_the_one_before(palette: Palette) -> None:
    steps = [_contrast(color, palette.card) for color in palette.ramp]
    assert all(fainter * 1.2 < stronger for fainter, stronger in pairwise(steps))


@THEMES
def test_a_dressed_figure_has_the_colors_of_the_theme(palette: Palette) -> None:
    layout = dress(go.Figure(go.Bar(x=["a"], y=[1])), palette).layout
    assert (layout.paper_bgcolor, layout.plot_bgcolor, layout.font.color) == (
        palette.card,
        palette.card,
        palette.soft,
    )
    assert layout.colorway == palette.series


def test_a_color_that_the_figure_sets_itself_stays() -> None:
    figure = dress(go.Figure(go.Bar(x=["a"], y=[1], marker_color="#123456")), LIGHT)
    assert figure.data[0].marker.color == "#123456"


def test_a_height_that_the_figure_sets_itself_stays() -> None:
    assert dress(go.Figure(layout_height=120), LIGHT, height=400).layout.height == 120


def test_a_figure_without_a_height_gets_one() -> None:
    assert dress(go.Figure(), LIGHT, height=400).layout.height == 400


def test_axis_titles_are_no_larger_than_the_other_text() -> None:
    layout = dress(go.Figure(layout_xaxis_title="Day"), LIGHT).layout
    assert (layout.xaxis.title.text, layout.xaxis.title.font.size) == ("Day", layout.font.size)


def test_dressing_happens_in_place() -> None:
    figure = go.Figure()
    assert dress(figure, LIGHT) is figure


def test_a_chart_without_a_figure_says_what_to_do() -> None:
    chart = empty_chart("Your weeks", "Check in on two days to see your first week.")
    assert chart.is_empty
    assert chart.summary == "Check in on two days to see your first week."


def test_a_chart_with_a_figure_is_not_empty() -> None:
    assert not Chart("Weeks", "Rising.", figure=go.Figure()).is_empty


def _contrast(color: str, other: str) -> float:
    """Contrast ratio, 1 to 21: WCAG 2.2, "contrast ratio" and "relative luminance"."""
    lighter, darker = sorted((_luminance(color), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_other_people_s_words_are_short_and_never_markup() -> None:
    assert plot_text("<b>the weekly meeting about meetings", 22) == "&lt;b&gt;the weekly meeting…"


def test_whiskers_reach_from_a_value_to_the_ends_of_its_interval() -> None:
    drawn = whiskers([0.5, 0.2], [Interval(0.25, 1.0, 0.95), None], "black", scale=100)
    assert (drawn["arrayminus"], drawn["array"]) == ([25, None], [50, None])
