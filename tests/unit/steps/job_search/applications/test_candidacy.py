from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.job_search.applications.candidacy import (
    COLUMNS,
    ENDED,
    NOT_SENT,
    STAGES,
    Candidacy,
    called,
    candidacies,
    counts,
    due,
    follow_up_sentence,
    in_a_sentence,
    in_order,
)
from rutkit.steps.job_search.records import Application, ApplicationStage, FollowUp, Stage

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def candidacy(
    *events: tuple[Stage, int], asked: tuple[int, ...] = (), of: Application | None = None
) -> Candidacy:
    """An application to which these stages happened, so many days ago."""
    application = of or Application(title="Support lead", company="Otter Ltd")
    stages = [
        ApplicationStage(application=application.id, day=ago(days), stage=stage) for stage, days in events
    ]
    follow_ups = [FollowUp(application=application.id, day=ago(days)) for days in asked]
    return candidacies([application], stages, follow_ups)[0]


def test_an_application_without_a_stage_is_not_sent_yet_and_runs() -> None:
    unsent = candidacy()
    assert (unsent.column, unsent.is_running, unsent.follow_up_on) == (NOT_SENT, True, None)


def test_the_newest_stage_says_how_it_stands() -> None:
    assert candidacy(("interview", 2), ("applied", 20)).in_words == "interview 1"


def test_of_one_day_the_further_stage_is_the_newest() -> None:
    assert candidacy(("recruiter screen", 5), ("applied", 5)).column == "recruiter screen"


def test_a_closed_stage_ends_it_without_an_outcome() -> None:
    assert candidacy(("applied", 9), ("closed", 1)).column == ENDED


def test_a_stage_whose_day_is_not_known_stands_where_it_belongs() -> None:
    stages = [
        ApplicationStage(application="", day=day, stage=stage)
        for stage, day in (("onsite", ago(1)), ("interview", None), ("applied", ago(9)))
    ]
    assert [event.stage for event in in_order(stages)] == ["applied", "interview", "onsite"]


def test_nothing_falls_due_from_a_day_that_is_not_known() -> None:
    application = Application(title="Lead")
    undated = ApplicationStage(application=application.id, stage="interview")
    sent = ApplicationStage(application=application.id, day=ago(90))
    (found,) = candidacies([application], [sent, undated])
    assert (found.moved_on, found.follow_up_on, due([found], TODAY)) == (None, None, [])
    assert in_a_sentence(found, TODAY).endswith("It is at “interview 1” (day not known).")


@pytest.mark.parametrize(
    ("stages", "said"),
    [
        ((), "It is not sent yet."),
        ((("applied", 0),), "Sent today."),
        ((("applied", 9),), "Sent on 13 Nov 2026, 9 days ago."),
        (
            (("applied", 9), ("offer", 1)),
            "Sent on 13 Nov 2026, 9 days ago. It is at “offer” since 21 Nov 2026.",
        ),
    ],
)
def test_how_it_stands_is_said_once(stages: tuple[tuple[Stage, int], ...], said: str) -> None:
    assert in_a_sentence(candidacy(*stages), TODAY) == said


def test_an_outcome_ends_it_without_a_closed_stage() -> None:
    ended = candidacy(("applied", 9), of=Application(outcome="declined"))
    assert (ended.is_running, ended.in_words) == (False, "ended: declined")


@pytest.mark.parametrize(
    ("outcome", "hidden"), [("rejected", True), ("no reply", True), ("withdrawn", False)]
)
def test_rejection_and_silence_can_be_hidden_and_own_decisions_stay(outcome: str, hidden: bool) -> None:
    application = Application.model_validate({"outcome": outcome})
    assert candidacy(("applied", 9), of=application).is_turned_down is hidden


# Follow-ups


def test_the_first_follow_up_is_due_seven_days_after_it_was_sent() -> None:
    assert candidacy(("applied", 3)).follow_up_on == ago(3) + timedelta(days=7)


def test_the_second_is_due_seven_days_after_the_first() -> None:
    assert candidacy(("applied", 20), asked=(12,)).follow_up_on == ago(5)


def test_there_is_no_third() -> None:
    assert candidacy(("applied", 40), asked=(30, 20)).follow_up_on is None


def test_news_begins_the_counting_anew() -> None:
    assert candidacy(("applied", 40), ("interview", 8), asked=(30, 20)).follow_up_on == ago(1)


def test_the_days_and_the_number_can_be_changed_for_each() -> None:
    patient = Application(follow_up_days=21, follow_ups=1)
    assert candidacy(("applied", 3), of=patient).follow_up_on == ago(3) + timedelta(days=21)
    assert candidacy(("applied", 40), asked=(5,), of=patient).follow_up_on is None


@pytest.mark.parametrize("stage", ["offer", "closed"])
def test_nobody_is_asked_about_an_offer_or_about_what_is_over(stage: Stage) -> None:
    assert candidacy(("applied", 40), (stage, 20)).follow_up_on is None


def test_the_last_follow_up_is_called_the_last() -> None:
    assert "last time" in follow_up_sentence(candidacy(("applied", 20), asked=(12,)), TODAY)
    assert "last time" not in follow_up_sentence(candidacy(("applied", 20)), TODAY)


# What is due


def test_what_is_due_longest_comes_first() -> None:
    call = candidacy(("applied", 1), of=Application(next_action="Call Robin", next_on=ago(4)))
    quiet = candidacy(("applied", 9))
    assert [one.what for one in due([quiet, call], TODAY)] == ["Call Robin", "Ask how it stands"]


def test_nothing_is_due_for_what_has_ended() -> None:
    ended = Application(next_action="Call Robin", next_on=ago(4), outcome="rejected")
    assert due([candidacy(("applied", 20), of=ended)], TODAY) == []


def test_nothing_is_due_before_its_day() -> None:
    later = Application(next_action="Call Robin", next_on=TODAY + timedelta(days=1))
    assert due([candidacy(("applied", 1), of=later)], TODAY) == []


def test_an_application_is_called_by_what_is_known_of_it() -> None:
    assert called(Application(title="Support lead", company="Otter Ltd")) == "Support lead, Otter Ltd"
    assert called(Application(company="Otter Ltd")) == "Otter Ltd"


@given(st.lists(st.tuples(st.sampled_from(STAGES), st.integers(0, 60)), max_size=6))
def test_every_application_stands_in_one_column(events: list[tuple[Stage, int]]) -> None:
    found = counts([candidacy(*events)])
    assert set(found) == set(COLUMNS)
    assert sum(found.values()) == 1
