"""What rutkit itself predicts, once a week and only where the data allow it.

- An interview within two weeks and an offer within four: the share of the runs of step 9's forecast.
- An application within the week: with k applications in t days (at most the last 56) the pace has a gamma distribution
  with shape k + ½ and rate t, as in that forecast; none within 7 days then has the chance (t / (t + 7))^(k + ½).
- Five check-ins within a week, and the hours that step 6's plan has for this one: how many of the last weeks reached as
  much, k of n, as (k + 1) / (n + 2), which is Laplace's rule of succession; from four weeks up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from rutkit.dates import monday_of
from rutkit.formatting import counted
from rutkit.home.forecasts.settling import Happenings
from rutkit.home.records import Measure, Prediction
from rutkit.steps.job_search.applications.histories import INTERVIEW, OFFER, History
from rutkit.steps.job_search.outcomes.forecast import PACE_DAYS, chance_within

WEEKS = 12
"""How far back weeks are counted."""
FEWEST_WEEKS = 4
FEWEST_APPLICATIONS = 5
CHECK_INS = 5


@dataclass(frozen=True)
class Basis:
    """What the predictions of a week rest on."""

    today: date
    histories: Sequence[History] = ()
    noted: Happenings = field(default_factory=dict)
    planned_hours: Mapping[date, float] = field(default_factory=dict)
    """Of the learning plan, by the Monday of the week."""


def is_made(predictions: Sequence[Prediction], today: date) -> bool:
    """Whether rutkit has made its predictions of this week."""
    monday = monday_of(today)
    return any(each.made_by == "rutkit" and each.made >= monday for each in predictions)


def own_predictions(basis: Basis) -> tuple[Prediction, ...]:
    """The predictions of this week; fewer, or none, where there is too little to go by."""
    return tuple(
        each
        for each in (*_of_search(basis), _applications(basis), _check_ins(basis), _learning(basis))
        if each
    )


def _of_search(basis: Basis) -> Iterator[Prediction | None]:
    for goal, measure, what, days in (
        (INTERVIEW, "interviews", "An interview", 14),
        (OFFER, "offers", "An offer", 28),
    ):
        chance = chance_within(basis.histories, goal, days, basis.today)
        yield _made(basis, f"{what} within {days // 7} weeks", chance, days, measure, 1)


def _applications(basis: Basis) -> Prediction | None:
    days = [day for day, _ in basis.noted.get("applications sent", ()) if day <= basis.today]
    if len(days) < FEWEST_APPLICATIONS:
        return None
    span = min(PACE_DAYS, max(7, (basis.today - min(days)).days + 1))
    recent = sum((basis.today - day).days < span for day in days)
    chance = 1 - (span / (span + 7)) ** (recent + 0.5)
    return _made(basis, "At least one application within a week", chance, 7, "applications sent", 1)


def _check_ins(basis: Basis) -> Prediction | None:
    chance = _repeated(basis, "check-ins", lambda _: CHECK_INS)
    return _made(basis, f"At least {CHECK_INS} check-ins within a week", chance, 7, "check-ins", CHECK_INS)


def _learning(basis: Basis) -> Prediction | None:
    hours = basis.planned_hours.get(monday_of(basis.today), 0)
    if hours < 1:
        return None
    chance = _repeated(basis, "hours learned", basis.planned_hours.get)
    wanted = ceil(hours)
    return _made(
        basis,
        f"At least {counted(wanted, 'hour')} of learning within a week, as the plan has it",
        chance,
        7,
        "hours learned",
        wanted,
    )


def _repeated(basis: Basis, measure: Measure, wanted: Callable[[date], float | None]) -> float | None:
    """How likely a week reaches what it should, from the last weeks for which that can be told."""
    noted = basis.noted.get(measure, ())
    if not noted:
        return None
    first = min(day for day, _ in noted)
    reached: list[bool] = []
    for back in range(1, WEEKS + 1):
        monday = monday_of(basis.today) - timedelta(weeks=back)
        much = wanted(monday)
        if much and monday >= monday_of(first):
            reached.append(sum(of for day, of in noted if monday_of(day) == monday) >= much)
    return (sum(reached) + 1) / (len(reached) + 2) if len(reached) >= FEWEST_WEEKS else None


def _made(
    basis: Basis, statement: str, chance: float | None, days: int, measure: str, at_least: int
) -> Prediction | None:
    if chance is None:
        return None
    return Prediction.model_validate(
        {
            "statement": statement,
            "percent": round(100 * chance),
            "made_by": "rutkit",
            "made": basis.today,
            "due": basis.today + timedelta(days=days),
            "measure": measure,
            "at_least": at_least,
        }
    )
