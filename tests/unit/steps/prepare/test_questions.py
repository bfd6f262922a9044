from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from rutkit.steps.job_search.records import ApplicationStage, Stage
from rutkit.steps.market.extract.vocabulary import vocabulary
from rutkit.steps.prepare.questions import (
    GENERAL_HEADINGS,
    REMEMBERED_DAYS,
    authored,
    competencies_of,
    heading_of,
    headings,
    questions,
    recent_talks,
    unnoted,
)
from rutkit.steps.prepare.records import Question

TODAY = date(2026, 11, 22)


def talk(days_ago: int = 1, stage: Stage = "interview", application: str = "a") -> ApplicationStage:
    return ApplicationStage(application=application, day=TODAY - timedelta(days=days_ago), stage=stage)


# The authored set


def test_there_are_sixty_questions_over_a_dozen_competencies_or_more() -> None:
    assert len(authored()) >= 60
    assert len(headings()) >= 12


def test_every_competency_has_several_questions() -> None:
    assert min(Counter(question.competency for question in authored()).values()) >= 4


def test_a_key_is_used_once() -> None:
    assert len({question.key for question in authored()}) == len(authored())


def test_an_authored_question_fits_into_a_question_record() -> None:
    for question in authored():
        assert Question(text=question.text).text.endswith(("?", "."))


def test_competencies_stand_under_the_names_that_postings_are_read_with() -> None:
    known = {skill.name for skill in vocabulary()} | set(GENERAL_HEADINGS)
    named = {name for heading in headings() for name in (heading.name, *heading.also)}
    assert named <= known


def test_a_competency_belongs_to_one_heading() -> None:
    named = [name for heading in headings() for name in (heading.name, *heading.also)]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize(
    ("competency", "heading"),
    [("Leadership", "Leadership"), ("time management", "Organizational skills"), ("Beekeeping", "")],
)
def test_a_competency_finds_the_questions_that_fit_it(competency: str, heading: str) -> None:
    assert heading_of(competency) == heading


# One's own


def test_one_s_own_questions_come_before_the_authored_ones() -> None:
    own = Question(text="Why pumps?", asked_by="Otter & Sons")
    found = questions([own])
    assert (found[0].key, found[0].asked_by, found[0].is_own) == (own.id, "Otter & Sons", True)
    assert found[1:] == authored()


def test_a_question_without_words_is_not_asked() -> None:
    assert questions([Question(text="  ")]) == authored()


# Talks from which nothing was noted


def test_a_talk_is_remembered_for_two_weeks() -> None:
    inside, outside = talk(REMEMBERED_DAYS), talk(REMEMBERED_DAYS + 1)
    assert recent_talks([outside, inside], TODAY) == (inside,)


def test_an_interview_that_is_still_to_come_is_no_talk_yet() -> None:
    assert recent_talks([talk(-1)], TODAY) == ()


def test_sending_an_application_is_no_talk() -> None:
    assert recent_talks([talk(stage="applied"), talk(stage="assessment")], TODAY) == ()


def test_a_talk_counts_as_noted_once_a_question_names_its_company() -> None:
    assert unnoted([talk()], {"a": "Otter & Sons"}, [Question(text="?", asked_by="otter & sons")]) == ()


def test_of_several_talks_with_one_company_the_newest_is_named() -> None:
    newest, older = talk(1), talk(5)
    assert unnoted([newest, older], {"a": "Otter & Sons"}, []) == ((newest, "Otter & Sons"),)


def test_a_talk_with_a_company_that_nobody_named_is_not_asked_about() -> None:
    assert unnoted([talk()], {"a": " "}, []) == ()


# What answers it


def test_a_question_is_about_its_competency_and_its_kin() -> None:
    question = next(question for question in authored() if question.key == "angry-customer")
    assert {"Customer service", "Empathy"} <= set(competencies_of(question))


def test_one_s_own_word_for_a_competency_stands_for_itself() -> None:
    (mine, *_) = questions([Question(text="?", competency="Beekeeping")])
    assert set(competencies_of(mine)) == {"Beekeeping"}


def test_a_question_about_nothing_named_is_answered_by_no_story_in_particular() -> None:
    (mine, *_) = questions([Question(text="?")])
    assert competencies_of(mine) == ()
