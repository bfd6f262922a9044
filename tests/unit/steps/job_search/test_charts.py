from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from rutkit.chart import DARK, LIGHT, Chart, Palette
from rutkit.steps.emotions.records import FEELINGS, CheckIn
from rutkit.steps.job_search.applications.histories import History
from rutkit.steps.job_search.boards.arrivals import arrivals
from rutkit.steps.job_search.boards.charts import arrivals_chart
from rutkit.steps.job_search.load.charts import load_chart
from rutkit.steps.job_search.load.strain import after_searching, strain, weekly_load
from rutkit.steps.job_search.offers.charts import totals_chart, weights_chart
from rutkit.steps.job_search.offers.comparison import compare
from rutkit.steps.job_search.outcomes.forecast import forecast
from rutkit.steps.job_search.outcomes.forecast_charts import forecast_chart
from rutkit.steps.job_search.outcomes.funnel import funnel
from rutkit.steps.job_search.outcomes.funnel_charts import channels_chart, stages_chart
from rutkit.steps.job_search.outcomes.silence import silence
from rutkit.steps.job_search.outcomes.silence_charts import silence_chart
from rutkit.steps.job_search.records import (
    Board,
    Criterion,
    Look,
    Option,
    PlannedSession,
    Rating,
    SearchLimits,
    Session,
)
from rutkit.steps.job_search.rhythm.charts import week_chart, weeks_chart
from rutkit.steps.job_search.rhythm.weeks import search_week, search_weeks

TODAY = date(2026, 11, 22)
LIMITS = SearchLimits(hours_a_week=4)

MakeHistory = Callable[..., History]


def draw_all(
    palette: Palette,
    histories: list[History],
    sessions: list[Session],
    looks: list[Look],
    check_ins: list[CheckIn],
    ratings: list[Rating],
    plan: list[PlannedSession],
) -> dict[str, Chart]:
    columns = {name: [getattr(each, name) for each in check_ins] for name in CheckIn.model_fields}
    frame = pd.DataFrame(columns).astype(
        {"day": "datetime64[ns]", "workday": "boolean", **dict.fromkeys(FEELINGS, "Int64")}
    )
    waiting = silence(histories, TODAY)
    stages = funnel(histories, waiting, TODAY)
    choice = compare(
        [Option(id="stay", name="Stay"), Option(id="go", name="<b>Harbor</b>")],
        [Criterion(id="pay", name="Pay", weight=5), Criterion(id="way", name="<i>Way there</i>", weight=3)],
        ratings,
    )
    return {
        "week": week_chart(search_week(TODAY, plan, sessions, looks, LIMITS, TODAY), TODAY, palette),
        "weeks": weeks_chart(search_weeks(plan, sessions, looks, LIMITS, TODAY), TODAY, palette),
        "boards": arrivals_chart(arrivals([Board(id="b", name="<u>Quay</u>")], looks, TODAY), palette),
        "stages": stages_chart(stages, palette),
        "channels": channels_chart(stages, palette),
        "silence": silence_chart(waiting, palette),
        "forecast": forecast_chart(forecast(histories, TODAY, runs=200), palette),
        "load": load_chart(
            weekly_load(sessions, frame, TODAY),
            after_searching(sessions, frame, TODAY),
            strain(sessions, looks, frame, TODAY),
            LIMITS,
            TODAY,
            palette,
        ),
        "totals": totals_chart(choice, palette),
        "weights": weights_chart(choice, palette),
    }


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def a_search(make_history: MakeHistory) -> dict[str, Any]:
    """Half a year of searching."""
    return {
        "histories": [
            make_history(age, recruiter_screen=12, interview=20)
            if age % 11 == 0 and age > 20
            else make_history(age, channel="referral" if age % 3 else "board")
            for age in range(170)
        ],
        "sessions": [Session(day=ago(day), minutes=60) for day in range(0, 100, 2)],
        "looks": [Look(board="b", day=ago(day), new_suitable=day % 5) for day in range(0, 90, 4)],
        "check_ins": [CheckIn(day=ago(day), stressed=1 + day % 3) for day in range(80)],
        "ratings": [
            Rating(option=option, criterion=criterion, score=score)
            for option, criterion, score in (
                ("stay", "pay", 3),
                ("stay", "way", 9),
                ("go", "pay", 8),
                ("go", "way", 2),
            )
        ],
        "plan": [PlannedSession(), PlannedSession(weekday="Sunday", activity="rest")],
    }


NOTHING: dict[str, Any] = {
    name: [] for name in ("histories", "sessions", "looks", "check_ins", "ratings", "plan")
}


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def every_chart(request: pytest.FixtureRequest, a_search: dict[str, Any]) -> dict[str, Chart]:
    return draw_all(request.param, **a_search)


def test_every_chart_has_a_finding_a_sentence_the_numbers_and_small_print(
    every_chart: dict[str, Chart],
) -> None:
    for name, chart in every_chart.items():
        assert chart.figure is not None, name
        assert chart.title, name
        assert not chart.title.endswith("."), name
        assert chart.summary.endswith("."), name
        assert chart.numbers is not None, name
        assert len(chart.numbers) > 0, name
        assert chart.note.endswith("."), name


def test_every_figure_names_what_it_counts(every_chart: dict[str, Chart]) -> None:
    for name, chart in every_chart.items():
        assert chart.figure is not None
        assert any(axis.title.text for axis in chart.figure.select_xaxes()), name


def test_every_figure_can_be_sent_to_a_browser(every_chart: dict[str, Chart]) -> None:
    for name, chart in every_chart.items():
        assert chart.figure is not None
        assert json.loads(chart.figure.to_json(engine="json"))["data"], name


def test_nobody_s_own_words_are_read_as_markup(every_chart: dict[str, Chart]) -> None:
    for name, chart in every_chart.items():
        assert chart.figure is not None
        figure = json.dumps(json.loads(chart.figure.to_json(engine="json")), ensure_ascii=False)
        assert not any(tag in figure for tag in ("<u>", "<b>", "<i>")), name


def test_without_records_every_chart_says_what_to_do() -> None:
    for name, chart in draw_all(LIGHT, **NOTHING).items():
        assert chart.is_empty, name
        assert chart.summary.endswith("."), name


def test_a_share_below_twenty_is_drawn_hollow(a_search: dict[str, Any]) -> None:
    figure = draw_all(LIGHT, **a_search)["stages"].figure
    assert figure is not None
    enough, too_few = figure.data
    assert (enough.marker.symbol, len(enough.x)) == ("circle", 1)
    assert (too_few.marker.symbol, len(too_few.x)) == ("circle-open", 2)


def test_the_day_from_which_silence_means_no_is_marked(a_search: dict[str, Any]) -> None:
    figure = draw_all(LIGHT, **a_search)["silence"].figure
    assert figure is not None
    assert [shape.x0 for shape in figure.layout.shapes] == [12]


def test_an_option_that_is_not_rated_throughout_is_named(a_search: dict[str, Any]) -> None:
    without = a_search | {"ratings": a_search["ratings"][:3]}
    chart = draw_all(LIGHT, **without)["totals"]
    assert chart.is_empty
    assert chart.summary == "Rate <b>Harbor</b> by <i>Way there</i>."
