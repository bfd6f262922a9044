"""Where somebody is in this step, and the one thing to do next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_date, format_day, format_short_date
from rutkit.steps.exit_plan.money import missing_figures
from rutkit.steps.exit_plan.records import (
    RECORDS,
    ExitPlan,
    Finances,
    GoCondition,
    Incident,
    Milestone,
    Safety,
    SearchAssumption,
    Support,
)
from rutkit.steps.exit_plan.safety import on_the_sooner_path
from rutkit.steps.exit_plan.schedule import (
    milestone_name,
    open_milestones,
    overdue,
    review_is_due,
    window,
)
from rutkit.steps.progress import Action, Progress, State

if TYPE_CHECKING:
    from rutkit.records import Record
    from rutkit.workbook import Workbook

SLUG = "exit_plan"


def progress(workbook: Workbook, today: date) -> Progress:
    """Done is: the safety question, the money, a window, a go-condition and a milestone."""
    finances, plan = workbook.only(Finances), workbook.only(ExitPlan)
    milestones = workbook.all(Milestone)
    asked_for = (
        _safety_action(workbook),
        _money_action(finances),
        _window_action(plan),
        _condition_action(workbook),
        _milestone_action(milestones),
    )
    missing = [action for action in asked_for if action is not None]
    urgent = _sooner_action(workbook)
    if missing:
        begun = any(workbook.count(record_type) for record_type in RECORDS)
        note = f"{len(asked_for) - len(missing)} of {len(asked_for)}" if begun else ""
        return Progress(State.BEGUN if begun else State.NOT_BEGUN, note, urgent or missing[0])
    late = overdue(milestones, today)
    if late:
        return Progress(State.DUE, "overdue", urgent or _late_action(late[0]))
    if plan and plan.next_review and review_is_due(plan, today):
        return Progress(State.DUE, "review", urgent or _review_action(plan.next_review, today))
    coming = open_milestones(milestones)
    note = format_short_date(coming[0].by, today) if coming else ""
    return Progress(State.DONE, note, urgent or _later_action(workbook, coming))


def _sooner_action(workbook: Workbook) -> Action | None:
    return sooner_action(workbook.only(Safety), workbook.count(Support), workbook.count(Incident))


def sooner_action(safety: Safety | None, supports: int, incidents: int) -> Action | None:
    """While the job does harm, what protects the person comes before the plan; None if it does none."""
    if safety is None or not on_the_sooner_path(safety):
        return None
    if not safety.told:
        return _action(
            "Tell one person you trust",
            "You said the job does you harm; nobody should carry that alone.",
            Safety,
        )
    if not supports:
        return _action(
            "Write down who can help you", "In a bad hour a list is easier to use than to think of.", Support
        )
    if not incidents:
        return _action(
            "Write down what happened",
            "Dates, words and witnesses fade; a note of the day does not.",
            Incident,
        )
    return None


def _safety_action(workbook: Workbook) -> Action | None:
    safety = workbook.only(Safety)
    if safety is not None and safety.causes_harm is not None:
        return None
    return _action(
        "Say whether this job harms you", "If it does, the next days come before any plan.", Safety
    )


def _money_action(finances: Finances | None) -> Action | None:
    missing = missing_figures(finances)
    if not missing:
        return None
    return _action(
        "Enter your money",
        f"{counted(len(missing), 'figure')} to go, and you see how long it would last.",
        Finances,
    )


def _window_action(plan: ExitPlan | None) -> Action | None:
    if window(plan):
        return None
    return _action(
        "Choose a window to leave in",
        "Two months, the earliest and the latest, turn a wish into a plan.",
        ExitPlan,
    )


def _condition_action(workbook: Workbook) -> Action | None:
    if workbook.count(GoCondition):
        return None
    return _action(
        "Name one condition for going", "It is easier to judge on a calm day than on a bad one.", GoCondition
    )


def _milestone_action(milestones: list[Milestone]) -> Action | None:
    if milestones:
        return None
    return _action("Set the first milestone", "One thing with a date is enough to begin.", Milestone)


def _late_action(milestone: Milestone) -> Action:
    return _action(
        "Look at an overdue milestone",
        f"“{milestone_name(milestone)}” was due on {format_date(milestone.by)}: do it, move it or drop it.",
        Milestone,
        milestone.id,
    )


def _review_action(chosen: date, today: date) -> Action:
    return _action(
        "Look at your exit plan again",
        f"You chose {format_day(chosen, today)} for it: check the money, the conditions and the dates.",
        ExitPlan,
    )


def _later_action(workbook: Workbook, coming: tuple[Milestone, ...]) -> Action:
    assumption = workbook.only(SearchAssumption)
    if assumption is None or assumption.median_months is None:
        return _action(
            "Say how long a search may take",
            "With it you see the earliest month you could leave in, at a risk you choose.",
            SearchAssumption,
        )
    if coming:
        return _action(
            "Work on your next milestone",
            f"“{milestone_name(coming[0])}” is due on {format_date(coming[0].by)}.",
            Milestone,
            coming[0].id,
        )
    return _action("Set the next milestone", "All milestones are done.", Milestone)


def _action(text: str, reason: str, opens: type[Record] | None = None, record_id: str = "") -> Action:
    return Action(text, reason, SLUG, opens, record_id)
