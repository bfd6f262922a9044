from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from rutkit.records import Record
from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.steps.prepare.letters import seal
from rutkit.steps.prepare.progress import progress
from rutkit.steps.prepare.records import Letter, Question, Recall, Rehearsal, ResumeBasics, SmallWin, Story
from rutkit.steps.progress import Progress, State
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)
FRESH = datetime.combine(TODAY - timedelta(days=3), time(12), UTC)
STORY = Story(situation="A", task="B", action="C", result="D", updated_at=FRESH)
RESUME = ResumeBasics(name="Sam Example", updated_at=FRESH)
LETTER = seal(Letter(written=TODAY, opens=TODAY + timedelta(days=90), text="Dear me"), TODAY)
WIN = SmallWin(day=TODAY, what="A call")


def said(recall: Recall = "easily", days_ago: int = 0) -> Rehearsal:
    at = datetime.combine(TODAY - timedelta(days=days_ago), time(20))
    return Rehearsal(question="proud-of", at=at, recall=recall)


ALL = (STORY, said(), RESUME, LETTER)


def seen(workbook: Workbook, *records: Record) -> Progress:
    workbook.add_many(records, label="so far")
    return progress(workbook, TODAY)


@pytest.mark.parametrize(
    ("records", "note", "action"),
    [
        ([WIN], "0 of 4", "Write one story"),
        ([Story(situation="A")], "0 of 4", "Finish your first story"),
        ([STORY], "1 of 4", "Say one answer aloud"),
        ([STORY, said()], "2 of 4", "Begin your master resume"),
        ([STORY, said(), RESUME], "3 of 4", "Write to yourself in three months"),
    ],
)
def test_each_part_leads_to_the_next(
    workbook: Workbook, records: list[Record], note: str, action: str
) -> None:
    found = seen(workbook, *records)
    assert (found.state, found.note, found.action.text) == (State.BEGUN, note, action)


def test_with_all_four_it_is_done_and_says_when_practice_goes_on(workbook: Workbook) -> None:
    found = seen(workbook, *ALL, WIN)
    assert (found.state, found.note) == (State.DONE, "30 Nov")


def test_in_a_quiet_week_a_small_win_is_asked_for(workbook: Workbook) -> None:
    assert seen(workbook, *ALL).action.text == "Write down one small win"


def test_a_letter_whose_day_has_come_goes_before_everything_else(workbook: Workbook) -> None:
    opened = LETTER.model_copy(update={"written": date(2026, 8, 22), "opens": TODAY})
    found = seen(workbook, opened)
    assert (found.state, found.action.text) == (State.DUE, "Read your letter of 22 Aug 2026")


def test_an_interview_of_last_week_asks_for_its_questions(workbook: Workbook) -> None:
    application = Application(company="Otter & Sons")
    talk = ApplicationStage(application=application.id, day=TODAY - timedelta(days=4), stage="interview")
    found = seen(workbook, *ALL, application, talk)
    assert (found.state, found.action.text) == (State.DUE, "Write down what Otter & Sons asked you")


def test_once_a_question_is_noted_the_interview_asks_no_more(workbook: Workbook) -> None:
    application = Application(company="Otter & Sons")
    talk = ApplicationStage(application=application.id, day=TODAY - timedelta(days=4), stage="interview")
    noted = Question(text="Why pumps?", asked_by="Otter & Sons")
    assert seen(workbook, *ALL, WIN, application, talk, noted).state is State.DONE


def test_an_answer_that_is_due_is_asked_for(workbook: Workbook) -> None:
    found = seen(workbook, STORY, said("with trouble", days_ago=9), RESUME, LETTER)
    assert (found.state, found.note, found.action.text) == (State.DUE, "1 due", "Say 1 answer aloud")


def test_what_went_stale_is_named_with_its_remedy(workbook: Workbook) -> None:
    old = RESUME.model_copy(update={"updated_at": FRESH - timedelta(days=200)})
    found = seen(workbook, STORY, said(), old, LETTER)
    assert (found.state, found.note) == (State.DUE, "gone stale")
    assert found.action.text == "Read it once, and add what you have done since"
    assert found.action.reason.startswith("Resume: last touched 203 days ago")
