from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rutkit.home.forecasts.settling import Happenings, count_of, happenings, newly_settled, settled
from rutkit.home.records import Prediction
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.job_search.records import ApplicationStage
from rutkit.steps.network.records import Touch
from rutkit.workbook import Workbook

MADE = date(2026, 11, 2)
DUE = date(2026, 11, 16)


def prediction(measure: str = "interviews", at_least: int = 1, **fields: Any) -> Prediction:
    values = {
        "statement": "It",
        "percent": 40,
        "made": MADE,
        "due": DUE,
        "measure": measure,
        "at_least": at_least,
    }
    return Prediction.model_validate({**values, **fields})


def news(each: Prediction, noted: Happenings, today: date) -> Prediction | None:
    return next(newly_settled([each], noted, today), None)


def on(*days: int) -> Happenings:
    """Interviews so many days after it was made."""
    return {"interviews": [(MADE + timedelta(days=day), 1) for day in days]}


def test_a_yes_is_known_before_the_day_is_over() -> None:
    found = news(prediction(), on(3), MADE + timedelta(days=5))

    assert found is not None
    assert (found.outcome, found.settled_by) == ("it happened", "the workbook")


def test_a_no_is_known_when_the_last_day_is_over() -> None:
    assert news(prediction(), on(), DUE) is None
    found = news(prediction(), on(), DUE + timedelta(days=1))
    assert found is not None
    assert found.outcome == "it did not"


def test_neither_the_day_it_was_made_nor_later_days_count() -> None:
    assert count_of(prediction(), on(0, 15), DUE + timedelta(days=9)) == 0
    assert count_of(prediction(), on(1, 14), DUE + timedelta(days=9)) == 2


def test_what_is_planned_for_a_day_to_come_has_not_happened() -> None:
    assert news(prediction(), on(10), MADE + timedelta(days=9)) is None


def test_what_is_noted_or_taken_away_late_changes_what_came() -> None:
    after = DUE + timedelta(days=60)
    was_no = prediction(outcome="it did not", settled=after, settled_by="the workbook")
    was_yes = prediction(outcome="it happened", settled=after, settled_by="the workbook")

    yes, no = news(was_no, on(3), after), news(was_yes, on(), after)

    assert yes is not None
    assert yes.outcome == "it happened"
    assert no is not None
    assert no.outcome == "it did not"


def test_a_yes_that_was_noted_by_mistake_is_open_again() -> None:
    found = news(prediction(outcome="it happened", settled=MADE, settled_by="the workbook"), on(), DUE)

    assert found is not None
    assert (found.outcome, found.settled, found.settled_by) == (None, None, None)


def test_two_months_after_its_day_a_prediction_stays_as_it_was_settled() -> None:
    was_yes = prediction(outcome="it happened", settled=DUE, settled_by="the workbook")

    assert news(was_yes, on(), DUE + timedelta(days=61)) is None


def test_what_the_person_said_or_took_back_stays() -> None:
    after = DUE + timedelta(days=1)

    assert news(settled(prediction(), "nobody can say", after), on(3), after) is None
    assert news(prediction(withdrawn=after), on(3), after) is None
    assert news(prediction("something else"), on(3), after) is None


def test_settling_leaves_what_was_said_alone() -> None:
    found = news(prediction(), on(3), DUE)

    assert found is not None
    assert (found.statement, found.percent, found.made, found.due) == ("It", 40, MADE, DUE)


def test_each_measure_counts_what_its_step_notes() -> None:
    day = MADE + timedelta(days=1)
    with Workbook.temporary() as workbook:
        workbook.add_many(
            [
                *(
                    ApplicationStage.model_validate({"application": "a", "day": day, "stage": stage})
                    for stage in ("applied", "interview", "onsite", "offer")
                ),
                ApplicationStage(application="b", day=None, stage="offer"),
                LearningEntry(day=day, hours=1.5),
                LearningEntry(day=day, hours=2),
                CheckIn(day=day, angry=1),
                CheckIn(day=day + timedelta(days=1)),
                Touch(contact="c", day=day),
            ],
            label="a week",
        )
        noted = happenings(workbook)

    counts = {measure: count_of(prediction(measure), noted, DUE) for measure in noted}
    assert counts == {
        "interviews": 2,
        "offers": 1,
        "applications sent": 1,
        "hours learned": 3.5,
        "check-ins": 1,
        "times in touch": 1,
    }
