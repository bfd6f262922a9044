from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.emotions.analysis import (
    Consistency,
    consistency,
    consistency_finding,
    has_feelings,
    newest_toll,
    toll,
    weekly_toll,
)
from rutkit.steps.emotions.records import FEELINGS, CheckIn

Ago = Callable[..., CheckIn]


def of(feeling: str, results: tuple[Consistency, ...]) -> Consistency:
    return next(result for result in results if result.feeling == feeling)


def test_the_toll_is_the_mean_of_the_feelings_that_were_answered(ago: Ago) -> None:
    assert toll(ago(0, stressed=4, angry=1)) == 2.5


def test_a_day_without_feelings_has_no_toll(ago: Ago) -> None:
    assert toll(ago(0, note="Only a note")) is None


def test_a_feeling_answered_with_none_is_answered(ago: Ago) -> None:
    assert has_feelings(ago(0, fearful=0))


@pytest.mark.parametrize(("felt", "consistent"), [(2, False), (3, True), (5, True)])
def test_a_feeling_is_consistent_from_half_of_five_workdays_up(
    ago: Ago, today: date, felt: int, consistent: bool
) -> None:
    days = [ago(n, workday=True, stressed=2 if n < felt else 1) for n in range(5)]
    assert of("stressed", consistency(days, today)).is_consistent is consistent


def test_exactly_half_of_the_workdays_is_consistent(ago: Ago, today: date) -> None:
    days = [ago(n, workday=True, angry=4 if n < 3 else 0) for n in range(6)]
    assert of("angry", consistency(days, today)).is_consistent


def test_four_workdays_say_nothing_and_one_is_missing(ago: Ago, today: date) -> None:
    result = of("stressed", consistency([ago(n, workday=True, stressed=4) for n in range(4)], today))
    assert not result.is_consistent
    assert result.missing == 1
    assert result.interval is None
    assert result.label == "not enough yet: 4 of 5 workdays"


def test_a_workday_on_which_the_feeling_was_left_out_does_not_count(ago: Ago, today: date) -> None:
    days = [ago(n, workday=True, stressed=3, angry=3 if n else None) for n in range(5)]
    results = consistency(days, today)
    assert (of("stressed", results).n, of("angry", results).n) == (5, 4)


@pytest.mark.parametrize("workday", [False, None])
def test_only_days_that_are_said_to_be_workdays_count(ago: Ago, today: date, workday: bool | None) -> None:
    assert of("stressed", consistency([ago(1, workday=workday, stressed=4)], today)).n == 0


def test_the_window_is_fourteen_days_with_today(ago: Ago, today: date) -> None:
    days = [ago(n, workday=True, stressed=2) for n in (-1, 0, 13, 14)]
    assert of("stressed", consistency(days, today)).n == 2


def test_the_label_gives_count_and_wilson_interval() -> None:
    assert Consistency("resentful", days_felt=8, n=10).label == "8 of 10 · 49–94\u00a0%"


def findings(**shares: int) -> str:
    return consistency_finding([Consistency(feeling, felt, 10) for feeling, felt in shares.items()])


def test_the_finding_names_what_is_consistent_and_what_is_not() -> None:
    assert findings(fearful=1, resentful=8) == "Resentment is consistent; fear is not"


def test_two_consistent_feelings_stand_in_the_plural() -> None:
    assert findings(stressed=6, angry=3, inadequate=4, fearful=1, resentful=8) == (
        "Stress and resentment are consistent; the other three are not"
    )


def test_no_and_all_feelings_have_their_own_findings() -> None:
    assert findings(**dict.fromkeys(FEELINGS, 0)) == "No feeling is consistent"
    assert findings(**dict.fromkeys(FEELINGS, 10)) == "All five feelings are consistent"


def test_a_feeling_with_too_few_days_is_not_in_the_finding() -> None:
    results = [Consistency("stressed", 4, 5), Consistency("angry", 0, 4)]
    assert consistency_finding(results) == "Stress is consistent"


def test_without_enough_days_the_finding_says_how_many_there_are() -> None:
    assert consistency_finding([Consistency("stressed", 3, 3)]) == "Not enough yet: 3 of 5 workdays"


@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), min_size=5, max_size=5))
def test_every_outcome_has_a_finding_in_words(counts: list[tuple[int, int]]) -> None:
    results = [
        Consistency(feeling, min(felt, n), n) for feeling, (felt, n) in zip(FEELINGS, counts, strict=True)
    ]
    finding = consistency_finding(results)
    assert finding[0].isupper()
    assert not finding.endswith(".")


def test_a_week_runs_from_monday_to_sunday(today: date) -> None:
    sunday, monday = date(2026, 3, 15), date(2026, 3, 16)
    weeks = weekly_toll([CheckIn(day=monday, stressed=3), CheckIn(day=sunday, stressed=1)])
    assert [(week.monday, week.mean, week.n) for week in weeks] == [
        (date(2026, 3, 9), 1.0, 1),
        (date(2026, 3, 16), 3.0, 1),
    ]


def test_each_day_weighs_the_same_in_its_week(today: date) -> None:
    monday = date(2026, 3, 16)
    full = CheckIn(day=monday, **dict.fromkeys(FEELINGS, 4))
    sparse = CheckIn(day=monday + timedelta(days=1), stressed=0)
    assert weekly_toll([full, sparse])[0].mean == 2.0


def test_weeks_without_feelings_are_absent(ago: Ago) -> None:
    assert weekly_toll([ago(0, note="No feelings")]) == ()


def test_the_newest_toll_names_this_week_and_the_one_before(ago: Ago, today: date) -> None:
    sentence = newest_toll([ago(0, stressed=2), ago(1, stressed=3), ago(2, stressed=1)], today)
    assert "this week: 2.5 on 2 days" in sentence
    assert "Last week: 1.0 on 1 day" in sentence


def test_without_recent_check_ins_the_newest_toll_says_what_to_do(ago: Ago, today: date) -> None:
    assert "Half a minute" in newest_toll([ago(40, stressed=4)], today)
