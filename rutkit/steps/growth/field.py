"""What moves in the person’s field, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from rutkit.formatting import counted
from rutkit.steps.growth.records import IndustryTrend, Standing

STANDINGS: tuple[Standing, ...] = get_args(Standing)


@dataclass(frozen=True)
class TrendGroup:
    """The trends with which the person stands alike."""

    standing: Standing | None
    """None for those that do not say."""
    names: tuple[str, ...]


def by_standing(trends: Iterable[IndustryTrend]) -> tuple[TrendGroup, ...]:
    """The trends that have a name, in one group for each standing, those without a standing last if there are any."""
    named = [trend for trend in trends if trend.name.strip()]
    groups = [
        TrendGroup(standing, tuple(trend.name for trend in named if trend.standing == standing))
        for standing in (*STANDINGS, None)
    ]
    return tuple(group for group in groups if group.names or group.standing is not None)


def field_finding(groups: Sequence[TrendGroup]) -> str:
    """How many trends the person uses, knows and does not know yet, as a heading."""
    counts = {group.standing: len(group.names) for group in groups}
    total = sum(counts.values())
    if not total:
        return "Where you stand in your field"
    return (
        f"Of {counted(total, 'trend')} in your field you use {counts['I use it']} and know "
        f"{counts['I know it']}; {counts['not yet']} not yet"
    )


def sources_sentence(trends: Iterable[IndustryTrend]) -> str:
    """How many trends have no source line; empty if all have one."""
    missing = sum(not trend.source.strip() for trend in trends if trend.name.strip())
    if not missing:
        return ""
    return f"{counted(missing, 'trend')} {'has' if missing == 1 else 'have'} no source yet: where did you see it?"
