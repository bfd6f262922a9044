"""How the search bears on the person: its hours beside the feelings of step 3.

Two questions. Does a day feel heavier after a day with more searching? And did strain rise in the last four weeks while
the search took more time than in the four before? Each is a straight line through the tolls of days (step 3: the mean
of the feelings answered, 0 to 4): over the hours of the day before, or over the two periods.

Days in a row are alike, so days are not resampled by themselves: what the line leaves over is drawn in blocks of seven
days in a row. The spread of the lines so drawn, times Student’s t for as many blocks as there are, gives the interval;
the plain percentiles would be too narrow from few weeks. Where days are very alike (a correlation of 0.6 from one to
the next) it holds the truth in 89 to 95 of 100 cases, by how many days there are (`tests/benchmarks/chosen.py`).

Sources: D. N. Politis and J. P. Romano, "A circular
block-resampling procedure for stationary data" (1992), after H. R. Künsch, "The jackknife and the bootstrap for general
stationary observations", The Annals of Statistics 17 (1989), 1217–1241; for the spread of a regression’s slope from
blocks, S. Gonçalves and H. White, "Bootstrap standard error estimates for linear regression", Journal of the American
Statistical Association 100 (2005), 970–979.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.formatting import counted_hours, format_interval, format_number
from rutkit.statistics import Interval
from rutkit.steps.emotions.days import by_day
from rutkit.steps.job_search.records import Look, SearchLimits, Session

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

MINIMUM_DAYS = 28
"""Days with a toll, after a day whose search is known, below which the two are not set beside each other."""
MINIMUM_EACH = 7
"""Of these, days after a day with a session, and days after one without."""
PERIOD_DAYS = 28
MINIMUM_PERIOD_DAYS = 14
"""Days with a toll that each of the two periods needs."""
MORE_HOURS = 1.0
"""Hours a week by which the search must have grown before anything is suggested. A choice."""
LONGEST_LOOK_BACK = 365

_BLOCK = 7
_RESAMPLES = 2_000
_SEED = 1989


@dataclass(frozen=True)
class AfterSearching:
    """How much the toll of a day goes with the search of the day before."""

    n: int
    """Days with a toll, from the day after the first session on, a year back at most."""
    after_search: int
    """Those after a day with a session."""
    slope: float
    """Points of toll for each hour searched the day before; NaN while there is not enough."""
    interval: Interval | None
    """95 %; None while there is not enough."""

    @property
    def not_enough(self) -> str:
        """What is missing; empty if nothing is."""
        if self.n < MINIMUM_DAYS:
            return (
                f"Not enough yet: {self.n} of {MINIMUM_DAYS} days with a check-in since your first session."
            )
        fewer = min(self.after_search, self.n - self.after_search)
        if fewer < MINIMUM_EACH:
            which = "with" if fewer == self.after_search else "without"
            return f"Not enough yet: {fewer} of {MINIMUM_EACH} check-ins on the day after a day {which} a session."
        return ""

    @property
    def is_clear(self) -> bool:
        """True if the interval leaves out zero."""
        return self.interval is not None and not self.interval.low <= 0 <= self.interval.high

    @property
    def finding(self) -> str:
        """As a heading."""
        if self.interval is None:
            return self.not_enough.rstrip(".")
        if not self.is_clear:
            return "Days after searching are not clearly heavier or lighter"
        heavier = "heavier" if self.slope > 0 else "lighter"
        return f"The day after searching is {heavier}: {_points(self.slope)} points an hour"

    @property
    def label(self) -> str:
        """The numbers in short: "0.3 points an hour (0.1 to 0.5)", or what is missing."""
        if self.interval is None:
            return self.not_enough
        return (
            f"{_points(self.slope)} points an hour ({format_interval(self.interval.low, self.interval.high)})"
        )


@dataclass(frozen=True)
class Strain:
    """The last four weeks beside the four before."""

    hours_a_week: float
    hours_before: float
    looks_a_week: float
    looks_before: float
    days: int
    """With a toll, in the last four weeks."""
    days_before: int
    toll: float
    """The mean, 0 to 4; NaN if there is none."""
    toll_before: float
    interval: Interval | None
    """Around the difference of the two, 95 %; None while there are too few days."""

    @property
    def not_enough(self) -> str:
        """What is missing; empty if nothing is."""
        fewer = min(self.days, self.days_before)
        if fewer >= MINIMUM_PERIOD_DAYS:
            return ""
        when = "the last four weeks" if fewer == self.days else "the four weeks before these"
        return f"Not enough yet: {fewer} of {MINIMUM_PERIOD_DAYS} check-ins in {when}."

    @property
    def rises_with_the_search(self) -> bool:
        """True if the toll clearly rose while the search took more time."""
        more = self.hours_a_week - self.hours_before >= MORE_HOURS
        return more and self.interval is not None and self.interval.low > 0

    def suggested_hours(self, limits: SearchLimits | None) -> float | None:
        """A lower cap of hours a week, to the half hour: what the search took before, if that is below today's cap.

        None if strain did not rise with the search, or the cap is that low already.
        """
        if not self.rises_with_the_search:
            return None
        hours = max(0.5, round(2 * self.hours_before) / 2)
        cap = limits.hours_a_week if limits else None
        return hours if cap is None or hours < cap else None

    def suggested_looks(self, limits: SearchLimits | None) -> int | None:
        """A lower cap of looks a week, likewise."""
        if not self.rises_with_the_search or self.looks_a_week <= self.looks_before:
            return None
        looks = max(1, round(self.looks_before))
        return looks if looks < (limits or SearchLimits()).looks_a_week else None

    def sentence(self, limits: SearchLimits | None) -> str:
        """What is suggested and why; what is missing; or that nothing stands out."""
        if self.not_enough:
            return self.not_enough
        if not self.rises_with_the_search:
            return "Strain did not clearly rise with the search in the last four weeks."
        seen = (
            f"Over the last four weeks the search took {counted_hours(self.hours_a_week)} a week instead of "
            f"{format_number(round(self.hours_before, 1))}, and your days grew heavier: {_points(self.toll)} "
            f"instead of {_points(self.toll_before)} of 4."
        )
        hours, looks = self.suggested_hours(limits), self.suggested_looks(limits)
        less = [counted_hours(hours)] if hours is not None else []
        if looks is not None:
            less.append(f"{looks} {'look' if looks == 1 else 'looks'} at boards")
        if not less:
            return f"{seen} Keep to the limits that you set; a week with less is no week lost."
        try_less = f"Try {' and '.join(less)} a week for a while."
        return f"{seen} {try_less} It may not be the search; it is the part that you can set."


def after_searching(sessions: Iterable[Session], check_ins: pd.DataFrame, today: date) -> AfterSearching:
    """The toll of each day over the hours searched the day before. `check_ins` is `workbook.frame(CheckIn)`."""
    import numpy as np
    import pandas as pd

    minutes = _minutes(sessions, today)
    if not minutes:
        return AfterSearching(0, 0, float("nan"), None)
    toll = by_day(check_ins, today, LONGEST_LOOK_BACK)["toll"].dropna()
    toll = toll[toll.index > pd.Timestamp(min(minutes))]
    before = [day.date() - timedelta(days=1) for day in pd.DatetimeIndex(toll.index)]
    hours = np.array([minutes.get(day, 0) / 60 for day in before], dtype=np.float64)
    found = AfterSearching(len(toll), int(np.count_nonzero(hours)), float("nan"), None)
    if found.not_enough:
        return found
    slope, interval = slope_with_interval(hours, toll.to_numpy(dtype=np.float64))
    return AfterSearching(found.n, found.after_search, slope, interval)


def strain(
    sessions: Iterable[Session], looks: Iterable[Look], check_ins: pd.DataFrame, today: date
) -> Strain:
    """The last 28 days, today among them, beside the 28 before. `check_ins` is `workbook.frame(CheckIn)`."""
    import numpy as np
    import pandas as pd

    minutes, looked = _minutes(sessions, today), [look.day for look in looks]
    middle, first = (today - timedelta(days=count * PERIOD_DAYS) for count in (1, 2))
    weeks = PERIOD_DAYS / 7
    toll = by_day(check_ins, today, 2 * PERIOD_DAYS)["toll"].dropna()
    lately = (toll.index > pd.Timestamp(middle)).astype(np.float64)
    now, before = toll[lately == 1], toll[lately == 0]
    interval = None
    if min(len(now), len(before)) >= MINIMUM_PERIOD_DAYS:
        _, interval = slope_with_interval(lately, toll.to_numpy(dtype=np.float64))
    return Strain(
        sum(count for day, count in minutes.items() if day > middle) / 60 / weeks,
        sum(count for day, count in minutes.items() if first < day <= middle) / 60 / weeks,
        sum(middle < day <= today for day in looked) / weeks,
        sum(first < day <= middle for day in looked) / weeks,
        len(now),
        len(before),
        float(now.mean()),
        float(before.mean()),
        interval,
    )


def weekly_load(
    sessions: Iterable[Session], check_ins: pd.DataFrame, today: date, weeks: int = 12
) -> pd.DataFrame:
    """Hours of search and the mean toll of each of the last weeks.

    Index: the week's Monday, oldest first; columns: `hours`; `toll`, 0 to 4, NaN without a check-in; `n`, days with
    one.
    """
    import pandas as pd

    monday = pd.Timestamp(today - timedelta(days=today.weekday()))
    mondays = pd.date_range(end=monday, periods=weeks, freq="7D", name="monday")
    minutes = pd.Series(_minutes(sessions, today), dtype="float64")
    minutes.index = pd.to_datetime(minutes.index)
    toll = by_day(check_ins, today, 7 * weeks)["toll"].dropna()
    tolls = toll.groupby(_monday_of(toll.index))
    hours = minutes.groupby(_monday_of(minutes.index)).sum() / 60
    return pd.DataFrame(
        {
            "hours": hours.reindex(mondays, fill_value=0.0),
            "toll": tolls.mean().reindex(mondays),
            "n": tolls.size().reindex(mondays, fill_value=0),
        }
    )


def slope_with_interval(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, Interval]:
    """The slope of the straight line of `y` over `x`, days in order, and its 95 % interval; see the module's head.

    Raises:
        ValueError: there are fewer than three weeks of days, or all `x` are alike.
    """
    import numpy as np
    from scipy.special import stdtrit

    n = len(x)
    blocks = n // _BLOCK
    centered = x - x.mean()
    if blocks < 3 or not centered.any():
        raise ValueError("a slope with an interval needs three weeks of days that differ")
    weights = centered / (centered @ centered)
    slope = float(weights @ y)
    residuals = (y - y.mean() - slope * centered) * np.sqrt(n / (n - 2))
    generator = np.random.default_rng(_SEED)
    starts = generator.integers(0, n, size=(_RESAMPLES, -(-n // _BLOCK), 1))
    places = ((starts + np.arange(_BLOCK)) % n).reshape(_RESAMPLES, -1)[:, :n]
    spread = float(np.std(residuals[places] @ weights))
    reach = float(stdtrit(blocks - 2, 0.975)) * spread
    return slope, Interval(slope - reach, slope + reach, 0.95)


def _minutes(sessions: Iterable[Session], today: date) -> dict[date, int]:
    """The minutes searched on each day with a session other than rest."""
    minutes: dict[date, int] = {}
    for session in sessions:
        if session.activity != "rest" and session.day <= today:
            minutes[session.day] = minutes.get(session.day, 0) + session.minutes
    return minutes


def _monday_of(days: pd.Index) -> pd.DatetimeIndex:
    import pandas as pd

    return pd.DatetimeIndex(days).to_period("W").start_time


def _points(points: float) -> str:
    return format_number(points, decimals=1)
