"""What step 10 advises: letters that open, questions to keep, answers to say aloud, and a small win."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_date, format_day
from rutkit.steps.advice import Advice, Rules
from rutkit.steps.job_search.records import ApplicationStage
from rutkit.steps.prepare.letters import waiting_to_be_read
from rutkit.steps.prepare.progress import SLUG, WIN_DAYS, practice_of, talks_to_note
from rutkit.steps.prepare.records import Letter, Question, SmallWin
from rutkit.steps.prepare.staleness import Upkeep, stale, upkeep
from rutkit.steps.progress import Action

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    letters: Sequence[Letter] = ()
    talks: Sequence[tuple[ApplicationStage, str]] = ()
    """Talks of the last two weeks from which no question was kept, each with its company."""
    answers_due: int = 0
    upkeep: Sequence[Upkeep] = ()
    wins: int = 0
    newest_win: date | None = None


def read(workbook: Workbook, today: date) -> Facts:
    """Letters, talks, what is due to be rehearsed, and when each thing was last touched."""
    newest = workbook.page(SmallWin, order_by="day", descending=True, limit=1)
    return Facts(
        today,
        workbook.all(Letter),
        talks_to_note(workbook, today),
        len(practice_of(workbook, today).due),
        upkeep(workbook),
        newest.total,
        newest.records[0].day if newest.records else None,
    )


def letter_to_read(facts: Facts) -> Advice | None:
    """A letter to oneself has reached its day."""
    waiting = waiting_to_be_read(facts.letters, facts.today)
    if not waiting:
        return None
    return Advice(
        Action(
            f"Read your letter of {format_date(waiting[0].written)}",
            "Its day has come. You may answer it, too.",
            SLUG,
            Letter,
            waiting[0].id,
        ),
        strength=49,
        minutes=5,
        is_gentle=True,
    )


def keep_the_questions(facts: Facts) -> Advice | None:
    """There was a talk within two weeks, and no question from it is kept."""
    if not facts.talks:
        return None
    stage, company = facts.talks[0]
    return Advice(
        Action(
            f"Write down what {company or 'they'} asked you",
            "While you still know it; the next company will ask much the same.",
            SLUG,
            Question,
        ),
        strength=56,
        minutes=5,
        numbers=f"You talked {format_day(stage.day, facts.today)}." if stage.day else "",
    )


def say_aloud(facts: Facts) -> Advice | None:
    """Answers that were rehearsed come back today."""
    if not facts.answers_due:
        return None
    return Advice(
        Action(
            "Say one answer aloud",
            "A few minutes are enough, and one is better than none.",
            SLUG,
        ),
        strength=min(46, 38 + facts.answers_due),
        minutes=5,
        numbers=f"{counted(facts.answers_due, 'answer')} come back today."
        if facts.answers_due > 1
        else "1 answer comes back today.",
    )


def gone_stale(facts: Facts) -> Advice | None:
    """The resume, the stories, the practice or the learning were left alone for too long."""
    left = stale(facts.upkeep, facts.today)
    if not left:
        return None
    return Advice(
        Action(
            left[0].remedy.rstrip("."), "A small touch keeps it ready for the day it is needed.", left[0].step
        ),
        strength=33,
        minutes=15,
        numbers=f"{left[0].name}: last touched {left[0].sentence(facts.today)}.",
    )


def small_win(facts: Facts) -> Advice | None:
    """There are small wins, and none within a week."""
    if facts.newest_win is None or facts.newest_win >= facts.today - timedelta(days=WIN_DAYS):
        return None
    return Advice(
        Action(
            "Write down one small win",
            "Something that went right this week, however small.",
            SLUG,
            SmallWin,
        ),
        strength=29,
        minutes=1,
        numbers=f"The last of {facts.wins} is from {format_date(facts.newest_win)}.",
        is_gentle=True,
    )


RULES = Rules(read, to_do=(letter_to_read, keep_the_questions, say_aloud, gone_stale, small_win))
