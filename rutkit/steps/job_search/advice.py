"""What step 9 advises: what is due, the next session, and less where the search takes more than it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.dates import WEEKDAYS
from rutkit.formatting import counted, counted_hours, format_day, format_share_interval
from rutkit.statistics import wilson_interval
from rutkit.steps.advice import Advice, Rules
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.job_search.applications.candidacy import Due, called
from rutkit.steps.job_search.load.strain import strain
from rutkit.steps.job_search.progress import SLUG, due_of
from rutkit.steps.job_search.records import (
    Application,
    Look,
    Option,
    PlannedSession,
    SearchLimits,
    Session,
)
from rutkit.steps.job_search.rhythm.weeks import SearchWeek, search_week
from rutkit.steps.progress import Action

if TYPE_CHECKING:
    import pandas as pd

    from rutkit.workbook import Workbook

NEWEST = 200
"""Sessions and looks that are read: some months, even of a hard search."""
DECIDE_WITHIN = timedelta(days=10)
LOOKS_WEEKS = 8
FEWEST_LOOKS = 5
LATELY = timedelta(days=56)
OVER_BY_HOURS = 0.5


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    due: Sequence[Due] = ()
    """What falls due for applications, see `due_now`."""
    planned: Sequence[PlannedSession] = ()
    sessions: Sequence[Session] = ()
    """The newest."""
    looks: Sequence[Look] = ()
    """The newest."""
    limits: SearchLimits | None = None
    options: Sequence[Option] = ()
    check_ins: pd.DataFrame | None = None
    """`workbook.frame(CheckIn)` if there was a session lately."""

    @property
    def week(self) -> SearchWeek:
        """This week beside the plan."""
        return search_week(self.today, self.planned, self.sessions, self.looks, self.limits, self.today)


def read(workbook: Workbook, today: date) -> Facts:
    """What is due, the plan, and the newest sessions and looks."""
    sessions = workbook.all(Session, order_by="day", descending=True, limit=NEWEST)
    is_searching = any(today - session.day < LATELY for session in sessions)
    return Facts(
        today,
        due_of(workbook, today),
        workbook.all(PlannedSession),
        sessions,
        workbook.all(Look, order_by="day", descending=True, limit=NEWEST),
        workbook.only(SearchLimits),
        workbook.all(Option),
        workbook.frame(CheckIn) if is_searching else None,
    )


def decide_about_offer(facts: Facts) -> Advice | None:
    """An option is to be decided about within ten days."""
    soon = [
        (each.decide_by, each.name, each)
        for each in facts.options
        if each.decide_by and facts.today <= each.decide_by <= facts.today + DECIDE_WITHIN
    ]
    if not soon:
        return None
    day, name, option = min(soon, key=lambda each: each[:2])
    days = (day - facts.today).days
    return Advice(
        Action(
            f"Decide about “{name.strip() or 'your offer'}”",
            "Beside staying, by what matters to you. Where two are close, the table says how sure it is.",
            SLUG,
            Option,
            option.id,
        ),
        strength=80,
        minutes=20,
        numbers="It is to be decided today." if not days else f"{counted(days, 'day')} left to decide.",
    )


def next_action(facts: Facts) -> Advice | None:
    """What the person put down for an application has its day today or earlier."""
    own = [one for one in facts.due if not one.is_follow_up]
    if not own:
        return None
    first = own[0]
    return Advice(
        Action(
            f"{first.what}: {called(first.candidacy.application)}",
            "You chose the day yourself. If it no longer fits, choose another.",
            SLUG,
            Application,
            first.candidacy.application.id,
        ),
        strength=66,
        minutes=15,
        numbers=f"Put down for {format_day(first.day, facts.today)}; {len(own)} such due.",
        takes_from="search",
    )


def follow_up(facts: Facts) -> Advice | None:
    """An application has had no news for as long as the person wants to wait."""
    waiting = [one for one in facts.due if one.is_follow_up and one.candidacy.moved_on]
    if not waiting:
        return None
    first = waiting[0]
    days = (facts.today - (first.candidacy.moved_on or facts.today)).days
    return Advice(
        Action(
            f"Ask how it stands: {called(first.candidacy.application)}",
            "A short, friendly question is fine now.",
            SLUG,
            Application,
            first.candidacy.application.id,
        ),
        strength=53,
        minutes=5,
        numbers=f"No news for {counted(days, 'day')}; {len(waiting)} to ask about.",
        takes_from="search",
    )


def next_session(facts: Facts) -> Advice | None:
    """A session of the week's plan has not taken place, and its day is today or still to come."""
    week = facts.week
    left = [
        each
        for each in facts.planned
        if each.activity != "rest" and WEEKDAYS.index(each.weekday) >= facts.today.weekday()
    ]
    if week.done >= week.planned or not left:
        return None
    first = min(left, key=lambda each: (WEEKDAYS.index(each.weekday), each.starts))
    is_today = WEEKDAYS.index(first.weekday) == facts.today.weekday()
    return Advice(
        Action(
            f"Hold {'today’s' if is_today else f'{first.weekday}’s'} session: {first.activity}",
            "It has a beginning and an end; when the time is over, so is the search for that day.",
            SLUG,
            Session,
        ),
        strength=48 if is_today else 42,
        minutes=first.minutes,
        numbers=f"{week.done} of {counted(week.planned, 'session')} of this week took place.",
        takes_from="search",
    )


