"""What came of predictions, where the workbook knows: something noted in it happened often enough, or did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.home.records import Measure, Outcome, Prediction
from rutkit.records import Record
from rutkit.steps.emotions.analysis import has_feelings
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.job_search.records import ApplicationStage
from rutkit.steps.network.records import Touch

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

NEWEST = 1_000
"""Of each kind that is read: more than the weeks that a prediction spans will hold."""

RECONSIDERED_FOR = timedelta(days=60)
"""So long after its last day what is noted late counts for a prediction; what is older may not be read any more."""

COUNTED_FROM: tuple[type[Record], ...] = (ApplicationStage, LearningEntry, CheckIn, Touch)
"""The record types whose days settle predictions."""

Happenings = Mapping[Measure, Sequence[tuple[date, float]]]
"""For each measure the days on which something of it happened, and how much."""


def happenings(workbook: Workbook) -> Happenings:
    """What the workbook has noted lately, of all that settles predictions."""
    stages = [
        (stage.day, stage.stage)
        for stage in workbook.all(ApplicationStage, order_by="day", descending=True, limit=NEWEST)
        if stage.day
    ]
    return {
        "interviews": [(day, 1) for day, stage in stages if stage in ("interview", "onsite")],
        "offers": [(day, 1) for day, stage in stages if stage == "offer"],
        "applications sent": [(day, 1) for day, stage in stages if stage == "applied"],
        "hours learned": [
            (entry.day, entry.hours or 0)
            for entry in workbook.all(LearningEntry, order_by="day", descending=True, limit=NEWEST)
        ],
        "check-ins": [
            (check_in.day, 1)
            for check_in in workbook.all(CheckIn, order_by="day", descending=True, limit=NEWEST)
            if has_feelings(check_in)
        ],
        "times in touch": [
            (touch.day, 1) for touch in workbook.all(Touch, order_by="day", descending=True, limit=NEWEST)
        ],
    }


def count_of(prediction: Prediction, noted: Happenings, today: date) -> float:
    """How much of its measure happened after the day it was made, up to its last day."""
    last = min(prediction.due, today)
    return sum(much for day, much in noted.get(prediction.measure, ()) if prediction.made < day <= last)


def newly_settled(predictions: Iterable[Prediction], noted: Happenings, today: date) -> Iterator[Prediction]:
    """Those of which the workbook now knows what came, or knows better, as they are to be saved.

    A yes is known as soon as enough has happened, a no when the last day is over. Until sixty days after it, what is
    noted or taken away later changes what came, or opens it again; what the person said themselves stays.
    """
    for prediction in predictions:
        is_known_otherwise = prediction.measure == "something else" or prediction.settled_by == "me"
        is_long_over = prediction.outcome and today - prediction.due > RECONSIDERED_FOR
        if is_known_otherwise or is_long_over or prediction.withdrawn:
            continue
        outcome = _outcome(prediction, noted, today)
        if outcome != prediction.outcome:
            yield _by_the_workbook(prediction, outcome, today)


def settled(prediction: Prediction, outcome: Outcome, today: date) -> Prediction:
    """The prediction as it is to be saved when the person says what came of it."""
    return prediction.model_copy(update={"outcome": outcome, "settled": today, "settled_by": "me"})


def _by_the_workbook(prediction: Prediction, outcome: Outcome | None, today: date) -> Prediction:
    if outcome is None:
        return prediction.model_copy(update={"outcome": None, "settled": None, "settled_by": None})
    return settled(prediction, outcome, today).model_copy(update={"settled_by": "the workbook"})


def _outcome(prediction: Prediction, noted: Happenings, today: date) -> Outcome | None:
    if count_of(prediction, noted, today) >= prediction.at_least:
        return "it happened"
    return "it did not" if prediction.due < today else None
