from __future__ import annotations

from datetime import date

import pytest

from rutkit.exchange.calendar import calendar_file
from rutkit.steps.exit_plan.records import ExitPlan, Milestone, Obstacle
from rutkit.steps.exit_plan.schedule import (
    calendar_events,
    if_then_sentence,
    milestones_sentence,
    milestones_title,
    open_milestones,
    overdue,
    review_is_due,
    reviewed,
    window,
    window_sentence,
)

TODAY = date(2026, 3, 18)
RESUME = Milestone(what="Refresh the resume", by=date(2026, 3, 1))
EXAM = Milestone(what="Pass the exam", by=date(2026, 5, 1))
TALK = Milestone(what="Talk to Ada", by=date(2026, 2, 1), done=True)


@pytest.mark.parametrize(
    ("earliest", "latest", "sentence"),
    [
        (
            None,
            date(2026, 9, 1),
            "No window yet: say the earliest and the latest month in which you would leave.",
        ),
        (date(2026, 6, 1), date(2026, 9, 1), "You leave between Jun 2026 and Sep 2026."),
        (date(2026, 6, 1), date(2026, 6, 1), "You leave in Jun 2026."),
        (
            date(2026, 6, 1),
            date(2026, 5, 1),
            "The window ends in May 2026, before it begins in Jun 2026. Change one of the two.",
        ),
    ],
)
def test_the_window_is_said_or_what_is_wrong_with_it(
    earliest: date | None, latest: date | None, sentence: str
) -> None:
    assert window_sentence(ExitPlan(earliest=earliest, latest=latest)) == sentence


def test_a_window_the_wrong_way_round_is_no_window() -> None:
    assert window(ExitPlan(earliest=date(2026, 6, 1), latest=date(2026, 5, 1))) is None


def test_open_milestones_come_soonest_first() -> None:
    assert open_milestones([EXAM, TALK, RESUME]) == (RESUME, EXAM)


def test_a_milestone_is_overdue_from_the_day_after() -> None:
    assert overdue([RESUME], date(2026, 3, 1)) == ()
    assert overdue([RESUME], date(2026, 3, 2)) == (RESUME,)


def test_the_title_counts_done_and_overdue() -> None:
    assert milestones_title([EXAM, TALK, RESUME], TODAY) == "1 of 3 milestones done, 1 overdue"


def test_the_sentence_names_the_next_one() -> None:
    assert milestones_sentence([EXAM, TALK, RESUME], TODAY).endswith("Next: “Pass the exam”, by 1 May 2026.")


def test_a_review_is_due_from_its_day_on() -> None:
    plan = ExitPlan(next_review=TODAY)
    assert review_is_due(plan, TODAY)
    assert not review_is_due(plan, date(2026, 3, 17))


def test_without_a_date_no_review_is_due() -> None:
    assert not review_is_due(ExitPlan(), TODAY)


def test_after_a_look_the_next_one_is_as_many_weeks_away_as_chosen() -> None:
    assert reviewed(ExitPlan(review_weeks=2), TODAY).next_review == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("obstacle", "answer"),
    [
        ("I come home worn out", "open one posting"),
        ("If I come home worn out.", "then I will open one posting."),
        (" if I come home worn out ", "I’ll open one posting"),
    ],
)
def test_obstacle_and_answer_become_one_sentence_however_they_are_typed(obstacle: str, answer: str) -> None:
    assert if_then_sentence(Obstacle(if_text=obstacle, then_text=answer)) == (
        "If I come home worn out, then I will open one posting."
    )


def test_half_an_if_then_is_no_sentence() -> None:
    assert if_then_sentence(Obstacle(if_text="I come home worn out")) == ""


def test_milestones_and_the_next_review_leave_for_the_calendar() -> None:
    events = calendar_events(ExitPlan(next_review=TODAY), [EXAM, RESUME])
    assert [(event.title, event.timing.starts) for event in events] == [
        ("Refresh the resume", date(2026, 3, 1)),
        ("Pass the exam", date(2026, 5, 1)),
        ("Look at the exit plan", TODAY),
    ]


def test_a_milestone_that_is_done_stays_in_the_calendar_without_its_reminder() -> None:
    (event,) = calendar_events(None, [TALK])
    assert event.title == "Done: Talk to Ada"
    assert event.alarm_before is None


def test_a_second_export_updates_the_first_and_adds_nothing() -> None:
    first = calendar_file(calendar_events(None, [EXAM]))
    moved = EXAM.model_copy(update={"by": date(2026, 6, 1), "version": 1})
    second = calendar_file(calendar_events(None, [moved]))
    uid = f"UID:{EXAM.id}@rutkit".encode()
    assert (first.count(uid), second.count(uid)) == (1, 1)
    assert b"SEQUENCE:0" in first
    assert b"SEQUENCE:1" in second
