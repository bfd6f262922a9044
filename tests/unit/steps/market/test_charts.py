from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from rutkit.chart import DARK, LIGHT, Chart, Palette
from rutkit.demo.market import market as demo_market
from rutkit.steps.market import charts
from rutkit.steps.market.extract.reading import Salary
from rutkit.steps.market.market import Market, MarketReader
from rutkit.steps.market.records import Posting, SkillChoice

TODAY = date(2026, 11, 22)
NASTY = "<img src=x onerror=alert(1)>"

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]


def draw_all(market: Market, palette: Palette) -> dict[str, Chart]:
    return {
        "skills": charts.skills_chart(market, palette, action="open"),
        "pairs": charts.pairs_chart(market, palette),
        "years": charts.years_chart(market, palette),
        "education": charts.education_chart(market, palette),
        "workplaces": charts.workplaces_chart(market, palette),
        "seniorities": charts.seniorities_chart(market, palette),
        "employments": charts.employments_chart(market, palette),
        "salaries": charts.salaries_chart(market, palette),
        "saturation": charts.saturation_chart(market, palette),
        "changes": charts.changes_chart(market, palette),
        "ages": charts.ages_chart(market, TODAY, palette),
    }


@pytest.fixture(scope="module")
def of_the_demo() -> Market:
    records = demo_market(TODAY)
    return MarketReader().market(
        [record for record in records if isinstance(record, Posting)],
        [record for record in records if isinstance(record, SkillChoice)],
    )


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_chart_has_a_finding_a_sentence_the_numbers_and_small_print(
    of_the_demo: Market, palette: Palette
) -> None:
    for name, chart in draw_all(of_the_demo, palette).items():
        assert not chart.is_empty, name
        assert chart.title, name
        assert chart.summary.endswith("."), name
        assert chart.numbers is not None, name
        assert len(chart.numbers) > 0, name
        assert chart.note.endswith("."), name


def test_every_chart_of_nothing_says_what_it_will_show(make_market: MakeMarket) -> None:
    for name, chart in draw_all(make_market(), LIGHT).items():
        assert chart.is_empty, name
        assert chart.summary.endswith("."), name


def test_what_somebody_else_wrote_is_never_markup(make_market: MakeMarket, make_posting: MakePosting) -> None:
    market = make_market(*(make_posting(NASTY, "SQL", posted=TODAY) for _ in range(25)))
    for name, chart in draw_all(market, LIGHT).items():
        drawn = json.dumps(chart.figure.to_plotly_json(), default=str) if chart.figure else ""
        ticks = drawn.partition('"ticktext"')[2]
        assert "<img" not in ticks, name
        for trace in chart.figure.data if chart.figure else ():
            assert "%{customdata}" not in str(trace.hovertemplate) or "<img" not in str(trace.customdata), (
                name
            )
            assert "<img" not in str(trace.hovertext), name


# Skills


def test_required_and_preferred_are_drawn_apart(make_market: MakeMarket, make_posting: MakePosting) -> None:
    market = make_market(
        *(make_posting("SQL") for _ in range(2)),
        *(make_posting(preferred=("SQL",)) for _ in range(2)),
        *(make_posting() for _ in range(4)),
    )
    figure = charts.skills_chart(market, LIGHT, action="open").figure
    assert figure is not None
    drawn = {trace.name: list(trace.x) for trace in figure.data if trace.name}
    assert drawn == {"required": [25], "preferred": [25], "not said which": [0]}


def test_a_bar_says_which_skill_it_opens(make_market: MakeMarket, make_posting: MakePosting) -> None:
    market = make_market(*(make_posting("SQL") for _ in range(5)))
    figure = charts.skills_chart(market, LIGHT, action="open").figure
    assert figure is not None
    assert figure.data[0].meta == {"action": "open"}
    assert list(figure.data[0].customdata) == ["SQL"]


def test_the_finding_names_the_most_wanted(make_market: MakeMarket, make_posting: MakePosting) -> None:
    market = make_market(make_posting("SQL", "Excel"), *(make_posting("SQL") for _ in range(4)))
    assert charts.skills_chart(market, LIGHT, action="open").title == (
        "SQL and Excel are asked for most, SQL in 100\u00a0% of your postings"
    )


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        (["AB"] * 5, "A and B are asked for most, each in 100\u00a0% of your postings"),
        (["ABCDE"] * 5, "A, B and 3 more are asked for equally often, each in 100\u00a0% of your postings"),
        (["ABCD"] + ["A"] * 4, "A is asked for most, in 100\u00a0% of your postings"),
        (["ABC"] + ["AB"] * 4, "A, B and C are asked for most, A and B in 100\u00a0% of your postings"),
    ],
)
def test_skills_asked_for_equally_often_are_said_to_be_that(
    make_market: MakeMarket, make_posting: MakePosting, asked: list[str], title: str
) -> None:
    market = make_market(*(make_posting(*names) for names in asked))
    assert charts.skills_chart(market, LIGHT, action="open").title == title


