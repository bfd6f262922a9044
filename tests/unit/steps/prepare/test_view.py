from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import ipywidgets as widgets
import pytest

from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.steps.prepare.letters import seal
from rutkit.steps.prepare.records import Letter, Question, QuestionSetAside, Rehearsal, SmallWin, Story
from rutkit.steps.prepare.view import StepView
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
SEALED = seal(
    Letter(written=TODAY, opens=TODAY + timedelta(days=90), text="Nobody reads this yet"),
    TODAY - timedelta(days=2),
)


@pytest.fixture
def view(page: Page) -> Iterator[StepView]:
    view = StepView(page)
    yield view
    view.close()


def said(root: widgets.Widget) -> str:
    own = str(root.value) if isinstance(root, widgets.HTML) else ""
    return own + "".join(said(child) for child in getattr(root, "children", ()))


def found(root: widgets.Widget, kind: type[widgets.Widget], text: str) -> widgets.Widget | None:
    if isinstance(root, kind) and root.description == text:
        return root
    hits = (found(child, kind, text) for child in getattr(root, "children", ()))
    return next((hit for hit in hits if hit), None)


def press(root: widgets.Widget, text: str) -> None:
    button = found(root, widgets.Button, text)
    assert button is not None, f"no button says {text!r}"
    button.click()


def click(page: Page, action: str, **data: str) -> None:
    page.bridge._handlers[action]({"action": action, **data})


def write(root: widgets.Widget, label: str, text: str) -> None:
    box = found(root, widgets.Textarea, label)
    assert box is not None
    box.value = text


# Practice


def test_the_first_question_is_there_to_be_said(view: StepView) -> None:
    assert "Who are you, in two minutes" in said(view.widget)


def test_rating_an_answer_keeps_it_and_goes_on_to_the_next(page: Page, view: StepView) -> None:
    press(view.widget, "Well")
    (kept,) = page.workbook.all(Rehearsal)
    assert (kept.question, kept.recall, kept.at.date()) == ("who-you-are", "well", TODAY)
    assert "Noted. It comes back in 2 days" in said(view.widget)
    assert "Why do you want to leave where you are now?" in said(view.widget)


def test_a_rating_is_taken_back_with_one_undo(page: Page, view: StepView) -> None:
    press(view.widget, "Well")
    page.undo()
    assert page.workbook.count(Rehearsal) == 0
    assert "Who are you, in two minutes" in said(view.widget)


def test_another_question_keeps_nothing(page: Page, view: StepView) -> None:
    press(view.widget, "Another question")
    assert "Why do you want to leave where you are now?" in said(view.widget)
    assert page.workbook.last_change() is None


def test_a_question_never_to_be_asked_can_be_taken_back_up(page: Page, view: StepView) -> None:
    press(view.widget, "Never ask me this")
    assert page.workbook.count(QuestionSetAside) == 1
    assert "Never asked: 1" in said(view.widget)
    click(page, "ask-again", key="who-you-are")
    assert page.workbook.count(QuestionSetAside) == 0


def test_a_question_is_shown_with_the_story_that_fits_it(page: Page, view: StepView) -> None:
    page.workbook.add(Question(text="Did you ever lead?", competency="Leadership"))
    page.workbook.add(Story(title="The night queue", action="I led", competencies=("Leadership",)))
    assert "A story that fits" in said(view.widget)


def test_what_somebody_wrote_is_not_read_as_markup(page: Page, view: StepView) -> None:
    page.workbook.add(Question(text="<b>Why?</b>", notes="<i>So</i>"))
    assert "&lt;b&gt;Why?" in said(view.widget)
    assert "<i>" not in said(view.widget)


def test_a_talk_of_these_days_asks_for_its_questions_and_recalls_the_note(page: Page, view: StepView) -> None:
    application = Application(company="Otter & Sons")
    talk = ApplicationStage(
        application=application.id, day=TODAY - timedelta(days=2), stage="interview", note="Much about pumps"
    )
    page.workbook.add_many([application, talk], label="a talk")
    assert "You talked with Otter &amp; Sons on 20 Nov" in said(view.widget)
    assert "You noted: “Much about pumps”" in said(view.widget)


# Stories


def test_a_gap_begins_a_story_that_shows_it(page: Page, view: StepView) -> None:
    click(page, "tell-story", name="Coaching")
    write(view.widget, "Action", "I taught somebody")
    press(view.widget, "Save it")
    (story,) = page.workbook.all(Story)
    assert story.competencies == ("Coaching",)


def test_a_story_that_lacks_a_part_says_which(page: Page, view: StepView) -> None:
    page.workbook.add(Story(title="The queue", situation="A", task="B", action="C"))
    assert "Still to say: what came of it." in said(view.widget)


# Letters


def test_a_letter_that_is_sealed_is_not_on_the_page(page: Page, view: StepView) -> None:
    page.workbook.add(SEALED)
    assert "sealed until 20 Feb 2027" in said(view.widget)
    assert "Nobody reads this yet" not in said(view.widget)


def test_writing_and_sealing_a_letter(page: Page, view: StepView) -> None:
    write(view.widget, "Dear me,", "It will be spring")
    press(view.widget, "Seal the letter")
    (letter,) = page.workbook.all(Letter)
    assert (letter.sealed, letter.opens) == (TODAY, date(2027, 2, 22))
    assert "It will be spring" not in said(view.widget)


def test_an_empty_letter_is_not_sealed(page: Page, view: StepView) -> None:
    press(view.widget, "Seal the letter")
    assert page.workbook.count(Letter) == 0
    assert "There is nothing to seal yet" in said(view.widget)


def test_opening_a_letter_early_takes_two_steps(page: Page, view: StepView) -> None:
    page.workbook.add(SEALED)
    click(page, "ask-to-open-letter", id=SEALED.id)
    assert "Open it all the same?" in said(view.widget)
    assert "Nobody reads this yet" not in said(view.widget)
    click(page, "open-letter", id=SEALED.id)
    assert "Nobody reads this yet" in said(view.widget)
    assert "you opened it early" in said(view.widget)


def test_a_letter_can_be_left_sealed_after_all(page: Page, view: StepView) -> None:
    page.workbook.add(SEALED)
    click(page, "ask-to-open-letter", id=SEALED.id)
    click(page, "leave-letter-sealed")
    assert "Open it all the same?" not in said(view.widget)


def test_an_open_letter_is_answered_in_place(page: Page, view: StepView) -> None:
    page.workbook.add(SEALED.model_copy(update={"opens": TODAY}))
    write(view.widget, "What you answer", "You were right")
    (letter,) = page.workbook.all(Letter)
    assert letter.reply == "You were right"


# Patience


def test_what_was_done_is_counted_over_the_rooms(page: Page, view: StepView) -> None:
    press(view.widget, "Well")
    assert "1 step of your own this week; nothing from others so far" in said(view.widget)


def test_an_old_win_is_remembered(page: Page, view: StepView) -> None:
    page.workbook.add(SmallWin(day=TODAY - timedelta(days=60), what="The resume fits"))
    assert "23 Sep 2026: The resume fits" in said(view.widget)


def test_without_applications_the_wait_is_not_drawn(view: StepView) -> None:
    assert "Not enough yet: 0 of 20 applications." in said(view.widget)
