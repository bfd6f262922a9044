from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.records import field_spec
from rutkit.steps.acknowledge.analysis import (
    DatedCount,
    RutScore,
    Unfinished,
    answers_margin,
    assess,
    compare_answer,
    count_history,
    history_finding,
    intention_group,
    rated,
    reasons_finding,
    standing,
    unrated,
)
from rutkit.steps.acknowledge.norms import answer_shares
from rutkit.steps.acknowledge.records import QUESTIONS, RutCheck, StayReason

CheckOf = Callable[..., RutCheck]
DAY = date(2025, 11, 4)

answers = st.fixed_dictionaries(
    {question: st.sampled_from([None, *field_spec(RutCheck, question).choices]) for question in QUESTIONS}
)


def reasons(day: date = DAY, *, fear: int, comfort: int, effort: int) -> StayReason:
    return StayReason(day=day, fear=fear, comfort=comfort, effort=effort)


# One answer


def test_an_answer_is_set_beside_the_share_of_workers_who_gave_it_too() -> None:
    assert _plain(compare_answer("stress", "often").finding) == (
        "21 % of US workers answered “often”, as you did"
    )


def test_an_open_question_shows_the_workers_answers_alone() -> None:
    comparison = compare_answer("stress", None)
    assert comparison.finding == "How US workers answered"
    assert "You answered" not in comparison.summary


def test_a_comparison_names_its_n_and_its_source() -> None:
    note = _plain(compare_answer("stress", "often").note)
    assert "1,958 US workers" in note
    assert "General Social Survey 2022" in note


def test_how_sure_the_shares_are_holds_for_every_question() -> None:
    said = float(_plain(answers_margin()).split("± ")[1].split(" ")[0])
    intervals = [share.interval for question in QUESTIONS for share in compare_answer(question, None).shares]
    assert max(interval.high - interval.low for interval in intervals) * 50 == pytest.approx(said, abs=0.05)


# The count


@given(answers)
def test_there_is_a_score_exactly_when_all_seven_questions_are_answered(
    given_answers: dict[str, str],
) -> None:
    result = assess(RutCheck.model_validate({"day": DAY, **given_answers}))
    assert isinstance(result, RutScore) == (None not in given_answers.values())


@given(answers)
def test_an_unfinished_check_says_which_questions_are_open(given_answers: dict[str, str]) -> None:
    result = assess(RutCheck.model_validate({"day": DAY, **given_answers}))
    missing = result.missing if isinstance(result, Unfinished) else ()
    assert missing == tuple(question for question in QUESTIONS if given_answers[question] is None)


@pytest.mark.parametrize("unfavorable", range(8))
def test_the_count_is_how_many_answers_the_survey_marks_as_unfavorable(
    check_of: CheckOf, unfavorable: int
) -> None:
    result = assess(check_of(unfavorable))
    assert isinstance(result, RutScore)
    assert result.unfavorable == QUESTIONS[:unfavorable]


def test_no_check_is_a_check_with_every_question_open() -> None:
    assert assess(None) == Unfinished(QUESTIONS)


def test_open_questions_are_named_as_they_were_asked() -> None:
    result = Unfinished(("promotion",))
    assert result.open_questions == ("The chances for promotion are good",)
    assert result.finding == "Not enough yet: 6 of 7 questions answered"


@pytest.mark.parametrize(
    ("unfavorable", "finding"),
    [
        (0, "None of your 7 answers is unfavorable"),
        (1, "1 of your 7 answers is unfavorable"),
        (4, "4 of your 7 answers are unfavorable"),
    ],
)
def test_the_count_is_said_in_words(check_of: CheckOf, unfavorable: int, finding: str) -> None:
    assert _score(check_of(unfavorable)).finding == finding


# Beside 3,601 workers


@pytest.mark.parametrize("count", range(8))
def test_fewer_as_many_and_more_are_all_the_workers(count: int) -> None:
    assert standing(count).workers == 3601


@pytest.mark.parametrize("count", range(7))
def test_one_more_unfavorable_answer_leaves_those_with_as_many_behind(count: int) -> None:
    here = standing(count)
    assert standing(count + 1).fewer == here.fewer + here.same


NO_RANK = ". That says how common such answers about a job are; it does not rank people."


@pytest.mark.parametrize(
    ("unfavorable", "sentence"),
    [
        (0, "Of 3,601 US workers, 918 (25 %) answered none of the seven unfavorably, as you did."),
        (
            1,
            "Of 3,601 US workers, 2,683 (75 %) answered at least one of the seven unfavorably, too" + NO_RANK,
        ),
        (
            4,
            "Of 3,601 US workers, 2,683 (75 %) answered at least one of the seven unfavorably, too, and 431 (12 %) at "
            "least 4" + NO_RANK,
        ),
        (
            7,
            "Of 3,601 US workers, 2,683 (75 %) answered at least one of the seven unfavorably, too, and 76 (2 %) at "
            "least 6" + NO_RANK,
        ),
    ],
)
def test_the_standing_begins_with_those_who_answered_so_too_and_ranks_nobody(
    check_of: CheckOf, unfavorable: int, sentence: str
) -> None:
    assert _plain(_score(check_of(unfavorable)).standing_sentence) == sentence


