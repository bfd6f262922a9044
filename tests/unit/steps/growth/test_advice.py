from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.growth.advice import Facts, draining_task, monthly_look, something_new, tasks_again
from rutkit.steps.growth.records import GrowthCheck, LearningEntry, Task, TaskEffect

TODAY = date(2026, 11, 22)


def check(month: date, **changes: int | None) -> GrowthCheck:
    answers: dict[str, int | None] = {"learning": 3, "challenged": 4, "keeping_up": 5}
    return GrowthCheck.model_validate({"month": month, **answers, **changes})


def task(days_ago: int, share: int, *effects: TaskEffect) -> Task:
    return Task(day=TODAY - timedelta(days=days_ago), name="Forms", share=share, effects=effects)


def test_a_month_is_asked_about_from_its_twentieth_day() -> None:
    october = [check(date(2026, 10, 1))]

    assert monthly_look(Facts(TODAY, october)) is not None
    assert monthly_look(Facts(date(2026, 11, 19), october)) is None


def test_without_one_whole_check_the_monthly_look_is_not_due() -> None:
    assert monthly_look(Facts(TODAY, [check(date(2026, 8, 1), learning=None)])) is None


def test_tasks_are_looked_at_again_after_four_months() -> None:
    assert tasks_again(Facts(TODAY, tasks=[task(121, 50)])) is not None
    assert tasks_again(Facts(TODAY, tasks=[task(120, 50)])) is None
    assert tasks_again(Facts(TODAY)) is None


def test_something_new_is_asked_for_after_thirty_days_without() -> None:
    def entry(days_ago: int) -> LearningEntry:
        return LearningEntry(day=TODAY - timedelta(days=days_ago), what="Pivot tables")

    advice = something_new(Facts(TODAY, entries=[entry(31)]))
    assert advice is not None
    assert "Pivot tables" in advice.numbers
    assert something_new(Facts(TODAY, entries=[entry(30)])) is None
    assert something_new(Facts(TODAY)) is None


def test_the_largest_task_that_drains_and_teaches_nothing_is_to_shrink() -> None:
    advice = draining_task(
        Facts(TODAY, tasks=[task(5, 20, "drains me"), task(5, 35, "drains me", "repeats")])
    )

    assert advice is not None
    assert advice.numbers.startswith("35\u00a0% of your time")


def test_a_small_task_or_one_that_teaches_as_well_may_drain() -> None:
    assert draining_task(Facts(TODAY, tasks=[task(5, 19, "drains me")])) is None
    assert draining_task(Facts(TODAY, tasks=[task(5, 60, "drains me", "teaches me")])) is None
    assert draining_task(Facts(TODAY, tasks=[task(121, 60, "drains me")])) is None
