"""How many weeks until an interview, and until an offer, if the search goes on at this pace.

What drives it: applications keep going out as in the last eight weeks, and fare as they did so far. From these follow

- the pace λ a day: with k applications in t days a gamma distribution with shape k + ½ and rate t, where t is 56, or
  the days since the first application if these are fewer, but at least a week;
- for each day j after an application went out, the odds h_j that it comes to an interview on that day: with d_j that
  did, of n_j that went out at least j days ago and had none yet, a gamma distribution with shape d_j + ¾ f_j and rate
  n_j + 1. Those that ended otherwise stay among the n_j, since they can have no interview any more. The prior is three
  quarters of an interview for one application, spread by f evenly over the first weeks.

G_j = 1 − exp(−h_0 − … − h_j) is then the share that has led to an interview after j days. Interviews to come arise, on
day t from now, at the rate λ G_t from applications not sent yet, and h_{a+t} from each that is a days old and still
runs, divided by the share of those of its age that still can have one. Each run draws λ, all h_j and the chance that
decides when the first interview comes; the range holds 80 of 100 runs.

Sources: for counting what ended otherwise, R. J. Gray, "A class of K-sample tests for comparing the cumulative
incidence of a competing risk", The Annals of Statistics 16 (1988), 1141–1154; for the share that still can, the
reduction factor of H. Putter, M. Schumacher and H. C. van Houwelingen, "On the relation between the cause-specific
hazard and the subdistribution rate for competing risks data", Biometrical Journal 62 (2020), 790–807; for gamma
distributed increments of a cumulated hazard, the gamma process of Kalbfleisch (1978).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf, isinf
from typing import TYPE_CHECKING

from rutkit.formatting import counted, format_number
from rutkit.statistics import Interval
from rutkit.steps.job_search.applications.histories import APPLIED, INTERVIEW, OFFER, STAGES_TO_PASS, History
from rutkit.steps.job_search.records import Stage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MINIMUM = 20
"""Applications below which nothing is forecast."""
PACE_DAYS = 56
"""The pace is that of the last eight weeks."""
_SHORTEST_PACE_DAYS = 7
LONGEST_WAY = 120
"""Days from an application to an interview or offer; what takes longer counts on the last of them."""
FARTHEST_WEEKS = 104
"""Beyond two years a forecast says no more than “longer”."""
CONFIDENCE = 0.8
RUNS = 4_000
SEED = 9

PRIOR_EVENTS = 0.75
"""Of ½, ¾ and 1 the one with which the range holds as often as it says over known truths, few applications included.

