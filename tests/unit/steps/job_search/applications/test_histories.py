from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.job_search.applications.histories import (
    APPLIED,
    INTERVIEW,
    OFFER,
    STAGES_TO_PASS,
    History,
    histories,
)
from rutkit.steps.job_search.records import Application, ApplicationStage, Stage

TODAY = date(2026, 11, 22)


def stage(day: date | None, name: Stage = "applied") -> ApplicationStage:
    return ApplicationStage(application="one", day=day, stage=name)


def history(*stages: ApplicationStage, **fields: object) -> History:
    (found,) = histories([Application(id="one", **fields)], stages, TODAY)
    return found


def test_an_application_without_a_stage_did_not_go_out() -> None:
    assert histories([Application(id="one")], [], TODAY) == ()


def test_a_stage_of_a_day_to_come_does_not_count_yet() -> None:
    assert histories([Application(id="one")], [stage(date(2026, 11, 23))], TODAY) == ()


def test_a_stage_of_an_application_that_is_gone_is_left_out() -> None:
    assert histories([], [stage(TODAY)], TODAY) == ()


def test_the_first_day_of_a_stage_counts() -> None:
    found = history(stage(date(2026, 11, 9)), stage(date(2026, 11, 3)))
    assert found.applied == date(2026, 11, 3)


def test_a_skipped_stage_is_passed_on_the_day_of_the_next() -> None:
    found = history(stage(date(2026, 10, 1)), stage(date(2026, 10, 20), "interview"))
    assert found.reached[1 : INTERVIEW + 1] == (date(2026, 10, 20),) * INTERVIEW
    assert found.reached[INTERVIEW + 1 :] == (None,) * (len(STAGES_TO_PASS) - INTERVIEW - 1)


def test_an_application_that_began_with_a_recruiter_went_out_on_that_day() -> None:
    found = history(stage(date(2026, 10, 4), "recruiter screen"))
    assert found.applied == found.replied == date(2026, 10, 4)


def test_closed_is_no_stage_that_is_passed() -> None:
    found = history(stage(date(2026, 10, 1)), stage(date(2026, 10, 9), "closed"))
    assert found.furthest == 0
    assert (found.runs, found.ended, found.replied) == (False, date(2026, 10, 9), None)


def test_a_rejection_is_an_answer() -> None:
    found = history(stage(date(2026, 10, 1)), outcome="rejected", ended=date(2026, 10, 12))
    assert found.replied == date(2026, 10, 12)


def test_a_rejection_without_a_day_is_an_answer_of_no_known_day() -> None:
    found = history(stage(date(2026, 10, 1)), outcome="rejected")
    assert (found.runs, found.ended, found.replied) == (False, None, None)


def test_whoever_accepted_had_an_offer() -> None:
    found = history(stage(date(2026, 10, 1)), outcome="accepted", ended=date(2026, 11, 2))
    assert found.furthest == OFFER
    assert found.reached[OFFER] == date(2026, 11, 2)


def test_an_end_before_the_last_stage_is_moved_to_it() -> None:
    last = date(2026, 10, 9)
    found = history(
        stage(date(2026, 10, 1)), stage(last, "onsite"), outcome="withdrawn", ended=date(2026, 10, 2)
    )
    assert found.ended == last


def test_the_oldest_stands_first() -> None:
    applications = [Application(id="new"), Application(id="old")]
    stages = [
        ApplicationStage(application="new", day=date(2026, 11, 1)),
        ApplicationStage(application="old", day=date(2026, 10, 1)),
    ]
    assert [each.application for each in histories(applications, stages, TODAY)] == ["old", "new"]


def test_an_unknown_day_of_sending_is_no_later_than_what_came_after() -> None:
    found = history(stage(None), stage(date(2026, 10, 20), "interview"))
    assert (found.applied, found.is_undated, found.furthest) == (date(2026, 10, 20), True, INTERVIEW)
    assert found.undated == {APPLIED}


def test_a_skipped_stage_is_as_unknown_as_the_next() -> None:
    found = history(stage(date(2026, 10, 1)), stage(None, "interview"))
    assert found.undated == set(range(1, INTERVIEW + 1))
    assert (found.is_undated, found.is_answered, found.replied) == (False, True, None)


def test_an_offer_that_is_only_known_by_its_end_is_of_no_known_day_without_one() -> None:
    found = history(stage(date(2026, 10, 1)), outcome="declined")
    assert (found.furthest, found.replied) == (OFFER, None)


def test_who_went_out_some_day_waits_since_no_known_day() -> None:
    assert history(stage(None)).waits_since is None


@given(
    st.lists(
        st.tuples(st.dates(date(2026, 1, 1), TODAY), st.sampled_from(STAGES_TO_PASS)), min_size=1, max_size=9
    )
)
def test_a_later_stage_never_comes_before_an_earlier_one(noted: list[tuple[date, Stage]]) -> None:
    found = history(*(stage(day, name) for day, name in noted))
    days = [day for day in found.reached if day is not None]
    assert days == sorted(days)
    assert len(days) == found.furthest + 1 == 1 + max(STAGES_TO_PASS.index(name) for _, name in noted)
