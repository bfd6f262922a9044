"""Dates of the plan: the window, milestones, reviews, if–then sentences, and what leaves for a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rutkit.exchange.calendar import CalendarEvent, nine_o_clock
from rutkit.exchange.timing import Timing
from rutkit.formatting import counted, format_date, format_month
from rutkit.steps.exit_plan.records import ExitPlan, Milestone, Obstacle


def window_sentence(plan: ExitPlan | None) -> str:
    """The window to leave in, or what is missing or wrong with it."""
    earliest, latest = (plan.earliest, plan.latest) if plan else (None, None)
    if earliest is None or latest is None:
        return "No window yet: say the earliest and the latest month in which you would leave."
    if latest < earliest:
        return (
            f"The window ends in {format_month(latest)}, before it begins in {format_month(earliest)}. "
            "Change one of the two."
        )
    if latest == earliest:
        return f"You leave in {format_month(earliest)}."
    return f"You leave between {format_month(earliest)} and {format_month(latest)}."


def window(plan: ExitPlan | None) -> tuple[date, date] | None:
    """The first and the last month to leave in; None unless both are there and in order."""
    if plan is None or plan.earliest is None or plan.latest is None or plan.latest < plan.earliest:
        return None
    return plan.earliest, plan.latest


def milestone_name(milestone: Milestone) -> str:
    """What a milestone is called, in the person's words if there are any yet."""
    return milestone.what or "Milestone"


def open_milestones(milestones: Sequence[Milestone]) -> tuple[Milestone, ...]:
    """Those not done, soonest first."""
    return tuple(sorted((m for m in milestones if not m.done), key=lambda m: (m.by, m.what)))


def overdue(milestones: Sequence[Milestone], today: date) -> tuple[Milestone, ...]:
    """Those not done by their day, longest overdue first."""
    return tuple(milestone for milestone in open_milestones(milestones) if milestone.by < today)


def milestones_title(milestones: Sequence[Milestone], today: date) -> str:
    """How far it has come, in one line."""
    done = sum(milestone.done for milestone in milestones)
    late = len(overdue(milestones, today))
    tail = f", {late} overdue" if late else ""
    return f"{done} of {counted(len(milestones), 'milestone')} done{tail}"


def milestones_sentence(milestones: Sequence[Milestone], today: date) -> str:
    """What comes next on the line of time."""
    coming = [milestone for milestone in open_milestones(milestones) if milestone.by >= today]
    if not coming:
        return f"{milestones_title(milestones, today)}; nothing is to come."
    following = coming[0]
    return (
        f"{milestones_title(milestones, today)}. "
        f"Next: “{milestone_name(following)}”, by {format_date(following.by)}."
    )


def review_is_due(plan: ExitPlan | None, today: date) -> bool:
    """True from the day of the next review on."""
    return bool(plan and plan.next_review and plan.next_review <= today)


def reviewed(plan: ExitPlan, today: date) -> ExitPlan:
    """The plan as it is to be saved after a look at it: the next one is `review_weeks` away."""
    return plan.model_copy(update={"next_review": today + timedelta(weeks=plan.review_weeks)})


def if_then_sentence(obstacle: Obstacle) -> str:
    """The obstacle and its answer as one sentence; empty while one of the two is missing.

    >>> if_then_sentence(Obstacle(if_text="I come home worn out", then_text="open one posting, then stop"))
    'If I come home worn out, then I will open one posting, then stop.'
    """
    condition, answer = _bare(obstacle.if_text, "if "), _bare(obstacle.then_text, "then ", "i will ", "i’ll ")
    return f"If {condition}, then I will {answer}." if condition and answer else ""


def calendar_events(plan: ExitPlan | None, milestones: Sequence[Milestone]) -> tuple[CalendarEvent, ...]:
    """The milestones and the next review, for `rutkit.exchange.calendar.calendar_file`.

    A milestone that is done stays, marked as done, so that the calendar's copy is updated too.
    """
    events = [
        CalendarEvent(
            record_id=milestone.id,
            timing=Timing(milestone.by),
            title=f"Done: {milestone_name(milestone)}" if milestone.done else milestone_name(milestone),
            notes="A milestone of your exit plan.",
            alarm_before=None if milestone.done else nine_o_clock(days_before=1),
            updated_at=milestone.updated_at,
            version=milestone.version,
        )
        for milestone in sorted(milestones, key=lambda m: (m.by, m.what))
    ]
    if plan and plan.next_review:
        events.append(
            CalendarEvent(
                record_id=plan.id,
                timing=Timing(plan.next_review),
                title="Look at the exit plan",
                notes="What has changed? Are the conditions met, and do the dates still hold?",
                updated_at=plan.updated_at,
                version=plan.version,
            )
        )
    return tuple(events)


def _bare(text: str, *openings: str) -> str:
    """The text without the words that the sentence supplies and without its full stop."""
    bare = text.strip().rstrip(".")
    for opening in openings:
        if bare.lower().startswith(opening):
            bare = bare[len(opening) :].lstrip()
    return bare
