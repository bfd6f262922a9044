from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import inf, log
from time import process_time

import numpy as np
import pytest

from rutkit.statistics import Interval
from rutkit.steps.job_search.applications.histories import APPLIED, INTERVIEW, History
from rutkit.steps.job_search.outcomes.forecast import (
    LONGEST_WAY,
    MINIMUM,
    Wait,
    Ways,
    days_to_first,
    forecast,
    forecast_finding,
)

TODAY = date(2026, 11, 22)

MakeHistory = Callable[..., History]


def wait(low: float, high: float, *, so_far: int = 0) -> Wait:
    return Wait("interview", so_far, 40, 2.5, 12, (low + high) / 2, Interval(low, high, 0.8))


def search(make: MakeHistory, *, n: int = 100, interviews: int = 10, every: int = 1) -> list[History]:
    """Applications at an even pace, every so many days; the oldest came to an interview after 14 days."""
    oldest = n * every
    return [
        make(oldest - place * every, interview=14) if place < interviews else make(oldest - place * every)
        for place in range(n)
    ]


def test_nineteen_applications_are_not_enough_and_it_says_so(make_history: MakeHistory) -> None:
    waits = forecast(search(make_history, n=MINIMUM - 1), TODAY)
    assert [each.range for each in waits] == [None, None]
    assert forecast_finding(waits) == "Not enough yet: 19 of 20 applications"


def test_the_same_question_gets_the_same_answer_twice(make_history: MakeHistory) -> None:
    histories = search(make_history)
    assert forecast(histories, TODAY) == forecast(histories, TODAY)


def test_an_even_search_waits_as_long_as_between_two_interviews(make_history: MakeHistory) -> None:
    # One in ten of one a day: an interview every ten days, half of the waits below 10 · ln 2.
    found = forecast([*search(make_history, n=400, interviews=0, every=1)], TODAY)[0]
    assert found.so_far == 0
    even = [
        make_history(400 - place, interview=3) if place % 10 == 0 else make_history(400 - place)
        for place in range(400)
    ]
    assert forecast(even, TODAY)[0].middle == pytest.approx(10 * log(2) / 7, rel=0.2)


def test_what_went_out_or_got_there_some_day_is_left_out_and_counted(make_history: MakeHistory) -> None:
    known = search(make_history)
    sent = replace(make_history(0, interview=0), undated=frozenset((APPLIED,)))
    there = replace(make_history(9, interview=9), undated=frozenset((INTERVIEW,)))
    found = forecast([*known, sent, there], TODAY)[0]
    assert replace(found, undated=0, undated_there=0) == forecast(known, TODAY)[0]
    assert (found.undated, found.undated_there) == (2, 2)


def test_an_interview_of_some_day_makes_the_next_one_another(make_history: MakeHistory) -> None:
    there = replace(make_history(9, interview=9), undated=frozenset((INTERVIEW,)))
    assert forecast([there], TODAY)[0].name == "another interview"


def test_the_pace_is_that_of_the_last_eight_weeks(make_history: MakeHistory) -> None:
    recent, before = [make_history(age) for age in range(16)], [make_history(80) for _ in range(50)]
    assert forecast([*before, *recent], TODAY)[0].a_week == 2


def test_a_search_of_three_weeks_has_the_pace_of_three_weeks(make_history: MakeHistory) -> None:
    assert forecast([make_history(age) for age in range(21)], TODAY)[0].a_week == 7


def test_a_quicker_pace_waits_shorter(make_history: MakeHistory) -> None:
    slow, quick = (forecast(search(make_history, every=every), TODAY)[0] for every in (4, 1))
    assert quick.middle < slow.middle


def test_more_interviews_wait_shorter(make_history: MakeHistory) -> None:
    few, many = (forecast(search(make_history, interviews=count), TODAY)[0] for count in (2, 20))
    assert many.middle < few.middle


def test_an_offer_never_comes_before_its_interview_in_the_middle(make_history: MakeHistory) -> None:
    interview, offer = forecast(search(make_history), TODAY)
    assert offer.middle > interview.middle


def test_a_search_that_stopped_and_has_nothing_running_is_two_years_off(make_history: MakeHistory) -> None:
    over = [make_history(300, outcome="rejected", ended_after=20) for _ in range(200)]
    found = forecast(over, TODAY)[0]
    assert found.running == 0
    assert found.range is not None
    assert found.range.high == inf


