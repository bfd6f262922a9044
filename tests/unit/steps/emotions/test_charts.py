from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from rutkit.chart import DARK, LIGHT, Chart, Palette
from rutkit.steps.emotions import charts
from rutkit.steps.emotions.analysis import consistency
from rutkit.steps.emotions.burnout import scores
from rutkit.steps.emotions.records import BurnoutInventory, CheckIn

Ago = Callable[..., CheckIn]
Frame = Callable[[Sequence[CheckIn]], pd.DataFrame]
Draw = Callable[[pd.DataFrame, date, Palette], Chart]

OF_DAYS: tuple[Draw, ...] = (
    charts.calendar,
    charts.weekly_trend,
    charts.weekdays,
    charts.workdays_and_days_off,
    charts.tags,
)


@pytest.fixture
def three_months(ago: Ago) -> list[CheckIn]:
    """Calm days off, heavy workdays, and a deadline on every fourth day."""
    return [
        ago(
            n,
            workday=n % 7 < 5,
            stressed=3 if n % 7 < 5 else 1,
            angry=n % 3,
            inadequate=n % 4,
            fearful=0,
            resentful=None if n % 5 else 4,
            what_happened=("deadline",) * (n % 4 == 0),
        )
        for n in range(90)
    ]


def inventories() -> list[BurnoutInventory]:
    answers: dict[str, Any] = {
        "tired": "Often",
        "worn_out": "Often",
        "susceptible": "Seldom",
        "work_exhausting": "Somewhat",
        "work_frustrates": "Somewhat",
        "every_hour_tiring": "Seldom",
        "energy_for_others": "Often",
    }
    return [BurnoutInventory(day=date(2026, 1, 1) + timedelta(days=28 * n), **answers) for n in range(3)]


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def every_chart(
    request: pytest.FixtureRequest, three_months: list[CheckIn], frame: Frame, today: date
) -> list[Chart]:
    palette: Palette = request.param
    return [
        charts.consistency_bars(consistency(three_months, today), palette),
        charts.burnout_over_time(scores(inventories()), palette),
        *(draw(frame(three_months), today, palette) for draw in OF_DAYS),
    ]


def test_every_chart_has_a_finding_a_sentence_the_numbers_and_small_print(every_chart: list[Chart]) -> None:
    for chart in every_chart:
        assert chart.title
        assert chart.summary.endswith(".")
        assert chart.numbers is not None
        assert len(chart.numbers) > 0
        assert chart.note


def test_every_axis_has_a_title_except_those_that_are_words_themselves(every_chart: list[Chart]) -> None:
    for chart in every_chart:
        assert chart.figure is not None
        layout = chart.figure.layout
        is_calendar = chart.figure.data[0].type == "heatmap"
        assert is_calendar or layout.xaxis.title.text


def test_every_figure_can_be_sent_to_a_browser(every_chart: list[Chart]) -> None:
    for chart in every_chart:
        assert chart.figure is not None
        assert json.loads(chart.figure.to_json(engine="json"))["data"]


@pytest.mark.parametrize("draw", OF_DAYS)
def test_without_check_ins_a_chart_says_what_to_do(draw: Draw, frame: Frame, today: date) -> None:
    chart = draw(frame([]), today, LIGHT)
    assert chart.is_empty
    assert chart.summary


def test_without_enough_workdays_no_bar_is_drawn(ago: Ago, today: date) -> None:
    chart = charts.consistency_bars(consistency([ago(0, workday=True, stressed=4)], today), LIGHT)
    assert chart.is_empty
    assert chart.title == "Not enough yet: 1 of 5 workdays"


def test_without_a_valid_inventory_nothing_is_drawn() -> None:
    begun = BurnoutInventory(day=date(2026, 1, 1), tired="Often")
    assert charts.burnout_over_time(scores([begun]), LIGHT).is_empty


def test_the_bars_carry_counts_and_intervals(three_months: list[CheckIn], today: date) -> None:
    chart = charts.consistency_bars(consistency(three_months, today), LIGHT)
    assert chart.figure is not None
    assert "10 of 10<br>72–100\u00a0%" in [annotation.text for annotation in chart.figure.layout.annotations]


def test_a_feeling_without_enough_workdays_has_words_instead_of_a_bar(
    three_months: list[CheckIn], today: date
) -> None:
    chart = charts.consistency_bars(consistency(three_months, today), LIGHT)
    assert chart.figure is not None
    assert chart.figure.layout.annotations[4].text == "not enough yet: 2 of 5 workdays"
    assert chart.figure.data[1].x[4] == 0


def test_a_tag_is_drawn_as_text_and_never_as_markup(frame: Frame, ago: Ago, today: date) -> None:
    tagged = [ago(n, stressed=n % 4, what_happened=("<b>loud</b>",) * (n % 2)) for n in range(12)]
    chart = charts.tags(frame(tagged), today, LIGHT)
    assert chart.figure is not None
    assert "<b>" not in chart.figure.to_json(engine="json").replace("\\u003c", "<")


def test_groups_too_small_to_compare_have_no_numbers(frame: Frame, ago: Ago, today: date) -> None:
    days = [ago(n, workday=n < 6, stressed=n % 3, angry=2 if n < 8 else None) for n in range(12)]
    numbers = charts.workdays_and_days_off(frame(days), today, LIGHT).numbers
    assert numbers is not None
    anger = numbers.set_index("Feeling").loc["angry"]
    assert pd.isna(anger["Difference"])
    assert anger["Number of days off"] == 2


def test_the_calendar_shows_as_many_weeks_as_asked_for(frame: Frame, ago: Ago, today: date) -> None:
    chart = charts.calendar(frame([ago(0, stressed=2)]), today, LIGHT, weeks=16)
    assert chart.figure is not None
    assert len(chart.figure.data[0].z[0]) == 16
