"""What step 6 advises: this week's learning, decisions about what is under way, and to stop what is not continued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted, counted_hours, format_date, format_number
from rutkit.steps.advice import Advice, Rules
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.progress import Action
from rutkit.steps.skills.candidates import called
from rutkit.steps.skills.finishing import look_is_due, unsettled
from rutkit.steps.skills.progress import SLUG
from rutkit.steps.skills.records import LearningLimits, LearningResource, PlannedHours
from rutkit.steps.skills.taking import last_day_of, standings, this_week

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

NEWEST_ENTRIES = 500
NOT_CONTINUED_AFTER = timedelta(weeks=3)
"""After so long a start shows whether it goes on. A choice."""
FEWEST_HOURS_PLANNED = 4.0
MOST_AT_ONCE = 3
"""From so many courses and books at once, none gets far. A choice."""

STOPPING = (
    "In 221 online courses up to November 2013 the median course was completed by 12.6\u00a0% of those enrolled "
    "(Jordan, 2015)."
)


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    resources: Sequence[LearningResource] = ()
    planned: Sequence[PlannedHours] = ()
    entries: Sequence[LearningEntry] = ()
    """The newest of the learning log of step 4."""
    limits: LearningLimits | None = None


def read(workbook: Workbook, today: date) -> Facts:
    """The resources, the plan that was taken, and the newest of the learning log."""
    return Facts(
        today,
        workbook.all(LearningResource),
        workbook.all(PlannedHours),
        workbook.all(LearningEntry, order_by="day", descending=True, limit=NEWEST_ENTRIES),
        workbook.only(LearningLimits),
    )


def second_week(facts: Facts) -> Advice | None:
    """A resource under way is in its second week, and nothing was said about how it goes on."""
    waiting = [resource for resource in facts.resources if look_is_due(resource, facts.today)]
    if not waiting:
        return None
    first = waiting[0]
    return Advice(
        Action(
            f"Decide about “{called(first)}”",
            "It is in its second week, when most who stop do: continue, change or stop? Each is a fine answer.",
            SLUG,
            LearningResource,
            first.id,
        ),
        strength=54,
        minutes=3,
        numbers=f"Begun on {format_date(first.began)}. {STOPPING}" if first.began else STOPPING,
    )


def finished(facts: Facts) -> Advice | None:
    """A resource is done, and neither its skills nor the learning log know."""
    left = unsettled(facts.resources, facts.entries)
    if not left:
        return None
    return Advice(
        Action(
            f"Raise what “{called(left[0])}” taught you",
            "It is done; now your skills and your learning log may know it.",
            SLUG,
            LearningResource,
            left[0].id,
        ),
        strength=40,
        minutes=3,
        numbers=f"{counted(len(left), 'finished resource')} not yet in your skills.",
    )


def plan_again(facts: Facts) -> Advice | None:
    """The plan that was taken has ended, and something is still to be learned."""
    end = last_day_of(facts.planned)
    is_left = any(each.state in ("planned", "under way") for each in facts.resources)
    if end is None or end >= facts.today or not is_left:
        return None
    return Advice(
        Action(
            "Plan your learning again from today",
            "It fits what is left into your hours and your money.",
            SLUG,
            LearningLimits,
        ),
        strength=43,
        minutes=10,
        numbers=f"The plan you took ended on {format_date(end)}.",
    )


def this_weeks_learning(facts: Facts) -> Advice | None:
    """The plan has hours for this week."""
    now = this_week(facts.planned, facts.resources, facts.today)
    if not now:
        return None
    resource, hours = now[0]
    done = f"{format_number(round(resource.hours_done, 1))} hours of it done so far"
    return Advice(
        Action(
            f"Learn: “{called(resource)}”",
            f"Your plan has {counted_hours(hours)} for it this week. Any part of that counts; then note the hours.",
            SLUG,
            LearningResource,
            resource.id,
        ),
        strength=47,
        minutes=min(60, round(60 * hours)),
        numbers=f"{done}{f' of {format_number(resource.hours)}' if resource.hours else ''}.",
        takes_from="learning",
    )


def not_continued(facts: Facts) -> Advice | None:
    """A resource begun three weeks ago or more has less than half of the hours that the plan had for it by now."""
    behind = [
        one
        for one in standings(facts.resources, facts.planned, facts.today)
        if one.resource.began
        and facts.today - one.resource.began >= NOT_CONTINUED_AFTER
        and one.hours_planned >= FEWEST_HOURS_PLANNED
        and one.resource.hours_done < one.hours_planned / 2
    ]
    if not behind:
        return None
    most = max(behind, key=lambda one: one.hours_planned - one.resource.hours_done)
    return Advice(
        Action(
            f"Stop “{called(most.resource)}”, or change it",
            "It is not going on by itself. Stopping what does not fit frees the hours for what does.",
            SLUG,
            LearningResource,
            most.resource.id,
        ),
        strength=50,
        numbers=f"{most.sentence} {STOPPING}",
    )


def too_many_at_once(facts: Facts) -> Advice | None:
    """Three resources or more are under way at once."""
    under_way = [each for each in facts.resources if each.state == "under way"]
    if len(under_way) < MOST_AT_ONCE:
        return None
    hours = facts.limits.hours_a_week if facts.limits else None
    each = f", {format_number(round(hours / len(under_way), 1))} hours a week for each" if hours else ""
    return Advice(
        Action(
            "Stop learning several things at once",
            "Let all but one rest until it is done; a rest is no loss.",
            SLUG,
            LearningResource,
            under_way[-1].id,
        ),
        strength=44,
        numbers=f"{len(under_way)} under way{each}.",
    )


RULES = Rules(
    read,
    to_do=(second_week, finished, plan_again, this_weeks_learning),
    to_stop=(not_continued, too_many_at_once),
)
