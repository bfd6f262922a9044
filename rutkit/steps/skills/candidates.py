"""From the person's list of resources to what the planner may choose from, and why the rest is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rutkit.formatting import format_date, join_words
from rutkit.steps.skill_names import skill_key, standard_key
from rutkit.steps.skills.limits import Limits
from rutkit.steps.skills.problem import Option
from rutkit.steps.skills.records import LearningResource

ASSUMED_CHANCE = 0.126
"""For resources without an estimate of the person's own: the median share of enrolled people who completed one of 221
online courses, for which there was data up to November 2013 (K. Jordan, International Review of Research in Open and
Distributed Learning 16(3), 2015)."""


@dataclass(frozen=True)
class LeftOut:
    """A resource that cannot be planned."""

    id: str
    name: str
    reason: str
    """The rest of a sentence that begins with its name."""
    is_wished: bool

    @property
    def sentence(self) -> str:
        """Which one, and why."""
        return f"“{self.name}” {self.reason}."


@dataclass(frozen=True)
class Candidates:
    """What may be planned, and what may not."""

    options: tuple[Option, ...]
    left_out: tuple[LeftOut, ...]
    without_chance: int
    """How many of the options stand on `ASSUMED_CHANCE`."""


def candidates(resources: Sequence[LearningResource], limits: Limits) -> Candidates:
    """Every resource that is planned or under way, as an option or left out with the reason.

    What comes after something that is left out is left out too. A name in “To be done before” that is on no resource,
    or a circle of such names, leaves out all that builds on it.
    """
    open_ones = [each for each in resources if each.state in ("planned", "under way")]
    by_name = _by_name(resources)
    reasons = {each.id: reason for each in open_ones if (reason := _own_reason(each, limits))}
    reasons |= _circles([each for each in open_ones if each.id not in reasons], by_name)
    _pass_on(open_ones, by_name, reasons)
    options = [_option(each, by_name, limits) for each in open_ones if each.id not in reasons]
    left_out = [
        LeftOut(each.id, called(each), reasons[each.id], each.choice == "in any case")
        for each in open_ones
        if each.id in reasons and each.choice != "not now"
    ]
    planned = {option.id for option in options}
    unsure = sum(each.chance is None for each in open_ones if each.id in planned)
    return Candidates(tuple(options), tuple(left_out), unsure)


def called(resource: LearningResource) -> str:
    """What a resource is called, in the person's words if there are any yet."""
    return resource.name or "A resource without a name"


def hours_left(resource: LearningResource) -> float:
    """The hours still to be done; 0 while it does not say how many there are in all."""
    return max(0.0, (resource.hours or 0.0) - resource.hours_done)


def _by_name(resources: Iterable[LearningResource]) -> dict[str, LearningResource]:
    found: dict[str, LearningResource] = {}
    for each in resources:
        found.setdefault(skill_key(each.name), each)
    return found


def _own_reason(resource: LearningResource, limits: Limits) -> str:
    """Why a resource cannot be planned, as far as it does not depend on others; empty if it can."""
    if resource.choice == "not now":
        return "is marked “not now”"
    missing = [
        word
        for word, value in (("hours", resource.hours), ("cost (0 if it is free)", resource.cost))
        if value is None
    ]
    if missing:
        return f"does not say its {join_words(missing)} yet"
    if not hours_left(resource):
        return "has all its hours done: say that it is finished"
    if resource.starts and resource.state == "planned" and resource.starts < limits.first_week:
        return (
            f"starts on {format_date(resource.starts)}, before the plan’s first Monday, "
            f"{format_date(limits.first_week)}; if you have begun it, say that it is under way"
        )
    return ""


def _circles(
    resources: Sequence[LearningResource], by_name: Mapping[str, LearningResource]
) -> dict[str, str]:
    """A reason for every resource that, through others, comes after itself."""
    after = {each.id: [by_name[key].id for key in _keys(each) if key in by_name] for each in resources}
    names = {each.id: called(each) for each in resources}

    def way_back(begin: str) -> list[str]:
        """The resources on a shortest way from `begin` through what it comes after back to itself."""
        ways, seen = [[begin]], set()
        while ways:
            way = ways.pop(0)
            for earlier in after.get(way[-1], ()):
                if earlier == begin:
                    return way
                if earlier not in seen:
                    seen.add(earlier)
                    ways.append([*way, earlier])
        return []

    reasons = {}
    for each in resources:
        circle = way_back(each.id)
        if len(circle) == 1:
            reasons[each.id] = "is to be done after itself: change “To be done before”"
        elif circle:
            others = ", which comes after ".join(f"“{names[one]}”" for one in [*circle[1:], each.id])
            reasons[each.id] = f"comes after {others}: a circle, so change one “To be done before”"
    return reasons


def _pass_on(
    resources: Sequence[LearningResource], by_name: Mapping[str, LearningResource], reasons: dict[str, str]
) -> None:
    """Leave out what builds on something that is left out, until nothing more changes."""
    has_changed = True
    while has_changed:
        has_changed = False
        for each in resources:
            reason = "" if each.id in reasons else _missing_before(each, by_name, reasons)
            if reason:
                reasons[each.id] = reason
                has_changed = True


def _missing_before(
    resource: LearningResource, by_name: Mapping[str, LearningResource], reasons: Mapping[str, str]
) -> str:
    for name, key in zip(resource.after, _keys(resource), strict=True):
        earlier = by_name.get(key)
        if earlier is None:
            return f"is to come after “{name}”, which is not on your list"
        if earlier.state == "dropped":
            return f"is to come after “{name}”, which you dropped"
        if earlier.id in reasons:
            return f"is to come after “{name}”, which cannot be planned"
    return ""


def _keys(resource: LearningResource) -> list[str]:
    return [skill_key(name) for name in resource.after]


def _option(resource: LearningResource, by_name: Mapping[str, LearningResource], limits: Limits) -> Option:
    is_under_way = resource.state == "under way"
    option = Option(
        resource.id,
        hours_left(resource),
        cost=Decimal(0) if is_under_way else resource.cost or Decimal(0),
        teaches={standard_key(name): resource.to_level or 0 for name in resource.covers},
        chance=ASSUMED_CHANCE if resource.chance is None else resource.chance / 100,
        pace=resource.hours_a_week,
        after=frozenset(by_name[key].id for key in _keys(resource) if by_name[key].state != "done"),
        is_wished=resource.choice == "in any case",
    )
    if resource.starts is None:
        return option
    weeks_away = (resource.starts - limits.first_week).days // 7
    return replace(option, opens=max(0, weeks_away), is_dated=option.pace is not None)
