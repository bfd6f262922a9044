"""Writing the brief: what all ten steps say, and what is chosen of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.dates import monday_of
from rutkit.formatting import counted, format_month
from rutkit.home.brief.beginning import beginnings
from rutkit.home.brief.capacity import Capacity, Hours, capacity
from rutkit.home.brief.choosing import Chosen, Lesson, choose, lessons
from rutkit.home.forecasts.scoring import is_due
from rutkit.home.records import AdviceAnswer, Prediction, WeeklyReview
from rutkit.home.review.reviews import of_week, waits
from rutkit.steps import STEPS, Step
from rutkit.steps.advice import Advice, said
from rutkit.steps.emotions.analysis import newest_toll
from rutkit.steps.emotions.records import BurnoutInventory, CheckIn
from rutkit.steps.emotions.support import Support, support
from rutkit.steps.exit_plan.records import ExitPlan, Incident, Safety
from rutkit.steps.exit_plan.records import Support as OwnSupport
from rutkit.steps.exit_plan.safety import on_the_sooner_path
from rutkit.steps.exit_plan.schedule import window
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.job_search.records import SearchLimits, Session
from rutkit.steps.progress import Progress, State
from rutkit.steps.skills.records import LearningLimits

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

NEWEST = 100
"""Records of each kind from which a week is read."""

FEWEST_CHECK_INS = 5
"""From so many on a week has something to be reviewed, even if no step stands yet."""

FEW = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


@dataclass(frozen=True)
class Brief:
    """One week on one page."""

    where: tuple[str, ...]
    """Where somebody is, in a sentence or three."""
    chosen: Chosen
    learned: dict[tuple[str, str], Lesson]
    capacity: Capacity
    support: Support | None
    """What comes before everything else; None if nothing has to."""
    own_support: tuple[OwnSupport, ...]
    steps: tuple[tuple[Step, Progress], ...]
    """Where each step stands, in order."""
    is_harmed: bool
    """Whether the person said that the job does harm."""

    review_waits: bool
    """Whether it is time for the weekly review."""
    review_begun: bool
    predictions_due: int
    """Predictions that can be settled by nobody but the person."""

    is_distressed: bool
    """Whether all but one gentle thing waits: support is needed, or the person is harmed and alone with it."""

    @property
    def is_empty(self) -> bool:
        """Whether no step is begun."""
        return all(progress.state is State.NOT_BEGUN for _, progress in self.steps)


def write_brief(
    workbook: Workbook, today: date, alone: Callable[[], AbstractContextManager[None]] = nullcontext
) -> Brief:
    """Read all ten steps and choose.

    `alone` is entered for each reading, which takes a moment; judging goes on outside of it: see `Page.alone`.
    """
    to_do: list[Advice] = []
    to_stop: list[Advice] = []
    standings: list[tuple[Step, Progress]] = []
    for step in STEPS:
        rules = step.rules
        with alone():
            facts = rules.read(workbook, today)
            standings.append((step, step.progress(workbook, today)))
        to_do += said(step.slug, rules.to_do, facts)
        to_stop += said(step.slug, rules.to_stop, facts)
    to_do += beginnings(standings)
    with alone():
        check_ins = workbook.all(CheckIn, order_by="day", descending=True, limit=NEWEST)
        needed = support(check_ins, workbook.all(BurnoutInventory), today)
        own_support = tuple(workbook.all(OwnSupport))
        safety, plan = workbook.only(Safety), workbook.only(ExitPlan)
        is_unprotected = on_the_sooner_path(safety) and not (
            safety and safety.told and own_support and workbook.count(Incident)
        )
        is_distressed = needed is not None or is_unprotected
        can_take = capacity(check_ins, _hours(workbook, today), today)
        reviews = workbook.all(WeeklyReview)
        this_week = of_week(reviews, today)
        predictions_due = sum(is_due(each, today) for each in workbook.all(Prediction))
        learned = lessons(workbook.all(AdviceAnswer), today)
    return Brief(
        _on_a_hard_day(check_ins, today) if is_distressed else _where(standings, check_ins, plan, today),
        choose(to_do, to_stop, learned, can_take, today, is_distressed=needed is not None or is_unprotected),
        learned,
        can_take,
        needed,
        own_support,
        tuple(standings),
        on_the_sooner_path(safety),
        not is_distressed
        and waits(reviews, today)
        and (len(check_ins) >= FEWEST_CHECK_INS or any(_stands(each) for _, each in standings)),
        this_week is not None,
        0 if is_distressed else predictions_due,
        is_distressed,
    )


def _hours(workbook: Workbook, today: date) -> Sequence[Hours]:
    """The hours of the search (step 9) and of learning in one's own time (steps 4 and 6) this week."""
    monday = monday_of(today)
    search, learning = workbook.only(SearchLimits), workbook.only(LearningLimits)
    sessions = workbook.all(Session, order_by="day", descending=True, limit=NEWEST)
    entries = workbook.all(LearningEntry, order_by="day", descending=True, limit=NEWEST)
    learned = sum(each.hours or 0 for each in entries if monday <= each.day <= today and not each.at_work)
    searched = sum(
        each.minutes for each in sessions if monday <= each.day <= today and each.activity != "rest"
    )
    return (
        Hours("search", search.hours_a_week if search else None, searched),
        Hours("learning", learning.hours_a_week if learning else None, round(60 * learned)),
    )


def _where(
    standings: Sequence[tuple[Step, Progress]],
    check_ins: Sequence[CheckIn],
    plan: ExitPlan | None,
    today: date,
) -> tuple[str, ...]:
    states = [progress.state for _, progress in standings]
    if all(state is State.NOT_BEGUN for state in states):
        return ("Nothing is written down yet. It starts with step 1, and a few words are enough.",)
    stand, begun, due = (
        sum(_stands(progress) for _, progress in standings),
        states.count(State.BEGUN),
        states.count(State.DUE),
    )
    said = []
    if stand:
        steps = "All ten steps" if stand > len(FEW) else f"{FEW[stand - 1]} of ten steps"
        said.append(f"{steps} {'stands' if stand == 1 else 'stand'}")
    if begun:
        more = "more" if stand else "of ten steps"
        said.append(f"{begun} {more} {'is' if begun == 1 else 'are'} begun")
    if due:
        said.append(f"{counted(due, 'step')} {'asks' if due == 1 else 'ask'} for something again")
    where = [f"{'; '.join(said)}."]
    where += _on_a_hard_day(check_ins, today)
    months = window(plan)
    if months:
        where.append(f"You mean to leave between {format_month(months[0])} and {format_month(months[1])}.")
    return tuple(where)


def _on_a_hard_day(check_ins: Sequence[CheckIn], today: date) -> tuple[str, ...]:
    """How the days were, and nothing of what is to be done."""
    is_known = any(today - each.day < timedelta(days=14) for each in check_ins)
    return (newest_toll(check_ins, today),) if is_known else ()


def _stands(progress: Progress) -> bool:
    return progress.state in (State.DONE, State.DUE)
