from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.growth.records import Task, TaskEffect
from rutkit.steps.growth.tasks import (
    EFFECTS,
    begun_again,
    is_due,
    job_looks,
    shares_sentence,
    tasks_finding,
)

TODAY = date(2026, 11, 22)
SPRING = date(2026, 3, 3)


def task(share: int | None, *effects: TaskEffect, day: date = TODAY) -> Task:
    return Task(day=day, name="Tickets", share=share, effects=effects)


any_tasks = st.lists(
    st.builds(
        Task,
        day=st.dates(date(2026, 1, 1), date(2027, 1, 1)),
        share=st.none() | st.integers(0, 100),
        effects=st.lists(st.sampled_from(EFFECTS), unique=True).map(tuple),
    ),
    max_size=10,
)


def test_the_tasks_of_a_day_are_one_look_at_the_job() -> None:
    looks = job_looks([task(50), task(20, day=SPRING), task(30)], TODAY)
    assert [(look.day, look.total) for look in looks] == [(SPRING, 20), (TODAY, 80)]


def test_a_look_that_lies_ahead_does_not_count() -> None:
    assert job_looks([task(50, day=TODAY + timedelta(days=1))], TODAY) == ()


def test_a_task_with_two_effects_counts_for_both() -> None:
    (look,) = job_looks([task(40, "teaches me", "drains me"), task(60, "repeats")], TODAY)
    assert [look.share_that(effect) for effect in EFFECTS] == [40, 60, 40, 0]


@given(any_tasks)
def test_no_effect_takes_more_than_all_shares_together(tasks: list[Task]) -> None:
    for look in job_looks(tasks, TODAY):
        assert all(0 <= look.share_that(effect) <= look.total for effect in EFFECTS)


@given(any_tasks)
def test_a_look_begun_again_says_the_same_of_another_day(tasks: list[Task]) -> None:
    for look in job_looks(tasks, TODAY):
        (again,) = job_looks(begun_again(look, TODAY), TODAY)
        assert again.day == TODAY
        assert [again.share_that(effect) for effect in EFFECTS] == [
            look.share_that(effect) for effect in EFFECTS
        ]
        assert not {each.id for each in again.tasks} & {each.id for each in look.tasks}


# Shares that are not the whole week


def sentence(*tasks: Task) -> str:
    return shares_sentence(job_looks(tasks, TODAY)[0])


def test_shares_that_are_the_whole_week_need_no_words() -> None:
    assert sentence(task(60), task(40)) == ""


def test_what_is_missing_is_named() -> None:
    assert sentence(task(60), task(25)) == (
        "The shares add up to 85\u00a0%, so 15\u00a0% of your time is not in them."
    )


def test_more_than_a_week_is_named() -> None:
    assert sentence(task(80), task(45)) == ("The shares add up to 125\u00a0%, which is more than a week has.")


def test_tasks_without_a_share_are_named() -> None:
    assert sentence(task(100), task(None)) == "1 task without a share is left out."
    assert "2 tasks without a share are left out" in sentence(task(50), task(None), task(None))


# The finding


def test_one_look_says_how_much_repeats_and_teaches() -> None:
    looks = job_looks([task(70, "repeats"), task(30, "teaches me")], TODAY)
    assert tasks_finding(looks) == "70\u00a0% of your week repeats, 30\u00a0% teaches you something"


def test_two_looks_say_what_moved_since_the_first() -> None:
    looks = job_looks(
        [
            task(40, "repeats", day=SPRING),
            task(30, "teaches me", day=SPRING),
            task(75, "repeats"),
            task(30, "teaches me"),
        ],
        TODAY,
    )
    assert tasks_finding(looks) == (
        "75\u00a0% of your week repeats, up from 40\u00a0%; 30\u00a0% teaches you something, as before"
    )


@pytest.mark.parametrize(("age", "due"), [(120, False), (121, True)])
def test_a_look_is_due_again_after_120_days(age: int, due: bool) -> None:
    assert is_due(job_looks([task(100, day=TODAY - timedelta(days=age))], TODAY), TODAY) is due


def test_without_a_look_one_is_due() -> None:
    assert is_due((), TODAY)
