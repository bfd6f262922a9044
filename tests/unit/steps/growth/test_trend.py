from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.dates import add_months
from rutkit.steps.growth.records import QUESTIONS, GrowthCheck
from rutkit.steps.growth.trend import (
    HIGHEST,
    MONTHS_AHEAD,
    MonthlyAnswer,
    Trend,
    fit,
    monthly_answers,
    trends,
    trends_finding,
    year_ahead,
    year_ahead_finding,
)

TODAY = date(2026, 11, 22)
FIRST = date(2026, 1, 1)

Checks = Callable[[Sequence[int]], list[GrowthCheck]]


def answers(values: Sequence[int]) -> list[MonthlyAnswer]:
    return [MonthlyAnswer(add_months(FIRST, count), value) for count, value in enumerate(values)]


def trend(question: str, values: Sequence[int]) -> Trend:
    return Trend(question, tuple(answers(values)))


# The answers


def test_a_question_that_was_left_out_is_no_answer() -> None:
    check = GrowthCheck(month=FIRST, learning=4)
    assert monthly_answers([check], "challenged", TODAY) == ()


def test_two_years_of_months_count_and_none_to_come() -> None:
    months = [date(2024, 11, 1), date(2024, 12, 1), date(2026, 11, 1), date(2026, 12, 1)]
    found = monthly_answers([GrowthCheck(month=month, learning=4) for month in months], "learning", TODAY)
    assert [answer.month for answer in found] == [date(2024, 12, 1), date(2026, 11, 1)]


# The line


def test_answers_on_a_line_have_that_line() -> None:
    line = fit(answers([2, 4, 6, 8]))
    assert line.slope == pytest.approx(2)
    assert line.at(date(2026, 6, 1)) == pytest.approx(12)


def test_a_month_left_out_is_a_longer_way() -> None:
    line = fit([MonthlyAnswer(date(2026, month, 1), value) for month, value in ((1, 2), (2, 4), (5, 10))])
    assert line.slope == pytest.approx(2)


def test_two_months_make_no_line_with_an_interval() -> None:
    with pytest.raises(ValueError, match="three months, not 2"):
        fit(answers([1, 2]))


def test_answers_that_never_vary_are_as_sure_as_rounding_allows() -> None:
    line = fit(answers([5] * 6))
    assert line.direction == 0
    assert line.answer_in(date(2026, 7, 1)).low < 5 < line.answer_in(date(2026, 7, 1)).high


def test_the_change_is_per_year_with_a_95_percent_interval() -> None:
    # By hand: slope −0.6 a month, residual variance 0.5333 / 4, sum of squares 17.5, t(4) = 2.776.
    line = fit(answers([6, 6, 5, 5, 4, 3]))
    assert line.slope * 12 == pytest.approx(-7.2, abs=0.01)
    assert (line.change_a_year.low, line.change_a_year.high) == pytest.approx((-10.11, -4.29), abs=0.01)


@given(st.lists(st.integers(0, HIGHEST), min_size=3, max_size=24), st.integers(0, 60))
def test_what_is_said_of_a_month_stays_on_the_scale(values: list[int], months: int) -> None:
    ahead = fit(answers(values)).answer_in(add_months(FIRST, months))
    assert 0 <= ahead.low < ahead.high <= HIGHEST


@given(st.lists(st.integers(0, HIGHEST), min_size=3, max_size=24))
def test_answers_turned_around_turn_the_line_around(values: list[int]) -> None:
    line = fit(answers(values))
    turned = fit(answers([HIGHEST - value for value in values]))
    assert turned.slope == pytest.approx(-line.slope)
    assert turned.direction == -line.direction


@given(st.lists(st.integers(0, HIGHEST), min_size=3, max_size=24), st.integers(1, 40))
def test_the_order_of_the_months_is_what_counts_not_where_they_lie(values: list[int], shift: int) -> None:
    moved = [MonthlyAnswer(add_months(answer.month, shift), answer.value) for answer in answers(values)]
    assert fit(moved).slope == pytest.approx(fit(answers(values)).slope)


