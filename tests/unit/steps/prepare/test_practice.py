from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.prepare.practice import (
    LONGEST_DAYS,
    NEW_A_DAY,
    RECALLS,
    Today,
    again_sentence,
    counted_seconds,
    memories,
    memory_sentence,
    practice_sentence,
    today_s_practice,
)
from rutkit.steps.prepare.questions import GENERAL_HEADINGS, InterviewQuestion, authored, questions
from rutkit.steps.prepare.records import Question, Recall, Rehearsal

TODAY = date(2026, 11, 22)


def said(
    recall: Recall = "well",
    days_ago: int = 0,
    question: str = "proud-of",
    hour: int = 20,
    seconds: int | None = None,
) -> Rehearsal:
    at = datetime.combine(TODAY - timedelta(days=days_ago), time(hour))
    return Rehearsal(question=question, at=at, recall=recall, seconds=seconds)


def days_until_due(*rehearsals: Rehearsal) -> int:
    memory = memories(rehearsals)["proud-of"]
    return (memory.due - memory.last).days


# When it comes back


def test_the_better_an_answer_went_the_later_it_comes_back() -> None:
    waits = [days_until_due(said(recall)) for recall in RECALLS]
    assert waits == sorted(waits)
    assert waits[0] < waits[-1]


def test_even_an_answer_that_failed_rests_until_tomorrow() -> None:
    assert days_until_due(said("not at all")) == 1


def test_an_answer_that_went_well_twice_rests_longer_than_the_first_time() -> None:
    first = said("well", days_ago=10)
    assert days_until_due(first, said("well")) > days_until_due(first)


def test_a_failure_brings_it_back_sooner() -> None:
    before = [said("well", days_ago=30), said("well", days_ago=20)]
    assert days_until_due(*before, said("not at all")) < days_until_due(*before, said("well"))


def test_only_the_day_counts_and_not_the_hour() -> None:
    late, early = [said(days_ago=1, hour=23), said(hour=1)], [said(days_ago=1, hour=1), said(hour=23)]
    assert days_until_due(*late) == days_until_due(*early)


RECALL = st.sampled_from(RECALLS)
HISTORY = st.lists(st.tuples(st.integers(0, 400), RECALL), min_size=1, max_size=8)


@given(HISTORY)
def test_nothing_rests_less_than_a_day_or_more_than_two_months(history: list[tuple[int, Recall]]) -> None:
    wait = days_until_due(*(said(recall, days_ago) for days_ago, recall in history))
    assert 1 <= wait <= LONGEST_DAYS


@given(HISTORY, st.randoms(use_true_random=False))
def test_the_same_rehearsals_give_the_same_day_in_whatever_order_they_are_read(
    history: list[tuple[int, Recall]], random: Random
) -> None:
    by_day = {days_ago: said(recall, days_ago) for days_ago, recall in history}
    kept = list(by_day.values())
    shuffled = list(kept)
    random.shuffle(shuffled)
    assert memories(shuffled) == memories(kept)


# What today asks for


def practice(
    *rehearsals: Rehearsal,
    own: tuple[Question, ...] = (),
    wanted: tuple[str, ...] = (),
    set_aside: tuple[str, ...] = (),
) -> Today:
    return today_s_practice(questions(own), memories(rehearsals), TODAY, wanted=wanted, set_aside=set_aside)


def keys(found: tuple[InterviewQuestion, ...]) -> list[str]:
    return [question.key for question in found]


def test_what_was_due_longest_comes_first() -> None:
    found = practice(said(days_ago=5, question="proud-of"), said(days_ago=9, question="failed"))
    assert keys(found.due) == ["failed", "proud-of"]


def test_what_is_not_due_yet_waits_for_its_day() -> None:
    found = practice(said("easily"))
    assert found.due == ()
    assert found.next_day == memories([said("easily")])["proud-of"].due


def test_two_questions_are_begun_on_a_day() -> None:
    assert len(practice().new) == NEW_A_DAY
    assert len(practice(said(question="failed")).new) == NEW_A_DAY - 1
    assert practice(said(question="failed"), said(question="alone")).new == ()


def test_one_s_own_questions_are_new_first() -> None:
    own = Question(text="Why pumps?")
    assert practice(own=(own,)).new[0].key == own.id


def test_what_every_interview_touches_comes_before_the_rest() -> None:
    assert [question.competency for question in practice().new] == list(GENERAL_HEADINGS)


def test_then_comes_what_the_postings_ask_for() -> None:
    general = [
        said("easily", days_ago=1, question=question.key)
        for question in authored()
        if question.competency in GENERAL_HEADINGS
    ]
    found = practice(*general, wanted=("Time management", "Leadership"))
    assert [question.competency for question in found.new] == ["Organizational skills", "Leadership"]


def test_a_question_set_aside_is_neither_due_nor_new() -> None:
    found = practice(said(days_ago=9), set_aside=("proud-of", "who-you-are"))
    assert not {"proud-of", "who-you-are"} & set(keys(found.all))


# In words


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (Today(authored()[:3], authored()[3:5], None), "3 questions due today, and 2 new."),
        (Today(authored()[:1], (), None), "1 question due today."),
        (Today((), (), TODAY + timedelta(days=1)), "That is all for today. The next is due tomorrow."),
        (Today((), authored()[:2], None), "To begin with: 2 new questions."),
        (Today((), (), None), "Nothing to rehearse today."),
    ],
)
def test_today_is_said_in_a_sentence(found: Today, sentence: str) -> None:
    assert practice_sentence(found, {}, TODAY) == sentence


def test_a_question_says_how_it_went_before() -> None:
    memory = memories([said(days_ago=9), said("with trouble", days_ago=1, seconds=125)])["proud-of"]
    assert memory_sentence(memory, TODAY) == "Said 2 times; last yesterday, with trouble, in 2 min 5 s."


def test_after_a_rehearsal_it_says_when_the_question_comes_back() -> None:
    assert (
        again_sentence(memories([said("not at all")])["proud-of"], TODAY) == "Noted. It comes back tomorrow."
    )


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (125, "2 min 5 s")]
)
def test_seconds_are_said_as_people_do(seconds: int, words: str) -> None:
    assert counted_seconds(seconds) == words
