"""When an answer is worth saying aloud again: spaced repetition, from the rehearsals that are kept.

The scheduler is FSRS (open-spaced-repetition, https://github.com/open-spaced-repetition/py-fsrs), with its own default
weights, counting in whole days and without chance: the same rehearsals always give the same days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from rutkit.formatting import counted, format_day, format_short_date
from rutkit.steps.prepare.questions import GENERAL_HEADINGS, InterviewQuestion, heading_of
from rutkit.steps.prepare.records import Recall, Rehearsal

NEW_A_DAY = 2
"""Questions begun on one day: few enough to be done, and again when they come back."""

LONGEST_DAYS = 60
"""An interview may come at any time: nothing rests longer than two months."""

WANTED_RETENTION = 0.9
"""The share of answers that are to come well when they are asked for again."""

RECALLS: tuple[Recall, ...] = ("not at all", "with trouble", "well", "easily")
"""How an answer went, from worst to best: FSRS's Again, Hard, Good and Easy."""


@dataclass(frozen=True)
class Memory:
    """What the rehearsals of one question add up to."""

    times: int
    first: date
    last: date
    recall: Recall
    """How it went last."""
    due: date
    seconds: int | None
    """How long it took last; None if it was not timed."""


@dataclass(frozen=True)
class Today:
    """What to rehearse today, in this order."""

    due: tuple[InterviewQuestion, ...]
    new: tuple[InterviewQuestion, ...]
    next_day: date | None
    """The next day on which something is due; None if nothing has been rehearsed."""

    @property
    def all(self) -> tuple[InterviewQuestion, ...]:
        """What comes back first, then what is new."""
        return (*self.due, *self.new)


def memories(rehearsals: Iterable[Rehearsal]) -> dict[str, Memory]:
    """What is kept of each question, by its key."""
    by_question: dict[str, list[Rehearsal]] = {}
    for rehearsal in sorted(rehearsals, key=lambda one: (_day(one), one.created_at, one.id)):
        by_question.setdefault(rehearsal.question, []).append(rehearsal)
    return {key: _memory(history) for key, history in by_question.items()}


def today_s_practice(
    questions: Sequence[InterviewQuestion],
    known: Mapping[str, Memory],
    today: date,
    *,
    wanted: Sequence[str] = (),
    set_aside: Iterable[str] = (),
) -> Today:
    """What to rehearse on `today`.

    What was due longest comes first. New ones follow, at most two a day: the person's own, then one of each heading in
    turn. Headings that every interview touches and those that fit `wanted` (what the postings ask for, in order) come
    before all others.
    """
    aside = set(set_aside)
    pool = [question for question in questions if question.key not in aside]
    due = sorted(
        (question for question in pool if question.key in known and known[question.key].due <= today),
        key=lambda question: (known[question.key].due, question.key),
    )
    begun_today = sum(memory.first == today for memory in known.values())
    new = [
        question
        for question in _in_turn(questions, wanted)
        if question.key not in known and question.key not in aside
    ]
    later = [known[question.key].due for question in pool if question.key in known and question not in due]
    return Today(tuple(due), tuple(new[: max(0, NEW_A_DAY - begun_today)]), min(later, default=None))


def practice_sentence(practice: Today, known: Mapping[str, Memory], today: date) -> str:
    """What today asks for, in words."""
    if practice.due and practice.new:
        return f"{counted(len(practice.due), 'question')} due today, and {len(practice.new)} new."
    if practice.due:
        return f"{counted(len(practice.due), 'question')} due today."
    if practice.new:
        begin = "To begin with" if not known else "Nothing is due. If you like"
        return f"{begin}: {counted(len(practice.new), 'new question')}."
    if practice.next_day:
        return f"That is all for today. The next is due {format_day(practice.next_day, today)}."
    return "Nothing to rehearse today."


def memory_sentence(memory: Memory | None, today: date) -> str:
    """How a question went before."""
    if memory is None:
        return "New."
    said = f"Said {counted(memory.times, 'time')}; last {format_day(memory.last, today)}, {memory.recall}"
    return f"{said}, in {counted_seconds(memory.seconds)}." if memory.seconds else f"{said}."


def again_sentence(memory: Memory, today: date) -> str:
    """When a question that was just rehearsed comes back."""
    days = (memory.due - today).days
    when = (
        "tomorrow" if days == 1 else f"in {counted(days, 'day')}, on {format_short_date(memory.due, today)}"
    )
    return f"Noted. It comes back {when}."


def counted_seconds(seconds: int) -> str:
    """A time as people say it: "45 seconds", "2 min 5 s"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return counted(seconds, "second")
    return f"{minutes} min {rest} s" if rest else counted(minutes, "minute")


def _memory(history: Sequence[Rehearsal]) -> Memory:
    from fsrs import Card, Rating, Scheduler

    scheduler = Scheduler(
        desired_retention=WANTED_RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )
    card = Card(card_id=0, due=_noon(history[0]))
    for rehearsal in history:
        rating = Rating(RECALLS.index(rehearsal.recall) + 1)
        card, _ = scheduler.review_card(card, rating, review_datetime=_noon(rehearsal))
    last = history[-1]
    return Memory(len(history), _day(history[0]), _day(last), last.recall, card.due.date(), last.seconds)


def _day(rehearsal: Rehearsal) -> date:
    return rehearsal.at.date()


def _noon(rehearsal: Rehearsal) -> datetime:
    """The same hour for all: days are counted, and no clock or zone changes what is due."""
    return datetime.combine(_day(rehearsal), time(12), UTC)


def _in_turn(questions: Iterable[InterviewQuestion], wanted: Sequence[str]) -> list[InterviewQuestion]:
    ranks = {heading: place for place, heading in enumerate(_headings_first(wanted))}
    asked: Counter[str] = Counter()
    placed: list[tuple[int, int, int, int, InterviewQuestion]] = []
    for question in questions:
        rank = ranks.get(question.competency)
        group = 0 if question.is_own else 1 if rank is not None else 2
        placed.append((group, asked[question.competency], rank or 0, len(placed), question))
        asked[question.competency] += 1
    return [question for *_, question in sorted(placed, key=lambda place: place[:4])]


def _headings_first(wanted: Sequence[str]) -> tuple[str, ...]:
    fitting = (heading_of(name) for name in wanted)
    return (*GENERAL_HEADINGS, *dict.fromkeys(heading for heading in fitting if heading))