def too_many_looks(facts: Facts) -> Advice | None:
    """This week there were more looks at job boards than the person allows themselves."""
    week = facts.week
    if not week.looks_over:
        return None
    recent = [
        look for look in facts.looks if timedelta() <= facts.today - look.day < timedelta(weeks=LOOKS_WEEKS)
    ]
    found = sum(look.new_suitable > 0 for look in recent)
    interval = wilson_interval(found, len(recent)) if len(recent) >= FEWEST_LOOKS else None
    gave = (
        f" In {LOOKS_WEEKS} weeks {found} of {counted(len(recent), 'look')} found anything new and suitable "
        f"({format_share_interval(interval.low, interval.high)}, 95\u00a0%)."
        if interval
        else ""
    )
    return Advice(
        Action(
            "Stop looking at job boards until Monday",
            "You set the limit on a calm day. What is new by then is found in one look.",
            SLUG,
            SearchLimits,
        ),
        strength=58,
        numbers=f"{counted(week.looks, 'look')} this week, {week.most_looks} allowed.{gave}",
    )


def over_the_hours(facts: Facts) -> Advice | None:
    """The search took more hours this week than it may."""
    week = facts.week
    if week.most_hours is None or week.hours_over < OVER_BY_HOURS:
        return None
    return Advice(
        Action(
            "Stop searching for this week",
            "What you gave the search is used up. The rest can wait until Monday, and you can rest until then.",
            SLUG,
            SearchLimits,
        ),
        strength=60,
        numbers=f"{counted_hours(week.done_minutes / 60)} this week; you gave it {counted_hours(week.most_hours)}.",
    )


def rising_strain(facts: Facts) -> Advice | None:
    """The toll clearly rose while the search took more time than in the four weeks before."""
    if facts.check_ins is None:
        return None
    found = strain(facts.sessions, facts.looks, facts.check_ins, facts.today)
    if not found.rises_with_the_search or found.interval is None:
        return None
    interval = found.interval
    return Advice(
        Action(
            "Search less for a while",
            "Your days grew heavier while the search took more time. It may not be the search; "
            "it is the part that you can set.",
            SLUG,
            SearchLimits,
        ),
        strength=72,
        numbers=f"{found.sentence(facts.limits)} The toll rose by {interval.low:.1f} to {interval.high:.1f} points "
        f"(95\u00a0%, n = {found.days} and {counted(found.days_before, 'day')}).",
    )


RULES = Rules(
    read,
    to_do=(decide_about_offer, next_action, follow_up, next_session),
    to_stop=(too_many_looks, over_the_hours, rising_strain),
)
