"""The demo's dashboard: predictions with what came of them, weekly reviews, and a few answers to advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.dates import monday_of
from rutkit.demo.dating import days_ago, written_on
from rutkit.home.forecasts.own import Basis, own_predictions
from rutkit.home.forecasts.settling import Happenings, happenings, newly_settled
from rutkit.home.records import AdviceAnswer, Measure, Prediction, WeeklyReview
from rutkit.records import Record

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

_WEEKS = 20
"""How long the person has predicted and reviewed."""

_MINE: tuple[tuple[int, int, int, str, Measure, int, bool | None], ...] = (
    (132, 14, 70, "Ten check-ins within two weeks", "check-ins", 10, None),
    (125, 21, 55, "My team keeps its own meeting room", "something else", 1, False),
    (118, 28, 30, "The promotion is announced this month", "something else", 1, False),
    (111, 14, 80, "Two times in touch within two weeks", "times in touch", 2, None),
    (104, 14, 60, "Three hours of learning within two weeks", "hours learned", 3, None),
    (97, 30, 25, "Somebody asks me what I think of the new forms", "something else", 1, False),
    (83, 14, 85, "Ten check-ins within two weeks", "check-ins", 10, None),
    (76, 21, 40, "I finish the certificate course", "something else", 1, True),
    (62, 10, 90, "I tell my sister about the plan", "something else", 1, True),
    (57, 14, 75, "Three applications within two weeks", "applications sent", 3, None),
    (55, 21, 40, "An interview within three weeks", "interviews", 1, None),
    (48, 14, 35, "An interview within two weeks", "interviews", 1, None),
    (43, 21, 30, "Another interview within three weeks", "interviews", 1, None),
    (41, 14, 80, "Four times in touch within two weeks", "times in touch", 4, None),
    (34, 14, 50, "Two hours of learning within two weeks", "hours learned", 2, None),
    (27, 21, 20, "An offer within three weeks", "offers", 1, None),
    (20, 14, 65, "Marmalade Bank answers", "something else", 1, False),
    (13, 10, 90, "Seven check-ins within ten days", "check-ins", 7, None),
    (9, 21, 45, "Another interview within three weeks", "interviews", 1, None),
    (8, 7, 60, "The reorganization has a name for our team", "something else", 1, None),
)
"""How many days ago it was made, for how many days, percent, and what; of something else what came, if it is known."""

_TAKEN_BACK = 97

_MISSED = frozenset((4, 9, 15))
"""Weeks ago without a review."""

_SENTENCES = (
    "Slow, and that was fine.",
    "Three forms about one pump.",
    "Robin wrote. It did me more good than the weekend.",
    "I slept badly before the steering meeting and well after it.",
    "One application, one good evening.",
    "Nobody asked, so I did not answer.",
    "An interview. I talked too fast and they laughed in the right places.",
    "Waiting is work, too.",
)
_STOPS = ("Reading mails after eight", "", "Looking at the big board in bed", "", "", "Saying yes to forms")


def home(workbook: Workbook, today: date) -> list[Record]:
    """Everything of the dashboard’s own, settled by what the rest of the year says."""
    noted = happenings(workbook)
    return [
        *_settled([*_mine(today), *_rutkits(noted, today)], noted, today),
        *_reviews(today),
        *_answers(today),
    ]


def _mine(today: date) -> Iterator[Prediction]:
    for ago, days, percent, statement, measure, at_least, came in _MINE:
        made = days_ago(today, ago)
        outcome = None if came is None else "it happened" if came else "it did not"
        yield Prediction.model_validate(
            {
                "statement": statement,
                "percent": percent,
                "made": made,
                "due": made + timedelta(days=days),
                "measure": measure,
                "at_least": at_least,
                "outcome": outcome,
                "settled": made + timedelta(days=days) if outcome else None,
                "settled_by": "me" if outcome else None,
                "withdrawn": made + timedelta(days=3) if ago == _TAKEN_BACK else None,
            }
        )


def _rutkits(noted: Happenings, today: date) -> Iterator[Prediction]:
    """What rutkit would have said each week, from no more than was known then."""
    for week in range(_WEEKS, 0, -1):
        day = monday_of(today) - timedelta(weeks=week)
        until_then: Happenings = {
            measure: [each for each in happened if each[0] <= day] for measure, happened in noted.items()
        }
        yield from own_predictions(Basis(day, noted=until_then))


def _settled(predictions: list[Prediction], noted: Happenings, today: date) -> Iterator[Prediction]:
    known = {each.id: each for each in newly_settled(predictions, noted, today - timedelta(days=1))}
    for each in predictions:
        settled = known.get(each.id, each)
        if settled.settled_by == "the workbook":
            settled = settled.model_copy(update={"settled": min(each.due, days_ago(today, 1))})
        yield written_on(each.made, settled)


def _reviews(today: date) -> Iterator[WeeklyReview]:
    for ago in range(_WEEKS, 0, -1):
        if ago in _MISSED:
            continue
        monday = monday_of(today) - timedelta(weeks=ago)
        day = monday + timedelta(days=4 + ago % 3)
        yield written_on(
            day,
            WeeklyReview(
                week=monday,
                walked=("days", "applications", "learning", "people", "sentence", "stop"),
                skipped=("others",) if ago % 4 == 0 else (),
                sentence=_SENTENCES[ago % len(_SENTENCES)],
                stop=_STOPS[ago % len(_STOPS)],
                seconds=235 + 37 * ago % 190,
                finished=day,
            ),
        )


def _answers(today: date) -> Iterator[AdviceAnswer]:
    for ago, rule, reply in (
        (40, "groups.decide", "not now"),
        (33, "prepare.small_win", "done"),
        (26, "growth.tasks_again", "not now"),
    ):
        day = days_ago(today, ago)
        yield written_on(day, AdviceAnswer.model_validate({"rule": rule, "reply": reply, "day": day}))