def test_the_standing_says_how_sure_its_shares_are(check_of: CheckOf) -> None:
    assert "of all 3,601 reach ± 1.4 points at most" in _plain(_score(check_of(4)).standing_margin)


def test_the_intention_gives_the_share_its_interval_and_what_it_is_among_all(check_of: CheckOf) -> None:
    assert _plain(_score(check_of(4)).intention_sentence) == (
        "Of the 225 with 4 unfavorable answers, 71 (32 %; 95 % interval 26–38 %) said they were very likely "
        "to make a genuine effort to find a new job within the next year. Among all of them it was 18 %."
    )


@pytest.mark.parametrize("count", [6, 7])
def test_six_and_seven_unfavorable_answers_are_one_group_of_76_workers(count: int) -> None:
    assert intention_group(count).workers == 76


def test_a_pooled_group_says_so(check_of: CheckOf) -> None:
    assert "with 6 or 7 unfavorable answers" in _score(check_of(7)).intention_finding


def test_one_unfavorable_answer_is_not_called_answers(check_of: CheckOf) -> None:
    assert "with 1 unfavorable answer," in _score(check_of(1)).intention_finding


@pytest.mark.parametrize(
    "limit", ["meant to do", "not whether leaving turned out well", "the US", "no diagnosis"]
)
def test_the_score_says_what_it_does_not_mean(check_of: CheckOf, limit: str) -> None:
    assert limit in _score(check_of(4)).limits


@pytest.mark.parametrize("part", ["2006, 2010 and 2018", "3,601", "NORC", "unweighted"])
def test_the_score_names_its_source(check_of: CheckOf, part: str) -> None:
    assert part in _score(check_of(4)).source


# Over time


def test_the_history_leaves_out_unfinished_checks(check_of: CheckOf) -> None:
    unfinished = RutCheck(day=DAY + timedelta(days=1), stress="often")
    assert count_history([check_of(3), unfinished]) == (DatedCount(DAY, 3),)


@given(st.permutations(range(4)))
def test_the_history_is_in_the_order_of_days(check_of: CheckOf, order: list[int]) -> None:
    checks = [check_of(number, day=DAY + timedelta(days=number)) for number in order]
    assert [point.count for point in count_history(checks)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("counts", "finding"),
    [
        ((5, 2), "2 of 7 unfavorable, 3 fewer than on 4 Nov"),
        ((0, 2, 3), "3 of 7 unfavorable, 1 more than on 5 Nov"),
        ((3, 3), "Still 3 of 7 unfavorable, as on 4 Nov"),
    ],
)
def test_the_newest_count_is_compared_with_the_one_before(counts: tuple[int, ...], finding: str) -> None:
    history = [DatedCount(DAY + timedelta(days=number), count) for number, count in enumerate(counts)]
    assert history_finding(history) == finding


# Why they stayed


def test_reasons_are_compared_only_once_all_three_are_rated() -> None:
    half = StayReason(day=DAY, fear=0, comfort=3)
    assert rated([half]) == ()
    assert unrated(half) == ("effort",)


def test_rated_reasons_come_in_the_order_of_days() -> None:
    later = reasons(date(2025, 12, 1), fear=1, comfort=1, effort=1)
    earlier = reasons(date(2025, 11, 1), fear=2, comfort=2, effort=2)
    assert rated([later, earlier]) == (earlier, later)


@pytest.mark.parametrize(
    ("entry", "finding"),
    [
        (reasons(fear=7, comfort=3, effort=0), "Fear weighs most: 7 of 10"),
        (reasons(fear=7, comfort=2, effort=7), "Fear and avoiding the effort weigh most: 7 of 10 each"),
        (reasons(fear=0, comfort=0, effort=0), "None of the three holds you"),
    ],
)
def test_one_look_says_what_weighs_most(entry: StayReason, finding: str) -> None:
    assert reasons_finding([entry]) == finding


def test_several_looks_say_what_moved_most_since_the_first() -> None:
    first = reasons(fear=8, comfort=6, effort=5)
    newest = reasons(date(2026, 2, 4), fear=3, comfort=7, effort=5)
    assert reasons_finding([first, newest]) == "Fear fell from 8 to 3; comfort weighs most: 7 of 10"


def test_several_looks_without_change_say_what_weighs_most() -> None:
    first = reasons(fear=8, comfort=6, effort=5)
    newest = reasons(date(2026, 2, 4), fear=8, comfort=6, effort=5)
    assert reasons_finding([first, newest]) == "Fear weighs most: 8 of 10"


def test_every_answer_that_can_be_given_can_be_compared() -> None:
    for question in QUESTIONS:
        for share in answer_shares(question):
            assert f"“{share.answer}”, as you did" in compare_answer(question, share.answer).finding


def _score(check: RutCheck) -> RutScore:
    result = assess(check)
    assert isinstance(result, RutScore)
    return result


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")
