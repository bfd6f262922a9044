"""What this step has for a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.exchange.calendar import CalendarEvent, nine_o_clock, on_a_day
from rutkit.steps.job_search.applications.candidacy import Candidacy, candidacies
from rutkit.steps.job_search.records import Application, ApplicationStage, FollowUp, Option, PlannedSession
from rutkit.steps.job_search.rhythm.schedule import calendar_events

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


THAT_MORNING = nine_o_clock(days_before=0)


def dates(workbook: Workbook, _today: date) -> Iterator[CalendarEvent]:
    """The sessions of every week, what is next for each application, and the days to decide by."""
    yield from calendar_events(workbook.all(PlannedSession))
    running = (
        each
        for each in candidacies(
            workbook.all(Application), workbook.all(ApplicationStage), workbook.all(FollowUp)
        )
        if each.is_running
    )
    for candidacy in running:
        yield from _of(candidacy)
    for option in workbook.all(Option):
        if option.decide_by:
            yield on_a_day(
                option,
                option.decide_by,
                f"Decide: {option.name.strip() or 'an offer'}",
                role="decide",
                alarm_before=nine_o_clock(days_before=2),
            )


def _of(candidacy: Candidacy) -> Iterator[CalendarEvent]:
    application = candidacy.application
    what = ", ".join(part for part in (application.title.strip(), application.company.strip()) if part)
    what = what or "an application"
    if application.next_on:
        yield on_a_day(
            application,
            application.next_on,
            f"{application.next_action.strip() or 'Go on'}: {what}",
            role="next",
            alarm_before=THAT_MORNING,
            link=application.link,
        )
    if candidacy.follow_up_on:
        yield on_a_day(
            application,
            candidacy.follow_up_on,
            f"Ask how it stands: {what}",
            role="follow-up",
            alarm_before=THAT_MORNING,
            link=application.link,
            besides=(*candidacy.stages, *candidacy.follow_ups),
        )
