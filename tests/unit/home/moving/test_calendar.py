from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from rutkit.exchange.calendar import calendar_file
from rutkit.home.moving.calendar import all_dates
from rutkit.home.records import Prediction
from rutkit.steps import STEPS
from rutkit.steps.exit_plan.records import Milestone
from rutkit.steps.job_search.records import Application, ApplicationStage, FollowUp
from rutkit.steps.market.records import Posting
from rutkit.steps.network.records import Contact, Touch
from rutkit.steps.prepare.records import Letter
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)
SOON = TODAY + timedelta(days=3)


def said(workbook: Workbook) -> list[tuple[date, str]]:
    return [(event.timing.starts, event.title) for event in all_dates(workbook, TODAY)]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_every_step_says_which_dates_it_has(step: object, workbook: Workbook) -> None:
    assert list(step.module("dates").dates(workbook, TODAY)) == []  # type: ignore[attr-defined]


def test_the_dates_of_a_year_are_one_calendar_in_which_nothing_stands_twice(demo: Workbook) -> None:
    events = all_dates(demo, TODAY)

    names = [str(event["uid"]) for event in Calendar.from_ical(calendar_file(events)).walk("VEVENT")]
    assert len(set(names)) == len(names) == len(events) > 50


def test_the_same_thing_has_the_same_name_in_every_export(workbook: Workbook) -> None:
    milestone = workbook.add(Milestone(what="Call the union", by=SOON))
    (before,) = all_dates(workbook, TODAY)
    workbook.update(milestone.model_copy(update={"by": SOON + timedelta(days=1)}))

    (after,) = all_dates(workbook, TODAY)

    assert after.record_id == before.record_id
    assert after.version > before.version


def test_a_follow_up_moves_once_one_was_asked(workbook: Workbook) -> None:
    application = workbook.add(Application(title="Buyer", company="Otter"))
    workbook.add(ApplicationStage(application=application.id, day=TODAY, stage="applied"))
    (before,) = all_dates(workbook, TODAY)
    workbook.add(FollowUp(application=application.id, day=TODAY + timedelta(days=7)))

    (after,) = all_dates(workbook, TODAY)

    assert (before.timing.starts, before.title) == (
        TODAY + timedelta(days=7),
        "Ask how it stands: Buyer, Otter",
    )
    assert after.timing.starts == TODAY + timedelta(days=14)
    assert (after.record_id, after.version > before.version) == (before.record_id, True)


def test_only_the_last_next_step_with_somebody_counts(workbook: Workbook) -> None:
    robin = workbook.add(Contact(name="Robin"))
    workbook.add(Touch(contact=robin.id, day=TODAY - timedelta(days=2), next_on=TODAY, next_step="Write"))
    workbook.add(Touch(contact=robin.id, day=TODAY, next_on=SOON, next_step="Call"))

    assert said(workbook) == [(SOON, "Robin: Call")]


def test_postings_that_closed_and_letters_that_were_opened_are_no_dates_any_more(workbook: Workbook) -> None:
    workbook.add(Posting(title="Buyer", closing=SOON))
    workbook.add(Posting(title="Seller", closing=TODAY - timedelta(days=1)))
    workbook.add(Letter(written=TODAY, opens=SOON, sealed=TODAY))
    workbook.add(Letter(written=TODAY, opens=SOON, sealed=TODAY, opened_early=TODAY))

    assert said(workbook) == [(SOON, "Closes: Buyer"), (SOON, "A letter of yours opens")]


def test_the_dashboards_predictions_fall_due(workbook: Workbook) -> None:
    workbook.add(Prediction(statement="An interview", percent=40, made=TODAY, due=SOON))

    assert said(workbook) == [(SOON, "Did it come true? An interview")]


def test_only_the_steps_that_are_chosen_have_dates(demo: Workbook) -> None:
    all_of_two = all_dates(demo, TODAY, {"exit_plan"})

    assert all_of_two
    assert len(all_of_two) < len(all_dates(demo, TODAY))
