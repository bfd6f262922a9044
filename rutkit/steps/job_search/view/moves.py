"""Step 9 on the screen: what a button does to an application, each one change with its undo."""

from __future__ import annotations

from collections.abc import Collection

from rutkit.formatting import counted
from rutkit.steps.job_search.applications.candidacy import stage_name
from rutkit.steps.job_search.applications.due_now import at_rest
from rutkit.steps.job_search.records import Application, ApplicationStage, FollowUp, Outcome, Stage
from rutkit.steps.job_search.view.search import candidacy_of
from rutkit.widgets.page import Page


def move(page: Page, application: Application, stage: Stage) -> None:
    """It reached this stage today; an interview is the next one."""
    round_ = candidacy_of(page, application).next_round if stage == "interview" else 1
    event = ApplicationStage(application=application.id, day=page.today(), stage=stage, round=round_)
    page.workbook.add(event, label=f"moved an application to “{stage_name(event)}”")
    page.status.saved()


def end(page: Page, application: Application, outcome: Outcome) -> None:
    """It ended today, in this way; how far it came stays as it is."""
    closed = ApplicationStage(application=application.id, day=page.today(), stage="closed")
    with page.workbook.batch(f"ended an application: {outcome}"):
        page.workbook.update(application.model_copy(update={"outcome": outcome, "ended": page.today()}))
        page.workbook.add(closed)
    page.status.saved()


def resume(page: Page, application: Application) -> None:
    """It goes on after all: neither an outcome nor an end."""
    closed = [event for event in candidacy_of(page, application).stages if event.stage == "closed"]
    with page.workbook.batch("let an application go on"):
        page.workbook.update(application.model_copy(update={"outcome": None, "ended": None}))
        page.workbook.remove_many(closed, label="removed its end")
    page.status.saved()


def ask(page: Page, application: Application) -> None:
    """The person asked today how it stands."""
    page.workbook.add(
        FollowUp(application=application.id, day=page.today()), label="noted that you asked how it stands"
    )
    page.status.saved()


def let_rest(page: Page, applications: Collection[str]) -> None:
    """These, by their ids, are followed up no more; how they stand stays as it is."""
    count = counted(len(applications), "old application")
    with page.workbook.batch(f"let {count} rest"):
        for application in page.workbook.all(Application):
            if application.id in applications:
                page.workbook.update(at_rest(application))
    page.status.saved()
