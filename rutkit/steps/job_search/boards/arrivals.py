"""How often new postings appear on each board, and so how often looking there is worth it.

New suitable postings of a board are taken to arrive at one rate λ a day, each for itself (Poisson). A look counts what
came since the look before, so the days in between are its exposure; the first look at a board has none and only starts
the clock. With the weakest usual prior, Jeffreys’ (half a posting in no time), what is known of λ after k postings in t
days is a gamma distribution with shape k + ½ and rate t. Postings that come in bursts make it less sure than that.

Source: A. Gelman and others, "Bayesian Data Analysis", 3rd edition (2013), chapter 2, the Poisson model with exposure.
The prior is Jeffreys’ for a Poisson rate, proportional to 1/√λ. It is chosen by analogy with the interval around a
share in `funnel`: the source named there is about shares, not about counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rutkit.formatting import counted, format_number, join_words
from rutkit.statistics import Interval
from rutkit.steps.job_search.records import Board, Look

WINDOW_DAYS = 180
"""Older looks say little about what a board brings now."""
MINIMUM_LOOKS = 4
"""Looks with a look before them, below which nothing is said of a board."""
MINIMUM_DAYS = 14
"""Days that these must span."""
WORTH_A_LOOK = 3
"""New postings that make a look worth it. A choice."""
CONFIDENCE = 0.8


@dataclass(frozen=True)
class Arrivals:
    """What is known of one board."""

    board: str
    """Its name."""
    looks: int
    """Days with a look that had one before it, in the last 180 days."""
    days: int
    """From the first look in that time to the last."""
    postings: int
    """New and suitable, in these days."""

    @property
    def not_enough(self) -> str:
        """What is missing before anything is said; empty if nothing is."""
        if self.looks < MINIMUM_LOOKS:
            return f"not enough yet: {self.looks} of {MINIMUM_LOOKS} looks after the first"
        if self.days < MINIMUM_DAYS:
            return f"not enough yet: {self.days} of {counted(MINIMUM_DAYS, 'day')} from first to last look"
        return ""

    @property
    def a_week(self) -> Interval | None:
        """The 80 % interval around the new postings a week; None while there is not enough."""
        if self.not_enough:
            return None
        low, _, high = self._rate()
        return Interval(7 * low, 7 * high, CONFIDENCE)

    @property
    def days_for_three(self) -> float | None:
        """After how many days three new postings can be expected."""
        return None if self.not_enough else WORTH_A_LOOK / self._rate()[1]

    @property
    def interval_of_days(self) -> Interval | None:
        """The 80 % interval around `days_for_three`."""
        if self.not_enough:
            return None
        low, _, high = self._rate()
        return Interval(WORTH_A_LOOK / high, WORTH_A_LOOK / low, CONFIDENCE)

    @property
    def days_between_looks(self) -> float | None:
        """How often the person looks, on average; None before the second look."""
        return self.days / self.looks if self.looks else None

    @property
    def is_too_often(self) -> bool:
        """True if even the shortest plausible wait for three is longer than theirs between two looks."""
        interval, between = self.interval_of_days, self.days_between_looks
        return interval is not None and between is not None and between < interval.low

    @property
    def label(self) -> str:
        """The numbers in short: "every 9 days (6 to 14)", or what is missing."""
        if self.days_for_three is None or self.interval_of_days is None:
            return self.not_enough
        interval = self.interval_of_days
        return f"{every(self.days_for_three)} ({_days(interval.low)} to {_days(interval.high)})"

    def _rate(self) -> tuple[float, float, float]:
        """Postings a day: the ends of the 80 % interval and the median between them."""
        from scipy.special import gammaincinv

        tail = (1 - CONFIDENCE) / 2
        low, median, high = gammaincinv(self.postings + 0.5, [tail, 0.5, 1 - tail]) / self.days
        return float(low), float(median), float(high)


def arrivals(boards: Iterable[Board], looks: Iterable[Look], today: date) -> tuple[Arrivals, ...]:
    """Each board that was looked at in the last 180 days, the one looked at most often first."""
    first_day = today - timedelta(days=WINDOW_DAYS)
    by_board: dict[str, dict[date, int]] = {}
    for look in looks:
        if first_day <= look.day <= today:
            days = by_board.setdefault(look.board, {})
            days[look.day] = days.get(look.day, 0) + look.new_suitable
    found = [_arrivals(board.name, by_board[board.id]) for board in boards if board.id in by_board]
    return tuple(sorted(found, key=lambda each: (-each.looks, each.board)))


def _arrivals(name: str, postings: dict[date, int]) -> Arrivals:
    """`postings` holds, for each day with a look, what was new on it."""
    first, last = min(postings), max(postings)
    new = sum(count for day, count in postings.items() if day != first)
    return Arrivals(name, len(postings) - 1, (last - first).days, new)


def arrivals_finding(found: Sequence[Arrivals]) -> str:
    """How often which board is worth a look, as a heading."""
    known = [(each.days_for_three, each) for each in found if each.days_for_three is not None]
    if not known:
        return "How often looking is worth it"
    _, quickest = min(known, key=lambda pair: pair[0])
    return f"{quickest.board} brings three new postings {every(quickest.days_for_three or 0)}"


def too_often(found: Sequence[Arrivals]) -> str:
    """One kind sentence for all boards that are looked at more often than is worth it; empty if none is."""
    boards = [each for each in found if each.is_too_often]
    if not boards:
        return ""
    most = max(boards, key=lambda each: (each.days_for_three or 0) / (each.days_between_looks or 1))
    names = join_words([each.board for each in boards])
    subject = most.board if len(boards) > 1 else "it"
    return (
        f"You can look at {names} less often and spare yourself the rest: {subject} brings three new postings "
        f"{every(most.days_for_three or 0)}, and you look there {every(most.days_between_looks or 0)}."
    )


def every(days: float) -> str:
    """A number of days as a rhythm: "every day", "every 9 days"."""
    whole = round(days)
    return "every day" if whole <= 1 else f"every {format_number(whole)} days"


def _days(days: float) -> str:
    return format_number(max(1, round(days)))
