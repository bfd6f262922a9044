from __future__ import annotations

import pytest

from rutkit.records import field_spec
from rutkit.steps.acknowledge import norms
from rutkit.steps.acknowledge.records import QUESTIONS, RutCheck


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_survey_and_the_form_ask_the_same_question(question: str) -> None:
    variable = norms.GSS_VARIABLES[question]
    asked = {
        row["question"] for row in norms._rows("gss_work_items_2022.csv") if row["gss_variable"] == variable
    }
    assert asked == {field_spec(RutCheck, question).title}


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_survey_and_the_form_offer_the_same_answers_in_the_same_order(question: str) -> None:
    answers = tuple(share.answer for share in norms.answer_shares(question))
    assert answers == field_spec(RutCheck, question).choices


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_shares_of_a_question_leave_out_at_most_a_handful_of_workers(question: str) -> None:
    # The published shares of the question on stress add up to 99.7 %.
    assert sum(share.share for share in norms.answer_shares(question)) == pytest.approx(1, abs=0.004)


@pytest.mark.parametrize("question", QUESTIONS)
def test_unfavorable_answers_stand_together_at_one_end(question: str) -> None:
    marks = [share.unfavorable for share in norms.answer_shares(question)]
    assert marks in (sorted(marks), sorted(marks, reverse=True))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_can_be_answered_favorably_and_unfavorably(question: str) -> None:
    assert {share.unfavorable for share in norms.answer_shares(question)} == {True, False}


def test_there_is_a_group_for_every_number_of_unfavorable_answers() -> None:
    counts = [group.counts for group in norms.workers_by_count()]
    assert counts == [(count,) for count in range(len(QUESTIONS) + 1)]


def test_the_pooled_survey_has_3601_workers() -> None:
    assert sum(group.workers for group in norms.workers_by_count()) == 3601


def test_taking_groups_together_loses_nobody() -> None:
    alone, pooled = norms.workers_by_count(), norms.intention_groups()
    assert sum(group.workers for group in pooled) == sum(group.workers for group in alone)
    assert sum(group.very_likely for group in pooled) == sum(group.very_likely for group in alone)


def test_no_group_is_too_small_to_stand_alone() -> None:
    assert min(group.workers for group in norms.intention_groups()) >= 50


def test_seven_unfavorable_answers_are_taken_together_with_six() -> None:
    assert norms.intention_groups()[-1].label == "6–7"


def test_a_group_s_interval_holds_its_share() -> None:
    for group in norms.intention_groups():
        assert group.interval.low < group.share < group.interval.high
