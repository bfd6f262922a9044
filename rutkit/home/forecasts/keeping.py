"""Keeping predictions: settling what the workbook knows, and making rutkit's own, once a week."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

from rutkit.home.forecasts.own import WEEKS, Basis, is_made, own_predictions
from rutkit.home.forecasts.settling import happenings, newly_settled
from rutkit.home.records import Prediction
from rutkit.records import Record
from rutkit.steps.job_search.applications.histories import histories
from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.steps.skills.records import PlannedHours

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

R = TypeVar("R", bound=Record)


class ReadAll(Protocol):
    """Reads all records of a type."""

    def __call__(self, record_type: type[R], /) -> list[R]:
        """All of them."""


@dataclass(frozen=True)
class News:
    """What is to be saved."""

    settled: tuple[Prediction, ...] = ()
    made: tuple[Prediction, ...] = ()


def news_of(
    workbook: Workbook,
    today: date,
    *,
    alone: Callable[[], AbstractContextManager[None]] = nullcontext,
    read_all: ReadAll | None = None,
) -> News:
    """What can be settled now, and this week's own predictions if there are none yet.

    In a thread, `alone` is entered for each reading, and `read_all` reads many records in parts: see `Page`.
    """
    with alone():
        predictions = workbook.all(Prediction)
        noted = happenings(workbook)
        planned = _planned_hours(workbook, today)
    settled = tuple(newly_settled(predictions, noted, today))
    if is_made(predictions, today):
        return News(settled)
    read = read_all or workbook.all
    basis = Basis(today, histories(read(Application), read(ApplicationStage), today), noted, planned)
    return News(settled, own_predictions(basis))


def save(workbook: Workbook, news: News, today: date) -> None:
    """Save it, unless another window has done so meanwhile. A workbook that cannot be written stays as it is."""
    if workbook.read_only:
        return
    stored = {each.id: each.version for each in workbook.all(Prediction)}
    settled = [each for each in news.settled if stored.get(each.id) == each.version]
    made = () if is_made(workbook.all(Prediction), today) else news.made
    if settled or made:
        with workbook.noting("brought predictions up to date"):
            for each in settled:
                workbook.update(each)
            if made:
                workbook.add_many(made, label="made predictions")


def _planned_hours(workbook: Workbook, today: date) -> dict[date, float]:
    planned: dict[date, float] = {}
    for each in workbook.all(PlannedHours):
        if today - each.week < timedelta(weeks=WEEKS + 2):
            planned[each.week] = planned.get(each.week, 0.0) + each.hours
    return planned
