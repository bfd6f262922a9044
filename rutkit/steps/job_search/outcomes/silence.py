"""How long an answer takes, and when silence likely means no.

Time to reply runs from the day an application went out to the first answer of any kind, a rejection too. Applications
without one count for as long as they have waited, which is what “censored” means: leaving them out would make answers
look quick, taking them for a no would make them look rare.

Sources: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
Statistical Association 53 (1958), 457–481; for the variance Greenwood (1926); for the interval on the log-minus-log
scale, which stays between 0 and 1 and does better than the plain one, Ø. Borgan and K. Liestøl, "A note on confidence
intervals and bands for the survival curves based on transformations", Scandinavian Journal of Statistics (1990).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

from rutkit.formatting import counted, format_share, format_share_interval, join_words
from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.job_search.applications.histories import History

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MINIMUM_APPLICATIONS = 20
"""Applications whose wait is known, below which nothing is said."""
MINIMUM_REPLIES = 5
MINIMUM_WATCHED = 10
"""Applications still watched on a day; with fewer the curve is not followed any further."""
LONGEST_WAIT = 180
"""Days; what is answered later than that counts as never."""
SHORTEST_CURVE = 28
"""Days that the curve must reach before anything is said of silence."""

FEW = 0.1
"""Silence likely means no once fewer than this share of the applications that are silent until then still hear anything
later, and no more than this share of all answers is still to come, as far as the curve goes. A choice: one in ten."""
LATER_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class Point:
    """The curve on one day."""

    day: int
    """Days since the application went out."""
    silent: float
    """The share, 0 to 1, that has heard nothing by the end of that day."""
    interval: Interval
    """95 %."""
    watched: int
    """Applications that had waited that long without an answer."""


@dataclass(frozen=True, slots=True)
class MeansNo:
    """From which day on silence likely means no."""

    day: int
    """Days since the application went out."""
    earliest: int
    latest: int | None
    """The 80 % interval around `day`; None if the curve does not tell yet how late it may be."""


class Undated(NamedTuple):
    """Applications whose wait is not known, by the day that nobody noted."""

    sent: int = 0
    answered: int = 0
    """Those that went out on a day that is known; rejections too."""
    ended: int = 0
    """Those that ended without an answer."""

    @property
    def sentence(self) -> str:
        """How many are left out, which way the share answered is off, and how to mend it; empty if none are."""
        if not sum(self):
            return ""
        what = zip(self, ("sent", "answered", "ended without an answer"), strict=True)
        counts = join_words([f"{count:,} {name}" for count, name in what if count])
        if self.answered == sum(self):
            off = "looks smaller than it is"
        elif self.ended == sum(self):
            off = "looks somewhat larger than it is"
        else:
            off = "may look smaller or larger than it is"
        return (
            f"Left out since nobody noted the day: {counts}. The share answered {off}; to mend that, open them in "
            "step 9 and add the days."
        )


@dataclass(frozen=True)
class Silence:
    """How long answers take."""

    n: int
    """Applications whose wait is known."""
    replies: int
    undated: Undated
    """Left out, since a day is not known."""
    curve: tuple[Point, ...]
    """Day by day from 0, as far as enough are watched; empty while there are too few."""
    half_of_replies: int | None
    """Days within which half of the answers come that come at all."""
    means_no: MeansNo | None
    not_enough: str
    """What is missing before it can be said when silence means no; empty if nothing is."""

    @property
    def sentence(self) -> str:
        """The finding, for people."""
        if self.means_no is None:
            return self.not_enough
        return (
            f"After {counted(self.means_no.day, 'day')} of silence, fewer than 1 in {round(1 / FEW)} of your "
            "applications still hear anything."
        )

    @property
    def details(self) -> str:
        """How many answered in the end, how soon, and how sure the day is; empty while there is no curve."""
        if not self.curve or self.half_of_replies is None:
            return ""
        last = self.curve[-1]
        answered = (
            f"Within {counted(last.day, 'day')}, {format_share(1 - last.silent)} "
            f"({format_share_interval(1 - last.interval.high, 1 - last.interval.low)}) were answered, "
            f"half of these by day {self.half_of_replies}."
        )
        if self.means_no is None:
            return answered
        earliest, latest = self.means_no.earliest, self.means_no.latest
        if latest is None:
            return (
                f"{answered} The day may also be day {earliest} or a later one; how late cannot be told yet."
            )
        return f"{answered} The day may lie anywhere from day {earliest} to day {latest} (80 % interval)."


def silence(histories: Sequence[History], today: date) -> Silence:
    """The curve of silence over all applications, and from when on it likely means no.

    An application that was withdrawn, or given up as unanswered, is watched until that day.
    """
    import numpy as np

    waits = [(wait, each.is_answered) for each in histories if (wait := _wait(each, today)) is not None]
    n, replies = len(waits), sum(replied for _, replied in waits)
    undated = _undated([each for each in histories if _wait(each, today) is None])
    if n < MINIMUM_APPLICATIONS or replies < MINIMUM_REPLIES:
        return Silence(n, replies, undated, (), None, None, _too_few(n, replies))
    days = np.array([wait for wait, _ in waits])
    replied = np.array([answer for _, answer in waits])
    curve = _follow(days, replied)
    if not curve.reach:
        return Silence(n, replies, undated, (), None, None, _too_short(0))
    means_no = _means_no(curve)
    return Silence(
        n,
        replies,
        undated,
        tuple(curve.point(day) for day in range(curve.reach + 1)),
        int(np.argmax(curve.silent <= (1 + curve.silent[-1]) / 2)),
        means_no,
        "" if means_no else _too_short(curve.reach),
    )


def likely_no(histories: Iterable[History], found: Silence, today: date) -> tuple[History, ...]:
    """The running applications that have been silent for so long that it likely means no."""
    if found.means_no is None:
        return ()
    day = found.means_no.day
    return tuple(each for each in histories if (since := each.waits_since) and (today - since).days > day)


def _wait(history: History, today: date) -> int | None:
    """Days to the answer, or as long as it was watched; None if that is not known."""
    if history.is_undated:
        return None
    watched_until = today if history.runs else history.ended
    until = history.replied if history.is_answered else watched_until
    return None if until is None else (until - history.applied).days


def _undated(left_out: Sequence[History]) -> Undated:
    sent = sum(each.is_undated for each in left_out)
    answered = sum(each.is_answered and not each.is_undated for each in left_out)
    return Undated(sent, answered, len(left_out) - sent - answered)


@dataclass(frozen=True)
class _Curve:
    """The Kaplan–Meier curve by day; arrays of shape (reach + 1,)."""

    watched: NDArray[np.int64]
    silent: NDArray[np.float64]
    variance: NDArray[np.float64]
    """Greenwood’s sum up to each day: the variance of the logarithm of `silent`."""

    @property
    def reach(self) -> int:
        """The last day of the curve; 0 if it has none."""
        return max(0, len(self.silent) - 1)

    def point(self, day: int) -> Point:
        share, watched = float(self.silent[day]), int(self.watched[day])
        return Point(day, share, _interval(share, float(self.variance[day]), watched, 0.95), watched)

    def later(self, day: int) -> tuple[float, Interval]:
        """Of those silent until the end of a day, the share that is answered later, and its 80 % interval."""
        if not self.silent[day]:
            return 0.0, Interval(0.0, 0.0, LATER_CONFIDENCE)
        still = float(self.silent[-1] / self.silent[day])
        variance = float(self.variance[-1] - self.variance[day])
        interval = _interval(still, variance, int(self.watched[-1]), LATER_CONFIDENCE)
        return 1 - still, Interval(1 - interval.high, 1 - interval.low, LATER_CONFIDENCE)


def _follow(days: NDArray[np.int64], replied: NDArray[np.bool_]) -> _Curve:
    import numpy as np

    ends = np.bincount(np.minimum(days, LONGEST_WAIT), minlength=LONGEST_WAIT + 1)
    watched = ends[::-1].cumsum()[::-1]
    watched = watched[: np.count_nonzero(watched >= MINIMUM_WATCHED)]
    answers = np.bincount(days[replied & (days <= LONGEST_WAIT)], minlength=LONGEST_WAIT + 1)[: len(watched)]
    left = watched - answers
    terms = np.divide(answers, watched * left, out=np.zeros(len(watched)), where=left > 0)
    return _Curve(watched, np.cumprod(left / watched), np.cumsum(terms))


def _interval(share: float, variance: float, watched: int, confidence: float) -> Interval:
    """Around a share still silent; at 0 and 1, where the log-minus-log scale ends, Wilson’s for those watched."""
    if share in (0.0, 1.0):
        return wilson_interval(round(share) * watched, watched, confidence)
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * sqrt(variance) / -log(share)
    return Interval(share ** exp(reach), share ** exp(-reach), confidence)


def _means_no(curve: _Curve) -> MeansNo | None:
    """The first day after which few are answered later; None if the curve is too short to tell.

    Later answers can only be seen as far as the curve goes, so it must go twice as far as that day.
    """
    days = range(curve.reach + 1)
    later = [curve.later(day) for day in days]
    silent = [float(share) for share in curve.silent]
    day = next(day for day in days if _few(silent[day], later[day][0]))
    if curve.reach < max(SHORTEST_CURVE, 2 * day):
        return None
    return MeansNo(
        day,
        next(day for day in days if _few(silent[day], later[day][1].low)),
        next((day for day in days if _few(silent[day], later[day][1].high)), None),
    )


def _few(silent: float, later: float) -> bool:
    """Whether the answers still to come are few: among the `silent`, of whom the share `later` hears, and among all."""
    to_come = silent * later
    return later < FEW and to_come <= FEW * (1 - silent + to_come)


def _too_few(n: int, replies: int) -> str:
    if n < MINIMUM_APPLICATIONS:
        return f"Not enough yet: {n} of {counted(MINIMUM_APPLICATIONS, 'application')}."
    return f"Not enough yet: {replies} of {counted(MINIMUM_REPLIES, 'answer')} among {counted(n, 'application')}."


def _too_short(reach: int) -> str:
    watched = f"your applications have been watched for {counted(reach, 'day')}"
    return f"Not enough yet: {watched}, which is too short to see late answers."
