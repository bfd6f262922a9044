from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.job_search.records import ApplicationStage
from rutkit.steps.prepare.advice import (
    Facts,
    gone_stale,
    keep_the_questions,
    letter_to_read,
    say_aloud,
    small_win,
)
from rutkit.steps.prepare.records import Letter
from rutkit.steps.prepare.staleness import Upkeep

TODAY = date(2026, 11, 22)


def test_a_letter_is_read_on_its_day() -> None:
    def letter(opens: date) -> Letter:
        written = TODAY - timedelta(days=90)
        return Letter(written=written, opens=opens, text="Dear me", sealed=written)

    assert letter_to_read(Facts(TODAY, [letter(TODAY)])) is not None
    assert letter_to_read(Facts(TODAY, [letter(TODAY + timedelta(days=1))])) is None


def test_questions_are_kept_after_a_talk() -> None:
    talk = ApplicationStage(application="a", day=TODAY - timedelta(days=1), stage="interview")
    advice = keep_the_questions(Facts(TODAY, talks=[(talk, "Marmalade Bank")]))

    assert advice is not None
    assert advice.action.text == "Write down what Marmalade Bank asked you"
    assert advice.numbers == "You talked yesterday."
    assert keep_the_questions(Facts(TODAY)) is None


def test_answers_that_come_back_are_advised_the_more_the_stronger_up_to_a_limit() -> None:
    few, many = say_aloud(Facts(TODAY, answers_due=1)), say_aloud(Facts(TODAY, answers_due=40))

    assert few is not None
    assert many is not None
    assert few.strength < many.strength <= 46
    assert say_aloud(Facts(TODAY)) is None


def test_what_went_stale_is_advised_with_its_remedy_and_its_step() -> None:
    def learning(days_ago: int) -> Upkeep:
        return Upkeep("Learning", TODAY - timedelta(days=days_ago), 30, "Note the last thing.", "growth")

    advice = gone_stale(Facts(TODAY, upkeep=[learning(31)]))
    assert advice is not None
    assert (advice.action.text, advice.action.step) == ("Note the last thing", "growth")
    assert gone_stale(Facts(TODAY, upkeep=[learning(30)])) is None


def test_a_week_without_a_small_win_asks_for_one() -> None:
    assert small_win(Facts(TODAY, wins=3, newest_win=TODAY - timedelta(days=8))) is not None
    assert small_win(Facts(TODAY, wins=3, newest_win=TODAY - timedelta(days=7))) is None
    assert small_win(Facts(TODAY)) is None
