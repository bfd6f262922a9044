"""The check-ins as a table of days, and their means by week, by weekday and over seven days.

Everything starts from `workbook.frame(CheckIn)`; missing answers are left out, never filled in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import TYPE_CHECKING

from rutkit.dates import WEEKDAYS
from rutkit.statistics import Interval, bootstrap_mean
from rutkit.steps.emotions.records import FEELINGS

if TYPE_CHECKING:
    import pandas as pd

LOOK_BACK_DAYS = 365

MINIMUM_WEEKDAYS = 5
"""How many Mondays it takes before anything is said of Mondays."""

ROLLING_DAYS = 7
MINIMUM_ROLLING_DAYS = 3
"""How many of the seven days must be answered for their mean to be drawn."""

_SEED = 2005
_RESAMPLES = 2_000


def by_day(frame: pd.DataFrame, today: date, days: int = LOOK_BACK_DAYS) -> pd.DataFrame:
    """The check-ins of the `days` up to and including `today`, one row a day, oldest first.

    Index `day`; columns: the five feelings as floats, 0 to 4, NaN where not answered; `toll`, their mean;
    `strongest`, the highest of them; `workday`, true, false or missing; `what_happened`, tuples of tags.
    """
    import pandas as pd

    last = pd.Timestamp(today)
    recent = frame[(frame["day"] > last - pd.Timedelta(days=days)) & (frame["day"] <= last)]
    recent = recent.set_index("day").sort_index()
    feelings = recent[list(FEELINGS)].astype("float64")
    return feelings.assign(
        toll=feelings.mean(axis=1),
        strongest=feelings.max(axis=1),
        workday=recent["workday"],
        what_happened=recent["what_happened"],
    )


def weekly_means(frame: pd.DataFrame, today: date) -> pd.DataFrame:
    """The mean of each feeling and of the toll in each week of the last year that has an answer.

    Index: the week's Monday; columns: the five feelings and `toll`, 0 to 4, and `n`, the days of that week
    with any feeling answered.
    """
    import pandas as pd

    days = by_day(frame, today).dropna(subset="toll")
    mondays = pd.DatetimeIndex(days.index).to_period("W").start_time.rename("monday")
    weeks = days[[*FEELINGS, "toll"]].groupby(mondays)
    return weeks.mean().assign(n=weeks.size())


def rolling_means(frame: pd.DataFrame, today: date) -> pd.DataFrame:
    """Each feeling's mean over seven days, one row for every day from the first check-in of the last year on.

    NaN where fewer than three of the seven days are answered, so that a line breaks where nothing is known.
    """
    days = by_day(frame, today)[list(FEELINGS)]
    return days.asfreq("D").rolling(ROLLING_DAYS, min_periods=MINIMUM_ROLLING_DAYS).mean()


@dataclass(frozen=True)
class WeekdayToll:
    """The toll of one day of the week over the last year."""

    weekday: int
    """0 is Monday."""
    mean: float
    """0 to 4; NaN if there is no such day."""
    n: int
    interval: Interval | None
    """95 % interval around the mean; None with fewer than five such days."""


def weekday_tolls(frame: pd.DataFrame, today: date) -> tuple[WeekdayToll, ...]:
    """The toll of each of the seven days of the week, Monday first."""
    import pandas as pd

    toll = by_day(frame, today)["toll"].dropna()
    weekdays = pd.DatetimeIndex(toll.index).day_of_week
    return tuple(_weekday_toll(weekday, toll[weekdays == weekday]) for weekday in range(7))


def weekday_finding(tolls: Sequence[WeekdayToll]) -> str:
    """Whether one day of the week weighs most: its whole interval lies above the mean of every other."""
    known = [toll for toll in tolls if toll.interval is not None]
    heaviest = max(known, key=lambda toll: toll.mean)
    next_heaviest = max((toll.mean for toll in known if toll is not heaviest), default=inf)
    if heaviest.interval is not None and heaviest.interval.low > next_heaviest:
        return f"{WEEKDAYS[heaviest.weekday]}s weigh most"
    return "No single day weighs most"


def _weekday_toll(weekday: int, tolls: pd.Series[float]) -> WeekdayToll:
    enough = len(tolls) >= MINIMUM_WEEKDAYS
    interval = bootstrap_mean(tolls.to_list(), seed=_SEED, resamples=_RESAMPLES) if enough else None
    return WeekdayToll(weekday, float(tolls.mean()), len(tolls), interval)


def calendar_days(frame: pd.DataFrame, today: date, weeks: int) -> pd.DataFrame:
    """Every day of this week and the `weeks - 1` before it, up to and including `today`.

    Index `day`; columns: `strongest`, the highest feeling of that day, and `toll`, the mean of its
    feelings, both NaN on days without an answer; `week`, 0 for the oldest; `weekday`, 0 for Monday.
    """
    import pandas as pd

    last = pd.Timestamp(today)
    first = last - pd.Timedelta(days=today.weekday() + 7 * (weeks - 1))
    every_day = pd.date_range(first, last, name="day")
    days = by_day(frame, today, len(every_day))[["strongest", "toll"]].reindex(every_day)
    return days.assign(week=(every_day - first).days // 7, weekday=every_day.day_of_week)
