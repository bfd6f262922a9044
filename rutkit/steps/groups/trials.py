"""A trial: up to two visits to a group, then a decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rutkit.formatting import counted, format_month
from rutkit.steps.groups.records import Decision, Group, Visit

VISITS_IN_A_TRIAL = 2
"""After as many visits the page asks what to do."""


def called(group: Group) -> str:
    """What a group is called, even while it has no name."""
    return group.name.strip() or "A group without a name"


def visits_to(group: Group, visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """The visits to one group, oldest first."""
    return tuple(sorted((v for v in visits if v.group == group.id), key=lambda v: (v.day, v.created_at)))


def people_met(visits: Iterable[Visit]) -> tuple[str, ...]:
    """Everybody whose name stands in these visits, once, in the order of meeting."""
    once: dict[str, str] = {}
    for visit in visits:
        for name in visit.met:
            once.setdefault(name.casefold(), name)
    return tuple(once.values())


def wants_decision(group: Group, visits: Sequence[Visit]) -> bool:
    """Whether a trial is over: two visits, or the one more that was decided on."""
    own = visits_to(group, visits)
    if group.decision == "not decided":
        return len(own) >= VISITS_IN_A_TRIAL
    if group.decision == "once more":
        return any(group.decided is None or visit.day > group.decided for visit in own)
    return False


def undecided(groups: Iterable[Group], visits: Sequence[Visit]) -> tuple[Group, ...]:
    """The groups whose trial is over and that wait for a decision, by name."""
    return tuple(sorted((g for g in groups if wants_decision(g, visits)), key=called))


def decide(group: Group, decision: Decision, today: date) -> Group:
    """The group as it is to be saved after the decision; who joins is a member from today."""
    changes: dict[str, object] = {"decision": decision, "decided": today}
    if decision == "join" and group.since is None:
        changes["since"] = today
    return group.model_copy(update=changes)


def trial_sentence(group: Group, visits: Sequence[Visit]) -> str:
    """Where a trial stands, and what the visits came to."""
    own = visits_to(group, visits)
    match group.decision:
        case "join":
            return f"You joined{_when(group.since or group.decided)}. {_came_to(own)}".strip()
        case "leave":
            return f"You left it{_when(group.decided)}, and that is an answer, too. {_came_to(own)}".strip()
        case "once more" if not wants_decision(group, visits):
            return f"You wanted to go once more. {_came_to(own)}".strip()
    if not own:
        return "No visit yet. Two are enough to decide."
    if wants_decision(group, visits):
        return f"{_came_to(own)} Would you like to join, to go once more, or to leave it?"
    return f"{_came_to(own)} One more visit, then decide."


def _came_to(own: Sequence[Visit]) -> str:
    if not own:
        return ""
    parts = [counted(len(own), "visit"), f"{counted(len(people_met(own)), 'person', 'people')} met"]
    for what, answers in (
        ("useful", [visit.useful for visit in own]),
        ("worth going again", [visit.again for visit in own]),
    ):
        said = [answer for answer in answers if answer is not None]
        if said:
            parts.append(f"{what} {sum(said)} of {len(said)}")
    return f"{', '.join(parts)}."


def _when(day: date | None) -> str:
    return f" in {format_month(day)}" if day else ""
