from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.chart import DARK, LIGHT, Chart, Palette
from rutkit.steps.network.charts import companies_chart, giving_chart, map_chart, weeks_chart
from rutkit.steps.network.companies import Known, Target
from rutkit.steps.network.giving import Balance
from rutkit.steps.network.records import Contact, Touch
from rutkit.steps.network.tiles import tiles

TODAY = date(2026, 11, 22)
ADA = Contact(name="Ada", relation="friend", company="<b>Acme", closeness=4)
TOUCHES = [Touch(contact=ADA.id, day=TODAY - timedelta(days=ago)) for ago in (1, 6, 7, 40, 400, -3)]
TARGETS = [
    Known(Target("acme", "<b>Acme", ("Clerk",), ()), (ADA,)),
    Known(Target("bolt", "Bolt", (), ("Cook",)), ()),
]


def every_chart(palette: Palette) -> list[Chart]:
    return [
        weeks_chart(TOUCHES, TODAY, palette),
        giving_chart({"ada": Balance(5, gave=1, asked=3)}, {"ada": "<b>Ada"}, palette),
        companies_chart(TARGETS, palette),
        map_chart(tiles([ADA, ADA]), palette),
    ]


def every_empty_chart() -> list[Chart]:
    return [
        weeks_chart(TOUCHES[4:], TODAY, LIGHT),
        giving_chart({"ada": Balance(5)}, {}, LIGHT),
        companies_chart([], LIGHT),
        map_chart((), LIGHT),
    ]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_chart_says_its_finding_its_n_and_its_numbers(palette: Palette) -> None:
    for chart in every_chart(palette):
        assert chart.title
        assert chart.summary.endswith(".")
        assert chart.note.startswith("n = ")
        assert chart.numbers is not None
        assert len(chart.numbers)


def test_an_empty_chart_says_how_to_fill_it() -> None:
    for chart in every_empty_chart():
        assert chart.is_empty
        assert chart.summary.endswith(".")


def test_nothing_that_somebody_wrote_is_read_as_markup() -> None:
    assert not any("<b>A" in str(chart.figure) for chart in every_chart(LIGHT))


def test_the_weeks_end_with_today_and_leave_out_what_is_older_or_to_come() -> None:
    chart = weeks_chart(TOUCHES, TODAY, LIGHT)
    assert chart.title == "3 times in touch with 1 person in the last four weeks"
    assert chart.note.startswith("n = 4 times in touch that you noted.")
    assert chart.numbers is not None
    assert list(chart.numbers["times in touch"])[-2:] == [1, 2]


def test_giving_is_told_before_asking() -> None:
    chart = giving_chart({"a": Balance(2, gave=2), "b": Balance(1, asked=1)}, {"a": "Ada"}, LIGHT)
    assert chart.title == "You gave twice and asked once"
    assert "1 person with nothing given yet" in chart.note
    assert chart.summary == "Ada: gave 2, asked 0; Somebody removed: gave 0, asked 1."


def test_coverage_counts_the_companies_at_which_somebody_is_known() -> None:
    chart = companies_chart(TARGETS, LIGHT)
    assert chart.title == "You know somebody at 1 of 2 companies where you want to work"
    assert chart.summary == "<b>Acme: 1 person, 1 open role; Bolt: nobody yet, 1 application."


def test_the_map_names_the_largest_group() -> None:
    people = [ADA, ADA, Contact(relation="family")]
    assert map_chart(tiles(people), LIGHT).title == "You know 3 people; the largest group is “friend”"


def test_the_map_does_not_call_those_a_group_of_whom_nothing_is_noted() -> None:
    title = map_chart(tiles([Contact(name="Ada"), Contact(name="Bo")]), LIGHT).title
    assert title == "You know 2 people; how you know them is not noted yet"