def test_an_interview_that_is_arranged_is_not_had_yet(make_history: MakeHistory) -> None:
    assert Ways.of([make_history(5)], INTERVIEW, TODAY).open.all()


def test_what_ended_can_have_no_interview_any_more(make_history: MakeHistory) -> None:
    ways = Ways.of(
        [
            make_history(50, outcome="rejected", ended_after=9),
            make_history(50, interview=9, outcome="rejected", ended_after=20),
            make_history(50),
        ],
        INTERVIEW,
        TODAY,
    )
    assert ways.open.tolist() == [False, False, True]
    assert ways.ended.tolist() == [9, -1, -1]
    assert ways.came.tolist() == [-1, 9, -1]


def test_a_range_is_put_into_words() -> None:
    assert wait(2.2, 8.7).label == "2 to 9 weeks"
    assert wait(0.1, 0.6).label == "about 1 week"
    assert wait(11, inf).label == "11 weeks to more than two years"
    assert wait(inf, inf).label == "more than two years"


def test_the_finding_tells_a_first_interview_from_another() -> None:
    assert forecast_finding([wait(2, 9)]) == "A first interview in 2 to 9 weeks, at this pace"
    assert forecast_finding([wait(2, 9, so_far=3)]) == "Another interview in 2 to 9 weeks, at this pace"


def test_without_any_interview_the_range_is_called_a_guess() -> None:
    assert wait(2, 9).rests_on_a_guess.startswith("None of yours came to an interview yet")
    assert wait(2, 9, so_far=1).rests_on_a_guess == ""


def test_the_assumption_says_what_drives_the_range() -> None:
    assert wait(2, 9, so_far=3).assumption.startswith(
        "If you keep applying as in the last 8 weeks (2.5 a week) and applications fare as so far (3 of 40 "
        "applications came to an interview)."
    )


def test_five_thousand_applications_take_less_than_two_seconds(make_history: MakeHistory) -> None:
    many = search(make_history, n=4_980, interviews=400) + search(make_history, n=20)
    begin = process_time()
    forecast(many, TODAY)
    assert process_time() - begin < 2


# Over known truths


def searched(
    generator: np.random.Generator, weeks: int, a_week: float, share: float, delay: float
) -> tuple[Ways, float]:
    """A search of so many weeks up to today, and after how many days from now its next interview really comes.

    Applications go out by chance at a known pace; a known share comes to an interview, after `delay` days on average,
    and four in ten are rejected.
    """
    past, to_come = 7 * weeks, 2_000
    sent = np.repeat(np.arange(1 - past, to_come), generator.poisson(a_week / 7, past + to_come - 1))
    fate = generator.random(len(sent))
    ways_there = np.floor(generator.gamma(2, delay / 2, len(sent))).astype(np.int64)
    to_rejection = np.floor(generator.gamma(2, 8, len(sent))).astype(np.int64)
    interview = np.where(fate < share, sent + ways_there, to_come * 9)
    known = sent <= 0
    ages = -sent[known]
    came = np.where(interview[known] <= 0, ways_there[known], -1)
    rejected = (fate >= share) & (fate < share + 0.4)
    ended = np.where((rejected & (sent + to_rejection <= 0))[known], to_rejection[known], -1)
    ways = Ways(ages, np.minimum(came, LONGEST_WAY), ended, (came < 0) & (ended < 0))
    return ways, float(interview[interview > 0].min() - 1 + generator.random())


TRUTHS = (
    (8, 4, 0.05, 20, 28),
    (8, 4, 0.2, 20, 28),
    (26, 3, 0.03, 20, 28),
    (40, 1, 0.1, 14, 28),
    (52, 15, 0.04, 25, 28),
    (26, 5, 0.02, 45, 56),
)
"""Weeks, applications a week, the share that comes to an interview, after how many days, and the days of the prior."""


@pytest.mark.parametrize(("weeks", "a_week", "share", "delay", "prior_days"), TRUTHS)
def test_the_range_holds_the_true_wait_in_80_of_100_searches(
    weeks: int, a_week: float, share: float, delay: float, prior_days: int
) -> None:
    generator = np.random.default_rng(2026)
    hits, runs = 0, 600
    for _ in range(runs):
        ways, truth = searched(generator, weeks, a_week, share, delay)
        low, high = np.quantile(days_to_first(ways, prior_days, generator, 250), [0.1, 0.9])
        hits += bool(low <= truth <= high)
    assert 0.75 <= hits / runs <= 0.85
