"""What a step may advise: rules that each say one thing to do, or to stop, or nothing.

A step's `advice.py` holds its `RULES`. Reading is kept apart from judging: `read` takes from the workbook what the
rules need, and no more than a few hundred records; each rule is a pure function of that. The dashboard chooses among
what all steps say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from rutkit.steps.progress import Action

if TYPE_CHECKING:
    from datetime import date

    from rutkit.workbook import Workbook

F = TypeVar("F")

TakesFrom = Literal["search", "learning"]


@dataclass(frozen=True)
class Advice:
    """One thing to do, or to stop, with what speaks for it."""

    action: Action
    """What, why, and the form in which it is done."""
    strength: int
    """0 to 100: from 70 it cannot wait, from 50 it has a day, from 35 it is due again, below that it does good."""
    minutes: int = 0
    """About how long it takes: our guess. 0 for what is to be stopped."""
    numbers: str = ""
    """The figures behind it, with n, interval and source where they have one; may be empty."""
    takes_from: TakesFrom | None = None
    """Whose hours of the week it uses up: those of the search (step 9) or of learning (step 6)."""
    is_gentle: bool = False
    """Whether it may be asked of somebody to whom the day is too much."""
    rule: str = ""
    """The rule that said it: "emotions.check_in"."""

    @property
    def subject(self) -> str:
        """What it is about: the id of a record, or nothing."""
        return self.action.record_id


Rule = Callable[[F], Advice | None]


@dataclass(frozen=True)
class Rules(Generic[F]):
    """The rules of one step."""

    read: Callable[[Workbook, date], F]
    """Takes from the workbook what the rules need, as of a day."""
    to_do: tuple[Rule[F], ...]
    to_stop: tuple[Rule[F], ...] = ()

    def names(self, slug: str) -> tuple[str, ...]:
        """What each of them is called: "emotions.check_in"."""
        return tuple(_name(slug, rule) for rule in (*self.to_do, *self.to_stop))


def said(slug: str, rules: tuple[Rule[F], ...], facts: F) -> Iterator[Advice]:
    """What these rules of a step have to say."""
    for rule in rules:
        advice = rule(facts)
        if advice is not None:
            yield replace(advice, rule=_name(slug, rule))


def in_days(day: date, today: date) -> str:
    """How far away a day to come is: "today", "tomorrow", "in 3 days"."""
    days = (day - today).days
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _name(slug: str, rule: Rule[Any]) -> str:
    return f"{slug}.{rule.__name__}"
