from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from rutkit.chart import DARK, LIGHT, Chart, Palette
from rutkit.demo.growth import growth
from rutkit.records import Record
from rutkit.steps.growth import charts
from rutkit.steps.growth.clock import growth_clock
from rutkit.steps.growth.learning import by_month
from rutkit.steps.growth.records import GrowthCheck, LearningEntry, RoleHistory, Task
from rutkit.steps.growth.tasks import job_looks
from rutkit.steps.growth.trend import trends, year_ahead

TODAY = date(2026, 11, 22)

Checks = Callable[[Sequence[int]], list[GrowthCheck]]


def draw_all(records: Sequence[Record], palette: Palette) -> list[Chart]:
    found = trends([each for each in records if isinstance(each, GrowthCheck)], TODAY)
    tasks = job_looks([each for each in records if isinstance(each, Task)], TODAY)
    months = by_month([each for each in records if isinstance(each, LearningEntry)], TODAY)
    history = next((each for each in records if isinstance(each, RoleHistory)), None)
    return [
        charts.monthly_answers(found, palette),
        charts.growth_ahead(year_ahead(found, TODAY), palette),
        charts.learning_by_month(months, 1, palette),
        charts.tasks_then_and_now(tasks, palette),
        charts.growth_clock(growth_clock(None, history, None, TODAY), palette),
    ]


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def every_chart(request: pytest.FixtureRequest) -> list[Chart]:
    return draw_all(growth(TODAY), request.param)


def test_every_chart_has_a_finding_a_sentence_the_numbers_and_small_print(every_chart: list[Chart]) -> None:
    for chart in every_chart:
        assert chart.title
        assert chart.summary.endswith(".")
        assert chart.numbers is not None
        assert len(chart.numbers) > 0
        assert chart.note.endswith(".")


def test_every_figure_names_what_it_counts(every_chart: list[Chart]) -> None:
    for chart in every_chart:
        assert chart.figure is not None
        assert any(axis.title.text for axis in chart.figure.select_xaxes())


def test_every_figure_can_be_sent_to_a_browser(every_chart: list[Chart]) -> None:
    for chart in every_chart:
        assert chart.figure is not None
        assert json.loads(chart.figure.to_json(engine="json"))["data"]


def test_without_records_every_chart_says_what_to_do() -> None:
    for chart in draw_all([], LIGHT):
        assert chart.is_empty
        assert chart.summary.endswith(".")


def test_two_months_are_drawn_without_a_line(checks: Checks) -> None:
    chart = charts.monthly_answers(trends(checks([5, 4]), TODAY), LIGHT)
    assert chart.title == "Not enough yet: 2 of 4 months"
    assert chart.figure is not None
    assert {trace.mode for trace in chart.figure.data} == {"markers"}


def test_with_four_months_each_question_has_its_line(checks: Checks) -> None:
    chart = charts.monthly_answers(trends(checks([5, 4, 4, 3]), TODAY), LIGHT)
    assert chart.figure is not None
    assert [trace.mode for trace in chart.figure.data] == ["markers", "lines"] * 3


def test_a_month_in_which_a_question_was_left_out_has_no_number(checks: Checks) -> None:
    left_out = GrowthCheck(month=date(2026, 11, 1), learning=5)
    chart = charts.monthly_answers(trends([*checks([5, 4]), left_out], TODAY), LIGHT)
    assert chart.numbers is not None
    assert chart.numbers["Challenge (0–10)"].isna().to_list() == [False, False, True]


def test_a_question_with_too_few_months_has_words_instead_of_a_range(checks: Checks) -> None:
    some = [check.model_copy(update={"challenged": None}) for check in checks([5, 4, 4, 3, 3, 2])]
    chart = charts.growth_ahead(year_ahead(trends(some, TODAY), TODAY), LIGHT)
    assert chart.figure is not None
    assert "Challenge: not enough yet: 0 of 6 months" in [
        note.text for note in chart.figure.layout.annotations
    ]


def test_shares_that_are_not_the_whole_week_are_drawn_as_they_are_and_said() -> None:
    looks = job_looks([Task(day=TODAY, name="Tickets", share=90, effects=("repeats",))], TODAY)
    chart = charts.tasks_then_and_now(looks, LIGHT)
    assert chart.figure is not None
    assert list(chart.figure.data[0].x) == [0, 90, 0, 0]
    assert "10\u00a0% of your time is not in them" in chart.note


def test_one_look_has_no_then() -> None:
    looks = job_looks([Task(day=TODAY, name="Tickets", share=90, effects=("repeats",))], TODAY)
    chart = charts.tasks_then_and_now(looks, LIGHT)
    assert chart.figure is not None
    assert len(chart.figure.data) == 1


def test_a_task_s_name_reaches_no_figure() -> None:
    looks = job_looks([Task(day=TODAY, name="<b>loud</b>", share=90, effects=("repeats",))], TODAY)
    figure = charts.tasks_then_and_now(looks, LIGHT).figure
    assert figure is not None
    assert "loud" not in figure.to_json(engine="json")