@pytest.mark.parametrize(("n", "slope"), [(6, 0.0), (8, -0.1), (12, 0.08), (18, -0.05)])
def test_the_range_ahead_holds_80_of_100_answers_when_its_assumptions_do(n: int, slope: float) -> None:
    generator = np.random.default_rng(n)
    months = np.arange(n + MONTHS_AHEAD)
    month_ahead = add_months(FIRST, n - 1 + MONTHS_AHEAD)
    hits, runs = 0, 1_500
    for _ in range(runs):
        truth = 5 + slope * (months - n) + generator.normal(0, 0.8, len(months))
        ahead = fit(answers(np.clip(np.rint(truth[:n]), 0, HIGHEST).astype(int).tolist())).answer_in(
            month_ahead
        )
        hits += bool(ahead.low <= truth[-1] <= ahead.high)
    assert 0.75 <= hits / runs <= 0.85


# The trend in words


def test_three_months_are_not_enough_and_it_says_so(checks: Checks) -> None:
    found = trends(checks([5, 4, 3]), TODAY)
    assert trends_finding(found) == "Not enough yet: 3 of 4 months"
    assert {trend.label for trend in found} == {"not enough yet: 3 of 4 months"}


def test_four_months_have_a_line(checks: Checks) -> None:
    assert trends(checks([7, 5, 3, 1]), TODAY)[0].line is not None


def test_a_question_is_counted_by_itself(checks: Checks) -> None:
    found = trends([*checks([5, 4, 3]), GrowthCheck(month=date(2026, 11, 1), learning=2)], TODAY)
    assert [trend.n for trend in found] == [4, 3, 3]


def test_the_finding_says_what_falls_what_rises_and_what_does_not_tell() -> None:
    found = (
        trend("learning", [8, 7, 6, 5, 4, 3]),
        trend("challenged", [5, 6, 5, 6, 5, 6]),
        trend("keeping_up", [1, 2, 3, 4, 5, 6]),
    )
    assert trends_finding(found) == "Learning falls; keeping up rises; challenge shows no clear trend"


def test_two_that_fall_stand_in_the_plural() -> None:
    found = (trend("learning", [8, 7, 6, 5]), trend("challenged", [9, 8, 7, 6]), trend("keeping_up", []))
    assert trends_finding(found) == "Learning and challenge fall"


def test_answers_that_go_up_and_down_have_no_clear_trend(checks: Checks) -> None:
    assert trends_finding(trends(checks([5, 6, 4, 6, 5]), TODAY)) == "No clear trend in 5 months"


def test_a_label_has_the_change_and_its_interval() -> None:
    assert trend("learning", [6, 6, 5, 5, 4, 3]).label == "−7.2 points a year (−10.1 to −4.3)"


# A year ahead


def test_five_months_are_not_enough_to_look_a_year_ahead(checks: Checks) -> None:
    ahead = year_ahead(trends(checks([5, 5, 4, 4, 3]), TODAY), TODAY)
    assert [each.range for each in ahead] == [None] * len(QUESTIONS)
    assert year_ahead_finding(ahead) == "Not enough yet: 5 of 6 months"


def test_the_year_ahead_is_twelve_months_from_now(checks: Checks) -> None:
    assert year_ahead(trends(checks([5] * 6), TODAY), TODAY)[0].month == date(2027, 11, 1)


def test_the_finding_names_the_question_that_would_stand_lowest() -> None:
    months = [date(2026, 1, 1), *(add_months(date(2026, 1, 1), count) for count in range(1, 11))]
    found = tuple(
        Trend(question, tuple(MonthlyAnswer(month, value) for month in months))
        for question, value in zip(QUESTIONS, (6, 3, 8), strict=True)
    )
    assert year_ahead_finding(year_ahead(found, TODAY)).startswith(
        "If nothing changes, challenge would stand"
    )


def test_a_line_that_leaves_the_scale_is_not_surer_for_it(checks: Checks) -> None:
    ahead = year_ahead(trends(checks([8, 7, 6, 5, 4, 3, 2, 1]), TODAY), TODAY)[0]
    assert ahead.range is not None
    assert ahead.range.low == 0
    assert ahead.range.high > 0


def test_wide_ranges_leave_the_year_open(checks: Checks) -> None:
    ahead = year_ahead(trends(checks([1, 9, 2, 8, 3, 9]), TODAY), TODAY)
    assert all(each.is_open for each in ahead)
    assert year_ahead_finding(ahead) == "The next year is open: every range is wide"
