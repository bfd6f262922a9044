from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.home.forecasts.keeping import news_of, save
from rutkit.home.forecasts.own import Basis, is_made, own_predictions
from rutkit.home.records import Prediction
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 18)
"""A Wednesday."""
MONDAY = date(2026, 11, 16)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_an_empty_workbook_predicts_nothing() -> None:
    assert own_predictions(Basis(TODAY)) == ()


def test_applications_to_come_follow_the_pace_of_the_last_weeks() -> None:
    noted = {"applications sent": [(ago(days), 1.0) for days in (3, 10, 20, 30, 55)]}
    (made,) = own_predictions(Basis(TODAY, noted=noted))  # type: ignore[arg-type]

    expected = 1 - (56 / 63) ** 5.5
    assert made.percent == round(100 * expected)
    assert (made.measure, made.at_least, made.due) == ("applications sent", 1, TODAY + timedelta(days=7))
    assert made.made_by == "rutkit"


def test_four_applications_are_too_few_for_a_pace() -> None:
    noted = {"applications sent": [(ago(days), 1.0) for days in (3, 10, 20, 30)]}

    assert own_predictions(Basis(TODAY, noted=noted)) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(("good_weeks", "percent"), [(4, 83), (2, 50), (0, 17)])
def test_check_ins_follow_how_many_of_the_last_weeks_had_five(good_weeks: int, percent: int) -> None:
    days = [
        MONDAY - timedelta(weeks=week) + timedelta(days=day)
        for week in range(1, 5)
        for day in range(5 if week <= good_weeks else 1)
    ]
    (made,) = own_predictions(Basis(TODAY, noted={"check-ins": [(day, 1.0) for day in days]}))

    assert made.percent == percent


def test_three_weeks_are_too_few_to_go_by() -> None:
    days = [MONDAY - timedelta(weeks=week) for week in range(1, 4)]

    assert own_predictions(Basis(TODAY, noted={"check-ins": [(day, 1.0) for day in days]})) == ()


def test_planned_hours_are_predicted_from_how_often_the_plan_was_kept() -> None:
    weeks = [MONDAY - timedelta(weeks=back) for back in range(5)]
    noted = {"hours learned": [(monday, 3.0) for monday in weeks[1:]]}
    (made,) = own_predictions(Basis(TODAY, noted=noted, planned_hours=dict.fromkeys(weeks, 2.5)))  # type: ignore[arg-type]

    assert (made.percent, made.at_least, made.measure) == (83, 3, "hours learned")


def test_predictions_are_made_once_a_week() -> None:
    def made(day: date) -> Prediction:
        return Prediction(statement="It", percent=1, made_by="rutkit", made=day, due=day)

    assert is_made([made(MONDAY)], TODAY)
    assert not is_made([made(MONDAY - timedelta(days=1))], TODAY)
    assert not is_made([made(MONDAY).model_copy(update={"made_by": "me"})], TODAY)


def test_a_search_that_is_long_enough_gets_an_interview_and_an_offer_predicted() -> None:
    with Workbook.temporary() as workbook:
        applications = [Application(title="Buyer") for _ in range(25)]
        stages = [
            ApplicationStage(application=each.id, day=ago(2 * place + 1))
            for place, each in enumerate(applications)
        ]
        interview = ApplicationStage(application=applications[20].id, day=ago(20), stage="interview")
        workbook.add_many([*applications, *stages, interview], label="a search")

        save(workbook, news_of(workbook, TODAY), TODAY)
        save(workbook, news_of(workbook, TODAY), TODAY)
        made = workbook.all(Prediction)

    assert [each.statement for each in made] == [
        "An interview within 2 weeks",
        "An offer within 4 weeks",
        "At least one application within a week",
    ]
    assert all(0 < each.percent < 100 for each in made)


def test_what_the_workbook_settles_itself_is_nothing_to_undo() -> None:
    with Workbook.temporary() as workbook:
        open_one = workbook.add(
            Prediction(statement="A check-in", percent=90, made=ago(3), due=ago(1), measure="check-ins")
        )
        workbook.add(CheckIn(day=ago(2), angry=1))
        before = workbook.last_change()

        save(workbook, news_of(workbook, TODAY), TODAY)
        settled = workbook.get(Prediction, open_one.id)

        assert workbook.last_change() == before
    assert settled is not None
    assert settled.outcome == "it happened"
