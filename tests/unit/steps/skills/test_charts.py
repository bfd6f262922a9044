from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.chart import DARK, LIGHT, Palette
from rutkit.steps.skills.charts import budget_chart, gap_chart, hours_chart, not_drawn_yet, timeline_chart
from rutkit.steps.skills.curves import CurvePoint
from rutkit.steps.skills.demand import Demand
from rutkit.steps.skills.gaps import Gaps, gaps
from rutkit.steps.skills.records import Skill

MONDAY = date(2026, 3, 2)
CURVE = (
    CurvePoint(0.0, None, is_set=False),
    CurvePoint(100.0, 0.4, is_set=True),
    CurvePoint(200.0, 0.55, is_set=False),
)


def some_gaps() -> Gaps:
    demands = [Demand("SQL", 0.5, 40, 0.25), Demand("<b>Python", 0.3, 40, 0.1)]
    return gaps(demands, [Skill(name="SQL", level=4, evidence="A report")])


def weeks(*hours: float) -> dict[date, float]:
    return {MONDAY + timedelta(weeks=week): each for week, each in enumerate(hours)}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_wears_its_palette(palette: Palette) -> None:
    drawn = (
        gap_chart(some_gaps(), palette),
        timeline_chart({"A book": weeks(5, 2)}, 5, MONDAY, palette, what="Proposed"),
        hours_chart(CURVE, palette),
    )
    for chart in drawn:
        assert chart.figure is not None
        assert chart.figure.layout.paper_bgcolor == palette.card


def test_the_gap_picture_says_what_is_had_and_what_can_be_shown() -> None:
    chart = gap_chart(some_gaps(), LIGHT)
    assert chart.title == "You have 1 of 2 skills asked for, and can show 1"
    assert "n = 40 postings" in chart.note


def test_what_is_not_had_is_told_from_what_is_not_said() -> None:
    demands = [Demand(name, 0.5, 40, 0.25) for name in ("Excel", "Go", "SQL")]
    figure = gap_chart(gaps(demands, [Skill(name="Go", level=0)]), LIGHT).figure
    assert figure is not None
    drawn = {bar.name: list(bar.y) for bar in figure.data if bar.type == "bar"}
    assert (drawn["do not have it"], drawn["not said"]) == ([1], [0, 2])


def test_names_of_skills_are_never_markup() -> None:
    figure = gap_chart(some_gaps(), LIGHT).figure
    assert figure is not None
    assert not any("<b><b>" in str(note.text) for note in figure.layout.annotations)


def test_without_postings_the_picture_says_what_to_do() -> None:
    chart = gap_chart(gaps([], []), LIGHT)
    assert chart.is_empty
    assert "step 5" in chart.summary


def test_the_weeks_say_how_full_the_fullest_is() -> None:
    chart = timeline_chart(
        {"A book": weeks(2, 2), "A course": weeks(3)}, 5, MONDAY, LIGHT, what="The plan you took"
    )
    assert chart.title == "The plan you took: 2 resources until 15 Mar 2026"
    assert chart.summary.endswith("At most 5 hours in a week.")
    assert chart.numbers is not None
    assert list(chart.numbers["all hours"]) == [5, 2]


def test_without_a_plan_the_weeks_say_what_to_do() -> None:
    assert timeline_chart({}, 5, MONDAY, LIGHT, what="Proposed").is_empty


def test_a_curve_says_what_more_would_buy() -> None:
    chart = budget_chart(CURVE, "USD", LIGHT)
    assert chart.title == "$200 would cover 55\u00a0% instead of 40\u00a0%"
    assert chart.numbers is not None
    assert chart.numbers["covered"][0] == "does not fit"


def test_a_flat_curve_says_so() -> None:
    flat = (CurvePoint(5.0, 0.4, is_set=True), CurvePoint(10.0, 0.4, is_set=False))
    assert hours_chart(flat, LIGHT).title == "More time would buy next to nothing"


def test_a_curve_that_is_not_worked_out_yet_says_when() -> None:
    assert not_drawn_yet("time").is_empty
