"""Learning under way: begun, looked at in its second week, stopped or finished, and what a finished one leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rutkit.formatting import format_date
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.skill_names import standard_key
from rutkit.steps.skills.candidates import called
from rutkit.steps.skills.records import LearningResource, Skill

LOOK_AFTER = timedelta(weeks=1)
"""The second week begins here."""

LOOK_SOURCE = (
    "In 221 online courses with data up to November 2013, the first and second weeks decided who stayed; the median "
    "course was completed by 12.6 % of those enrolled (Jordan, International Review of Research in Open and "
    "Distributed Learning, 2015). Stopping what does not fit is a decision, not a failure."
)


def begin(resource: LearningResource, today: date) -> LearningResource:
    """The resource as it is to be saved when it is begun."""
    return resource.model_copy(update={"state": "under way", "began": resource.began or today, "look": None})


def stop(resource: LearningResource) -> LearningResource:
    """The resource as it is to be saved when it is stopped."""
    return resource.model_copy(update={"state": "dropped", "look": "stop"})


def keep_on(resource: LearningResource) -> LearningResource:
    """The resource as it is to be saved when the look at its second week says to go on."""
    return resource.model_copy(update={"look": "continue"})


def look_is_due(resource: LearningResource, today: date) -> bool:
    """True from the second week of a resource under way, until the person has said how it goes on."""
    return (
        resource.state == "under way"
        and resource.look is None
        and resource.began is not None
        and today >= resource.began + LOOK_AFTER
    )


@dataclass(frozen=True)
class Finished:
    """What has to be saved when a resource is finished."""

    resource: LearningResource
    new_skills: tuple[Skill, ...]
    raised_skills: tuple[Skill, ...]
    """Skills that are there already, with a higher level, the proof, or both."""
    entry: LearningEntry
    """For the learning log of step 4; it has the resource's id, so that there is one for each."""


def finish(resource: LearningResource, skills: Iterable[Skill], today: date) -> Finished:
    """Everything that follows from finishing a resource; nothing is lowered, and what was written stays.

    Raises:
        ValueError: `resource` was never saved, so nothing could refer to it.
    """
    day = resource.finished or today
    done = resource.model_copy(
        update={
            "state": "done",
            "began": resource.began or day,
            "finished": day,
            "hours_done": resource.hours_done or resource.hours or 0.0,
        }
    )
    known = {standard_key(skill.name): skill for skill in skills}
    raised = [
        (_raised(known[standard_key(name)], done, day), True)
        if standard_key(name) in known
        else (_raised(Skill(name=name), done, day), False)
        for name in done.covers
    ]
    entry = LearningEntry(
        id=resource.id,
        day=day,
        what=called(resource),
        hours=min(done.hours_done, 1_000) or None,
        source=resource.provider or resource.kind,
        skills=resource.covers,
    )
    return Finished(
        done,
        tuple(skill for skill, was_there in raised if not was_there),
        tuple(skill for skill, was_there in raised if was_there),
        entry,
    )


def _raised(skill: Skill, resource: LearningResource, day: date) -> Skill:
    evidence = proof_of(resource, day)
    is_written = evidence in skill.evidence
    return skill.model_copy(
        update={
            "level": max(skill.level or 0, resource.to_level or 0) or skill.level,
            "evidence": skill.evidence if is_written else f"{skill.evidence}\n{evidence}".strip(),
            "last_used": max(skill.last_used or day, day).replace(day=1),
        }
    )


def proof_of(resource: LearningResource, day: date) -> str:
    """What shows that it was finished, in a line for the skill's evidence."""
    said = f"{called(resource)}, finished on {format_date(day)}"
    return f"{said}: {resource.proof}" if resource.proof else said


def unsettled(
    resources: Sequence[LearningResource], entries: Iterable[LearningEntry]
) -> tuple[LearningResource, ...]:
    """What is done but has not raised its skills yet: it was marked as done in its form."""
    settled = {entry.id for entry in entries}
    return tuple(each for each in resources if each.state == "done" and each.id not in settled)
