from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import process_time

import numpy as np
import pytest

from rutkit.steps.job_search.applications.histories import History
from rutkit.steps.job_search.outcomes.funnel import (
    INTERVIEW_DAYS,
    MINIMUM,
    STEP_DAYS,
    USUAL,
    Funnel,
    beta_interval,
    funnel,
)
from rutkit.steps.job_search.outcomes.silence import MeansNo, Silence, Undated

TODAY = date(2026, 11, 22)
NOT_KNOWN = Silence(0, 0, Undated(), (), None, None, "Not enough yet.")

MakeHistory = Callable[..., History]


def made(histories: list[History]) -> Funnel:
    return funnel(histories, NOT_KNOWN, TODAY)


# One share


def test_the_interval_has_equal_tails_of_the_beta_distribution() -> None:
    # 173 of 174: R's qbeta(c(.025, .975), 173.5, 1.5) is 0.9734 to 0.9994.
    interval = beta_interval(173, 174)
    assert (interval.low, interval.high) == pytest.approx((0.9734, 0.9994), abs=0.0002)


def test_nothing_passed_may_be_nothing_and_all_passed_may_be_all() -> None:
    assert beta_interval(0, 10).low == 0
    assert beta_interval(10, 10).high == 1


def test_more_passed_than_there_were_is_refused() -> None:
    with pytest.raises(ValueError, match="not 3 of 2"):
        beta_interval(3, 2)


@pytest.mark.parametrize("confidence", [0.8, 0.95])
@pytest.mark.parametrize("n", [5, 20, 100])
def test_over_all_shares_the_interval_holds_the_truth_as_often_as_it_says(n: int, confidence: float) -> None:
    generator = np.random.default_rng(n)
    intervals = [beta_interval(passed, n, confidence) for passed in range(n + 1)]
    truths = generator.uniform(0.02, 0.98, 4_000)
    seen = [intervals[passed] for passed in generator.binomial(n, truths)]
    hits = sum(each.low <= truth <= each.high for each, truth in zip(seen, truths, strict=True))
    assert hits / 4_000 == pytest.approx(confidence, abs=0.025)


# The steps


def test_an_application_that_is_too_young_does_not_count_whatever_came_of_it(
    make_history: MakeHistory,
) -> None:
    found = made(
        [
            make_history(STEP_DAYS - 1, recruiter_screen=2),
            make_history(STEP_DAYS - 1),
            make_history(STEP_DAYS, recruiter_screen=9),
        ]
    )
    assert (found.steps[0].passed, found.steps[0].n) == (1, 1)


def test_a_stage_is_as_old_as_the_day_on_which_it_was_reached(make_history: MakeHistory) -> None:
    found = made([make_history(90, recruiter_screen=80), make_history(90, recruiter_screen=10)])
    assert [step.n for step in found.steps] == [2, 1, 0]


def test_a_skipped_stage_counts_as_passed(make_history: MakeHistory) -> None:
    found = made([make_history(90, recruiter_screen=5), make_history(90, interview=5)])
    assert [(step.goal, step.passed) for step in found.steps[:2]] == [
        ("recruiter screen", 2),
        ("interview", 1),
    ]


def test_a_stage_that_nobody_stood_at_is_left_out(make_history: MakeHistory) -> None:
    assert [stage for stage, _ in made([make_history(90, onsite=5)]).reached] == [
        "applied",
        "interview",
        "onsite",
        "offer",
    ]


def test_one_that_was_withdrawn_says_nothing_of_the_step_at_which_it_stopped(
    make_history: MakeHistory,
) -> None:
    found = made([make_history(90, interview=5, outcome="withdrawn", ended_after=9)])
    assert [(step.passed, step.n) for step in found.steps] == [(1, 1), (0, 0)]


def test_where_answers_take_longer_applications_must_be_older(make_history: MakeHistory) -> None:
    slow = Silence(40, 20, Undated(), (), 20, MeansNo(50, 40, 60), "")
    found = funnel([make_history(49)], slow, TODAY)
    assert (found.step_days, found.interview_days) == (50, 50 + INTERVIEW_DAYS - STEP_DAYS)
    assert found.steps[0].n == 0


def test_young_applications_do_not_bias_the_first_step() -> None:
    # 30 of 100 are answered, after 10 days on average: as many young ones as there may be change nothing.
    generator = np.random.default_rng(4)
    ages = generator.integers(0, 100, 4_000)
    replies = np.where(generator.random(4_000) < 0.3, generator.integers(1, 20, 4_000), 999)
    histories = [_answered(int(age), int(reply)) for age, reply in zip(ages, replies, strict=True)]
    assert made(histories).steps[0].share == pytest.approx(0.3, abs=0.03)


