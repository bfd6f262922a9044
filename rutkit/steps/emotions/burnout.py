"""The Copenhagen Burnout Inventory: scored as published, compared only with the person's own last time.

Source: Kristensen et al., "The Copenhagen Burnout Inventory", Work & Stress 19(3), 2005. Its authors find
fixed cut-off points problematic, so there are none here: a degree from 0 to 100, and its change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from rutkit.formatting import format_date, format_number
from rutkit.steps.emotions.records import PERSONAL_ITEMS, WORK_ITEMS, BurnoutInventory

POINTS = {
    "Always": 100,
    "Often": 75,
    "Sometimes": 50,
    "Seldom": 25,
    "Never/almost never": 0,
    "To a very high degree": 100,
    "To a high degree": 75,
    "Somewhat": 50,
    "To a low degree": 25,
    "To a very low degree": 0,
}
REVERSED_ITEMS = frozenset({"energy_for_others"})

MINIMUM_PERSONAL = 3
MINIMUM_WORK = 4

REPEAT_DAYS = 28


@dataclass(frozen=True)
class ScaleScore:
    """One scale of one inventory."""

    answered: int
    needed: int
    """The fewest answers with which the scale is valid."""
    mean: float | None
    """0 to 100; None while the scale is not valid."""

    @property
    def missing(self) -> int:
        """How many more answers the scale needs to be valid."""
        return max(0, self.needed - self.answered)


@dataclass(frozen=True)
class BurnoutScore:
    """Both scales of one inventory."""

    day: date
    personal: ScaleScore
    work: ScaleScore

    @property
    def is_valid(self) -> bool:
        """True if both scales have enough answers."""
        return self.personal.mean is not None and self.work.mean is not None


def score(inventory: BurnoutInventory) -> BurnoutScore:
    """The two scale scores: the mean of the answered items, one of them reversed.

    Not valid, as published, with fewer than three personal or four work-related answers.
    """
    return BurnoutScore(
        inventory.day,
        personal=_scale(inventory, PERSONAL_ITEMS, MINIMUM_PERSONAL),
        work=_scale(inventory, WORK_ITEMS, MINIMUM_WORK),
    )


def _scale(inventory: BurnoutInventory, items: Sequence[str], needed: int) -> ScaleScore:
    points = [_points(item, answer) for item in items if (answer := getattr(inventory, item)) is not None]
    return ScaleScore(len(points), needed, fmean(points) if len(points) >= needed else None)


def _points(item: str, answer: str) -> int:
    return 100 - POINTS[answer] if item in REVERSED_ITEMS else POINTS[answer]


def scores(inventories: Iterable[BurnoutInventory]) -> tuple[BurnoutScore, ...]:
    """The scores of all inventories, oldest first; those that are not valid yet included."""
    return tuple(score(inventory) for inventory in sorted(inventories, key=lambda i: i.day))


@dataclass(frozen=True)
class Change:
    """How one scale moved between the two last times that it was valid."""

    since: date
    now: float
    before: float

    @property
    def points(self) -> float:
        """Positive when there is more burnout than before."""
        return self.now - self.before


def personal_change(history: Sequence[BurnoutScore]) -> Change | None:
    """The change in personal burnout since the time before; None if it was valid fewer than two times."""
    return _change([(s.day, s.personal.mean) for s in history])


def work_change(history: Sequence[BurnoutScore]) -> Change | None:
    """The change in work-related burnout since the time before; None if it was valid fewer than two times."""
    return _change([(s.day, s.work.mean) for s in history])


def _change(means: Sequence[tuple[date, float | None]]) -> Change | None:
    valid = [(day, mean) for day, mean in means if mean is not None]
    if len(valid) < 2:
        return None
    (since, before), (_, now) = valid[-2:]
    return Change(since, now, before)


def burnout_finding(history: Sequence[BurnoutScore]) -> str:
    """The change of the scale that moved most, as a heading; the scores themselves after the first time."""
    changes = [
        (name, change)
        for name, change in (
            ("Personal", personal_change(history)),
            ("Work-related", work_change(history)),
        )
        if change is not None
    ]
    if not changes:
        return "Your first burnout scores"
    name, change = max(changes, key=lambda each: abs(each[1].points))
    points = format_number(abs(change.points), decimals=0)
    if points == "0":
        return f"Burnout is where it was on {format_date(change.since)}"
    verb = "rose" if change.points > 0 else "fell"
    return f"{name} burnout {verb} by {points} points since {format_date(change.since)}"


def due_from(inventories: Iterable[BurnoutInventory]) -> date | None:
    """The day from which the inventory is due again: 28 days after the last valid one.

    None if there is no valid one, so that it is due at once; one begun and left does not count.
    """
    valid_days = [inventory.day for inventory in inventories if score(inventory).is_valid]
    return max(valid_days) + timedelta(days=REPEAT_DAYS) if valid_days else None


def is_due(inventories: Iterable[BurnoutInventory], today: date) -> bool:
    """True if no inventory is valid, or the last valid one is 28 days old."""
    day = due_from(inventories)
    return day is None or today >= day
