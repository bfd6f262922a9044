from __future__ import annotations

from datetime import date

import pytest

from rutkit.steps.acknowledge.records import QUESTIONS, Acknowledgement, RutCheck
from rutkit.steps.acknowledge.view import StepView, shares_of_workers
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
EARLIER = date(2026, 8, 1)


def shares(view: StepView, question: str = "learning") -> str:
    return str(view._shares[question].value)


def answer(view: StepView, question: str, raw: str) -> None:
    view._check.form.fields[question].control.set(raw)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_the_answers_of_others_with_their_source(question: str) -> None:
    shown = shares_of_workers(question, "")

    assert "General Social Survey" in shown
    assert 'aria-label="Of ' in shown
    assert "(you)" not in shown


def test_how_sure_the_shares_are_is_not_repeated_beneath_each_question() -> None:
    assert not [question for question in QUESTIONS if "intervals" in shares_of_workers(question, "")]


def test_the_answers_of_others_appear_after_one_s_own(page: Page) -> None:
    view = StepView(page)
    assert shares(view) == ""

    answer(view, "learning", "agree")

    assert "agree (you)" in shares(view)
    assert shares(view, "promotion") == ""


def test_a_check_begun_again_shows_nothing_of_the_former_answers(page: Page) -> None:
    page.workbook.add(RutCheck(day=EARLIER, learning="agree"))
    view = StepView(page)
    assert "agree (you)" in shares(view)

    view._check._begin_again()

    assert shares(view) == ""
    assert "0 of 7 questions answered" in view._result()


def test_a_check_begun_again_is_one_of_its_own(page: Page) -> None:
    page.workbook.add(RutCheck(day=EARLIER, learning="agree"))
    view = StepView(page)
    view._check._begin_again()

    answer(view, "learning", "disagree")

    checks = page.workbook.all(RutCheck, order_by="day")
    assert [(check.day, check.learning) for check in checks] == [(EARLIER, "agree"), (TODAY, "disagree")]


def test_an_unfinished_check_gives_no_score(page: Page) -> None:
    view = StepView(page)

    answer(view, "learning", "agree")

    assert "Not enough yet: 1 of 7 questions answered" in view._result()


def test_the_step_ends_with_its_next_action(page: Page) -> None:
    view = StepView(page)
    ending = view.widget.children[-1].children[0]
    assert "Say where you are" in ending.value

    page.workbook.add(Acknowledgement(day=TODAY, sentence="I am stuck."))

    assert "Next: " in ending.value