`python -m tests.benchmarks.chosen` tries them all. After twenty applications of which one in fifty comes to an
interview, and that after six weeks, the range holds in some 68 of 100 cases only, and the wait is longer in the others.
"""
_PRIOR_DAYS: dict[int, int] = {INTERVIEW: 28, OFFER: 56}
"""Over how many days `PRIOR_EVENTS` are spread."""


@dataclass(frozen=True)
class Wait:
    """The weeks until the next interview, or the next offer."""

    stage: Stage
    so_far: int
    """How many applications got there already."""
    applications: int
    """How many this rests on."""
    a_week: float
    """The pace: applications a week, over the last eight weeks."""
    running: int
    """Applications that may still lead there."""
    middle: float
    """Weeks; half of the runs take longer. Infinite if more than two years."""
    range: Interval | None
    """The 80 % range in weeks, its ends infinite if more than two years; None while there are too few applications."""
    undated: int = 0
    """Applications left out, since nobody noted the day they went out, or the day they got there."""
    undated_there: int = 0
    """Those of them that got there."""

    @property
    def not_enough(self) -> str:
        """What is missing; empty if nothing is."""
        if self.range:
            return ""
        return f"Not enough yet: {self.applications} of {counted(MINIMUM, 'application')}."

    @property
    def name(self) -> str:
        """As in a sentence: "a first interview", "another offer"."""
        return f"another {self.stage}" if self.so_far or self.undated_there else f"a first {self.stage}"

    @property
    def label(self) -> str:
        """The range in words: "2 to 9 weeks", "11 weeks to more than two years"."""
        if self.range is None:
            return self.not_enough
        low, high = self.range.low, self.range.high
        if isinf(low):
            return "more than two years"
        if isinf(high):
            return f"{counted(_whole(low), 'week')} to more than two years"
        if _whole(low) == _whole(high):
            return f"about {counted(_whole(low), 'week')}"
        return f"{format_number(_whole(low))} to {counted(_whole(high), 'week')}"

    @property
    def assumption(self) -> str:
        """What the range rests on, and what would change it."""
        pace = format_number(round(self.a_week, 1))
        fared = f"{self.so_far} of {counted(self.applications, 'application')} came to an {self.stage}"
        return (
            f"If you keep applying as in the last {PACE_DAYS // 7} weeks ({pace} a week) and applications fare as so "
            f"far ({fared}). Twice the pace, or twice the share, would about halve the wait for what is not sent yet."
        )

    @property
    def rests_on_a_guess(self) -> str:
        """That nothing got there yet, and what follows from it; empty if something did."""
        if self.so_far or self.range is None:
            return ""
        return f"None of yours came to an {self.stage} yet, so the range rests on our guess; it may well take longer."

    @property
    def left_out(self) -> str:
        """How many applications do not count, and how to mend it; empty if all do."""
        if not self.undated:
            return ""
        one = self.undated == 1
        return (
            f"{counted(self.undated, 'application')} {'is' if one else 'are'} left out, from the pace too, since the "
            f"day of sending, or of the {self.stage}, is not known; {self.undated_there:,} of them came to an "
            f"{self.stage}. Open {'it' if one else 'them'} and add the days."
        )


def forecast(
    histories: Sequence[History], today: date, *, runs: int = RUNS, seed: int = SEED
) -> tuple[Wait, Wait]:
    """The waits for the next interview and for the next offer."""
    return (
        _wait(histories, INTERVIEW, today, runs, seed),
        _wait(histories, OFFER, today, runs, seed),
    )


def chance_within(
    every_history: Sequence[History], goal: int, days: int, today: date, *, runs: int = RUNS, seed: int = SEED
) -> float | None:
    """In which share of the runs the next one gets to the stage at the place `goal` within so many days, 0 to 1.

    None while there are too few applications.
    """
    import numpy as np

    histories = [each for each in every_history if each.undated.isdisjoint((APPLIED, goal))]
    if len(histories) < MINIMUM:
        return None
    ways = Ways.of(histories, goal, today)
    drawn = days_to_first(ways, _PRIOR_DAYS[goal], np.random.default_rng(seed), runs)
    return float(np.mean(drawn <= days))


def forecast_finding(waits: Sequence[Wait]) -> str:
    """When the next interview can be expected, as a heading."""
    wait = waits[0]
    if wait.range is None:
        return wait.not_enough.rstrip(".")
    name = wait.name[0].upper() + wait.name[1:]
    return f"{name} in {wait.label}, at this pace"


def _wait(every_history: Sequence[History], goal: int, today: date, runs: int, seed: int) -> Wait:
    import numpy as np

    histories = [each for each in every_history if each.undated.isdisjoint((APPLIED, goal))]
    undated = len(every_history) - len(histories)
    ways = Ways.of(histories, goal, today)
    recent, days = ways.pace
    so_far, running = int(np.count_nonzero(ways.came >= 0)), int(np.count_nonzero(ways.open))
    undated_there = sum(each.furthest >= goal for each in every_history) - so_far
    a_week = 7 * recent / days
    stage = STAGES_TO_PASS[goal]
    if len(histories) < MINIMUM:
        return Wait(stage, so_far, len(histories), a_week, running, inf, None, undated, undated_there)
    weeks = days_to_first(ways, _PRIOR_DAYS[goal], np.random.default_rng(seed), runs) / 7
    tail = (1 - CONFIDENCE) / 2
    low, middle, high = (
        float(each) if each <= FARTHEST_WEEKS else inf
        for each in np.quantile(weeks, [tail, 0.5, 1 - tail], method="inverted_cdf")
    )
    range_of_weeks = Interval(low, high, CONFIDENCE)
    return Wait(
        stage, so_far, len(histories), a_week, running, middle, range_of_weeks, undated, undated_there
    )


@dataclass(frozen=True)
class Ways:
    """All applications on their way to a stage; each array of shape (applications,)."""

    ages: NDArray[np.int64]
    """Days since each went out."""
    came: NDArray[np.int64]
    """After how many days it got there; −1 if it did not."""
    ended: NDArray[np.int64]
    """After how many days it ended without getting there; −1 if it did not end, or nobody noted the day."""
    open: NDArray[np.bool_]
    """Whether it may still get there."""

    @classmethod
    def of(cls, histories: Sequence[History], goal: int, today: date) -> Ways:
        """The ways of `histories` to the stage at the place `goal`."""
        import numpy as np

        applied = np.array([each.applied.toordinal() for each in histories], dtype=np.int64)
        came = _days_after(applied, [each.reached[goal] for each in histories])
        ended = _days_after(applied, [each.ended for each in histories])
        runs = np.array([each.runs for each in histories], dtype=np.bool_)
        return cls(today.toordinal() - applied, came, np.where(came < 0, ended, -1), runs & (came < 0))

    @property
    def pace(self) -> tuple[int, int]:
        """How many went out in the last eight weeks, and in how many days; a search that is younger has fewer days."""
        oldest = int(self.ages.max(initial=0)) + 1
        return int((self.ages < PACE_DAYS).sum()), min(max(oldest, _SHORTEST_PACE_DAYS), PACE_DAYS)


def _days_after(applied: NDArray[np.int64], days: Sequence[date | None]) -> NDArray[np.int64]:
    import numpy as np

    ordinals = np.array([0 if day is None else day.toordinal() for day in days], dtype=np.int64)
    return np.where(ordinals > 0, np.minimum(ordinals - applied, LONGEST_WAY), -1)


def days_to_first(
    ways: Ways,
    prior_days: int,
    generator: np.random.Generator,
    runs: int,
    *,
    prior_events: float = PRIOR_EVENTS,
) -> NDArray[np.float64]:
    """Draw after how many days from now the next one gets there; shape `(runs,)`, formula at the module's head."""
    import numpy as np

    n, still_can = _at_risk(ways)
    shape = np.bincount(ways.came[ways.came >= 0], minlength=len(n)).astype(np.float64)
    shape[:prior_days] += prior_events / prior_days
    hazard = np.zeros((runs, len(n)))
    some = shape > 0
    hazard[:, some] = generator.gamma(shape[some], 1 / (n[some] + 1), (runs, np.count_nonzero(some)))
    recent, days = ways.pace
    pace = generator.gamma(recent + 0.5, 1 / days, (runs, 1))
    share = 1 - np.exp(-np.cumsum(hazard, axis=1))

    running = np.bincount(ways.ages[ways.open & (ways.ages < LONGEST_WAY)], minlength=len(n))
    weight = running[:-1] / still_can[1:]
    at_age, day = np.arange(len(n))[:, np.newaxis], np.arange(len(n))[np.newaxis, :]
    # Row: the age at which the odds apply; column: days from now, on the first of which all are a day older.
    from_now = np.where(at_age > day, weight[np.maximum(at_age - day - 1, 0)], 0.0)
    # Not `@`: its threads wait for each other longer than so small a product takes.
    rate = np.einsum("ra,ad->rd", hazard[:, some], from_now[some]) + pace * share
    return _first_event(rate, generator.standard_exponential(runs))


