"""What the groups bring beside what they take: new ties per hour and for the money."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.formatting import counted, format_number
from rutkit.statistics import Interval
from rutkit.steps.groups.records import Group, Visit
from rutkit.steps.groups.trials import called, visits_to

FEWEST_VISITS = 2
"""Visits to a group below which nothing is said of it: one evening is chance."""
FEWEST_TO_COMPARE = 4
"""Visits to each of two groups before one is named beside the other: a good evening and a dull one are chance too."""

PER_HOURS = 10
PER_MONEY = 100
"""What rates are shown for: ten hours are some four evenings, a hundred is a common fee."""

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Rate:
    """How many new ties came for some effort."""

    ties: int
    effort: float
    """Hours, or money in the workbook's currency."""
    visits: int
    """On how many visits both are known."""
    per: int

    @property
    def is_enough(self) -> bool:
        """Whether anything may be said of it."""
        return self.visits >= FEWEST_VISITS and self.effort > 0

    @property
    def value(self) -> float:
        """New ties for `per` of the effort."""
        return self.ties / self.effort * self.per

    @property
    def interval(self) -> Interval:
        """95 %, see `interval_at`."""
        return self.interval_at(CONFIDENCE)

    def interval_at(self, confidence: float) -> Interval:
        """Where the rate plausibly lies if one meets people one by one, as by chance.

        Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437–442.
        """
        from scipy.special import gammaincinv

        tail = (1 - confidence) / 2
        scale = self.per / self.effort
        low = float(gammaincinv(self.ties, tail)) if self.ties else 0.0
        return Interval(low * scale, float(gammaincinv(self.ties + 1, 1 - tail)) * scale, confidence)

    @property
    def label(self) -> str:
        """The rate with its interval, or what is missing."""
        if self.visits < FEWEST_VISITS:
            return f"not enough yet: {self.visits} of {FEWEST_VISITS} visits"
        if not self.effort:
            return "took nothing so far"
        low, high = self.interval.low, self.interval.high
        return f"{_figure(self.value)} ({_figure(low)} to {_figure(high)})"


@dataclass(frozen=True)
class Worth:
    """One group, with what it took and what it brought."""

    group: Group
    visits: int
    ties: int
    """People met there for the first time anywhere in these groups."""
    per_hour: Rate
    per_cost: Rate

    @property
    def name(self) -> str:
        """What the group is called."""
        return called(self.group)


def worth(groups: Iterable[Group], visits: Sequence[Visit], today: date) -> tuple[Worth, ...]:
    """Every group that was visited, most new ties per hour first; those of which not enough is known come last.

    A tie is new where a name is first met. The hours of a visit count only where they were written down, and with them
    its ties. The cost is that of all visits and of every year of membership that has begun.
    """
    new = _new_ties(visits)
    found = [_worth(group, own, new, today) for group in groups if (own := visits_to(group, visits))]
    return tuple(sorted(found, key=_order))


def worth_finding(worths: Sequence[Worth]) -> str:
    """What the rates per hour say about the groups beside each other."""
    known = [(each.name, each.per_hour) for each in worths if each.per_hour.is_enough]
    if len(known) > 1:
        return _beside_each_other(known, "per hour")
    if known:
        [(name, rate)] = known
        return f"{name}: about {_figure(rate.value)} new ties in {counted(PER_HOURS, 'hour')}"
    return "New ties per hour: not enough yet"


def cost_finding(worths: Sequence[Worth]) -> str:
    """What the rates for the money say."""
    known = [(each.name, each.per_cost) for each in worths if each.per_cost.is_enough]
    if len(known) > 1:
        return _beside_each_other(known, "for the cost")
    if known:
        [(name, rate)] = known
        return f"{name}: about {_figure(rate.value)} new ties for {PER_MONEY} of its cost"
    free = [each.name for each in worths if each.visits >= FEWEST_VISITS and not each.per_cost.effort]
    return f"{free[0]} cost nothing so far" if free else "New ties for the cost: not enough yet"


def money_spent(group: Group, own: Iterable[Visit], today: date) -> float:
    """What a group has cost: the visits, and the fee of each year of membership that has begun."""
    return float(sum(visit.cost or 0 for visit in own)) + float(group.cost or 0) * _years_begun(group, today)


def _years_begun(group: Group, today: date) -> int:
    if group.since is None or group.since > today:
        return 0
    end = group.decided if group.decision == "leave" and group.decided else today
    return 1 + max(
        0, end.year - group.since.year - ((end.month, end.day) < (group.since.month, group.since.day))
    )


def _new_ties(visits: Iterable[Visit]) -> dict[str, int]:
    """How many were met for the first time on each visit, by its id."""
    known: set[str] = set()
    new: dict[str, int] = {}
    for visit in sorted(visits, key=lambda visit: (visit.day, visit.created_at)):
        names = {name.casefold() for name in visit.met} - known
        new[visit.id] = len(names)
        known |= names
    return new


def _worth(group: Group, own: Sequence[Visit], new: dict[str, int], today: date) -> Worth:
    timed = [visit for visit in own if visit.hours]
    ties = sum(new[visit.id] for visit in own)
    return Worth(
        group=group,
        visits=len(own),
        ties=ties,
        per_hour=Rate(sum(new[v.id] for v in timed), sum(v.hours or 0 for v in timed), len(timed), PER_HOURS),
        per_cost=Rate(ties, money_spent(group, own, today), len(own), PER_MONEY),
    )


def _order(worth: Worth) -> tuple[bool, float, str]:
    rate = worth.per_hour
    return not rate.is_enough, -rate.value if rate.is_enough else 0.0, worth.name


def _beside_each_other(known: Sequence[tuple[str, Rate]], what: str) -> str:
    """Whether the best of at least two rates is more than the worst.

    These two are picked because they lie furthest apart, so all intervals must hold at once: of as many as are
    compared, each is made so wide that in 95 of 100 cases none misses (Bonferroni).
    """
    compared = sorted(
        (each for each in known if each[1].visits >= FEWEST_TO_COMPARE),
        key=lambda each: (-each[1].value, each[0]),
    )
    if len(compared) < 2:
        name, nearest = sorted(known, key=lambda each: -each[1].visits)[1]
        return (
            f"Not enough yet to compare new ties {what}: "
            f"{nearest.visits} of {FEWEST_TO_COMPARE} visits to {name}"
        )
    confidence = 1 - (1 - CONFIDENCE) / len(compared)
    (best, most), (worst, least) = compared[0], compared[-1]
    if most.interval_at(confidence).low > least.interval_at(confidence).high:
        return f"{best} brings more new ties {what} than {worst}"
    return f"No group stands out yet in new ties {what}"


def _figure(value: float) -> str:
    return format_number(value, decimals=0 if value >= 10 else 1)
