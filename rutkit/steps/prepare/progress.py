"""Where somebody is in step 10, and what to do next there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_date, format_short_date, join_words
from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.steps.prepare.letters import waiting_to_be_read
from rutkit.steps.prepare.practice import Today, memories, today_s_practice
from rutkit.steps.prepare.questions import questions, recent_talks, unnoted
from rutkit.steps.prepare.records import (
    RECORDS,
    Letter,
    Question,
    QuestionSetAside,
    Rehearsal,
    ResumeBasics,
    SmallWin,
    Story,
)
from rutkit.steps.prepare.staleness import RESUME_RECORDS, stale, upkeep
from rutkit.steps.prepare.stories import is_whole, missing_parts
from rutkit.steps.progress import Action, Progress, State

if TYPE_CHECKING:
    from rutkit.records import Record
    from rutkit.workbook import Workbook

SLUG = "prepare"

NEWEST_STAGES = 200
"""Among these the talks of the last two weeks are looked for."""

WIN_DAYS = 7


def progress(workbook: Workbook, today: date) -> Progress:
    """Done with a whole story, a rehearsal, a resume and a sealed letter; due when something waits or went stale."""
    stories, letters = workbook.all(Story), workbook.all(Letter)
    open_letters = waiting_to_be_read(letters, today)
    if open_letters:
        return Progress(State.DUE, "letter", _letter_action(open_letters[0]))
    asked_for = (
        _story_action(stories),
        _rehearsal_action(workbook),
        _resume_action(workbook),
        _first_letter_action(letters),
    )
    missing = [action for action in asked_for if action is not None]
    if missing:
        begun = any(workbook.count(record_type) for record_type in RECORDS)
        note = f"{len(asked_for) - len(missing)} of {len(asked_for)}" if begun else ""
        return Progress(State.BEGUN if begun else State.NOT_BEGUN, note, missing[0])
    practice = practice_of(workbook, today)
    due = _due(workbook, practice, today)
    if due:
        return Progress(State.DUE, *due)
    return Progress(
        State.DONE,
        format_short_date(practice.next_day, today) if practice.next_day else "",
        _quiet_action(workbook, stories, today),
    )


def practice_of(workbook: Workbook, today: date) -> Today:
    """What is to be rehearsed today."""
    return today_s_practice(
        questions(workbook.all(Question)),
        memories(workbook.all(Rehearsal)),
        today,
        set_aside=[each.question for each in workbook.all(QuestionSetAside)],
    )


def talks_to_note(workbook: Workbook, today: date) -> tuple[tuple[ApplicationStage, str], ...]:
    """The talks of the last two weeks from which no question was written down, each with its company."""
    newest = workbook.all(ApplicationStage, order_by="day", descending=True, limit=NEWEST_STAGES)
    talks = recent_talks(newest, today)
    found = (workbook.get(Application, each) for each in {stage.application for stage in talks})
    companies = {application.id: application.company for application in found if application}
    return unnoted(talks, companies, workbook.all(Question))


def _letter_action(letter: Letter) -> Action:
    return _action(
        f"Read your letter of {format_date(letter.written)}",
        "Its day has come. You may answer it, too.",
        Letter,
        letter.id,
    )


def _story_action(stories: list[Story]) -> Action | None:
    if any(is_whole(story) for story in stories):
        return None
    if stories:
        return _action(
            "Finish your first story",
            f"Still to say: {join_words(missing_parts(stories[0]))}.",
            Story,
            stories[0].id,
        )
    return _action(
        "Write one story",
        "Something you did, in four short parts. A few of these can answer many questions.",
        Story,
    )


def _rehearsal_action(workbook: Workbook) -> Action | None:
    if workbook.count(Rehearsal):
        return None
    return _action("Say one answer aloud", "Two new questions a day are enough.")


def _resume_action(workbook: Workbook) -> Action | None:
    if any(workbook.count(kind) for kind in RESUME_RECORDS):
        return None
    return _action(
        "Begin your master resume",
        "Everything that could stand in one, in one place; each application then takes from it.",
        ResumeBasics,
    )


def _first_letter_action(letters: list[Letter]) -> Action | None:
    if any(letter.sealed for letter in letters):
        return None
    return _action(
        "Write to yourself in three months",
        "What you hope and fear today, sealed until you can judge it.",
        Letter,
    )


def _due(workbook: Workbook, practice: Today, today: date) -> tuple[str, Action] | None:
    talks = talks_to_note(workbook, today)
    if talks:
        stage, company = talks[0]
        return "questions", _action(
            f"Write down what {company} asked you",
            f"You talked{f' on {format_short_date(stage.day, today)}' if stage.day else ''}; keep the questions "
            "while you know them.",
            Question,
        )
    if practice.due:
        return f"{len(practice.due)} due", _action(
            f"Say {counted(len(practice.due), 'answer')} aloud",
            "They come back today; a few minutes each are enough.",
        )
    left = stale(upkeep(workbook), today)
    if left:
        reason = f"{left[0].name}: last touched {left[0].sentence(today)}."
        return "gone stale", Action(left[0].remedy.rstrip("."), reason, left[0].step)
    return None


def _quiet_action(workbook: Workbook, stories: list[Story], today: date) -> Action:
    newest = workbook.all(SmallWin, order_by="day", descending=True, limit=1)
    if not newest or newest[0].day < today - timedelta(days=WIN_DAYS):
        return _action(
            "Write down one small win", "Something that went right this week, however small.", SmallWin
        )
    unfinished = [story for story in stories if not is_whole(story)]
    if unfinished:
        return _action(
            "Finish a story",
            f"Still to say: {join_words(missing_parts(unfinished[0]))}.",
            Story,
            unfinished[0].id,
        )
    return _action(
        "Look at which story is missing", "What your postings ask for stands beside your stories.", Story
    )


def _action(text: str, reason: str, opens: type[Record] | None = None, record_id: str = "") -> Action:
    return Action(text, reason, SLUG, opens, record_id)