def test_what_fewer_than_five_postings_say_is_listed_without_shares(
    make_market: MakeMarket, make_posting: MakePosting
) -> None:
    market = make_market(
        make_posting("SQL", "Excel"), *(make_posting("SQL", workplace="remote") for _ in "123")
    )
    drawn = draw_all(market, LIGHT)
    assert all(chart.is_empty and "%" not in chart.summary for chart in drawn.values())
    assert drawn["skills"].title == "Not enough yet to say what is asked for most: 4 of 5 postings"
    assert drawn["skills"].summary == (
        "Asked for so far: SQL in 4, Excel in 1. With 1 more, shares can be shown."
    )
    assert drawn["workplaces"].title == "Place of work: not enough yet, 3 of 5 postings that say so"
    assert drawn["workplaces"].summary == (
        "Named so far: remote in 3. With 2 more that say so, shares can be shown."
    )


def test_of_a_single_posting_the_skills_are_named_alone(
    make_market: MakeMarket, make_posting: MakePosting
) -> None:
    chart = charts.skills_chart(make_market(make_posting("Excel", "SQL")), LIGHT, action="open")
    assert chart.summary == "Asked for so far: Excel, SQL. With 4 more, shares can be shown."


def test_postings_in_which_nothing_was_found_are_said_to_be_that(
    make_market: MakeMarket, make_posting: MakePosting
) -> None:
    chart = charts.skills_chart(make_market(make_posting()), LIGHT, action="open")
    assert chart.is_empty
    assert "No skill was found in 1 posting." in chart.summary


def test_pairs_are_not_drawn_of_too_few_postings(make_market: MakeMarket, make_posting: MakePosting) -> None:
    chart = charts.pairs_chart(make_market(*(make_posting("SQL", "Excel") for _ in range(19))), LIGHT)
    assert chart.summary.startswith("Not enough yet: 19 of 20 postings.")


# Terms


def paid(make_posting: MakePosting, low: float, high: float, currency: str = "USD") -> Posting:
    return make_posting(salary=Salary(low, high, currency, "year", False, low, high, "pay"))


def test_the_assumption_behind_a_full_year_s_pay_is_named(
    make_market: MakeMarket, make_posting: MakePosting
) -> None:
    chart = charts.salaries_chart(make_market(paid(make_posting, 50_000, 60_000)), LIGHT)
    assert "52 paid weeks of 40 hours, which is an assumption" in chart.note


def test_of_few_sums_each_is_named_and_nothing_made_of_them(
    make_market: MakeMarket, make_posting: MakePosting
) -> None:
    market = make_market(*(paid(make_posting, pay, pay) for pay in (50_000, 60_000, 70_000)))
    chart = charts.salaries_chart(market, LIGHT)
    assert chart.title == "Not enough yet: 3 of 6 postings that name their pay"
    assert chart.is_empty
    assert chart.summary == (
        "Named so far, a year: $50,000, $60,000 and $70,000. With 3 more, the median can be shown."
    )


def test_a_median_of_enough_is_the_finding(make_market: MakeMarket, make_posting: MakePosting) -> None:
    market = make_market(*(paid(make_posting, 60_000, 60_000) for _ in range(6)))
    assert charts.salaries_chart(market, LIGHT).title == (
        "Half of those that say so pay $60,000 a year or more"
    )


def test_pay_in_other_currencies_is_told_apart(make_market: MakeMarket, make_posting: MakePosting) -> None:
    postings = [paid(make_posting, 50_000, 60_000) for _ in range(2)]
    chart = charts.salaries_chart(make_market(*postings, paid(make_posting, 40_000, 40_000, "")), LIGHT)
    assert "In no named currency: 1 posting, 40,000." in chart.summary


def test_those_that_say_nothing_are_counted(make_market: MakeMarket, make_posting: MakePosting) -> None:
    market = make_market(
        *(make_posting(workplace="remote") for _ in range(5)), make_posting(), make_posting()
    )
    chart = charts.workplaces_chart(market, LIGHT)
    assert chart.title == "Remote is the most frequent"
    assert "2 do not say" in chart.note


def test_of_what_is_equally_often_none_is_called_the_first(
    make_market: MakeMarket, make_posting: MakePosting
) -> None:
    postings = [make_posting(workplace=place) for place in ("remote", "hybrid") * 3]
    assert charts.workplaces_chart(make_market(*postings), LIGHT).title == (
        "Remote and hybrid are the most frequent, equally often"
    )


# Time


def test_rising_and_falling_waits_for_enough_on_both_sides(
    make_market: MakeMarket, make_posting: MakePosting
) -> None:
    market = make_market(*(make_posting("SQL", posted=TODAY - timedelta(days=day)) for day in range(20)))
    chart = charts.changes_chart(market, LIGHT)
    assert chart.is_empty
    assert chart.summary.startswith("Not enough yet: 10 of 30 postings")


def test_the_demo_s_two_seasons_differ(of_the_demo: Market) -> None:
    assert charts.changes_chart(of_the_demo, LIGHT).title == "Power BI is rising; Microsoft Excel is falling"


def test_repeats_are_counted_beside_the_ages(make_market: MakeMarket, make_posting: MakePosting) -> None:
    first = make_posting("SQL", posted=TODAY)
    market = make_market(first, make_posting("SQL", posted=TODAY, repeats=first.id))
    assert "1 of 2 repeat another" in charts.ages_chart(market, TODAY, LIGHT).note