def _answered(age: int, reply: int) -> History:
    applied = date.fromordinal(TODAY.toordinal() - age)
    replied = date.fromordinal(applied.toordinal() + reply) if reply <= age else None
    return History("", None, (applied, *[replied] * 3, None, None), None, True, None)


def test_without_applications_there_is_a_funnel_of_nothing() -> None:
    found = made([])
    assert found.applications == 0
    assert found.steps[0].label == "none old enough yet"
    assert found.channels == ()


def test_five_thousand_applications_take_less_than_a_third_of_a_second(make_history: MakeHistory) -> None:
    many = [make_history(60, interview=9), *[make_history(age % 300) for age in range(4_999)]]
    made(many)
    begin = process_time()
    made(many)
    assert process_time() - begin < 0.33


# The ways


def some(make: MakeHistory, channel: str | None, interviews: int, n: int) -> list[History]:
    return [
        make(90, channel=channel, interview=20) if place < interviews else make(90, channel=channel)
        for place in range(n)
    ]


def test_a_way_below_twenty_is_compared_with_nothing(make_history: MakeHistory) -> None:
    found = made(some(make_history, "referral", 12, MINIMUM - 1) + some(make_history, "board", 0, 80))
    assert {each.channel: each.against_others for each in found.channels} == {"board": None, "referral": None}
    assert found.channels_finding == "Not enough yet to compare the ways"


def test_a_way_with_clearly_more_interviews_is_named(make_history: MakeHistory) -> None:
    found = made(some(make_history, "referral", 10, 25) + some(make_history, "board", 3, 80))
    assert found.channels_finding == "By way of referrals, interviews come more often than otherwise"


def test_ways_that_could_differ_by_chance_are_not_told_apart(make_history: MakeHistory) -> None:
    found = made(some(make_history, "referral", 3, 25) + some(make_history, "board", 5, 80))
    assert found.channels_finding == "No way clearly leads to more interviews than the others"


def test_a_way_that_is_not_said_is_shown_but_not_compared(make_history: MakeHistory) -> None:
    found = made(some(make_history, None, 10, 30) + some(make_history, "board", 1, 30))
    assert {each.name: each.against_others is None for each in found.channels} == {
        "not said": True,
        "job boards": False,
    }


# The bottleneck


def test_below_twenty_cold_applications_there_is_none_and_it_says_so(make_history: MakeHistory) -> None:
    found = made(some(make_history, "board", 0, 19) + some(make_history, "referral", 2, 10))
    assert found.bottleneck is None
    assert found.not_enough == (
        "Not enough yet: 19 of 20 applications that nobody opened a door for and that went out at least 42 days ago."
    )


def test_as_few_interviews_as_usual_are_the_bottleneck_of_nearly_everybody(make_history: MakeHistory) -> None:
    bottleneck = made(some(make_history, "board", 2, 60)).bottleneck
    assert bottleneck is not None
    assert (bottleneck.start, bottleneck.goal) == ("applied", "interview")
    assert bottleneck.reason.replace("\u00a0", " ") == (
        "2 of 60 applications that nobody opened a door for led to an interview (1–10 %). About 2–4 % is usual "
        "(reports, among them TalentWorks, US, 2018): this is where nearly everybody loses most, and nothing says "
        "that you do it wrong."
    )


def test_clearly_fewer_than_usual_are_said_to_be(make_history: MakeHistory) -> None:
    bottleneck = made(some(make_history, "board", 0, 200)).bottleneck
    assert bottleneck is not None
    assert beta_interval(0, 200).high < USUAL[0]
    assert bottleneck.reason.endswith("so yours lead there less often.")


def test_between_the_first_answer_and_the_interview_the_step_that_loses_most_is_named(
    make_history: MakeHistory,
) -> None:
    screened = [make_history(90, recruiter_screen=5) for _ in range(40)]
    found = made([*screened, *some(make_history, "board", 0, 40), make_history(90, interview=8)])
    assert found.bottleneck is not None
    assert (found.bottleneck.start, found.bottleneck.goal) == ("recruiter screen", "interview")


def test_with_more_interviews_than_usual_the_bottleneck_comes_later(make_history: MakeHistory) -> None:
    found = made(some(make_history, "board", 30, 60))
    assert found.bottleneck is not None
    assert (found.bottleneck.start, found.bottleneck.goal) == ("interview", "offer")
    assert found.finding == "Most is to be gained between “interview” and “offer”"


def test_with_more_interviews_than_usual_but_few_the_rest_is_open(make_history: MakeHistory) -> None:
    found = made(some(make_history, "board", 10, 30))
    assert found.bottleneck is None
    assert found.not_enough.endswith("compared yet: 10 of 20 that reached “interview” long enough ago.")
    assert (
        found.finding
        == "Your applications lead to interviews more often than usual (10 of 30 · 19–51\u00a0%)"
    )
