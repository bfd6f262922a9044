"""Memberships: what they cost, and when they renew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from rutkit.dates import add_months
from rutkit.formatting import counted, format_date, format_money
from rutkit.steps.groups.records import Group
from rutkit.steps.groups.trials import called

DAYS_AHEAD = 30
"""So long before a renewal there is still time to think it over."""


def memberships(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups that were joined, by name."""
    return tuple(sorted((group for group in groups if group.decision == "join"), key=called))


def renewals_due(groups: Iterable[Group], today: date) -> tuple[Group, ...]:
    """Memberships that renew within 30 days, or whose renewal is past, soonest first."""
    horizon = today + timedelta(days=DAYS_AHEAD)
    due = [(group.renewal, called(group), group) for group in memberships(groups) if group.renewal]
    return tuple(group for renewal, _, group in sorted(due, key=lambda each: each[:2]) if renewal <= horizon)


def renewed(group: Group) -> Group:
    """The group with its renewal a year later; the 29th of February becomes the 28th."""
    if group.renewal is None:
        return group
    first = add_months(group.renewal, 12)
    last = add_months(first, 1) - timedelta(days=1)
    return group.model_copy(update={"renewal": first.replace(day=min(group.renewal.day, last.day))})


def cost_a_year(groups: Iterable[Group]) -> Decimal:
    """What all memberships cost together, as far as their cost is known."""
    return sum((group.cost for group in memberships(groups) if group.cost), Decimal(0))


def memberships_sentence(groups: Sequence[Group], currency: str) -> str:
    """How many, and what they cost a year."""
    joined = memberships(groups)
    if not joined:
        return "None yet. What you join stands here, with its cost and the day on which it renews."
    unknown = sum(group.cost is None for group in joined)
    left_out = f"; {unknown} of them without a cost yet" if unknown else ""
    cost = format_money(cost_a_year(joined), currency)
    return f"{counted(len(joined), 'membership')}, {cost} a year{left_out}."


def renewal_sentence(group: Group, today: date) -> str:
    """When a membership renews, seen from today."""
    if group.renewal is None:
        return ""
    days = (group.renewal - today).days
    when = format_date(group.renewal)
    if days < 0:
        return f"It renewed on {when}. Did you stay?"
    if days == 0:
        return "It renews today. Do you want to stay?"
    if days <= DAYS_AHEAD:
        return f"It renews in {counted(days, 'day')}, on {when}. Do you want to stay?"
    return f"It renews on {when}."
