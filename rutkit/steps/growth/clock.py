"""The growth clock: how long ago the role began, and how long ago it last changed or taught something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.dates import months_between
from rutkit.formatting import counted, format_month
from rutkit.steps.growth.learning import NewThing
from rutkit.steps.growth.records import RoleHistory


@dataclass(frozen=True)
class Hand:
    """One hand of the clock."""

    name: str
    """What it counts from: "Last promotion"."""
    since: date | None
    """None if there is nothing to count from."""
    months: int | None
    """Whole months from that month to today’s; None without `since`, or if it lies ahead."""
    label: str
    """How long it is, as one says it: "4 years 2 months ago", or why nothing is counted."""


def growth_clock(
    role_began: date | None, history: RoleHistory | None, new_skill: NewThing | None, today: date
) -> tuple[Hand, ...]:
    """The four hands, in the order in which they are drawn."""
    history = history or RoleHistory()
    return (
        _hand("In this role", role_began, "step 1 does not say", today, ago=""),
        _hand("Last promotion", history.last_promotion, "none entered", today),
        _hand("Last change of duties", history.last_change, "none entered", today),
        _hand("Last new skill", new_skill.day if new_skill else None, "none in your log", today),
    )


def clock_finding(hands: Sequence[Hand]) -> str:
    """The first and the last hand that show something, as a heading: "In this role 6 years, last promotion …"."""
    shown = [f"{hand.name} {hand.label}" for hand in hands if hand.months is not None]
    if not shown:
        return "How long it has been"
    if len(shown) == 1:
        return shown[0]
    return f"{shown[0]}, {shown[-1][0].lower()}{shown[-1][1:]}"


def span(months: int) -> str:
    """A number of months as one says it.

    >>> span(0), span(7), span(73), span(48)
    ('less than a month', '7 months', '6 years 1 month', '4 years')
    """
    years, rest = divmod(months, 12)
    parts = [counted(number, unit) for number, unit in ((years, "year"), (rest, "month")) if number]
    return " ".join(parts) or "less than a month"


def _hand(name: str, since: date | None, missing: str, today: date, *, ago: str = " ago") -> Hand:
    if since is None:
        return Hand(name, None, None, missing)
    if since > today:
        return Hand(name, since, None, f"{format_month(since)} lies ahead")
    months = months_between(since, today)
    return Hand(name, since, months, f"{span(months)}{ago}")
