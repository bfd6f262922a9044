from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from rutkit.statistics import Interval
from rutkit.steps.emotions.comparisons import (
    Difference,
    changes_finding,
    recent_changes,
    tags_finding,
    tags_that_come_with,
    workdays_against_days_off,
    workdays_finding,
)
from rutkit.steps.emotions.records import CheckIn

Ago = Callable[..., CheckIn]
Frame = Callable[[Sequence[CheckIn]], pd.DataFrame]


def test_workdays_are_set_against_days_off(frame: Frame, ago: Ago, today: date) -> None:
    days = [ago(n, workday=n < 6, stressed=3 if n < 6 else 1) for n in range(12)]
    toll = workdays_against_days_off(frame(days), today)[0]
    assert (toll.of, toll.n, toll.other_n, toll.difference) == ("toll", 6, 6, 2)
    assert toll.is_clear


@pytest.mark.parametrize(("off", "compared"), [(4, False), (5, True)])
def test_fewer_than_five_days_on_either_side_are_not_compared(
    frame: Frame, ago: Ago, today: date, off: int, compared: bool
) -> None:
    days = [ago(n, workday=n >= off, stressed=n % 4) for n in range(off + 6)]
    toll = workdays_against_days_off(frame(days), today)[0]
    assert toll.other_n == off
    assert (toll.interval is not None) is compared


def test_a_day_without_an_answer_about_work_is_on_neither_side(frame: Frame, ago: Ago, today: date) -> None:
    toll = workdays_against_days_off(frame([ago(0, stressed=3)]), today)[0]
    assert (toll.n, toll.other_n) == (0, 0)


def test_intervals_do_not_jump_when_they_are_worked_out_again(frame: Frame, ago: Ago, today: date) -> None:
    days = frame(
        [ago(n, workday=n % 2 == 0, stressed=n % 5, what_happened=("x",) * (n % 2)) for n in range(30)]
    )
    assert workdays_against_days_off(days, today) == workdays_against_days_off(days, today)
    assert tags_that_come_with(days, today) == tags_that_come_with(days, today)


def test_lately_is_the_last_28_days_and_before_the_28_before(frame: Frame, ago: Ago, today: date) -> None:
    days = [ago(n, angry=3 if n < 28 else 1) for n in range(60)]
    anger = recent_changes(frame(days), today)[1]
    assert (anger.of, anger.mean, anger.n, anger.other_mean, anger.other_n) == ("angry", 3, 28, 1, 28)


def test_a_tag_needs_three_days_with_it_and_three_without(frame: Frame, ago: Ago, today: date) -> None:
    tags = {0: ("rare", "usual", "always"), 1: ("rare", "usual", "always"), 2: ("usual", "always")}
    days = [ago(n, stressed=n % 4, what_happened=tags.get(n, ("always",) * (n < 6))) for n in range(8)]
    comparison = tags_that_come_with(frame(days), today)
    assert [each.of for each in comparison.shown] == ["usual"]
    assert comparison.compared == 1
    assert comparison.nearest == 2


def test_tags_are_sorted_from_the_heaviest_to_the_lightest_days(frame: Frame, ago: Ago, today: date) -> None:
    pattern = [("deadline", 4), ("walk", 0), ("lunch", 2), ("tea", 2)]
    days = [ago(n, stressed=pattern[n % 4][1], what_happened=(pattern[n % 4][0],)) for n in range(20)]
    shown = tags_that_come_with(frame(days), today).shown
    assert (shown[0].of, shown[-1].of) == ("deadline", "walk")
    assert (shown[0].n, shown[0].other_n) == (5, 15)


def test_of_many_tags_those_that_differ_most_are_shown(frame: Frame, ago: Ago, today: date) -> None:
    days = [ago(n, stressed=n % 5, what_happened=(f"tag {n % 5}",)) for n in range(25)]
    comparison = tags_that_come_with(frame(days), today, at_most=2)
    assert [each.of for each in comparison.shown] == ["tag 4", "tag 0"]
    assert comparison.compared == 5


def test_the_interval_of_a_tag_on_three_days_holds_the_truth_about_95_times_in_100(
    frame: Frame, today: date
) -> None:
    generator = np.random.default_rng(7)
    held = 0
    for _ in range(100):
        feelings = generator.integers(0, 4, size=40)
        feelings[:3] += 1  # the truth: one point more on the days with the tag
        days = [
            CheckIn(day=today - timedelta(days=n), stressed=int(value), what_happened=("tag",) * (n < 3))
            for n, value in enumerate(feelings)
        ]
        interval = tags_that_come_with(frame(days), today).shown[0].interval
        held += interval is not None and interval.low <= 1 <= interval.high
    assert 0.90 <= held / 100 <= 0.99


CLEAR = Interval(0.4, 1.6, 0.95)
UNCLEAR = Interval(-0.4, 1.6, 0.95)


def test_findings_speak_only_of_what_is_clear() -> None:
    clear = Difference("toll", 2.0, 9, 1.0, 9, CLEAR)
    unclear = Difference("toll", 2.0, 9, 1.0, 9, UNCLEAR)
    assert workdays_finding([clear]) == "Workdays weigh 1.0 points more than days off"
    assert workdays_finding([unclear]) == "Workdays and days off do not clearly differ"


def test_the_finding_of_changes_names_what_rose_and_what_fell() -> None:
    rose = Difference("resentful", 2.0, 9, 1.0, 9, CLEAR)
    fell = Difference("fearful", 1.0, 9, 2.0, 9, Interval(-1.6, -0.4, 0.95))
    still = Difference("angry", 1.0, 9, 1.0, 9, UNCLEAR)
    assert changes_finding([rose, fell, still]) == "Resentment rose; fear fell in the last four weeks"
    assert changes_finding([still]) == "No feeling clearly changed in the last four weeks"


def test_the_finding_of_tags_names_the_heaviest_clear_one() -> None:
    heavy = Difference("deadline", 2.5, 9, 1.0, 40, CLEAR)
    heavier_but_unclear = Difference("audit", 4.0, 3, 1.0, 46, UNCLEAR)
    assert tags_finding([heavier_but_unclear, heavy]) == "Days with “deadline” weigh 1.5 points more"
    lighter = Difference("walk", 0.5, 9, 1.0, 40, Interval(-0.9, -0.1, 0.95))
    lightest = Difference("friends", 0.0, 9, 1.2, 40, Interval(-1.6, -0.8, 0.95))
    assert tags_finding([heavy, lighter, lightest]) == "Days with “deadline” weigh 1.5 points more"
    assert tags_finding([lighter, lightest]) == "Days with “friends” weigh 1.2 points less"
    assert tags_finding([heavier_but_unclear]) == "No tag clearly comes with heavier or lighter days"
