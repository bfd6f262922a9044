"""Weekly reviews as records: begun, gone on with, finished, and when the next one waits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rutkit.dates import monday_of
from rutkit.formatting import counted, format_date
from rutkit.home.records import WeeklyReview

AGAIN_AFTER = timedelta(days=6)
"""A review waits from the sixth day after the last one on, so that it may move by a day."""
LONGEST_SCREEN = 600
"""Seconds of one screen that count: who leaves the page open over lunch did not review all that time."""


def waits(reviews: Iterable[WeeklyReview], today: date) -> bool:
    """Whether it is time for one: none was finished in the last six days, nor this week."""
    finished = [each.finished for each in reviews if each.finished and each.finished <= today]
    if not finished:
        return True
    last = max(finished)
    return today - last >= AGAIN_AFTER and monday_of(last) != monday_of(today)


def of_week(reviews: Iterable[WeeklyReview], today: date) -> WeeklyReview | None:
    """This week's review, begun or finished; None if there is none."""
    return next((each for each in reviews if each.week == monday_of(today)), None)


def gone_on(review: WeeklyReview, screen: str, seconds: float, *, is_skipped: bool) -> WeeklyReview:
    """The review as it is to be saved after a screen, with the time that it took."""
    kept = "skipped" if is_skipped else "walked"
    return review.model_copy(
        update={
            kept: (*getattr(review, kept), screen),
            "seconds": review.seconds + round(min(seconds, LONGEST_SCREEN)),
        }
    )


@dataclass(frozen=True)
class Habit:
    """How reviews have gone."""

    finished: tuple[WeeklyReview, ...]
    """Newest first."""
    in_a_row: int
    """Weeks up to the last one that each have a review."""

    @property
    def sentence(self) -> str:
        """How many, and how long they take."""
        if not self.finished:
            return "None yet. It takes about five minutes, and you can leave it and go on later."
        seconds = sorted(each.seconds for each in self.finished)
        middle = seconds[len(seconds) // 2]
        return (
            f"{counted(len(self.finished), 'review')} so far, {in_time(middle)} in the middle (n = {len(seconds)}); "
            f"{counted(self.in_a_row, 'week')} in a row."
        )


def habit(reviews: Iterable[WeeklyReview]) -> Habit:
    """All that were finished."""
    finished = sorted((each for each in reviews if each.finished), key=lambda each: each.week, reverse=True)
    return Habit(tuple(finished), _in_a_row(finished))


def in_time(seconds: int) -> str:
    """A time as people say it: "4 min 10 s"."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest} s" if minutes and rest else f"{minutes} min" if minutes else f"{rest} s"


def title_of(review: WeeklyReview) -> str:
    """ "Week of 16 Nov 2026"."""
    return f"Week of {format_date(review.week)}"


def _in_a_row(finished: Sequence[WeeklyReview]) -> int:
    count = 0
    for place, each in enumerate(finished):
        if each.week != finished[0].week - timedelta(weeks=place):
            break
        count += 1
    return count
