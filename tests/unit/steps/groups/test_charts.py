from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from rutkit.chart import DARK, LIGHT, Chart, Palette
from rutkit.steps.groups.charts import hours_by_month, ties_per_cost, ties_per_hour
from rutkit.steps.groups.records import Group, Visit
from rutkit.steps.groups.worth import worth

TODAY = date(2026, 11, 22)
GUILD, CIRCLE = Group(name="<b>The Guild", cost=Decimal(0)), Group(name="The Circle")
GROUPS = [GUILD, CIRCLE]


def visit(group: Group, month: int, *met: str, hours: float | None = 2) -> Visit:
    return Visit(group=group.id, day=date(2026, month, 3), met=met, hours=hours, cost=Decimal(10))


VISITS = [visit(GUILD, 9, "Ann"), visit(GUILD, 10, "Bo"), visit(CIRCLE, 11, "Cy")]


def per_hour(visits: list[Visit], palette: Palette = LIGHT) -> Chart:
    return ties_per_hour(worth(GROUPS, visits, TODAY), palette)


def per_cost(visits: list[Visit], palette: Palette = LIGHT) -> Chart:
    return ties_per_cost(worth(GROUPS, visits, TODAY), palette, "USD")


def evenings(visits: list[Visit], palette: Palette = LIGHT) -> Chart:
    return hours_by_month(GROUPS, visits, TODAY, palette)


EVERY_CHART = pytest.mark.parametrize("draw", [per_hour, per_cost, evenings])


@EVERY_CHART
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_wears_its_palette(draw: Callable[[list[Visit], Palette], Chart], palette: Palette) -> None:
    figure = draw(VISITS, palette).figure
    assert figure is not None
    assert figure.layout.paper_bgcolor == palette.card


@EVERY_CHART
def test_a_chart_without_visits_says_how_to_fill_it(draw: Callable[[list[Visit]], Chart]) -> None:
    chart = draw([])
    assert chart.is_empty
    assert "Note" in chart.summary


@EVERY_CHART
def test_names_of_groups_are_never_markup(draw: Callable[[list[Visit]], Chart]) -> None:
    assert "<b>The Guild" not in str(draw(VISITS).figure)


def test_a_group_with_one_visit_is_named_and_not_drawn() -> None:
    chart = per_hour(VISITS)
    assert chart.figure is not None
    assert len(chart.figure.data[0].x) == 1
    assert "The Circle: not enough yet: 1 of 2 visits, n = 1" in chart.note


def test_one_visit_is_not_drawn_and_it_is_said_what_is_missing() -> None:
    chart = per_hour([visit(GUILD, 9, "Ann")])
    assert chart.is_empty
    assert "not enough yet: 1 of 2 visits" in chart.summary


def test_the_numbers_have_every_group_with_its_interval() -> None:
    numbers = per_hour(VISITS).numbers
    assert numbers is not None
    assert list(numbers["Group"]) == ["<b>The Guild", "The Circle"]
    assert numbers["New ties in 10 hours"].tolist()[0] == 5.0


def test_the_hours_of_a_year_are_added_up() -> None:
    chart = evenings(VISITS)
    assert chart.title == "6 hours in twelve months, 4 hours of them in <b>The Guild"
    assert "n = 3 visits" in chart.note


def test_hours_of_an_earlier_year_do_not_count() -> None:
    long_ago = visit(GUILD, 9).model_copy(update={"day": date(2024, 9, 3)})
    assert evenings([long_ago]).is_empty
