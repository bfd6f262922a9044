from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

import pandas as pd
import pytest

from rutkit.chart import DARK, LIGHT, Chart, Palette
from rutkit.steps.exit_plan.charts import fan_chart, milestones_chart, risk_chart, runway_chart, urges_chart
from rutkit.steps.exit_plan.money import MoneyPlan, money_plan
from rutkit.steps.exit_plan.records import ExitPlan, Finances, Milestone, SearchAssumption, UrgeToQuit
from rutkit.steps.exit_plan.runway import runway
from rutkit.steps.exit_plan.simulation import balance_fan, risk_by_leaving_month
from rutkit.steps.exit_plan.urges import summarize_urges

TODAY = date(2026, 1, 20)
SEARCH = SearchAssumption(median_months=6)
PLAN = ExitPlan(earliest=date(2026, 6, 1), latest=date(2026, 9, 1))
EXAM = Milestone(what="Pass the exam", by=date(2026, 5, 1))


def money(savings: int = 12_000, other_income: int = 0) -> MoneyPlan:
    finances = Finances(
        savings=Decimal(savings),
        take_home_pay=Decimal(2_500),
        other_income=Decimal(other_income),
        essential_costs=Decimal(1_500),
        discretionary_costs=Decimal(500),
    )
    return money_plan(finances, [], [], TODAY)


def urges(count: int) -> list[UrgeToQuit]:
    first = datetime(2026, 1, 1, 10).astimezone()
    return [UrgeToQuit(at=first - timedelta(days=5 * number), strength=6) for number in range(count)]


def drawn_runway(palette: Palette, savings: int = 12_000, other_income: int = 0) -> Chart:
    return runway_chart(runway(money(savings, other_income), date(2026, 4, 1)), palette, "EUR")


CHARTS: dict[str, Callable[[Palette], Chart]] = {
    "runway": drawn_runway,
    "fan": lambda palette: fan_chart(balance_fan(money(), SEARCH, date(2026, 4, 1)), palette, "EUR"),
    "risk": lambda palette: risk_chart(risk_by_leaving_month(money(), SEARCH), palette),
    "urges": lambda palette: urges_chart(summarize_urges(urges(6), TODAY), palette),
    "milestones": lambda palette: milestones_chart([EXAM], PLAN, TODAY, palette),
}


@pytest.fixture(params=list(CHARTS))
def draw(request: pytest.FixtureRequest) -> Callable[[Palette], Chart]:
    return CHARTS[request.param]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_wears_its_palette(draw: Callable[[Palette], Chart], palette: Palette) -> None:
    figure = draw(palette).figure
    assert figure is not None
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == palette.card


def test_a_chart_says_its_finding_and_the_same_in_a_sentence(draw: Callable[[Palette], Chart]) -> None:
    chart = draw(LIGHT)
    assert chart.title
    assert chart.summary.endswith(".")


def test_a_chart_names_what_stands_on_its_axis_of_time(draw: Callable[[Palette], Chart]) -> None:
    figure = draw(LIGHT).figure
    assert figure is not None
    assert figure.layout.xaxis.title.text


def test_a_chart_gives_its_numbers(draw: Callable[[Palette], Chart]) -> None:
    numbers = draw(LIGHT).numbers
    assert isinstance(numbers, pd.DataFrame)
    assert len(numbers)


def test_a_figure_can_be_sent_as_it_is(draw: Callable[[Palette], Chart]) -> None:
    figure = draw(LIGHT).figure
    assert figure is not None
    assert figure.to_plotly_json()["data"]


def test_a_runway_line_ends_at_zero_when_the_money_does() -> None:
    figure = drawn_runway(LIGHT).figure
    assert figure is not None
    assert [trace.y[-1] for trace in figure.data] == [0, 0, 0]


def test_a_runway_line_goes_on_if_the_money_does() -> None:
    figure = drawn_runway(LIGHT, other_income=3_000).figure
    assert figure is not None
    assert all(trace.y[-1] > 0 for trace in figure.data)


@pytest.mark.parametrize("savings", [0, 1, 900, 12_000, 90_000, 2_000_000])
def test_the_labels_of_the_runway_each_have_a_row(savings: int) -> None:
    figure = drawn_runway(LIGHT, savings).figure
    assert figure is not None
    labels = [note for note in figure.layout.annotations if "costs" in note.text or ":" in note.text]
    assert len({label.ay for label in labels}) == len(labels) == 3


def test_money_on_an_axis_is_written_as_everywhere() -> None:
    figure = drawn_runway(LIGHT).figure
    assert figure is not None
    assert "€5,000" in figure.layout.yaxis.ticktext


def test_the_earliest_month_is_marked() -> None:
    figure = risk_chart(risk_by_leaving_month(money(60_000), SEARCH), LIGHT).figure
    assert figure is not None
    assert "earliest: Jan 2026" in [note.text for note in figure.layout.annotations]


def test_without_such_a_month_nothing_is_marked() -> None:
    figure = risk_chart(risk_by_leaving_month(money(0), SEARCH, months=2), LIGHT).figure
    assert figure is not None
    assert len(figure.data) == 1


def test_an_empty_log_says_what_to_do() -> None:
    chart = urges_chart(summarize_urges([], TODAY), LIGHT)
    assert chart.is_empty
    assert "Log an urge" in chart.summary


def test_a_year_of_urges_is_shown_and_no_more() -> None:
    numbers = urges_chart(summarize_urges(urges(100), TODAY), LIGHT).numbers
    assert numbers is not None
    assert len(numbers) == 52


def test_no_milestone_says_what_to_do() -> None:
    chart = milestones_chart([], PLAN, TODAY, LIGHT)
    assert chart.is_empty
    assert "Set a first milestone" in chart.summary


def test_what_the_person_writes_is_text_and_never_markup() -> None:
    figure = milestones_chart([EXAM.model_copy(update={"what": "<b>x</b> & y"})], None, TODAY, LIGHT).figure
    assert figure is not None
    assert "&lt;b&gt;x&lt;/b&gt; &amp; y" in figure.layout.annotations[0].text


def test_the_state_of_a_milestone_is_a_word_and_not_only_a_color() -> None:
    late = EXAM.model_copy(update={"by": date(2026, 1, 1)})
    numbers = milestones_chart([EXAM, late], PLAN, TODAY, LIGHT).numbers
    assert numbers is not None
    assert list(numbers["State"]) == ["overdue", "to come"]
