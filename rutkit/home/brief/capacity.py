"""How much a week can take: the hours that are left, and how heavy the days are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean

from rutkit.formatting import counted, counted_hours, format_number, join_words
from rutkit.steps.advice import TakesFrom
from rutkit.steps.emotions.analysis import toll
from rutkit.steps.emotions.records import CheckIn

DAYS = 7
FEWEST_DAYS = 3
"""Check-ins within a week below which nothing is said of how heavy it is."""
HEAVY_TOLL, VERY_HEAVY_TOLL = 2.5, 3.2
"""Mean toll of the week, 0 to 4. Choices: halfway between “some” and “strong”, and above “strong”."""
LOW_ENERGY = 1.0
"""Mean energy, 0 to 4, from which downwards a week is heavy: “low”."""

USUAL_ACTIONS = 3
HEAVY = (2, 20)
VERY_HEAVY = (1, 10)
"""How many things, and of at most how many minutes each."""


@dataclass(frozen=True)
class Capacity:
    """What may be asked of somebody this week."""

    actions: int = USUAL_ACTIONS
    longest: int | None = None
    """Minutes that one thing may take; None if any."""
    left: Mapping[TakesFrom, int] = field(default_factory=dict)
    """Minutes of this week's hours that are not used up; what is not in it has no limit."""
    sentence: str = ""
    """Why it is less than usual; empty if it is not."""

    def allows(self, minutes: int, takes_from: TakesFrom | None) -> bool:
        """Whether something of so many minutes fits. Of hours that are nearly used up, small things may still be."""
        if self.longest is not None and minutes > self.longest:
            return False
        return takes_from is None or minutes <= self.left.get(takes_from, minutes)


@dataclass(frozen=True)
class Hours:
    """The hours of a week that one thing may take."""

    name: TakesFrom
    may_take: float | None
    """Hours; None if nobody said."""
    minutes_done: int

    @property
    def minutes_left(self) -> int | None:
        """None if there is no limit."""
        return None if self.may_take is None else max(0, round(60 * self.may_take) - self.minutes_done)


def capacity(check_ins: Sequence[CheckIn], hours: Sequence[Hours], today: date) -> Capacity:
    """What the week can take, from the check-ins of the last seven days and the hours that are left."""
    actions, longest, heavy = _by_load(check_ins, today)
    left = {each.name: each.minutes_left for each in hours if each.minutes_left is not None}
    used_up = [each for each in hours if each.minutes_left == 0 and each.may_take]
    said = [heavy] if heavy else []
    if used_up:
        whose = join_words([f"{each.name} ({counted_hours(each.may_take or 0)})" for each in used_up])
        said.append(f"This week’s hours for {whose} are used up, so nothing more of it is asked.")
    return Capacity(actions, longest, left, " ".join(said))


def _by_load(check_ins: Sequence[CheckIn], today: date) -> tuple[int, int | None, str]:
    week = [each for each in check_ins if timedelta() <= today - each.day < timedelta(days=DAYS)]
    tolls = [value for each in week if (value := toll(each)) is not None]
    energies = [each.energy for each in week if each.energy is not None]
    mean_toll = fmean(tolls) if len(tolls) >= FEWEST_DAYS else 0.0
    mean_energy = fmean(energies) if len(energies) >= FEWEST_DAYS else 4.0
    if mean_toll < HEAVY_TOLL and mean_energy > LOW_ENERGY:
        return USUAL_ACTIONS, None, ""
    actions, longest = VERY_HEAVY if mean_toll >= VERY_HEAVY_TOLL else HEAVY
    because = (
        f"toll {format_number(mean_toll, decimals=1)} of 4 on {counted(len(tolls), 'day')}"
        if mean_toll >= HEAVY_TOLL
        else f"energy {format_number(mean_energy, decimals=1)} of 4 on {counted(len(energies), 'day')}"
    )
    return actions, longest, f"A heavy week ({because}): fewer things, and small ones."
