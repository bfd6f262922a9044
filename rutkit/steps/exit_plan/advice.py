"""What step 2 advises: safety first, then what has a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_date, format_day
from rutkit.steps.advice import Advice, Rules, in_days
from rutkit.steps.exit_plan.money import STALE_DAYS, missing_figures
from rutkit.steps.exit_plan.progress import SLUG, sooner_action
from rutkit.steps.exit_plan.records import (
    ExitPlan,
    Finances,
    Incident,
    Milestone,
    ResignationDraft,
    Safety,
    Support,
)
from rutkit.steps.exit_plan.resignation import was_opened_early
from rutkit.steps.exit_plan.schedule import milestone_name, open_milestones, overdue, review_is_due
from rutkit.steps.progress import Action

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

SOON = timedelta(days=7)
OPENED_LATELY = timedelta(days=14)


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    safety: Safety | None = None
    supports: int = 0
    incidents: int = 0
    milestones: Sequence[Milestone] = ()
    plan: ExitPlan | None = None
    finances: Finances | None = None
    letter: ResignationDraft | None = None


def read(workbook: Workbook, today: date) -> Facts:
    """The one record of each kind, and the milestones."""
    return Facts(
        today,
        workbook.only(Safety),
        workbook.count(Support),
        workbook.count(Incident),
        workbook.all(Milestone),
        workbook.only(ExitPlan),
        workbook.only(Finances),
        workbook.only(ResignationDraft),
    )


def get_to_safety(facts: Facts) -> Advice | None:
    """The person said that the job does harm, and something that protects them is still missing."""
    action = sooner_action(facts.safety, facts.supports, facts.incidents)
    return Advice(action, strength=100, minutes=10, is_gentle=True) if action else None


def overdue_milestone(facts: Facts) -> Advice | None:
    """A milestone was not done by its day; stronger by 2 for each week."""
    late = overdue(facts.milestones, facts.today)
    if not late:
        return None
    first = late[0]
    days = (facts.today - first.by).days
    return Advice(
        Action(
            f"Decide about “{milestone_name(first)}”",
            "Do it, move it or drop it: a date that has passed only weighs.",
            SLUG,
            Milestone,
            first.id,
        ),
        strength=min(68, 56 + 2 * (days // 7)),
        minutes=5,
        numbers=f"Due on {format_date(first.by)}, {counted(days, 'day')} ago; {len(late)} of "
        f"{counted(len(facts.milestones), 'milestone')} overdue.",
    )


def coming_milestone(facts: Facts) -> Advice | None:
    """A milestone is due within seven days."""
    coming = [each for each in open_milestones(facts.milestones) if each.by >= facts.today]
    if not coming or coming[0].by > facts.today + SOON:
        return None
    first = coming[0]
    return Advice(
        Action(
            f"Go on with “{milestone_name(first)}”",
            f"It is due {in_days(first.by, facts.today)}. Half an hour now saves an evening on the last day.",
            SLUG,
            Milestone,
            first.id,
        ),
        strength=50,
        minutes=30,
    )


def look_at_the_plan(facts: Facts) -> Advice | None:
    """The day that was chosen for the next look at the plan has come."""
    plan = facts.plan
    if plan is None or plan.next_review is None or not review_is_due(plan, facts.today):
        return None
    return Advice(
        Action(
            "Look at your exit plan again",
            "You chose the day yourself: do the money, the conditions and the dates still hold?",
            SLUG,
            ExitPlan,
        ),
        strength=44,
        minutes=10,
        numbers=f"Chosen for {format_date(plan.next_review)}.",
    )


def stale_figures(facts: Facts) -> Advice | None:
    """The figures of the money are whole, and older than 60 days."""
    finances = facts.finances
    if finances is None or missing_figures(finances):
        return None
    days = (facts.today - finances.updated_at.astimezone().date()).days
    if days <= STALE_DAYS:
        return None
    return Advice(
        Action(
            "Look over your money figures",
            "How long your money lasts is worked out from these five figures; do they still hold?",
            SLUG,
            Finances,
        ),
        strength=36,
        minutes=5,
        numbers=f"Last changed {counted(days, 'day')} ago.",
    )


def rereading_the_letter(facts: Facts) -> Advice | None:
    """The sealed letter of resignation was opened before its time, within the last two weeks."""
    letter = facts.letter
    if letter is None or letter.opened_early_at is None or not was_opened_early(letter):
        return None
    opened = letter.opened_early_at.astimezone().date()
    if facts.today - opened > OPENED_LATELY:
        return None
    return Advice(
        Action(
            "Stop rereading the letter of resignation",
            "You sealed it so that a calm day could judge it. Seal it again, and write down the next urge instead.",
            SLUG,
            ResignationDraft,
        ),
        strength=55,
        numbers=f"Sealed for {counted(letter.sealed_hours, 'hour')}; opened early {format_day(opened, facts.today)}.",
    )


RULES = Rules(
    read,
    to_do=(get_to_safety, overdue_milestone, coming_milestone, look_at_the_plan, stale_figures),
    to_stop=(rereading_the_letter,),
)