def _at_risk(ways: Ways) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each day after an application went out, how many may get there on it, and which share still can."""
    import numpy as np

    size = LONGEST_WAY + 1

    def at_least(days: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many of `days` are as long as each day, or longer."""
        counts = np.bincount(np.minimum(days, LONGEST_WAY), minlength=size)
        return counts[::-1].cumsum()[::-1]

    waits = np.where(ways.came >= 0, ways.came, ways.ages)
    n = at_least(waits)
    over = ways.ended >= 0
    ended_before = at_least(ways.ages[over]) - at_least(np.minimum(ways.ended, ways.ages)[over])
    return n.astype(np.float64), (n - ended_before + 1) / (n + 1)


def _first_event(rate: NDArray[np.float64], chance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The moment at which the cumulated `rate` (runs, days) reaches `chance`; after the last day it stays as it is."""
    import numpy as np

    days = rate.shape[1]
    cumulated = np.cumsum(rate, axis=1)
    whole = np.count_nonzero(cumulated < chance[:, np.newaxis], axis=1)
    row, inside = np.arange(len(chance)), np.minimum(whole, days - 1)
    before = np.where(whole > 0, cumulated[row, np.maximum(whole, 1) - 1], 0.0)
    moment: NDArray[np.float64] = whole + (chance - before) / np.maximum(rate[row, inside], 1e-12)
    return moment


def _whole(weeks: float) -> int:
    return max(1, round(weeks))
