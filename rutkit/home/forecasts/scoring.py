"""How good predictions were: the Brier score, and whether what was called likely came as often.

The Brier score of a prediction is the square of the distance between its probability and what came of it (1 if it
happened, 0 if not): 0 is perfect, 1 is the worst, and whoever always says 50 % gets 0.25. Its mean over many judges a
forecaster. Source: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review
78 (1950), 1–3, in the form that the Glossary of Meteorology of the American Meteorological Society gives for an event
that happens or does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import fmean

from rutkit.formatting import counted, format_interval, format_number, format_share
from rutkit.home.records import Forecaster, Prediction
from rutkit.statistics import Interval, bootstrap_mean, wilson_interval

MINIMUM = 10
"""Scored predictions below which nothing is said of a forecaster. A choice: three right guesses are luck."""
MINIMUM_OF_A_GROUP = 3
"""Of predictions held about equally likely, below which their share is not drawn."""
COIN = 0.25
"""The score of whoever always says 50 %."""
EDGES = (0, 20, 40, 60, 80, 100)
"""Percent: the groups in which what was said is set beside what came."""

_SEED = 1950


@dataclass(frozen=True)
class Group:
    """Predictions that were held about equally likely."""

    low: int
    high: int
    """Percent; the last group holds its upper end as well."""
    n: int
    happened: int
    mean_said: float
    """0 to 1."""

    @property
    def share(self) -> float:
        """The share that happened, 0 to 1."""
        return self.happened / self.n

    @property
    def interval(self) -> Interval:
        """Around the share that happened: 95 %, Wilson."""
        return wilson_interval(self.happened, self.n)


@dataclass(frozen=True)
class TrackRecord:
    """What became of one forecaster's predictions."""

    made_by: Forecaster
    made: int
    """All that were ever made, those that were taken back too."""
    open: int
    withdrawn: int
    unknown: int
    """Of which nobody can say what came."""
    scores: tuple[float, ...]
    """The Brier score of each that is settled, in the order of their days."""
    base_rate: float
    """The share of the settled ones that happened; NaN if there is none."""
    groups: tuple[Group, ...]

    @property
    def n(self) -> int:
        """How many are settled by a yes or a no."""
        return len(self.scores)

    @property
    def is_enough(self) -> bool:
        """Whether anything may be said of them."""
        return self.n >= MINIMUM

    @property
    def mean(self) -> float:
        """The mean Brier score, 0 to 1; NaN if none is settled."""
        return fmean(self.scores) if self.scores else float("nan")

    @property
    def interval(self) -> Interval:
        """Around the mean: 95 %, bootstrap."""
        return bootstrap_mean(self.scores, seed=_SEED)

    @property
    def of_base_rate(self) -> float:
        """What somebody would have scored who knew how many happen, and said that each time."""
        return self.base_rate * (1 - self.base_rate)

    @property
    def whose(self) -> str:
        """ "Your" or "rutkit’s"."""
        return "Your" if self.made_by == "me" else "rutkit’s"

    @property
    def finding(self) -> str:
        """As a heading."""
        if not self.is_enough:
            return f"{self.whose} predictions: not enough yet, {self.n} of {MINIMUM}"
        interval = self.interval
        if interval.high < COIN:
            return f"{self.whose} predictions are better than a coin toss"
        if interval.low > COIN:
            return f"{self.whose} predictions are worse than a coin toss"
        return f"{self.whose} predictions are not clearly better than a coin toss"

    @property
    def sentence(self) -> str:
        """The numbers, with n and what they are to be set beside."""
        kept = [f"{counted(self.made, 'prediction')} made", f"{self.n} settled", f"{self.open} open"]
        if self.unknown:
            kept.append(f"{self.unknown} that nobody can settle")
        if self.withdrawn:
            kept.append(f"{self.withdrawn} taken back and not scored")
        counts = f"{', '.join(kept)}."
        if not self.is_enough:
            return counts
        ends = format_interval(self.interval.low, self.interval.high, decimals=2)
        who = "You" if self.made_by == "me" else "rutkit"
        return (
            f"{who}: mean Brier score {format_number(self.mean, decimals=2)} ({ends}, 95\u00a0%, n = {self.n}); 0 is "
            f"perfect, a coin toss gets {COIN}. {format_share(self.base_rate)} happened; saying that each time would "
            f"have got {format_number(self.of_base_rate, decimals=2)}. {counts}"
        )


def is_open(prediction: Prediction) -> bool:
    """Whether it was neither settled nor taken back."""
    return prediction.outcome is None and prediction.withdrawn is None


def is_due(prediction: Prediction, today: date) -> bool:
    """Whether its day is over, and nobody has said what came of it."""
    return is_open(prediction) and prediction.due < today


def brier_score(prediction: Prediction) -> float | None:
    """Between 0 and 1, smaller is better; None if it is not settled by a yes or a no, or was taken back.

    >>> day = date(2026, 11, 22)
    >>> brier_score(Prediction(statement="Rain", percent=70, made=day, due=day, outcome="it happened"))
    0.09
    """
    if prediction.withdrawn or prediction.outcome not in _OUTCOMES:
        return None
    return round((prediction.percent / 100 - _OUTCOMES[prediction.outcome]) ** 2, 12)


def track_record(predictions: Iterable[Prediction], made_by: Forecaster) -> TrackRecord:
    """The record of one forecaster."""
    own = sorted((each for each in predictions if each.made_by == made_by), key=lambda each: each.due)
    settled = [each for each in own if brier_score(each) is not None]
    return TrackRecord(
        made_by,
        len(own),
        sum(is_open(each) for each in own),
        sum(each.withdrawn is not None for each in own),
        sum(each.outcome == "nobody can say" and each.withdrawn is None for each in own),
        tuple(score for each in settled if (score := brier_score(each)) is not None),
        fmean(_came(each) for each in settled) if settled else float("nan"),
        tuple(_groups(settled)),
    )


def _groups(settled: Sequence[Prediction]) -> Iterable[Group]:
    for low, high in pairwise(EDGES):
        alike = [
            each
            for each in settled
            if low <= each.percent < high or (high == EDGES[-1] and each.percent == high)
        ]
        if alike:
            yield Group(
                low,
                high,
                len(alike),
                round(sum(_came(each) for each in alike)),
                fmean(each.percent / 100 for each in alike),
            )


def _came(prediction: Prediction) -> float:
    return _OUTCOMES[prediction.outcome or ""]


_OUTCOMES = {"it happened": 1.0, "it did not": 0.0}
