"""Choosing among what all steps advise: few, spread over the steps, within the week's capacity, and teachable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rutkit.home.brief.capacity import Capacity
from rutkit.home.records import AdviceAnswer
from rutkit.steps.advice import Advice

REST_DAYS = (3, 7, 14, 28)
"""For how many days “not now” puts a piece of advice aside: the first time, the second, … Choices."""
DONE_DAYS = 7
"""For so long nothing is said again of what is done."""
WEAKER = 0.85
"""By what each “not now” in a row multiplies how strong a piece of advice is."""
FORGOTTEN_AFTER = timedelta(days=120)
"""Answers older than this teach nothing any more."""

GENTLE_MINUTES = 10


@dataclass(frozen=True)
class Chosen:
    """What the brief says."""

    to_do: tuple[Advice, ...]
    to_stop: Advice | None
    put_aside: int
    """How many pieces of advice wait because the person said “not now”, or “done”."""


@dataclass(frozen=True)
class Lesson:
    """What the answers to one piece of advice taught."""

    not_now: int = 0
    """How often in a row, since it was last done."""
    back_on: date | None = None
    """The day on which it may be said again; None if at once."""

    def with_answer(self, answer: AdviceAnswer) -> Lesson:
        """The same with one more answer, in the order in which they were given."""
        if answer.reply == "done":
            return Lesson(0, answer.day + timedelta(days=DONE_DAYS))
        return Lesson(self.not_now + 1, answer.day + timedelta(days=rest_days(self.not_now)))


def rest_days(not_now: int) -> int:
    """For how many days one more “not now” puts something aside that was put aside so often before."""
    return REST_DAYS[min(not_now, len(REST_DAYS) - 1)]


def lessons(answers: Iterable[AdviceAnswer], today: date) -> dict[tuple[str, str], Lesson]:
    """What was learned about each rule and subject."""
    found: dict[tuple[str, str], Lesson] = defaultdict(Lesson)
    for answer in sorted(answers, key=lambda each: (each.day, each.created_at)):
        if today - answer.day <= FORGOTTEN_AFTER:
            key = answer.rule, answer.subject
            found[key] = found[key].with_answer(answer)
    return dict(found)


def choose(
    to_do: Iterable[Advice],
    to_stop: Iterable[Advice],
    learned: Mapping[tuple[str, str], Lesson],
    capacity: Capacity,
    today: date,
    *,
    is_distressed: bool = False,
) -> Chosen:
    """The few things that are said, the strongest first.

    Of one step the strongest comes; only where fewer steps than wanted have anything to say, a step has a second one.
    In distress nothing is to be stopped, and at most one gentle thing of ten minutes is left.
    """
    do, aside = _taught(to_do, learned, today)
    stop, stop_aside = _taught(to_stop, learned, today)
    if is_distressed:
        gentle = [each for each in do if each.is_gentle and each.minutes <= GENTLE_MINUTES]
        return Chosen(tuple(gentle[:1]), None, aside)
    fitting = [each for each in do if capacity.allows(each.minutes, each.takes_from)]
    return Chosen(_spread(fitting, capacity.actions), stop[0] if stop else None, aside + stop_aside)


def _taught(
    advice: Iterable[Advice], learned: Mapping[tuple[str, str], Lesson], today: date
) -> tuple[list[Advice], int]:
    """What may be said today, the strongest first, and how much else is put aside."""
    said: list[Advice] = []
    aside = 0
    for each in advice:
        lesson = learned.get((each.rule, each.subject), Lesson())
        if lesson.back_on and today < lesson.back_on:
            aside += 1
        else:
            said.append(replace(each, strength=round(each.strength * WEAKER**lesson.not_now)))
    return sorted(said, key=lambda each: -each.strength), aside


def _spread(advice: Sequence[Advice], count: int) -> tuple[Advice, ...]:
    first_of_step: dict[str, Advice] = {}
    for each in advice:
        first_of_step.setdefault(each.action.step, each)
    firsts = list(first_of_step.values())
    seconds = [each for each in advice if each not in firsts]
    picked = [*firsts, *seconds][:count]
    return tuple(sorted(picked, key=lambda each: -each.strength))
